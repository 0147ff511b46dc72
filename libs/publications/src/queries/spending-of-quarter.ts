import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/identity';
import { Database } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { hryvnias } from '../model/open-data/public-grant.js';
import type { Quarter } from '../model/open-data/quarter.js';

/** More payments than all authorities make in a quarter. */
const PAYMENTS_MAX = 50_000;
const HEADS = [
  ...['payerEdrpou', 'payerName', 'recipientEdrpou', 'recipientName', 'contractNumber', 'contractDate', 'contractSum'],
  ...['subject', 'paymentDate', 'documentNumber', 'paymentSum'],
];

interface RawPayment {
  payerEdrpou: string;
  payerName: string;
  recipientEdrpou: string;
  recipientName: string;
  contractNumber: string;
  contractOn: string;
  contractKop: string;
  subject: string;
  paidOn: string;
  documentNumber: string;
  paidKop: string;
}

/** What was paid by contracts within a quarter, for the portal of public spending (rule 67). */
@Injectable()
export class SpendingOfQuarter {
  constructor(private readonly db: Database) {}

  /** Heads, and a line for each payment in the order of days. */
  async lines({ from, until }: Quarter): Promise<(string | number | null)[][]> {
    const rows = await this.db.rows<RawPayment>(
      `select g.edrpou as "payerEdrpou", g.name as "payerName", o.edrpou as "recipientEdrpou", o.name as "recipientName",
              k.number as "contractNumber", k.signed_on::text as "contractOn", k.sum_kop as "contractKop", k.subject,
              p.paid_on::text as "paidOn", p.document_number as "documentNumber", p.amount_kop as "paidKop"
         from contracts.v_payment p
         join contracts.v_contract k on k.id = p.contract_id
         join competitions.v_competition c on c.id = p.competition_id and not c.is_rehearsal
         join identity.v_organiser g on g.id = p.organiser_id
         join identity.v_organisation o on o.id = k.organisation_id
        where p.state = 'paid' and p.paid_on between $1 and $2
        order by p.paid_on, g.edrpou, p.document_number limit $3`,
      [from, until, PAYMENTS_MAX],
    );
    return [
      HEADS,
      ...rows.map(({ subject, contractKop, paidKop, ...row }) => [
        ...[row.payerEdrpou, row.payerName, row.recipientEdrpou, withoutPersonalData(row.recipientName)],
        ...[row.contractNumber, row.contractOn, hryvnias(toSafeInteger(contractKop)), withoutPersonalData(subject)],
        ...[row.paidOn, row.documentNumber, hryvnias(toSafeInteger(paidKop))],
      ]),
    ];
  }
}
