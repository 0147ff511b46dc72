import type { Lang } from '#libs/platform/access';

/** Whose words: the id of an authority, or null for the whole site. */
export type Scope = string | null;

export const TEXT_KINDS = ['letter', 'hint', 'page'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

export const PART_NAMES = ['title', 'subject', 'body', 'text'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** Named limits, in characters. */
export const LENGTH_MAX: Readonly<Record<TextKind, Partial<Record<PartName, number>>>> = {
  hint: { text: 500 },
  letter: { subject: 150, body: 5_000 },
  page: { title: 150, text: 30_000 },
};

/** One phrase of a text with what may stand in it. */
export interface Part {
  name: PartName;
  phraseKey: string;
  max: number;
  shipped: Record<Lang, string>;
}

/** A text that people may word themselves: a hint, a letter (subject and body), an information page. */
export interface EditableText {
  /** `identity:field.phoneHint`, `applications:mail.receipt`, `words:page.terms` */
  key: string;
  lib: string;
  kind: TextKind;
  parts: Part[];
  /** Names that stand in the shipped text: these and no others may be used. */
  placeholders: string[];
  /** The link of a letter: without it the letter leads nowhere. */
  needsLink: boolean;
  /** An authority words what its competitions say; what belongs to no authority is worded for the whole site. */
  isOfAuthority: boolean;
}

/** What stands instead of the shipped text; a language that is left out speaks the shipped text. */
export type Wording = Partial<Record<Lang, Partial<Record<PartName, string>>>>;
