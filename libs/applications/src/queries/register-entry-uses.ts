import { Injectable } from '@nestjs/common';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { EntryUses, type EntryUse } from '#libs/registers';

/** Which check looks at which register; «other sources» are grants and earlier funding alike. */
const GROUND_OF = `case e.kind when 'offences' then 'budget-offence' when 'undelivered' then 'non-delivery'
                               when 'grants' then 'other-sources' when 'awards' then 'other-sources' end`;

/** An entry on which a refusal rests, prepared or decided, cannot be taken back. */
@Implements(EntryUses)
@Injectable()
export class RegisterEntryUses implements EntryUses {
  async usesOf(reader: Reader, entryIds: readonly string[], lang: Lang): Promise<EntryUse[]> {
    const rows = await reader.rows<{ entryId: string; codes: string }>(
      `select e.id as "entryId", string_agg(a.register_code, ', ' order by a.register_code) as codes
         from registers.v_entry e
         join identity.v_organisation o on o.edrpou = e.edrpou
         join applications.application a on a.organisation_id = o.id
         join competitions.v_competition c on c.id = a.competition_id and c.organiser_id = e.organiser_id
         join applications.admission_draft d
           on d.application_id = a.id and d.verdict = 'refuse' and d.ground = ${GROUND_OF}
        where e.id = any($1) and e.applied_at <= coalesce(a.decided_at, d.prepared_at)
        group by e.id`,
      [entryIds],
    );
    return rows.map(({ entryId, codes }) => ({
      entryId,
      where: phrase(lang, 'applications:registers.used', { codes }),
    }));
  }
}
