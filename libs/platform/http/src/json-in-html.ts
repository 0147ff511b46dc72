const UNSAFE = /[<>&\u2028\u2029]/g;

/**
 * JSON that may stand inside a `script` element: nothing in it can end the element, begin a comment or break a line of
 * a script. The value stays the same for every JSON parser.
 */
export const jsonInHtml = (value: unknown): string =>
  JSON.stringify(value).replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
