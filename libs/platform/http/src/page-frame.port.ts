import type { Context } from '#libs/platform/access';

export interface NavItem {
  href: string;
  text: string;
  /** How many wait there, with the words for those who only hear the number; none = not shown. */
  badge?: { count: string; words: string };
}

/** What surrounds every page. */
export interface Frame {
  /** The address of the portal as the world sees it, without a path. */
  origin: string;
  nav: NavItem[];
  accountNav: NavItem[];
  demo: { mailPageUrl: string } | null;
}

/** Port: the frame of a page for this visitor. Implemented by the portal app. */
export abstract class PageFrame {
  abstract of(ctx: Context, unread: number): Frame;
}
