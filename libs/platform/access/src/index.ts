export { SYSTEM, VISITOR, actingOnly, holds, scopesOf } from './actor.js';
export type { Actor, Context, Grant, Lang } from './actor.js';
export { ACCESS_MARK, Allow, Public } from './marks.js';
export type { AccessMark } from './marks.js';
export { demand } from './policy.js';
export type { Policy, Rule } from './policy.js';
