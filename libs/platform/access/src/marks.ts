import { SetMetadata } from '@nestjs/common';

export const ACCESS_MARK = 'access-mark';

/** How a route is opened: to everybody (with the reason), to anyone signed in, or to holders of a role. */
export type AccessMark = { kind: 'public'; why: string } | { kind: 'roles'; roles: string[] };

/** Opens a route to everybody; says why that is right. */
export const Public = (why: string) => SetMetadata(ACCESS_MARK, { kind: 'public', why } satisfies AccessMark);

/**
 * Opens a route to signed-in people; with roles, only to holders of one of them.
 * The door only knows roles: the object itself is guarded by the policy of its lib.
 */
export const Allow = (...roles: string[]) => SetMetadata(ACCESS_MARK, { kind: 'roles', roles } satisfies AccessMark);
