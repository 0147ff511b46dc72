import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import { addDays, kyivDay, kyivInstant } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { contractPaths } from '../paths.js';

interface Waiting {
  id: string;
  title: string;
  titleEn: string | null;
  count: number;
  dueOn: string | null;
}

interface Mine {
  id: string;
  subject: string;
  state: 'draft' | 'offered';
}

const ITEMS_MAX = 50;

/** Contracts that wait for the officer (draft, offer, put in force), the director (sign) or the organisation (details, answer). */
@Implements(DeskSource)
@Injectable()
export class ContractDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    return [
      ...(await this.ofOfficer(ctx, reader)),
      ...(await this.ofDirector(ctx, reader)),
      ...(await this.ofApprover(ctx, reader)),
      ...(await this.ofOrganisation(ctx, reader)),
    ];
  }

  /** Awards without a contract, by the term of the rules; then what is signed and not in force. */
  private async ofOfficer(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const mine = scopesOf(ctx.actor, ['officer']);
    if (mine.length === 0) return [];
    const undrafted = await reader.rows<Waiting & { grantedOn: string; days: number | null }>(
      `select k.id, k.title, k.title_en as "titleEn", count(*)::int as count, max(w.ordered_on)::text as "grantedOn",
              max(t.contract_days) as days
         from awards.v_award w
         join competitions.v_competition k on k.id = w.competition_id
         left join contracts.v_terms t on t.competition_id = k.id
        where k.organiser_id = any($1) and k.budget_year >= $2 and w.state = 'stands'
          and not exists (select from contracts.contract c where c.award_id = w.id)
        group by k.id, k.title, k.title_en order by max(w.ordered_on), k.id limit ${ITEMS_MAX}`,
      // Allocations lapse with their year: what was not contracted by then never will be.
      [mine, Number(kyivDay(ctx.now).slice(0, 4))],
    );
    const signed = await this.inState(reader, mine, 'signed');
    return [
      ...undrafted.map((one) =>
        item(
          ctx,
          { ...one, dueOn: one.days === null ? null : addDays(one.grantedOn, one.days) },
          'draft',
          'officer',
          contractPaths.ofCompetition(one.id),
        ),
      ),
      ...signed.map((one) => item(ctx, one, 'put-in-force', 'officer', contractPaths.together(one.id, 'put-in-force'))),
    ];
  }

  private async ofDirector(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const mine = scopesOf(ctx.actor, ['director']);
    if (mine.length === 0) return [];
    const agreed = await this.inState(reader, mine, 'agreed');
    const asked = await reader.rows<{ id: string; subject: string }>(
      `select r.id, c.subject from contracts.change_request r join contracts.contract c on c.id = r.contract_id
        where c.organiser_id = any($1) and r.state = 'asked' and c.state in ('in-force', 'suspended')
        order by r.asked_at limit ${ITEMS_MAX}`,
      [mine],
    );
    return [
      ...agreed.map((one) => item(ctx, one, 'sign', 'director', contractPaths.together(one.id, 'sign'))),
      ...asked.map(({ id, subject }) => ({
        title: phrase(ctx.lang, 'contracts:desk.decide'),
        ...{ context: subject, role: 'director', dueAt: null, href: contractPaths.change(id) },
      })),
    ];
  }

  /** Payments that somebody else ordered and this person has not approved. */
  private async ofApprover(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const roles = ['director', 'accountant'] as const;
    const mine = scopesOf(ctx.actor, roles);
    if (mine.length === 0) return [];
    const rows = await reader.rows<Waiting>(
      `select k.id, k.title, k.title_en as "titleEn", count(*)::int as count, null as "dueOn"
         from contracts.payment p join competitions.v_competition k on k.id = p.competition_id
        where p.organiser_id = any($1) and p.state = 'ordered' and p.ordered_by <> $2
          and not exists (select from contracts.approval a where a.payment_id = p.id and a.person_id = $2)
        group by k.id, k.title, k.title_en order by k.id limit ${ITEMS_MAX}`,
      [mine, ctx.actor.personId],
    );
    const role = scopesOf(ctx.actor, ['director']).length > 0 ? 'director' : 'accountant';
    return rows.map((one) => item(ctx, one, 'approve', role, `${contractPaths.payments}?state=ordered`));
  }

  private inState(reader: Reader, organisers: readonly string[], state: string): Promise<Waiting[]> {
    return reader.rows(
      `select k.id, k.title, k.title_en as "titleEn", count(*)::int as count, null as "dueOn"
         from contracts.contract c join competitions.v_competition k on k.id = c.competition_id
        where c.organiser_id = any($1) and c.state = $2
        group by k.id, k.title, k.title_en order by k.id limit ${ITEMS_MAX}`,
      [organisers, state],
    );
  }

  private async ofOrganisation(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const mine = scopesOf(ctx.actor, ['applicant']);
    if (mine.length === 0) return [];
    const rows = await reader.rows<Mine>(
      `select c.id, c.subject, c.state from contracts.contract c
        where c.organisation_id = any($1) and (c.state = 'offered' or (c.state = 'draft' and c.details_at is null))
        order by c.id limit ${ITEMS_MAX}`,
      [mine],
    );
    return rows.map(({ id, subject, state }) => ({
      title: phrase(ctx.lang, `contracts:desk.${state === 'draft' ? 'details' : 'answer'}`),
      ...{ context: subject, role: 'applicant', dueAt: null },
      href: state === 'draft' ? contractPaths.details(id) : contractPaths.own(id),
    }));
  }
}

function item(ctx: Context, one: Waiting, todo: string, role: string, href: string): DeskItem {
  return {
    title: phrase(ctx.lang, `contracts:desk.${todo}`, { count: one.count }),
    context: (ctx.lang === 'en' && one.titleEn) || one.title,
    ...{ href, role },
    dueAt: one.dueOn === null ? null : kyivInstant(one.dueOn, '23:59:59'),
  };
}
