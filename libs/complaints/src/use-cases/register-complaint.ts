import { Injectable } from '@nestjs/common';
import { addresseesOf } from '#libs/applications';
import { takePaperNumber, type CompetitionRow } from '#libs/competitions';
import { StoreDocument } from '#libs/documents';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay, kyivInstant, shortDate } from '#libs/platform/clock';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField, InvalidInput, type FieldError } from '#libs/platform/errors';
import { complaintPolicy } from '../access/complaint.policy.js';
import {
  COMPLAINTS_MAX,
  FILE_KINDS,
  FILE_MAX_MB,
  FILES_MAX,
  type Channel,
  type Incoming,
  type NewComplaint,
} from '../model/complaint.js';
import { complaintRegistered } from '../model/complaint.facts.js';
import { answerDue } from '../model/complaint-terms.js';
import { complaintPaths } from '../paths.js';
import { contestable, otherWinners, type Contestable, type ContestedProposal } from '../queries/contestable.js';

export interface ComplaintFile {
  name: string;
  content: Buffer;
}
export interface ComplaintFiles {
  evidence: readonly ComplaintFile[];
  authority: ComplaintFile | undefined;
}
export const NO_FILES: ComplaintFiles = { evidence: [], authority: undefined };

constraintMeans('uq_complaint_open', 'decision', 'complaints.open-already');

type Arrival = { channel: Channel; incomingNumber: string | null; receivedOn: string };

/** A complaint gets its number and its term at once, however it came (rule 57); one that came late is registered too. */
@Injectable()
export class RegisterComplaint {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
    private readonly notices: Notices,
  ) {}

  /** In the cabinet of the organisation. @returns the id of the complaint */
  file(ctx: Context, applicationId: string, input: NewComplaint, files = NO_FILES): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const subject = await contestable(tx, applicationId);
      demand(complaintPolicy, 'file', tx.actor, { ...subject.competition, ...subject.proposal });
      const arrival: Arrival = { channel: 'cabinet', incomingNumber: null, receivedOn: kyivDay(tx.now) };
      return this.register(tx, subject, arrival, input, files);
    });
  }

  /** What came on paper or by e-mail, by the office journal. @returns the id of the complaint */
  incoming(ctx: Context, applicationId: string, arrival: Incoming, input: NewComplaint, files = NO_FILES) {
    return this.uow.run(ctx, async (tx): Promise<string> => {
      const subject = await contestable(tx, applicationId);
      demand(complaintPolicy, 'see', tx.actor, { ...subject.competition, ...subject.proposal });
      demand(complaintPolicy, 'keep', tx.actor, { ...subject.competition, ...subject.proposal });
      if (arrival.receivedOn > kyivDay(tx.now)) throw invalidField('receivedOn', 'complaints.received-later');
      return this.register(tx, subject, arrival, input, files);
    });
  }

  private async register(
    tx: Tx,
    subject: { proposal: ContestedProposal; competition: CompetitionRow; decisions: Contestable[] },
    arrival: Arrival,
    input: NewComplaint,
    files: ComplaintFiles,
  ): Promise<string> {
    const { proposal, competition, decisions } = subject;
    const contested = decisions.find(({ decision }) => decision === input.decision);
    if (!contested) throw invalidField('decision', 'complaints.not-decided');
    await demandWhole(tx, proposal, input, files);
    const id = newId();
    const authorityId = files.authority ? await this.store(tx, id, files.authority, 'authorityFile') : null;
    const evidence: string[] = [];
    for (const file of files.evidence) evidence.push(await this.store(tx, id, file, 'files'));
    const { dueOn } = answerDue(competition, arrival.receivedOn);
    const isLate = arrival.receivedOn > contested.untilOn;
    const year = Number(kyivDay(tx.now).slice(0, 4));
    const series = { organiserId: competition.organiserId, series: 'complaints', year };
    const number = await takePaperNumber(tx, { ...series, isRehearsal: competition.isRehearsal });
    await tx.change(
      `insert into complaints.complaint
         (id, organiser_id, competition_id, application_id, organisation_id, number, channel, incoming_number, received_on,
          decision, ground, story, demand, against_id, representative, authority, authority_document_id, is_late,
          registered_by, registered_at, due_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
      [
        ...[id, competition.organiserId, competition.id, proposal.id, proposal.organisationId, number],
        ...[arrival.channel, arrival.incomingNumber, arrival.receivedOn, input.decision, input.ground],
        ...[input.story, input.demand, input.againstId, input.representative, input.authority, authorityId],
        ...[isLate, tx.actor.personId, tx.now, dueOn],
      ],
    );
    await tx.change('insert into complaints.evidence (complaint_id, document_id) select $1, unnest($2::uuid[])', [
      ...[id, evidence],
    ]);
    tx.record(complaintRegistered, {
      subjectId: id,
      scopeId: competition.id,
      particulars: { number, ...arrival, decision: input.decision, ground: input.ground, dueOn, isLate },
      personal: { story: input.story, demand: input.demand, representative: input.representative },
    });
    await this.tell(tx, competition, proposal, { id, number, dueOn });
    return id;
  }

  private async store(tx: Tx, ownerId: string, { name, content }: ComplaintFile, field: string): Promise<string> {
    const stored = await this.documents.within(tx, {
      ...{ ownerKind: 'complaint', ownerId, name, content, field },
      ...{ kinds: FILE_KINDS, maxBytes: FILE_MAX_MB * 1024 * 1024 },
    });
    return stored.id;
  }

  /** The receipt to the organisation, the news to the officers. */
  private async tell(
    tx: Tx,
    { organiserId }: CompetitionRow,
    { id: applicationId, title, organisationName }: ContestedProposal,
    { id, number, dueOn }: { id: string; number: string; dueOn: string },
  ): Promise<void> {
    const data = { number, title, organisation: organisationName, dueOn: shortDate(kyivInstant(dueOn, '12:00')) };
    const letter = { organiserId, path: complaintPaths.show(id), data };
    for (const to of await addresseesOf(tx, { id: applicationId }))
      await this.notices.queue(tx, { ...letter, to, kind: 'decision', template: 'complaints.registered' });
    for (const to of await peopleWithRole(tx, organiserId, ['officer']))
      await this.notices.queue(tx, { ...letter, to, kind: 'work', template: 'complaints.arrived' });
  }
}

async function demandWhole(
  tx: Tx,
  proposal: ContestedProposal,
  { againstId, representative, authority }: NewComplaint,
  { evidence, authority: paper }: ComplaintFiles,
): Promise<void> {
  if (evidence.length > FILES_MAX) throw invalidField('files', 'complaints.too-many-files', { max: FILES_MAX });
  const hasLawyer = Boolean(representative ?? authority ?? paper);
  const missing: [boolean, string, string][] = [
    [!representative, 'representative', 'complaints.lawyer-name'],
    [!authority, 'authority', 'complaints.lawyer-authority'],
    [!paper, 'authorityFile', 'complaints.lawyer-file'],
  ];
  const errors = missing.filter(([isMissing]) => hasLawyer && isMissing);
  if (errors.length > 0) throw new InvalidInput(errors.map(([, field, code]): FieldError => ({ field, code })));
  if (againstId && !(await otherWinners(tx, proposal)).some(({ id }) => id === againstId))
    throw invalidField('againstId', 'complaints.not-a-winner');
  const known = await tx.one<{ count: number }>(
    'select count(*)::int as count from complaints.complaint where application_id = $1',
    [proposal.id],
  );
  if (known!.count >= COMPLAINTS_MAX) throw invalidField('decision', 'complaints.too-many', { max: COMPLAINTS_MAX });
}
