import type { Lang } from '#libs/platform/access';
import { shippedPhrases } from '#libs/platform/phrases';
import { LENGTH_MAX, type EditableText, type Part, type PartName, type TextKind } from './editable-text.js';
import { placeholdersIn } from './placeholders.js';

/** Libs whose words are spoken where no authority is known yet, or to people of all of them. */
const SITE_LIBS = ['platform', 'identity', 'words', 'portal', 'notifications'];

const KINDS: { kind: TextKind; pattern: RegExp; part: (match: RegExpExecArray) => PartName }[] = [
  { kind: 'letter', pattern: /^(\w+:mail\.[\w-]+)\.(subject|body)$/, part: (match) => match[2] as PartName },
  { kind: 'page', pattern: /^(words:page\.\w+)\.(title|text)$/, part: (match) => match[2] as PartName },
  { kind: 'hint', pattern: /^(\w+:(?:.*\.)?(?:hint|\w+Hint)(?:\.[\w-]+)*)$/, part: () => 'text' },
];

/** A plural form is chosen by its number: such a hint is not for editing. */
const PLURAL = /_(one|few|many|other)$/;

let known: ReadonlyMap<string, EditableText> | undefined;

/** Every text that may be edited, by its key, in the order of the files: letters and hints are found by their names. */
export function catalogue(): ReadonlyMap<string, EditableText> {
  known ??= read();
  return known;
}

function read(): ReadonlyMap<string, EditableText> {
  const shipped: Record<Lang, ReadonlyMap<string, string>> = { uk: shippedPhrases('uk'), en: shippedPhrases('en') };
  const texts = new Map<string, EditableText>();
  for (const phraseKey of shipped.uk.keys()) {
    const found = textOf(phraseKey);
    if (!found) continue;
    const { key, kind, name } = found;
    const text = texts.get(key) ?? emptyText(key, kind);
    const words = { uk: shipped.uk.get(phraseKey)!, en: shipped.en.get(phraseKey) ?? '' };
    text.parts.push({ name, phraseKey, max: LENGTH_MAX[kind][name]!, shipped: words });
    texts.set(key, text);
  }
  return new Map([...texts].map(([key, text]) => [key, withPlaceholders(text)]));
}

function textOf(phraseKey: string): { key: string; kind: TextKind; name: PartName } | null {
  if (PLURAL.test(phraseKey)) return null;
  for (const { kind, pattern, part } of KINDS) {
    const match = pattern.exec(phraseKey);
    if (match) return { key: match[1]!, kind, name: part(match) };
  }
  return null;
}

function emptyText(key: string, kind: TextKind): EditableText {
  const lib = key.split(':')[0]!;
  const isOfAuthority = !SITE_LIBS.includes(lib);
  return { key, lib, kind, parts: [], placeholders: [], needsLink: false, isOfAuthority };
}

function withPlaceholders(text: EditableText): EditableText {
  const used = (part: Part): string[] => [part.shipped.uk, part.shipped.en].flatMap(placeholdersIn);
  const placeholders = [...new Set(text.parts.flatMap(used))];
  return { ...text, placeholders, needsLink: text.kind === 'letter' && placeholders.includes('link') };
}
