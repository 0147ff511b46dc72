import { Lifecycle, type Guard } from '#libs/platform/lifecycle';
import { toSafeInteger } from '#libs/platform/money';

export const PAYMENT_STATES = ['ordered', 'approved', 'paid', 'cancelled'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];
export type PaymentAction = 'approve' | 'note' | 'cancel';

export interface PaymentSubject {
  /** The one who acts has ordered it, or has approved it already. */
  isOwn?: boolean;
  approvals?: number;
  approvalsNeeded?: number;
}

const bySomebodyElse: Guard<PaymentSubject> = ({ isOwn }) => (isOwn ? 'contracts.approve-own' : null);
const isLast = ({ approvals = 0, approvalsNeeded = 1 }: PaymentSubject): boolean => approvals + 1 >= approvalsNeeded;

/** rule 60: ordered by one, approved by another (by two above the threshold of the rules), then paid by a document. */
export const paymentLifecycle = new Lifecycle<PaymentState, PaymentAction, PaymentSubject>(
  'contracts',
  PAYMENT_STATES,
  [
    {
      action: 'approve',
      from: ['ordered'],
      to: { oneOf: ['ordered', 'approved'], chosen: (subject) => (isLast(subject) ? 'approved' : 'ordered') },
      who: ['director', 'accountant'],
      guards: [bySomebodyElse],
    },
    { action: 'note', from: ['approved'], to: 'paid', who: ['officer', 'accountant', 'system'] },
    { action: 'cancel', from: ['ordered', 'approved'], to: 'cancelled', who: ['officer', 'accountant', 'director'] },
  ],
);

/** One person up to the threshold, two above it; without a threshold always two. */
export const approvalsNeeded = (amountKop: number, aboveUah: number | null): 1 | 2 =>
  aboveUah !== null && amountKop <= aboveUah * 100 ? 1 : 2;

export interface PaymentRow {
  id: string;
  organiserId: string;
  competitionId: string;
  contractId: string;
  coOrganiserId: string | null;
  organisationId: string;
  instalmentId: string | null;
  instalment: number | null;
  number: number;
  state: PaymentState;
  amountKop: number;
  iban: string;
  purpose: string;
  basis: string | null;
  orderedBy: string;
  orderedOn: string;
  approvalsNeeded: number;
  approvers: { personId: string; name: string; at: string }[];
  documentNumber: string | null;
  paidOn: string | null;
  cancelReason: string | null;
}

export const PAYMENT_SELECT = `
  select p.id, p.organiser_id as "organiserId", p.competition_id as "competitionId", p.contract_id as "contractId",
         k.co_organiser_id as "coOrganiserId",
         c.organisation_id as "organisationId", p.instalment_id as "instalmentId", i.number as instalment, p.number, p.state, p.amount_kop as "amountKop",
         p.iban, p.purpose, p.basis, p.ordered_by as "orderedBy", p.ordered_on::text as "orderedOn",
         p.approvals_needed as "approvalsNeeded", p.document_number as "documentNumber", p.paid_on::text as "paidOn",
         p.cancel_reason as "cancelReason",
         (select coalesce(json_agg(json_build_object('personId', a.person_id, 'name', v.full_name, 'at', a.approved_at)
                   order by a.approved_at), '[]')
            from contracts.approval a join identity.v_person v on v.id = a.person_id where a.payment_id = p.id) as approvers
    from contracts.payment p
    join contracts.contract c on c.id = p.contract_id
    join competitions.v_competition k on k.id = p.competition_id
    left join contracts.instalment i on i.id = p.instalment_id`;

export const readPayment = <Row extends { amountKop: unknown }>(row: Row) => ({
  ...row,
  amountKop: toSafeInteger(row.amountKop as string),
});
