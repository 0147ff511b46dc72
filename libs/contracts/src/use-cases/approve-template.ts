import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { InvalidInput, invalidField, type FieldError } from '#libs/platform/errors';
import { templatePolicy } from '../access/contract.policy.js';
import { templateApproved } from '../model/contract.facts.js';
import { markersIn, unknownMarkers } from '../model/template/markers.js';
import { NEEDED, SECTIONS, type Sections } from '../model/template/sections.js';

export interface NewTemplate {
  orderNumber: string;
  orderOn: string;
  sections: Sections;
}

/** A new text of contracts of an authority, by an order; contracts that were drafted keep theirs. */
@Injectable()
export class ApproveTemplate {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, organiserId: string, template: NewTemplate): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      demand(templatePolicy, 'approve', tx.actor, { organiserId });
      if (template.orderOn > kyivDay(tx.now)) throw invalidField('orderOn', 'contracts.order-in-future');
      const problems = SECTIONS.flatMap((key) => problemsOf(key, template.sections));
      if (problems.length > 0) throw new InvalidInput(problems);
      await tx.one('select from identity.organiser where id = $1 for no key update', [organiserId]);
      const row = await tx.one<{ number: number }>(
        `insert into contracts.template (organiser_id, number, order_number, order_on, sections, made_by, made_at)
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 from contracts.template where organiser_id = $1
         returning number`,
        [
          organiserId,
          template.orderNumber,
          template.orderOn,
          JSON.stringify(template.sections),
          tx.actor.personId,
          tx.now,
        ],
      );
      tx.record(templateApproved, {
        subjectId: organiserId,
        scopeId: organiserId,
        particulars: { number: row!.number, orderNumber: template.orderNumber, orderOn: template.orderOn },
      });
      return row!.number;
    });
  }
}

/** rule 59: a contract without one of its parts is none. */
function problemsOf(key: (typeof SECTIONS)[number], sections: Sections): FieldError[] {
  const [unknown] = unknownMarkers(sections[key]);
  if (unknown !== undefined) return [{ field: key, code: 'contracts.marker-unknown', data: { marker: unknown } }];
  const used = markersIn(sections[key]);
  const missing = (NEEDED[key] ?? []).find((name) => !used.includes(name));
  return missing === undefined ? [] : [{ field: key, code: 'contracts.marker-missing', data: { marker: missing } }];
}
