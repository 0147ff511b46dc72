import { Injectable } from '@nestjs/common';
import { ApproveConclusion, Findings, HearRecipient, NoteRefund, WriteConclusion } from '#libs/monitoring';
import { Database } from '#libs/platform/database';
import { PlayContracts } from './play-contracts.js';
import { PlayReports, type Funded } from './play-reports.js';
import { reportWords } from './report-words.js';
import { organisations, seasons } from './season-data.js';
import { Stage } from './stage.js';

const officer = 'officer@masscom.example';
const director = 'director@masscom.example';
const accountant = 'accountant@masscom.example';
/** So many are done by the end of summer. */
const FINISHED = 12;
const COFFEE = 'Кава-пауза на семінарі';

/** Organisations that the competitions of autumn expect. */
const AGAIN = new Set(
  [seasons.masscom2021, seasons.women2021, seasons.social2021]
    .flatMap(({ proposals }) => proposals.map(({ organisation }) => organisation))
    .map((key) => organisations.find((one) => one.key === key)?.edrpou),
);
const appliesAgain = ({ edrpou }: Funded): boolean => AGAIN.has(edrpou);

/** A year of funded projects: interim reports and second payments, early final reports, checks, findings, conclusions. */
@Injectable()
export class PlayMonitoring {
  constructor(
    private readonly db: Database,
    private readonly stage: Stage,
    private readonly reports: PlayReports,
    private readonly contracts: PlayContracts,
    private readonly findings: Findings,
    private readonly write: WriteConclusion,
    private readonly hear: HearRecipient,
    private readonly approve: ApproveConclusion,
    private readonly refund: NoteRefund,
  ) {}

  async play(competitionId: string, organiserId: string): Promise<void> {
    const funded = await this.reports.funded(competitionId);
    await this.stage.atKyiv('2020-07-27', '11:00');
    // One has not written in time.
    const reporting = funded.slice(0, -1);
    await this.stage.together(reporting, (one) => this.reports.write(one, 'interim', 0.5, '2020-06-15'));
    await this.stage.atKyiv('2020-08-04', '15:00');
    // One comes back, one still waits to be looked at.
    const [returned, waiting, ...accepted] = reporting.reverse();
    await this.reports.giveBack(returned!.interim);
    await this.stage.together(accepted, (one) => this.reports.accept(one.interim));
    const paid = accepted.filter((one) => one !== waiting);
    await this.contracts.paySecond(
      organiserId,
      paid.map(({ id }) => id),
    );
    const [clean, others] = [paid.filter((one) => !appliesAgain(one)), paid.filter(appliesAgain)];
    await this.finish([...clean, ...others].slice(0, FINISHED));
  }

  /** Those who have finished by the end of summer. */
  private async finish(finished: readonly Funded[]): Promise<void> {
    // Untargeted use bars whoever applies again (rule 8): the first ones do not.
    const [refused, unresolved, found] = finished;
    await this.stage.atKyiv('2020-08-21', '10:00');
    const lost = await this.warn(unresolved!, reportWords.unresolved.what, 4_500_00, '2020-09-04');
    await this.stage.atKyiv('2020-09-02', '12:00');
    await this.stage.together(finished, async (one) => {
      if (one === refused) await this.claimCoffee(one);
      await this.reports.write(one, 'final', one === refused ? 0.45 : 0.5, '2020-08-25');
    });
    const fixed = await this.warn(found!, reportWords.finding.what, null, '2020-09-18');
    await this.stage.atKyiv('2020-09-07', '16:00');
    await this.findings.decide(
      ...([await this.stage.as(officer), unresolved!.id, lost, 0, 'leave', reportWords.unresolved.decision] as const),
    );
    await this.stage.together(finished, (one) => this.reports.accept(one.final, COFFEE));
    await this.stage.atKyiv('2020-09-08', '18:00');
    await this.findings.answer(await this.stage.as(found!.email), found!.id, fixed, reportWords.finding.answer);
    await this.stage.atKyiv('2020-09-10', '10:00');
    await this.findings.decide(
      ...([await this.stage.as(officer), found!.id, fixed, 1, 'close', reportWords.finding.decision] as const),
    );
    await this.conclude(finished, refused!, unresolved!);
  }

  /** All but two are approved; one recipient objects and is answered. */
  private async conclude(finished: readonly Funded[], refused: Funded, unresolved: Funded): Promise<void> {
    await this.stage.together(finished, async ({ id }) => {
      const ctx = await this.stage.as(officer);
      const isWhole = id !== refused.id && id !== unresolved.id;
      await this.write.save(ctx, id, 0, {
        ...{ result: isWhole ? 'done' : 'partly', moneyUse: isWhole ? 'targeted' : 'untargeted' },
        ...{ grounds: reportWords.grounds[isWhole ? 'done' : 'partly'] },
        recommendation: isWhole ? reportWords.recommendation : '',
      });
      await this.write.show(ctx, id, 1);
    });
    await this.stage.atKyiv('2020-09-11', '14:00');
    const waiting = finished.at(-1)!;
    const heard = finished.filter((one) => one !== waiting);
    await this.stage.together(heard, async ({ id, email }) => {
      const ctx = await this.stage.as(email);
      if (id === refused.id) await this.hear.object(ctx, id, 2, reportWords.objection);
      else await this.hear.agree(ctx, id, 2);
    });
    await this.stage.atKyiv('2020-09-14', '10:00');
    await this.write.answer(await this.stage.as(officer), refused.id, 3, reportWords.answer);
    await this.stage.atKyiv('2020-09-15', '11:00');
    for (const { id } of heard.slice(0, -1))
      await this.approve.execute(await this.stage.as(director), id, id === refused.id ? 4 : 3);
    await this.stage.atKyiv('2020-09-24', '12:00');
    const ordered = await this.db.one<{ kop: string }>(
      'select untargeted_kop + unspent_kop as kop from monitoring.refund where project_id = $1',
      [refused.id],
    );
    await this.refund.execute(await this.stage.as(accountant), refused.id, {
      ...{ amountKop: Number(ordered!.kop), paidOn: '2020-09-23', documentNumber: '48' },
    });
  }

  private async warn({ id }: Funded, what: string, sumKop: number | null, dueOn: string): Promise<string> {
    return this.findings.warn(await this.stage.as(officer), id, { what, sumKop, dueOn });
  }

  private async claimCoffee(project: Funded): Promise<void> {
    const [line] = await this.reports.lines(project.id);
    await this.reports.spend(
      ...([await this.stage.as(project.email), project, project.final, line!, 0.04, '2020-08-20', COFFEE] as const),
    );
  }
}
