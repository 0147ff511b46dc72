import { choicesOf, defineList } from '#libs/platform/http';
import { planWorkPaths } from '../paths.js';
import type { BodyLine } from '../queries/bodies-of-plan.js';

const B = 'plan:bodies.';
const STANDINGS = ['acts', 'ended', 'hindered'] as const;
const TONES = { acts: 'success', ended: 'closed', hindered: 'warning' } as const;

/** The bodies behind the parties of a plan, with their days. */
export const bodiesList = defineList<BodyLine>({
  name: 'plan-bodies',
  title: `${B}title`,
  search: { label: `${B}search`, in: ['name', 'partyName', 'territory', 'contactName'] },
  filters: [
    {
      name: 'standing',
      label: `${B}standing`,
      any: `${B}anyStanding`,
      choices: choicesOf(STANDINGS, 'plan:standing.'),
    },
  ],
  columns: [
    { key: 'name', phrase: `${B}name`, href: ({ planId, id }) => planWorkPaths.body(planId, id), isHeading: true },
    { key: 'partyName', phrase: `${B}party`, under: 'name' },
    { key: 'territory', phrase: `${B}territory`, under: 'name' },
    { key: 'email', phrase: `${B}email` },
    { key: 'contactName', phrase: `${B}contactName`, under: 'email' },
    { key: 'phone', phrase: `${B}phone`, under: 'email' },
    { key: 'validFrom', phrase: `${B}validFrom`, kind: 'day' },
    { key: 'validUntil', phrase: `${B}validUntil`, kind: 'day' },
    { key: 'successorName', phrase: `${B}successor`, under: 'validUntil' },
    {
      key: 'standing',
      phrase: `${B}standing`,
      kind: 'state',
      words: 'plan:standing.',
      tone: ({ standing }) => TONES[standing],
    },
  ],
  order: '"partyName" collate "uk-x-icu", name collate "uk-x-icu", id',
  pageSize: 50,
});
