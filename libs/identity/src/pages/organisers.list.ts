import { defineList } from '#libs/platform/http';
import type { OrganiserLine } from '../queries/organisers.js';

/** The authorities that run competitions. */
export const organisersList = defineList<OrganiserLine>({
  name: 'organisers',
  title: 'identity:organisers.title',
  search: { label: 'identity:organisers.search', in: ['name', 'shortName', 'slug', 'edrpou', 'city'] },
  columns: [
    { key: 'name', phrase: 'identity:newOrganiser.name', isHeading: true },
    { key: 'shortName', phrase: 'identity:newOrganiser.shortName', under: 'name' },
    { key: 'edrpou', phrase: 'identity:organisers.edrpou' },
    { key: 'city', phrase: 'identity:organisers.city' },
    { key: 'slug', phrase: 'identity:newOrganiser.slug' },
  ],
  order: 'name collate "uk-x-icu", id',
});
