import { withoutLanguage, type PortalRequest } from './request-context.js';

/** The page of ours whose form was sent, without the language prefix, with its query; null when it is not known. */
export function pageOfForm(request: PortalRequest): string | null {
  const { referer, host } = request.headers;
  if (request.method !== 'POST' || !referer || !URL.canParse(referer)) return null;
  const page = new URL(referer);
  return page.host === host ? ownPath(withoutLanguage(page.pathname + page.search)) : null;
}

/** Two slashes in front would name another site. */
export const ownPath = (path: string): string => path.replace(/^[/\\]{2,}/, '/');
