import { Inject, Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import type { Frame, PageFrame } from '#libs/platform/http';
import { translator } from '#libs/platform/phrases';

/** What surrounds every page: the public menu, the menu of the signed-in person, the demo banner. */
@Injectable()
export class Navigation implements PageFrame {
  constructor(@Inject(Config) private readonly config: Config) {}

  of(ctx: Context): Frame {
    const t = translator(ctx.lang);
    const isStaff = holds(ctx.actor, ['officer', 'director']);
    const signedIn = ctx.actor.kind === 'person';
    return {
      nav: [
        { href: '/competitions', text: t('portal:nav.competitions') },
        { href: '/plan', text: t('portal:nav.plan') },
        ...(isStaff ? [{ href: '/organiser/competitions', text: t('portal:nav.our-competitions') }] : []),
      ],
      accountNav: signedIn
        ? [
            { href: '/desk', text: t('portal:nav.desk') },
            { href: '/account', text: t('portal:nav.account') },
          ]
        : [{ href: '/sign-in', text: t('portal:nav.sign-in') }],
      demo: this.config.demo ? { mailPageUrl: this.config.mailPageUrl } : null,
    };
  }
}
