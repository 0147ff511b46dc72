import { Injectable } from '@nestjs/common';
import { ProposalRooms, type ProposalRoom } from '#libs/applications';
import { competitionById } from '#libs/competitions';
import { holds, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { challengeWindow } from '../model/challenge.js';
import { evaluationPaths } from '../paths.js';

type Proposal = { id: string; competitionId: string; organisationId: string; state: string };

/** The applicant finds the challenge on the page of the proposal, while it can be made and after it was. */
@Implements(ProposalRooms)
@Injectable()
export class ChallengeRoom implements ProposalRooms {
  async rooms(ctx: Context, reader: Reader, proposal: Proposal): Promise<ProposalRoom[]> {
    if (!['submitted', 'admitted'].includes(proposal.state)) return [];
    if (!holds(ctx.actor, ['applicant'], proposal.organisationId)) return [];
    const { isOpen } = challengeWindow(await competitionById(reader, proposal.competitionId), ctx.now);
    if (!isOpen && !(await wasRaised(reader, proposal.id))) return [];
    return [{ text: phrase(ctx.lang, 'evaluation:challenge.title'), href: evaluationPaths.challenge(proposal.id) }];
  }
}

async function wasRaised(reader: Reader, applicationId: string): Promise<boolean> {
  const found = await reader.one(
    `select from evaluation.conflict_question where application_id = $1 and source = 'challenge' limit 1`,
    [applicationId],
  );
  return found !== undefined;
}
