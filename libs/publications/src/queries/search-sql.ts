import type { Kind, SearchQuestion } from '../model/search-question.js';
import { STATE_SQL } from '../model/public-proposal.js';

type Place = (value: unknown) => string;

/** One statement for a kind: what is public at this moment and answers the question. Columns are those of `Found`. */
export function searchSql(kind: Kind, question: SearchQuestion, place: Place): string {
  return BY_KIND[kind](question, place);
}

const BY_KIND: Record<Kind, (question: SearchQuestion, place: Place) => string> = {
  competitions: (question, place) =>
    `select c.code as key, c.title, c.title_en as "titleEn", o.short_name as note, c.budget_year as year, null as state,
            null as edrpou
       from competitions.v_competition c join identity.v_organiser o on o.id = c.organiser_id
      where ${all(`c.state <> 'draft' and not c.is_rehearsal`, like('c.search_form', question, place), where(question, place))}
      order by c.published_at desc, c.id desc`,
  // What an organisation is called is public with the first decision on a proposal of it.
  organisations: (question, place) =>
    `select org.edrpou as key, org.name as title, null as "titleEn", org.settlement as note, null::integer as year,
            null as state, org.edrpou
       from identity.v_organisation org
      where ${all(like('org.search_form', question, place))} and exists (
            select from applications.v_decided a
              join competitions.v_competition c on c.id = a.competition_id
             where ${all('a.organisation_id = org.id and not c.is_rehearsal', where(question, place))})
      order by org.name collate "uk-x-icu", org.id`,
  projects: (question, place) =>
    `select c.code as key, a.title, null as "titleEn", org.name as note, c.budget_year as year, ${STATE_SQL} as state,
            org.edrpou
       from applications.v_decided a
       join competitions.v_competition c on c.id = a.competition_id
       join identity.v_organisation org on org.id = a.organisation_id
       left join awards.v_result r on r.application_id = a.id
      where ${all('not c.is_rehearsal', project(question, place), where(question, place))}
      order by c.budget_year desc, a.submitted_at desc, a.id`,
};

/** A number names one proposal; anything else is looked for in the titles. */
const project = (question: SearchQuestion, place: Place): string =>
  question.registerCode === null
    ? like('platform.search_form(a.title)', question, place)
    : `a.register_code = ${place(question.registerCode)}`;

/** Forgiving by platform.search_form; every word must be found, in any order. */
function like(form: string, { words, isNear }: SearchQuestion, place: Place): string {
  const [operator, pattern] = isNear ? ['~', 'search_near'] : ['like', 'search_pattern'];
  return words.map((word) => `${form} ${operator} platform.${pattern}(${place(word)}::text)`).join(' and ');
}

function where({ year, authority }: SearchQuestion, place: Place): string {
  return all(
    year === null ? '' : `c.budget_year = ${place(year)}::integer`,
    authority === null
      ? ''
      : `c.organiser_id = (select id from identity.v_organiser where slug = ${place(authority)}::text)`,
  );
}

const all = (...conditions: string[]): string =>
  conditions.filter((one) => one !== '' && one !== 'true').join(' and ') || 'true';
