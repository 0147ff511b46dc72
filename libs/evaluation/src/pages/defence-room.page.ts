import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { DISTRIBUTORS, SCORERS, STAFF } from '../access/evaluation.policy.js';
import { DEFENCE_LIMITS } from '../model/defence.js';
import { evaluationPaths } from '../paths.js';
import { DefenceRoom } from '../queries/defence-room.js';
import { NoteDefence } from '../use-cases/note-defence.js';
import { MoveForm, OutcomeForm, QuestionsForm, RecordingForm } from './defence.forms.js';
import { wayBack } from './way-back.js';

/** The day of the defence, made for a phone: who is next, who came, what was asked (rule 43). */
@Controller('defence/:id')
export class DefenceRoomPage {
  constructor(
    private readonly room: DefenceRoom,
    private readonly note: NoteDefence,
  ) {}

  @Get()
  @Allow(...STAFF, ...SCORERS)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.room.execute(ctx, id);
    const back = wayBack(ctx, view.competition);
    return page('evaluation/defence-room.njk', { view, back, limits: DEFENCE_LIMITS, paths: evaluationPaths, form });
  }

  @Post('recording')
  @Allow(...DISTRIBUTORS)
  record(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: RecordingForm,
      act: ({ recordingUrl }) => this.note.recording(ctx, id, recordingUrl),
      next: () => seeOther(evaluationPaths.defenceRoom(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get(':applicationId')
  @Allow(...STAFF, ...SCORERS)
  async slot(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.room.slot(ctx, id, applicationId);
    return page('evaluation/defence-slot.njk', { view, limits: DEFENCE_LIMITS, paths: evaluationPaths, form });
  }

  @Post(':applicationId')
  @Allow(...DISTRIBUTORS)
  saveQuestions(
    @Ctx() ctx: Context,
    @Param('id', ParseId) competitionId: string,
    @Param('applicationId', ParseId) applicationId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: QuestionsForm,
      act: ({ version, questions }) =>
        this.note.questions(ctx, { competitionId, applicationId, version }, questions ?? ''),
      next: () => seeOther(evaluationPaths.defenceRoom(competitionId)),
      again: (form) => this.slot(ctx, competitionId, applicationId, form),
    });
  }

  /** Who came is asked next; who did not come is done with. */
  @Post(':applicationId/outcome')
  @Allow(...DISTRIBUTORS)
  saveOutcome(
    @Ctx() ctx: Context,
    @Param('id', ParseId) competitionId: string,
    @Param('applicationId', ParseId) applicationId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: OutcomeForm,
      act: async ({ version, outcome }) => {
        await this.note.outcome(ctx, { competitionId, applicationId, version }, outcome);
        return outcome;
      },
      next: (outcome) =>
        seeOther(
          outcome === 'attended'
            ? evaluationPaths.defenceSlot(competitionId, applicationId)
            : evaluationPaths.defenceRoom(competitionId),
        ),
      again: (form) => this.slot(ctx, competitionId, applicationId, form),
    });
  }

  @Post(':applicationId/time')
  @Allow(...DISTRIBUTORS)
  move(
    @Ctx() ctx: Context,
    @Param('id', ParseId) competitionId: string,
    @Param('applicationId', ParseId) applicationId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: MoveForm,
      act: ({ version, ...to }) => this.note.move(ctx, { competitionId, applicationId, version }, to),
      next: () => seeOther(evaluationPaths.defenceSlot(competitionId, applicationId)),
      again: (form) => this.slot(ctx, competitionId, applicationId, form),
    });
  }
}
