/** Ukrainian letters in Latin, as the Cabinet of Ministers set them (resolution No. 55 of 27.01.2010). */
const LATIN: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i' },
  ...{ й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh' },
  ...{ ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia', '’': '', ʼ: '', '–': '-', '—': '-', '№': 'No' },
};
/** At the beginning of a word they are written in full. */
const AT_START: Record<string, string> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

/** A name of a file for clients that read no UTF-8: «Конкурси 2021.csv» -> `Konkursy 2021.csv`. */
export function asciiName(name: string): string {
  return name
    .replace(/зг/g, 'zgh')
    .replace(/Зг/g, 'Zgh')
    .replace(/(?<![\p{L}’ʼ'])[єїйюя]/giu, (letter) => inLatin(letter, AT_START))
    .replace(/[^\x20-\x7e]/gu, (letter) => inLatin(letter, LATIN))
    .replace(/["\\]/g, '_');
}

function inLatin(letter: string, table: Record<string, string>): string {
  const small = letter.toLowerCase();
  const latin = table[letter] ?? table[small] ?? '_';
  return letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
}
