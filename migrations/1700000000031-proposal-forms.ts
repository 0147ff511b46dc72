import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The form of proposals as versioned data (rule 20), and the rules of budgets (rule 24). */
export class ProposalForms1700000000031 implements MigrationInterface {
  name = 'ProposalForms1700000000031';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition
        add column form_order_number text,
        add column form_order_on date,
        -- Counts the steps of building the form, so that two windows do not overwrite each other.
        add column form_revision integer not null default 1,
        -- The next version, while it is being written during the reception.
        add column form_change jsonb,
        add column budget_rules jsonb not null default '{}';

      create table competitions.form_version (
        competition_id uuid not null constraint fk_form_version_competition references competitions.competition (id),
        number integer not null constraint ck_form_version_number check (number > 0),
        form jsonb not null,
        order_number text,
        order_on date,
        reason text not null default '',
        published_at timestamptz not null,
        constraint pk_form_version primary key (competition_id, number),
        -- A change after the announcement is an act with a reason.
        constraint ck_form_version_act check (number = 1 or (order_number <> '' and order_on is not null and reason <> ''))
      );

      -- Forms written so far ended with four pages of their own; now these are sections like the others.
      alter table competitions.competition disable trigger competition_frozen;
    `);
    await db.query(
      `update competitions.competition set form = jsonb_set(form, '{sections}', (form -> 'sections') || $1::jsonb)
        where not form @> '{"sections": [{"part": "budget"}]}'`,
      [JSON.stringify(FIXED_SECTIONS)],
    );
    await db.query(`
      alter table competitions.competition enable trigger competition_frozen;
      insert into competitions.form_version (competition_id, number, form, order_number, order_on, published_at)
        select id, 1, form, order_number, order_on, published_at from competitions.competition where state <> 'draft';

      create trigger form_version_kept before update or delete on competitions.form_version for each row
        execute function competitions.refuse_change();
      create trigger competition_form_frozen before update on competitions.competition for each row
        when (old.state <> 'draft' and (new.form_order_number is distinct from old.form_order_number
              or new.form_order_on is distinct from old.form_order_on or new.budget_rules is distinct from old.budget_rules))
        execute function competitions.refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

const FIXED_SECTIONS = [
  {
    key: 'activities',
    part: 'activities',
    title: {
      uk: 'План заходів',
      en: 'Plan of activities',
    },
    questions: [],
  },
  {
    key: 'budget',
    part: 'budget',
    title: {
      uk: 'Кошторис',
      en: 'Budget',
    },
    questions: [],
  },
  {
    key: 'indicators',
    part: 'indicators',
    title: {
      uk: 'Показники',
      en: 'Indicators',
    },
    questions: [],
  },
  {
    key: 'files',
    part: 'files',
    title: {
      uk: 'Файли',
      en: 'Files',
    },
    questions: [
      {
        key: 'statute',
        kind: 'file',
        title: {
          uk: 'Статут',
          en: 'Statute',
        },
        hint: {
          uk: '',
          en: '',
        },
        required: false,
        formats: ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'jpeg', 'png'],
        maxMb: 10,
      },
      {
        key: 'register-extract',
        kind: 'file',
        title: {
          uk: 'Витяг з реєстру',
          en: 'Extract from the register',
        },
        hint: {
          uk: '',
          en: '',
        },
        required: false,
        formats: ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'jpeg', 'png'],
        maxMb: 10,
      },
      {
        key: 'non-profit',
        kind: 'file',
        title: {
          uk: 'Підтвердження неприбутковості',
          en: 'Proof of non-profit status',
        },
        hint: {
          uk: '',
          en: '',
        },
        required: false,
        formats: ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'jpeg', 'png'],
        maxMb: 10,
      },
      {
        key: 'letter',
        kind: 'file',
        title: {
          uk: 'Лист підтримки або згоди',
          en: 'Letter of support or consent',
        },
        hint: {
          uk: '',
          en: '',
        },
        required: false,
        formats: ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'jpeg', 'png'],
        maxMb: 10,
      },
      {
        key: 'cv',
        kind: 'file',
        title: {
          uk: 'Резюме виконавців',
          en: 'CVs of the team',
        },
        hint: {
          uk: '',
          en: '',
        },
        required: false,
        formats: ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'jpeg', 'png'],
        maxMb: 10,
      },
      {
        key: 'other',
        kind: 'file',
        title: {
          uk: 'Інше',
          en: 'Other',
        },
        hint: {
          uk: '',
          en: '',
        },
        required: false,
        formats: ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'jpeg', 'png'],
        maxMb: 10,
      },
    ],
  },
];
