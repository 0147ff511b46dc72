import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { COMPETITION_COLUMNS, readCompetition, type CompetitionRow } from '../model/competition.js';
import type { Criterion } from '../model/criterion.js';
import type { CompetitionSettings } from '../model/settings.js';

/** For the use case that changes the competition. Lock order: organiser, competition, application … */
export const lockCompetition = (tx: Tx, id: string): Promise<CompetitionRow> =>
  find(tx, 'id = $1 for no key update', id);

/** For use cases that need it not to change meanwhile: many at once. */
export const shareCompetition = (tx: Tx, id: string): Promise<CompetitionRow> => find(tx, 'id = $1 for share', id);

/** @throws NotFound. Who may see it is the caller's policy. */
export const competitionById = (reader: Reader, id: string): Promise<CompetitionRow> => find(reader, 'id = $1', id);

/** A competition that was announced, by its public code. @throws NotFound */
export const competitionByCode = (reader: Reader, code: string): Promise<CompetitionRow> =>
  find(reader, `code = $1 and state <> 'draft'`, code);

const CRITERIA = `(
  select coalesce(json_agg(json_build_object('id', k.id, 'position', k.position, 'key', k.key, 'title', k.title,
           'question', k.question, 'maxPoints', k.max_points, 'guidance', k.guidance) order by k.position), '[]')
    from competitions.criterion k where k.competition_id = c.id) as criteria`;

/** With criteria, priorities and the form. @throws NotFound */
export async function competitionSettings(reader: Reader, id: string): Promise<CompetitionSettings> {
  const competition = await competitionById(reader, id);
  const lists = await reader.one<Pick<CompetitionSettings, 'criteria' | 'priorities' | 'form' | 'formVersion'>>(
    `select coalesce(v.form, c.form) as form, coalesce(v.number, 1) as "formVersion",
            ${CRITERIA},
            (select coalesce(json_agg(json_build_object('id', p.id, 'position', p.position, 'title', p.title,
                      'description', p.description) order by p.position), '[]')
               from competitions.priority p where p.competition_id = c.id) as priorities
       from competitions.competition c
       left join lateral (select number, form from competitions.form_version where competition_id = c.id
                           order by number desc limit 1) v on true
      where c.id = $1`,
    [id],
  );
  return { ...competition, ...lists! };
}

/** In their order, for those who need nothing else. Empty where nobody has named any. */
export async function criteriaOf(reader: Reader, competitionId: string): Promise<Criterion[]> {
  const found = await reader.one<{ criteria: Criterion[] }>(
    `select ${CRITERIA} from competitions.competition c where c.id = $1`,
    [competitionId],
  );
  return found?.criteria ?? [];
}

async function find(reader: Reader, where: string, value: string): Promise<CompetitionRow> {
  const found = await reader.one<Parameters<typeof readCompetition>[0]>(
    `select ${COMPETITION_COLUMNS} from competitions.competition where ${where}`,
    [value],
  );
  if (!found) throw new NotFound();
  return readCompetition(found);
}
