import { Injectable } from '@nestjs/common';
import { departmentAdmits, type CompetitionRow } from '#libs/competitions';
import { PlanSession, sessionOf, type NewItem } from '#libs/sessions';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { ADMISSION, type AdmissionPayload } from '../model/admission.js';
import { reasonInWords } from '../model/reason-in-words.js';
import { applicationPaths } from '../paths.js';
import { unfinishedAdmissionSession } from '../queries/admission-list.js';
import { admissionProposals, type AdmissionProposal } from '../queries/admission-proposals.js';
import { lockForAdmission } from './lock-admission.js';

export interface SessionPlace {
  plannedAt: Date;
  place: string;
}

/**
 * Calls the commission to decide about every proposal that is not decided yet: one agenda item for each. Where the
 * authority admits, about those only that the rule leaves to the commission (rules 9, 10).
 */
@Injectable()
export class PlanAdmissionSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planSession: PlanSession,
  ) {}

  /** @returns the id of the session */
  execute(ctx: Context, competitionId: string, { plannedAt, place }: SessionPlace): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockForAdmission(tx, competitionId);
      if (plannedAt <= tx.now) throw invalidField('plannedAt', 'applications.admission-session-past');
      const proposals = await admissionProposals(tx, competition);
      const session = await unfinishedAdmissionSession(tx, competitionId);
      if (session) throw new Conflict('applications.admission-session-unfinished', { number: session.number });
      const undecided = proposals.filter((one) => one.state === 'submitted' && isForCommission(competition, one));
      refuseUnprepared(undecided);
      const items = undecided.map(agendaItem);
      return this.planSession.within(tx, {
        ...{ ...sessionOf(competition), kind: ADMISSION, plannedAt, place, items },
        ...{ bodyName: t('body', { title: competition.title }), subject: t('subject') },
      });
    });
  }
}

const isForCommission = (competition: CompetitionRow, proposal: AdmissionProposal): boolean =>
  !departmentAdmits(competition) || (proposal.needsVote && proposal.orderId === null);

function refuseUnprepared(undecided: readonly AdmissionProposal[]): void {
  if (undecided.length === 0) throw new Conflict('applications.admission-nothing-to-decide');
  const count = undecided.filter(({ verdict }) => verdict === null).length;
  if (count > 0) throw new Conflict('applications.admission-verdicts-missing', { count });
}

// The agenda is an official document: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) =>
  phrase('uk', `applications:admission.agenda.${key}`, data);

function agendaItem(proposal: AdmissionProposal): NewItem {
  const payload: AdmissionPayload = { verdict: proposal.verdict!, reason: reasonInWords(proposal) };
  return {
    kind: ADMISSION,
    subjectId: proposal.id,
    title: t('item', { code: proposal.registerCode, organisation: proposal.organisationName }),
    proposal: t(payload.reason ? `${payload.verdict}-because` : payload.verdict, {
      title: proposal.title,
      reason: payload.reason,
    }),
    path: applicationPaths.reading(proposal.id),
    payload: { ...payload },
  };
}
