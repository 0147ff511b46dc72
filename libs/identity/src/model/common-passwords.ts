/**
 * What people choose first, in lower case and without spaces; digits and signs around the word do not save it.
 * From public lists of leaked passwords, and what is typed here: the neighbouring keys of both layouts, the country,
 * the anthem, the poet.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passw0rd pass qwerty qwertyuiop qwertyuiopasdfghjkl asdfghjkl zxcvbnm qwertyqwerty qazwsx qazwsxedc
   qazwsxedcrfv 1q2w3e4r5t6y 1q2w3e4r5t 1qaz2wsx3edc 1qaz2wsx zaq12wsx admin administrator root welcome letmein iloveyou
   monkey dragon football sunshine princess superman batman master login user guest test changeme secret trustno
   passwordpassword adminadmin iloveyouiloveyou abcdefgh abcdefghijkl abcdefghijklm computer internet
   пароль парольпароль мійпароль йцукен йцукенгшщзхї йцукенгшщз йцукенйцукен фівапролдж фівапролджє ячсмитьбю
   адмін адміністратор україна моякраїна ukraine ukraina ukraineukraine славаукраїні slavaukraini slavaukraine
   героямслава slavaukrainiheroyamslava славаукраїнігероямслава шевченко тарасшевченко кобзар київ kyiv луганськ
   luhansk lugansk сєвєродонецьк severodonetsk щенемерлаукраїна dynamokyiv динамокиїв сонечко кохання коханнямоє
   люблютебе ялюблютебе привіт привітпривіт грантгрант spryiannia сприяння 123456789012 1234567890123 12345678901234
   123456789123 123123123123 123321123321 112233445566 098765432109 987654321098`
    .split(/\s+/)
    .filter(Boolean),
);
