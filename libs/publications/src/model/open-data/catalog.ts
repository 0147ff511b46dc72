import { publicationPaths } from '../../paths.js';
import { GIVING_VERSION } from './giving.js';

const file = (url: string, title: string, mediaType: string, conformsTo?: string) => ({
  '@type': 'dcat:Distribution',
  'dct:title': title,
  'dcat:downloadURL': { '@id': url },
  'dcat:mediaType': mediaType,
  ...(conformsTo ? { 'dct:conformsTo': { '@id': conformsTo } } : {}),
});

export const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';

/** What sets of data there are, in DCAT: a harvester of a portal of data reads this alone. */
export function catalogOf(
  publicUrl: string,
  authorities: readonly { name: string; edrpou: string }[],
  modifiedOn: string | null,
) {
  const at = (path: string) => `${publicUrl}${path}`;
  const { openTable, openSchema, openGiving } = publicationPaths;
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': at(publicationPaths.openCatalog),
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': 'Сприяння: відкриті дані конкурсів', '@language': 'uk' },
    'dct:language': 'uk',
    'dcat:dataset': [
      {
        '@id': `${at(openTable)}#dataset`,
        '@type': 'dcat:Dataset',
        'dct:title': { '@value': 'Проєкти, яким надано бюджетні кошти', '@language': 'uk' },
        'dct:description': {
          '@value': 'Кому, на що, скільки надано й виплачено, яким є висновок; без персональних даних.',
          '@language': 'uk',
        },
        'dct:publisher': authorities.map(({ name, edrpou }) => ({
          ...{ '@type': 'foaf:Organization', 'foaf:name': name, 'dct:identifier': edrpou },
        })),
        'dct:license': { '@id': LICENSE },
        'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/CONT' },
        ...(modifiedOn ? { 'dct:modified': modifiedOn } : {}),
        'dcat:distribution': [
          file(at(openTable), 'CSV', 'text/csv', at(openSchema)),
          file(
            at(openGiving),
            `360Giving ${GIVING_VERSION}`,
            'application/json',
            'https://standard.threesixtygiving.org/',
          ),
        ],
      },
    ],
  };
}
