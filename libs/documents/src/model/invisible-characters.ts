/**
 * Control, bidirectional-override and zero-width characters: nobody sees them, and they can turn a name around
 * («звіт‹RLO›fdp.exe» looks like «звітexe.pdf»). The line feed is not among them.
 */
export const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
