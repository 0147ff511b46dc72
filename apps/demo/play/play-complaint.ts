import { Injectable } from '@nestjs/common';
import { AnswerComplaint, RegisterComplaint, TendComplaint } from '#libs/complaints';
import { Database } from '#libs/platform/database';
import { Stage } from './stage.js';

const WORDS = {
  story:
    'У трьох листах оцінювання за критерієм «Реалістичність» зазначено, що партнерів немає. До пропозиції додано листи підтримки від міської ради та двох шкіл; їх не враховано.',
  demand: 'Переглянути бали за критерієм «Реалістичність».',
  answer:
    'Листи підтримки були серед додатків, і всі члени комісії мали до них доступ. У коментарях двох листів на них є посилання; у третьому лист міської ради не згадано, але бал за критерієм відповідає шкалі оголошення й збігається з балами інших членів комісії. Підстав змінювати бали немає. Зауваження про повноту коментарів враховано: комісію ознайомлено з ним.',
};

/** rule 57: the first that waits in the rating complains of its points; who had no part in the decision looks at it. */
@Injectable()
export class PlayComplaint {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly register: RegisterComplaint,
    private readonly tend: TendComplaint,
    private readonly answer: AnswerComplaint,
  ) {}

  async play(
    people: { officer: string; director: string },
    competitionId: string,
    [filedAt, answeredAt]: readonly [readonly [string, string], readonly [string, string]],
  ): Promise<void> {
    const next = await this.db.one<{ id: string; email: string }>(
      `select r.application_id as id, p.email from awards.v_result r
         join applications.v_application a on a.id = r.application_id
         join identity.v_role p on p.scope_id = a.organisation_id and p.role = 'applicant' and p.ended_on is null
        where r.competition_id = $1 and r.outcome = 'next' order by r.place, p.id limit 1`,
      [competitionId],
    );
    await this.stage.atKyiv(...filedAt);
    const input = { decision: 'points', ground: 'overlooked', againstId: null, representative: null } as const;
    const { story, demand } = WORDS;
    const id = await this.register.file(await this.stage.as(next!.email), next!.id, {
      ...{ ...input, authority: null, story, demand },
    });
    const officer = await this.stage.as(people.officer);
    await this.tend.assign(officer, id, officer.actor.personId!);
    await this.stage.atKyiv(...answeredAt);
    const words = { outcome: 'refused', words: WORDS.answer, correction: null } as const;
    await this.answer.propose(await this.stage.as(people.officer), id, await this.version(id), words);
    await this.answer.sign(await this.stage.as(people.director), id, await this.version(id));
  }

  private async version(id: string): Promise<number> {
    const row = await this.db.one<{ version: number }>('select version from complaints.complaint where id = $1', [id]);
    return row!.version;
  }
}
