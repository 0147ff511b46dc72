import { Inject, Injectable } from '@nestjs/common';
import { COMMISSION_ROLES } from '#libs/identity';
import { holds, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import type { Frame, PageFrame } from '#libs/platform/http';
import { type Translate, translator } from '#libs/platform/phrases';

/** Where each kind of person works. */
const WORK = [
  { roles: ['officer', 'director'], href: '/organiser/competitions', words: 'portal:nav.our-competitions' },
  { roles: ['officer', 'director'], href: '/organiser/events', words: 'portal:nav.our-events' },
  { roles: [...COMMISSION_ROLES, 'expert'], href: '/scoring', words: 'portal:nav.scoring' },
  { roles: ['accountant'], href: '/organiser/payments', words: 'portal:nav.payments' },
  { roles: ['monitor'], href: '/organiser/projects', words: 'portal:nav.projects' },
  { roles: ['applicant'], href: '/applications', words: 'portal:nav.applications' },
  { roles: ['administrator'], href: '/admin/people', words: 'portal:nav.people' },
];

/** What surrounds every page: the public menu, the menu of the signed-in person, the demo banner. */
@Injectable()
export class Navigation implements PageFrame {
  constructor(@Inject(Config) private readonly config: Config) {}

  of(ctx: Context, unread: number): Frame {
    const t = translator(ctx.lang);
    const signedIn = ctx.actor.kind === 'person';
    return {
      origin: this.config.publicUrl,
      nav: [
        { href: '/competitions', text: t('portal:nav.competitions') },
        { href: '/plan', text: t('portal:nav.plan') },
        { href: '/events', text: t('portal:nav.events') },
        ...WORK.filter(({ roles }) => holds(ctx.actor, roles)).map(({ href, words }) => ({ href, text: t(words) })),
      ],
      accountNav: signedIn
        ? [
            { href: '/desk', text: t('portal:nav.desk') },
            { href: '/notices', text: t('portal:nav.notices'), badge: badgeOf(unread, t) },
            { href: '/account', text: t('portal:nav.account') },
          ]
        : [{ href: '/sign-in', text: t('portal:nav.sign-in') }],
      demo: this.config.demo ? { mailPageUrl: this.config.mailPageUrl } : null,
    };
  }
}

/** The count stops at a hundred. */
function badgeOf(unread: number, t: Translate): { count: string; words: string } | undefined {
  const count = unread < 100 ? String(unread) : '99+';
  return unread > 0 ? { count, words: t('portal:nav.unread', { count: unread }) } : undefined;
}
