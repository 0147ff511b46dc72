import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { InvalidInput, invalidField } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { Notices } from '#libs/notifications';
import { claimPolicy } from '../access/claim.policy.js';
import { claimLifecycle } from '../model/claim.lifecycle.js';
import type { ClaimDecision, ClaimGround, ClaimRow } from '../model/claim.js';
import { splitHeadName } from '../model/head-name.js';
import { organisationChanged, rightRefused, rightVerified } from '../model/identity.facts.js';
import { identityPaths } from '../paths.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';
import { claimEvidence, claimSubject, lockClaim, organisationByCode } from '../queries/find-claim.js';
import { peopleWithRole } from '../queries/people-with-role.js';
import { personById } from './person-by-id.js';
import { RoleGrants } from './role-grants.js';

export interface DecisionOnClaim {
  decision: ClaimDecision;
  ground: ClaimGround | null;
  /** Why it is refused, or why somebody loses the right. */
  reason: string;
  /** Powers that end with a replacement: a former head, the account whose mailbox is lost. */
  ends: readonly string[];
  /** The card takes the head that the extract names. */
  takesHead: boolean;
}

/** An officer decides a claim: joins, replaces or refuses; everybody concerned gets a letter. */
@Injectable()
export class DecideClaim {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
    private readonly notices: Notices,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, claimId: string, decision: DecisionOnClaim): Promise<void> {
    demandComplete(decision);
    return this.uow.run(ctx, async (tx) => {
      const claim = await lockClaim(tx, claimId);
      // Registered by somebody after the claim was made: it belongs there.
      claim.organisationId ??= await organisationByCode(tx, claim.edrpou);
      const subject = await claimSubject(tx, this.ports.one(OrganisationWork), tx.actor, claim);
      demand(claimPolicy, 'decide', tx.actor, subject);
      const decidedIn = subject.knownToAuthorities[0] ?? null;
      if (decision.decision === 'refuse') await this.refuse(tx, claim, decision, decidedIn);
      else await this.verify(tx, claim, decision, decidedIn);
    });
  }

  private async refuse(tx: Tx, claim: ClaimRow, { reason }: DecisionOnClaim, decidedIn: string | null): Promise<void> {
    const state = claimLifecycle.next(claim.state, 'refuse', await claimEvidence(tx, claim, null));
    await tx.change(
      `update identity.claim set state = $2, decided_by = $3, decided_in = $4, decided_at = $5, reason = $6,
                                 organisation_id = $7 where id = $1`,
      [claim.id, state, tx.actor.personId, decidedIn, tx.now, reason, claim.organisationId],
    );
    tx.record(rightRefused, {
      subjectId: claim.id,
      scopeId: claim.organisationId ?? undefined,
      particulars: { personId: claim.personId, reason },
    });
    if (claim.grantId) await this.grants.endIfActive(tx, claim.grantId, reason);
    await this.tell(tx, claim.personId, 'identity.right-refused', identityPaths.myClaims, {
      reason,
      code: claim.edrpou,
    });
  }

  private async verify(tx: Tx, claim: ClaimRow, decision: DecisionOnClaim, decidedIn: string | null): Promise<void> {
    const state = claimLifecycle.next(claim.state, 'verify', await claimEvidence(tx, claim, decision.ground));
    const organisationId = claim.organisationId!;
    const grantId = await this.grants.grant(tx, {
      ...{ personId: claim.personId, role: 'applicant', scopeKind: 'organisation', scopeId: organisationId },
      position: claim.position,
    });
    await tx.change(
      `update identity.claim set state = $2, decided_by = $3, decided_in = $4, decided_at = $5, ground = $6, reason = $7,
                                 organisation_id = $8, grant_id = $9 where id = $1`,
      [
        ...[claim.id, state, tx.actor.personId, decidedIn, tx.now],
        ...[decision.ground, decision.reason, organisationId, grantId],
      ],
    );
    tx.record(rightVerified, {
      subjectId: claim.id,
      scopeId: organisationId,
      particulars: { personId: claim.personId, ground: decision.ground, decision: decision.decision, decidedIn },
    });
    if (decision.decision === 'replace') await this.replace(tx, claim, decision);
    if (decision.takesHead && claim.extractHead) await takeHead(tx, organisationId, claim.extractHead);
    await this.tell(tx, claim.personId, 'identity.right-verified', identityPaths.organisation(organisationId), {});
  }

  private async replace(tx: Tx, claim: ClaimRow, { ends, reason }: DecisionOnClaim): Promise<void> {
    const acting = await peopleWithRole(tx, claim.organisationId!, ['applicant']);
    const leaving = acting.filter(({ grantId, personId }) => ends.includes(grantId) && personId !== claim.personId);
    if (leaving.length === 0) throw invalidField('ends', 'identity.choose-who-is-replaced');
    for (const { grantId, personId } of leaving) {
      await this.grants.end(tx, grantId, reason);
      await this.tell(tx, personId, 'identity.right-ended', identityPaths.desk, { reason });
    }
  }

  private async tell(
    tx: Tx,
    personId: string,
    template: string,
    path: string,
    data: Record<string, string>,
  ): Promise<void> {
    const to = await personById(tx, personId);
    await this.notices.queue(tx, {
      to,
      kind: 'account',
      organiserId: null,
      template,
      path,
      data: { givenName: to.givenName, ...data },
    });
  }
}

function demandComplete({ decision, ground, reason, ends }: DecisionOnClaim): void {
  const missing: [boolean, string, string][] = [
    [decision !== 'join' && reason === '', 'reason', 'identity.reason-empty'],
    [decision !== 'refuse' && ground === null, 'ground', 'identity.ground-empty'],
    [decision === 'replace' && ends.length === 0, 'ends', 'identity.choose-who-is-replaced'],
  ];
  const problems = missing.filter(([isMissing]) => isMissing).map(([, field, code]) => ({ field, code }));
  if (problems.length > 0) throw new InvalidInput(problems);
}

/** A change of head that the extract proves is written into the card at once; the name stays erasable. */
async function takeHead(tx: Tx, organisationId: string, headName: string): Promise<void> {
  const before = await tx.one<{ headName: string }>(
    'select head_name as "headName" from identity.organisation where id = $1',
    [organisationId],
  );
  if (before!.headName === headName) return;
  const { headFamilyName, headGivenName, headPatronymic } = splitHeadName(headName);
  await tx.change(
    `update identity.organisation set head_name = $2, head_family_name = $3, head_given_name = $4, head_patronymic = $5,
            version = version + 1 where id = $1`,
    [organisationId, headName, headFamilyName, headGivenName, headPatronymic],
  );
  tx.record(organisationChanged, {
    subjectId: organisationId,
    scopeId: organisationId,
    particulars: { fields: ['headName'], before: {}, after: {} },
    personal: { before, after: { headName } },
  });
}
