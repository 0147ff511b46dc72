import { Controller, Get, Param } from '@nestjs/common';
import { competitionSettings } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { partInWords } from '../model/flaws-in-words.js';
import type { Part } from '../model/parts.js';
import { applicationPaths } from '../paths.js';
import { LikenessOfProposal, type Likeness } from '../queries/likeness.js';

/** Passages that are told in nearly the same words elsewhere, side by side. */
@Controller()
export class LikenessPage {
  constructor(
    private readonly likeness: LikenessOfProposal,
    private readonly db: Database,
  ) {}

  @Get('organiser/competitions/:id/admission/:applicationId/likeness')
  @Allow(...STAFF_ROLES)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('applicationId', ParseId) applicationId: string,
  ): Promise<Result> {
    const { found, title: proposalTitle, registerCode } = await this.likeness.execute(ctx, id, applicationId);
    const { form } = await competitionSettings(this.db, id);
    return page('applications/likeness.njk', {
      ...{ proposalTitle, registerCode },
      passages: passagesOf(found).map(({ part, ...passage }) => ({
        ...passage,
        partName: partInWords(part as Part, form, ctx.lang),
      })),
      paths: { proposal: applicationPaths.admissionOf(id, applicationId) },
    });
  }
}

/** Each passage once, with everything that is like it. */
function passagesOf(found: readonly Likeness[]) {
  const isSame = (one: Likeness) => (other: Likeness) => other.part === one.part && other.words === one.words;
  return found
    .filter((one, index) => found.findIndex(isSame(one)) === index)
    .map((first) => ({
      ...{ part: first.part, words: first.words },
      others: found.filter(isSame(first)).map((one) => ({
        ...one,
        isVerbatim: one.otherWords === one.words,
        path: one.otherWords === null ? null : applicationPaths.reading(one.otherId),
      })),
    }));
}
