import { defineList } from '#libs/platform/http';
import { evaluationPaths } from '../paths.js';

/** One expert for one proposal, and all that speaks for it. */
export interface PairRow {
  competitionId: string;
  applicationId: string;
  personId: string;
  registerCode: string;
  title: string;
  fullName: string;
  fit: number;
  load: number;
  loadLimit: number;
  declaredOn: string | null;
  reason: string;
  isOpen: boolean;
  /** Why the proposal got one more expert, where this is the one. */
  extraCause: string | null;
}

const D = 'evaluation:distribution.';

/** Every pair of a distribution with a sentence why. */
export const distributionList = defineList<PairRow>({
  name: 'distribution',
  title: `${D}pairs`,
  search: { label: `${D}search`, in: ['title', 'registerCode', 'fullName'] },
  columns: [
    { key: 'title', phrase: `${D}proposal`, isHeading: true },
    { key: 'registerCode', phrase: 'evaluation:rating.registerCode', under: 'title' },
    {
      key: 'fullName',
      phrase: `${D}expert`,
      href: ({ isOpen, competitionId, applicationId, personId }) =>
        isOpen ? evaluationPaths.replaceInDistribution(competitionId, applicationId, personId) : null,
    },
    {
      key: 'why',
      phrase: `${D}why`,
      value: ({ fit, load, loadLimit, declaredOn, reason, extraCause }, { t }) =>
        [
          extraCause && t(`${D}whyExtra.${extraCause}`),
          fit > 0 ? t(`${D}whyFit`, { fit }) : null,
          t(`${D}whyLoad`, { load, limit: loadLimit }),
          declaredOn && t(`${D}whyClear`, { on: declaredOn }),
          reason && t(`${D}whyChanged`, { reason }),
        ]
          .filter(Boolean)
          .join(' '),
    },
  ],
  order: '"registerCode", "fullName", "personId"',
  pageSize: 50,
});

/** $1 = the distribution. */
export const DISTRIBUTION_PAIRS = `
  with load as (select person_id, count(*)::int as load from evaluation.distribution_pair
                 where distribution_id = $1 and is_active group by person_id)
  select d.competition_id as "competitionId", p.application_id as "applicationId", p.person_id as "personId",
         v.register_code as "registerCode", v.title, one.full_name as "fullName", p.fit,
         e.load_before + l.load as load, e.load_limit as "loadLimit",
         (select to_char(c.declared_at at time zone 'Europe/Kyiv', 'DD.MM.YYYY') from evaluation.conflict_declaration c
           where c.application_id = p.application_id and c.person_id = p.person_id and c.kind = 'none') as "declaredOn",
         p.reason, d.state = 'ready' as "isOpen",
         (select l.cause from evaluation.assignment a join evaluation.second_look l on l.application_id = a.application_id
           where a.application_id = p.application_id and a.person_id = p.person_id and a.is_extra and a.ended_at is null) as "extraCause"
    from evaluation.distribution_pair p
    join evaluation.distribution d on d.id = p.distribution_id
    join evaluation.distribution_expert e on e.distribution_id = p.distribution_id and e.person_id = p.person_id
    join load l on l.person_id = p.person_id
    join applications.v_application v on v.id = p.application_id
    join identity.v_person one on one.id = p.person_id
   where p.distribution_id = $1 and p.is_active`;
