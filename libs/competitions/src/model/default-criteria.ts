import type { Anchor } from './criterion.js';

export interface NewCriterion {
  key: string;
  title: string;
  question: string;
  maxPoints: number;
  guidance: Anchor[];
}

const DEFAULTS = [
  {
    key: 'aim',
    title: 'Відповідність меті конкурсу',
    question: 'Чи розв’язує проєкт справжню проблему в межах обраного пріоритету?',
  },
  {
    key: 'results',
    title: 'Реалістичність і значущість результатів та показників',
    question: 'Чи досяжні заплановані результати за відведений час і чи можна буде їх перевірити?',
  },
  {
    key: 'efficiency',
    title: 'Ефективність використання бюджетних коштів',
    question: 'Чи виправдані видатки кошторису і чи відповідають вони очікуваним результатам?',
  },
  {
    key: 'capacity',
    title: 'Спроможність організації виконати проєкт',
    question: 'Чи має організація людей, досвід, партнерів і план на випадок ускладнень?',
  },
];

/** The four criteria a new competition starts with (rule 41); editable until the announcement. */
export function defaultCriteria(maxPoints: number): NewCriterion[] {
  return DEFAULTS.map((criterion) => ({ ...criterion, maxPoints, guidance: [] }));
}
