import type { Answer } from './visitor.js';

export interface FoundForm {
  action: string;
  /** The page that shows it. */
  page: string;
  isMultipart: boolean;
  fields: { name: string; value: string; isTyped: boolean }[];
}

/** Every form that a page would post, with its fields; the header's sign-out is left out. */
export function formsOn(page: string, { html }: Answer): FoundForm[] {
  return [...html.matchAll(/<form[^>]*method="post"[^>]*action="([^"]+)"([^>]*)>([\s\S]*?)<\/form>/g)]
    .map(([, action, rest, body]) => ({
      action: action!.replaceAll('&amp;', '&'),
      page,
      isMultipart: rest!.includes('multipart'),
      fields: fieldsOf(body!),
    }))
    .filter(({ action }) => !action.endsWith('/sign-out'));
}

function fieldsOf(body: string): FoundForm['fields'] {
  const inputs = [...body.matchAll(/<(input|textarea|select|button)\b([^>]*)/g)].map(([, tag, attributes]) => {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1] ?? '';
    const isTyped = tag === 'textarea' || (tag === 'input' && ['text', 'email', 'search', ''].includes(of('type')));
    return { name: of('name'), value: of('value'), isTyped };
  });
  return inputs.filter(({ name }) => name !== '' && name !== '_csrf');
}
