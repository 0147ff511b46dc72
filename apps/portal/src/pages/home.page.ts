import { Controller, Get } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ctx, page, type Result } from '#libs/platform/http';
import { toSafeInteger } from '#libs/platform/money';

interface Shown {
  code: string;
  title: string;
  titleEn: string | null;
  potKop: string;
  closesAt: Date;
  decidedAt: Date | null;
}

const OPEN_MAX = 6;
const RECENT_MAX = 3;
const COLUMNS = `code, title, title_en as "titleEn", pot_kop as "potKop", closes_at as "closesAt", decided_at as "decidedAt"`;

/** The first page: what is open now, what was decided lately, how it works. */
@Controller()
export class HomePage {
  constructor(private readonly db: Database) {}

  @Get()
  @Public('the first page is for everybody')
  async show(@Ctx() ctx: Context): Promise<Result> {
    const [open, recent] = await Promise.all([
      this.db.rows<Shown>(
        `select ${COLUMNS} from competitions.v_competition
          where state = 'announced' and not is_rehearsal and opens_at <= $1 and closes_at >= $1 order by closes_at limit $2`,
        [ctx.now, OPEN_MAX],
      ),
      this.db.rows<Shown>(
        `select ${COLUMNS} from competitions.v_competition where state = 'decided' and not is_rehearsal order by decided_at desc limit $1`,
        [RECENT_MAX],
      ),
    ]);
    return page('portal/home.njk', { open: open.map(shown), recent: recent.map(shown) });
  }
}

const shown = (row: Shown) => ({ ...row, potKop: toSafeInteger(row.potKop) });
