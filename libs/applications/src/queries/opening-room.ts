import { Injectable } from '@nestjs/common';
import { CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { admissionPolicy } from '../access/admission.policy.js';
import { applicationPaths } from '../paths.js';

/** The link to the minutes of the opening on the officer's overview. */
@Implements(CompetitionRooms)
@Injectable()
export class OpeningRoom implements CompetitionRooms {
  rooms(
    { actor, lang }: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    if (!admissionPolicy.see.allows(actor, competition)) return Promise.resolve([]);
    const [text, note] = ['title', 'roomNote'].map((key) => phrase(lang, `applications:opening.${key}`));
    return Promise.resolve([{ text: text!, note: note!, href: applicationPaths.opening(competition.id) }]);
  }
}
