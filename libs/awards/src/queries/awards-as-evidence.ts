import { Injectable } from '@nestjs/common';
import { MeasureEvidence, wordsWhenRead, type EvidencePiece } from '#libs/measures';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { formatMoney, toSafeInteger } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { orderSigned } from '../model/award.facts.js';
import { awardPaths } from '../paths.js';

interface Row {
  factId: string;
  measureId: string;
  happenedOn: string;
  code: string;
  title: string;
  titleEn: string | null;
  number: string;
  awards: number;
  awardedKop: string;
}

/** A signed order on the winners proves that the competition of the measure came to its end. */
@Implements(MeasureEvidence)
@Injectable()
export class AwardsAsEvidence implements MeasureEvidence {
  async list(reader: Reader, measureIds: readonly string[], from: string, until: string): Promise<EvidencePiece[]> {
    const rows = await reader.rows<Row>(
      `select f.id as "factId", c.measure_id as "measureId", o.signed_on::text as "happenedOn",
              c.code, c.title, c.title_en as "titleEn", o.number, count(a.id)::int as awards,
              coalesce(sum(a.amount_kop), 0)::text as "awardedKop"
         from competitions.v_competition c
         join awards.award_order o on o.competition_id = c.id
         join facts.fact f on f.subject_id = o.id and f.name = $2
         left join awards.award a on a.order_id = o.id
        where c.measure_id = any($1) and not c.is_rehearsal and o.signed_on between $3::date and $4::date
        group by f.id, c.id, c.measure_id, c.code, c.title, c.title_en, o.id
        order by o.signed_on, f.id`,
      [measureIds, orderSigned.name, from, until],
    );
    return rows.map(piece);
  }
}

function piece({ code, title, titleEn, number, awards, awardedKop, ...row }: Row): EvidencePiece {
  const kop = toSafeInteger(awardedKop);
  const words = (lang: Lang, name: string) =>
    phrase(lang, 'awards:evidence.order', {
      ...{ title: name, number },
      awards: phrase(lang, 'awards:evidence.awards', { count: awards, sum: formatMoney(kop, lang) }),
    });
  return {
    ...row,
    words: wordsWhenRead((lang) => words(lang, (lang === 'en' && titleEn) || title)),
    path: awardPaths.results(code),
    figures: { awards, awardedKop: kop },
  };
}
