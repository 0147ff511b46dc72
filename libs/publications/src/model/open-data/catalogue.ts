import { LICENCE } from './public-grant.js';

/** A set of data: what it is, and the files it comes in. */
export interface DataSet {
  key: string;
  title: string;
  description: string;
  /** How often it changes, of the vocabulary of the Publications Office of the EU. */
  frequency: 'CONT' | 'QUARTERLY';
  files: { title: string; path: string; mediaType: string }[];
}

const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/';

export interface Catalogue {
  title: string;
  description: string;
  language: string;
  /** Of the site, without a slash at the end. */
  origin: string;
  page: string;
  modified: Date;
  sets: readonly DataSet[];
}

/** What there is, for catalogues of open data (DCAT 3 as JSON-LD). */
export function dcat({ title, description, language, origin, page, modified, sets }: Catalogue) {
  const at = (path: string) => ({ '@id': `${origin}${path}` });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    ...at(page),
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': title, '@language': language },
    'dct:description': { '@value': description, '@language': language },
    'dct:license': { '@id': LICENCE },
    'dct:modified': { '@value': modified.toISOString(), '@type': 'xsd:dateTime' },
    'dcat:dataset': sets.map((set) => ({
      ...at(`${page}#${set.key}`),
      '@type': 'dcat:Dataset',
      'dct:title': { '@value': set.title, '@language': language },
      'dct:description': { '@value': set.description, '@language': language },
      'dct:license': { '@id': LICENCE },
      'dct:accrualPeriodicity': { '@id': `${FREQUENCY}${set.frequency}` },
      'dcat:distribution': set.files.map((file) => ({
        '@type': 'dcat:Distribution',
        'dct:title': file.title,
        'dcat:downloadURL': at(file.path),
        'dcat:mediaType': file.mediaType,
      })),
    })),
  };
}
