const ADDRESS = /[^\s<>"'(),:;=]+@[^\s<>"'(),:;=]+/gu;

/** A text without e-mail addresses: mail servers and constraints like to quote them. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, '[address]');
}

/** Enough of an address to recognise one's own: `o***@ngo.example`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${[...address][0]}***${address.slice(at)}`;
}
