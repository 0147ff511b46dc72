import { Injectable } from '@nestjs/common';
import {
  AgreeContract,
  ApprovePayment,
  AskChange,
  DecideChange,
  DraftContracts,
  GiveDetails,
  OfferContracts,
  OrderPayment,
  PutInForce,
  SignAct,
  SignContracts,
  TakeStatement,
} from '#libs/contracts';
import { Database } from '#libs/platform/database';
import { ibanOf } from '../compose/iban.js';
import { contractWords } from './contract-words.js';
import { Stage } from './stage.js';

interface Concluded {
  id: string;
  email: string;
  edrpou: string;
  head: string;
  number: string | null;
  signedOn: string | null;
}

type Payable = Pick<Concluded, 'id' | 'number' | 'signedOn'>;

interface Ordered {
  id: string;
  amountKop: string;
  iban: string;
}

const TERMS = { place: 'м. Сєвєродонецьк', kpkvk: '2310180', kekv: '2610', firstPercent: 70 };
const officer = 'officer@masscom.example';
const director = 'director@masscom.example';
const accountant = 'accountant@masscom.example';

/** Last year's winners get their contracts and their money; one asks for a change, one has to stop. */
@Injectable()
export class PlayContracts {
  constructor(
    private readonly db: Database,
    private readonly stage: Stage,
    private readonly draft: DraftContracts,
    private readonly give: GiveDetails,
    private readonly offer: OfferContracts,
    private readonly agree: AgreeContract,
    private readonly sign: SignContracts,
    private readonly force: PutInForce,
    private readonly order: OrderPayment,
    private readonly approve: ApprovePayment,
    private readonly take: TakeStatement,
    private readonly ask: AskChange,
    private readonly decide: DecideChange,
    private readonly act: SignAct,
  ) {}

  /** From the drafts to the first payments. */
  async conclude(competitionId: string, organiserId: string): Promise<void> {
    await this.stage.atKyiv('2020-03-16', '10:00');
    const ids = await this.draft.execute(await this.stage.as(officer), competitionId, TERMS);
    await this.stage.atKyiv('2020-03-18', '12:00');
    await this.stage.together(await this.contracts(competitionId), async ({ id, email, edrpou, head }) =>
      this.give.execute(await this.stage.as(email), id, {
        ...{ iban: ibanOf('334851', edrpou), treasuryIban: null },
        ...{ signerName: head, signerPosition: 'голова правління', ground: 'Статуту' },
      }),
    );
    await this.stage.atKyiv('2020-03-23', '15:00');
    await this.offer.execute(await this.stage.as(officer), competitionId, ids);
    await this.stage.atKyiv('2020-03-25', '11:00');
    await this.stage.together(await this.contracts(competitionId), async ({ id, email }) =>
      this.agree.execute(await this.stage.as(email), id),
    );
    await this.stage.atKyiv('2020-03-27', '16:00');
    await this.sign.execute(await this.stage.as(director), competitionId, ids);
    await this.stage.atKyiv('2020-03-30', '10:00');
    await this.force.execute(await this.stage.as(officer), competitionId, ids, '2020-03-30');
    const concluded = await this.contracts(competitionId);
    await this.stage.atKyiv('2020-04-06', '10:00');
    await this.pay(organiserId, concluded, 1, ['2020-04-08', '2020-04-09'], null);
  }

  /** The second instalments of those whose interim report was accepted. */
  async paySecond(organiserId: string, ids: readonly string[]): Promise<void> {
    const rows = await this.db.rows<Payable>(
      'select id, number, signed_on::text as "signedOn" from contracts.v_contract where id = any($1) order by number',
      [ids],
    );
    await this.stage.atKyiv('2020-08-06', '10:00');
    await this.pay(organiserId, rows, 2, ['2020-08-10', '2020-08-11'], 'проміжний звіт, прийнято 04.08.2020');
  }

  /** A change and a suspension; the second payments wait for reports. */
  async carryOn(competitionId: string): Promise<void> {
    const concluded = await this.contracts(competitionId);
    const [changed, stopped] = concluded;
    await this.stage.atKyiv('2020-07-02', '10:00');
    const { reason, decision, endsOn } = contractWords.change;
    const time = { startsOn: await this.startOf(changed!.id), endsOn, reason };
    const none = { content: null, budget: null, people: null };
    await this.ask.execute(await this.stage.as(changed!.email), changed!.id, { ...none, time });
    await this.stage.atKyiv('2020-07-06', '14:00');
    const [request] = await this.db.rows<{ id: string }>(
      `select id from contracts.change_request where contract_id = $1 and state = 'asked'`,
      [changed!.id],
    );
    await this.decide.execute(await this.stage.as(director), request!.id, [
      { kind: 'time', isAccepted: true, reason: decision },
    ]);
    await this.stage.atKyiv('2020-07-10', '11:00');
    await this.act.execute(await this.stage.as(director), stopped!.id, {
      ...{ kind: 'suspend', number: '52', on: '2020-07-10', ground: 'force-majeure' },
      ...{ note: contractWords.suspension, spentKop: null, returnUntil: null },
    });
  }

  /** Ordered by the accountant, approved by the director, paid as the statement of the Treasury says. */
  private async pay(
    organiserId: string,
    contracts: readonly Payable[],
    instalment: number,
    [approvedOn, paidOn]: readonly [string, string],
    basis: string | null,
  ): Promise<void> {
    const payments: string[] = [];
    await this.stage.together(contracts, async ({ id, number, signedOn }) => {
      const purpose = `Фінансова підтримка проєкту за договором № ${number} від ${signedOn!.split('-').reverse().join('.')}`;
      const payment = { instalment, purpose, basis };
      payments.push(await this.order.execute(await this.stage.as(accountant), id, payment));
    });
    await this.stage.atKyiv(approvedOn, '12:00');
    await this.stage.together(payments, async (id) => this.approve.execute(await this.stage.as(director), id));
    await this.stage.atKyiv(paidOn, '17:00');
    const content = Buffer.from(
      await this.statement(payments, paidOn.split('-').reverse().join('.'), instalment * 100),
    );
    const file = { name: `виписка-${paidOn}.csv`, content };
    await this.take.execute(await this.stage.as(accountant), organiserId, file);
  }

  /** What the Treasury sent that day: ours, and one payment of another programme. */
  private async statement(payments: readonly string[], day: string, first: number): Promise<string> {
    const rows = await this.db.rows<Ordered>(
      'select id, amount_kop as "amountKop", iban from contracts.payment where id = any($1) order by number',
      [payments],
    );
    const uah = (kop: string) => `${kop.slice(0, -2)},${kop.slice(-2)}`;
    const lines = rows.map(({ amountKop, iban }, index) =>
      [first + index, day, uah(amountKop), iban, 'Фінансова підтримка проєкту'].join(';'),
    );
    const other = [first + 99, day, '1250,00', ibanOf('820172', '00012345'), 'Послуги зв’язку'].join(';');
    return ['Номер документа;Дата;Сума;Рахунок отримувача;Призначення', ...lines, other].join('\r\n');
  }

  private contracts(competitionId: string): Promise<Concluded[]> {
    return this.db.rows(
      `select c.id, c.number, c.signed_on::text as "signedOn", o.edrpou, r.head_name as head,
              (select v.email from identity.v_role v where v.scope_id = c.organisation_id and v.role = 'applicant'
                order by v.id limit 1) as email
         from contracts.contract c
         join identity.v_organisation o on o.id = c.organisation_id
         join contracts.v_recipient r on r.organisation_id = c.organisation_id
        where c.competition_id = $1 order by o.edrpou`,
      [competitionId],
    );
  }

  private async startOf(contractId: string): Promise<string> {
    const row = await this.db.one<{ on: string }>(
      'select starts_on::text as "on" from contracts.v_contract where id = $1',
      [contractId],
    );
    return row!.on;
  }
}
