import { Injectable } from '@nestjs/common';
import { shareCompetition, takePaperNumber, type CompetitionRow } from '#libs/competitions';
import { applicantsOf, signingDirector, type Signer } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { checksumOf } from '#libs/platform/canonical-json';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { contractsPolicy } from '../access/contract.policy.js';
import { contractSigned } from '../model/contract.facts.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import type { ContractContent } from '../model/template/contract-content.js';
import { contractPaper } from '../model/template/contract-paper.js';
import { subjectOf } from '../model/whole.js';
import { contractPaths } from '../paths.js';
import { contentsOf } from '../queries/contract-content.js';
import { templateVersions } from '../queries/find-template.js';
import { signingHolds } from '../queries/signing-holds.js';
import { lockContracts, wholeContracts, type WholeContract } from '../queries/read-contracts.js';

/** The director signs agreed contracts, one or many: each gets its number, and its words never change again. */
@Injectable()
export class SignContracts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, competitionId: string, ids: readonly string[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(contractsPolicy, 'sign', tx.actor, competition);
      const signer = await signingDirector(tx, competition.organiserId);
      if (!signer) throw new Forbidden('contracts.director-only');
      await lockContracts(tx, competitionId, ids);
      const contracts = (await wholeContracts(tx, ids)).filter((one) => one.contract.competitionId === competitionId);
      if (contracts.length === 0) throw new Conflict('contracts.nothing-chosen');
      // rule 59
      for (const { contract, parts, awardKop } of contracts)
        contractLifecycle.next(contract.state, 'sign', subjectOf(contract, parts, awardKop));
      await this.demandNoHold(tx, contracts);
      const contents = await contentsOf(tx, competition, contracts);
      const templates = await templateVersions(tx, competition.organiserId);
      const sectionsOf = (number: number) => templates.find((one) => one.number === number)!.sections;
      for (const one of contracts) {
        const content = await this.numbered(tx, competition, one, contents.get(one.contract.id)!, signer);
        const paper = contractPaper(content, sectionsOf(one.contract.templateNumber));
        await this.sign(tx, competition, one, content.signing!.number, paper);
      }
    });
  }

  private async demandNoHold(tx: Tx, contracts: readonly WholeContract[]): Promise<void> {
    const holds = await signingHolds(
      ...([tx, this.ports, tx.ctx] as const),
      contracts.map(({ contract }) => contract),
    );
    const [first] = [...holds.values()].flat();
    if (first) throw new Conflict('contracts.signing-held-because', { reason: first.reason });
  }

  /** «12/2020»: twelfth of the authority in the budget year. */
  private async numbered(
    tx: Tx,
    competition: CompetitionRow,
    { agreedBy }: WholeContract,
    content: ContractContent,
    signer: Signer,
  ): Promise<ContractContent> {
    const series = { organiserId: competition.organiserId, series: 'contracts', year: competition.budgetYear! };
    const number = await takePaperNumber(tx, { ...series, isRehearsal: competition.isRehearsal });
    const organiser = { ...content.organiser, director: signer.name, directorPosition: signer.position };
    return { ...content, organiser, signing: { number, at: tx.now, agreedBy } };
  }

  private async sign(
    tx: Tx,
    competition: CompetitionRow,
    { contract }: WholeContract,
    number: string,
    paper: object,
  ): Promise<void> {
    const sha256 = checksumOf(paper);
    await tx.change(
      `update contracts.contract set state = 'signed', number = $2, signed_on = $3, signed_at = $4, signed_by = $5,
              paper = $6, paper_sha256 = $7, version = version + 1 where id = $1`,
      [contract.id, number, kyivDay(tx.now), tx.now, tx.actor.personId, JSON.stringify(paper), sha256],
    );
    tx.deliver('contracts.make-paper', contract.id);
    tx.record(contractSigned, {
      subjectId: contract.id,
      scopeId: competition.id,
      particulars: { number, sumKop: contract.sumKop, sha256 },
    });
    for (const to of await applicantsOf(tx, contract.organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'decision', organiserId: competition.organiserId, template: 'contracts.signed' },
        data: { title: contract.subject, number },
        path: contractPaths.own(contract.id),
      });
  }
}
