import { holds, type Policy } from '#libs/platform/access';

/** A letter or a notice of an authority; null = of none. */
export interface OfAuthority {
  organiserId: string | null;
}

const isOf =
  (roles: string[]) =>
  (actor: Parameters<typeof holds>[0], { organiserId }: OfAuthority) =>
    organiserId !== null && holds(actor, roles, organiserId);

/** Who sees how the notices of an authority were delivered, and who records calls and returned letters. */
export const servedNoticePolicy: Policy<'see' | 'record', OfAuthority> = {
  see: {
    sentence: 'Відповідальна особа й керівник органу бачать, як вручено повідомлення цього органу.',
    allows: isOf(['officer', 'director']),
  },
  record: {
    sentence: 'Відповідальна особа органу записує дзвінки й листи, що повернулися.',
    allows: isOf(['officer']),
    refusal: 'notifications.officer-only',
  },
};
