import { Injectable } from '@nestjs/common';
import { criteriaOf } from '#libs/competitions';
import { ClarifyCriterion, GiveCalibration, LeadCalibration } from '#libs/evaluation';
import { Database } from '#libs/platform/database';
import type { Season } from '../compose/season.js';
import { Stage } from './stage.js';

const UNTIL_ON = '2020-11-16';
const SAMPLE = {
  title: 'Клуб взаємодопомоги у двох селах',
  body:
    'Вигадана пропозиція. Організація відкриває клуб взаємодопомоги для 40 жінок у двох селах громади: щотижневі зустрічі, ' +
    'консультації психолога й юриста, два тренінги з підприємництва.\n\nКошторис – 58 000 грн: оплата фахівців 60 %, оренда 15 %, ' +
    'матеріали 15 %, транспорт 10 %. Власний внесок – приміщення сільської ради.\n\nПоказники: 40 учасниць, 30 зустрічей, ' +
    '4 власні справи. Досвід: один проєкт 2019 року, звіт прийнято.',
};
/** By seat and criterion: they agree on the aim and differ on what can be reached. */
const POINTS = [
  [5, 4, 4, 3],
  [5, 2, 4, 3],
  [4, 5, 3, 3],
  [5, 1, 4, 2],
  [5, 3, 3, 4],
  [4, 4, 4, 3],
];
const WORDS = [
  'Мета зрозуміла й відповідає конкурсу.',
  'Чотири власні справи за сім місяців – сміливо.',
  'Видатки помірні, але транспорт не пояснено.',
  'Один виконаний проєкт, команда невелика.',
];
const CLARIFICATION =
  '5 – кожен показник має джерело підтвердження й досяжний за відведений час; 3 – показники є, але хоча б один не перевірити; 1 – лише загальні слова.';

/** Before the scoring the commission scores an invented proposal, and the officer clarifies what people read differently. */
@Injectable()
export class PlayCalibration {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly lead: LeadCalibration,
    private readonly give: GiveCalibration,
    private readonly clarify: ClarifyCriterion,
  ) {}

  async play(officer: string, competitionId: string, season: Season): Promise<void> {
    const ctx = await this.stage.as(officer);
    await this.lead.open(ctx, competitionId, { untilOn: UNTIL_ON, samples: [SAMPLE] });
    const sample = await this.db.one<{ id: string }>(
      'select id from evaluation.calibration_sample where competition_id = $1',
      [competitionId],
    );
    const criteria = await criteriaOf(this.db, competitionId);
    for (const [seat, { email }] of season.commission.slice(0, POINTS.length).entries()) {
      const scores = criteria.map(({ key, maxPoints }, index) => ({
        ...{ key, points: Math.min(maxPoints, POINTS[seat]![index % WORDS.length]!) },
        comment: WORDS[index % WORDS.length]!,
      }));
      await this.give.execute(await this.stage.as(email), competitionId, sample!.id, scores);
    }
    await this.clarify.execute(ctx, competitionId, { key: criteria[1]!.key, body: CLARIFICATION });
  }
}
