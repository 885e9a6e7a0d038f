/**
 * Names of countries → ISO 3166 two-letter codes: those of Unicode's CLDR in the languages below, as `Intl.DisplayNames` has
 * them, and the names that ISO, shop systems and older address books use beside them.
 */
import { COUNTRY_CODES } from '../../../contract/countries';

/** The names of the first eight are promised; of the others those count that mean nothing else in these. */
const LANGUAGES =
  'en de es fr it nl pt pt-PT pl sv da nb fi cs sk hu ro el tr ru uk bg hr ja ko zh zh-Hant ar he'.split(' ');
const STYLES = ['long', 'short'] as const;

/** ISO's own short names, former names and everyday ones that CLDR lacks; keys as `nameKey` makes them. */
const OTHER_NAMES: { readonly [code: string]: string } = {
  AE: 'uae;emirates',
  BA: 'bosnie herzegovina;bosnia herzegovina',
  BO: 'bolivia plurinational state of;plurinational state of bolivia',
  BQ: 'bonaire sint eustatius and saba',
  BS: 'bahamas the',
  BY: 'wit rusland;weissrussland',
  CD: 'congo democratic republic of the;congo the democratic republic of the;democratic republic of the congo;democratic republic of congo;dr congo;zaire;congo drc',
  CG: 'republic of the congo;republic of congo;congo republic of the',
  CI: 'ivory coast;elfenbeinkuste;costa de marfil;wybrzeze kosci sloniowej',
  CN: 'china peoples republic of;peoples republic of china;pr china;mainland china;prc',
  CZ: 'czech republic;tschechische republik;republica checa;republique tcheque;repubblica ceca;tsjechische republiek;republica tcheca',
  DE: 'federal republic of germany;brd',
  DO: 'dominican rep;rep dominicana',
  FK: 'falkland islands malvinas',
  FM: 'micronesia federated states of;federated states of micronesia',
  FO: 'faeroe islands',
  GB: 'great britain;britain;england;scotland;wales;northern ireland;united kingdom of great britain and northern ireland;united kingdom uk;grossbritannien;angleterre;inghilterra;gran bretagna;gran bretana;grande bretagne;groot brittannie;engeland;inglaterra;gra bretanha',
  GM: 'gambia the',
  IE: 'republic of ireland;ireland republic of',
  IR: 'iran islamic republic of;islamic republic of iran',
  KP: 'korea democratic peoples republic of;democratic peoples republic of korea;dprk',
  KR: 'korea republic of;republic of korea;korea south;korea the republic of',
  LA: 'lao peoples democratic republic;lao pdr',
  LY: 'libyan arab jamahiriya',
  MD: 'moldova republic of;republic of moldova;moldawien',
  MK: 'macedonia;macedonia the former yugoslav republic of;republic of north macedonia;fyrom;mazedonien',
  MM: 'burma;birmania;birma',
  NL: 'holland;hollande;olanda;holanda',
  PS: 'state of palestine;palestine state of;palestinian territory occupied;palestinian territory;occupied palestinian territory',
  RU: 'russian federation;russische foderation;federation de russie;federacion rusa;federazione russa;russische federatie',
  SA: 'saudi arabie;ksa',
  SH: 'saint helena ascension and tristan da cunha',
  SK: 'slovak republic',
  SS: 'sudan del sud',
  SX: 'sint maarten dutch part',
  MF: 'saint martin french part',
  SY: 'syrian arab republic',
  SZ: 'swaziland',
  TL: 'east timor',
  TR: 'turkey',
  TW: 'taiwan province of china;taiwan roc;republic of china',
  TZ: 'tanzania united republic of;united republic of tanzania',
  UM: 'united states minor outlying islands',
  US: 'united states of america;etats unis d amerique;stati uniti d america;estados unidos de america;vereinigte staaten von amerika;verenigde staten van amerika;estados unidos da america',
  VA: 'holy see;holy see vatican city state;vatican city state;vatican;santa sede;saint siege',
  VC: 'saint vincent and the grenadines',
  VE: 'venezuela bolivarian republic of;bolivarian republic of venezuela',
  VG: 'virgin islands british',
  VI: 'virgin islands us;virgin islands u s',
};

/** How names are compared: letters alone, lower-case, without accents; `&` is and, St. is Saint, a leading article goes. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/^st /, 'saint ')
    .replace(/ /g, '');

let codes: ReadonlyMap<string, string | undefined> | undefined;

/** Built on first use: most events bring a code, and a cold start should not pay for the others. */
export function countryOfName(name: string): string | undefined {
  codes ??= allNames();
  return codes.get(nameKey(name));
}

/** Names that two countries go by, and that CLDR gives to one of them in some language. */
const OF_TWO_COUNTRIES = ['congo', 'kongo', 'korea', 'corea', 'coree'];

/** A name that means two countries in one group of languages means none. */
function allNames(): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>(OF_TWO_COUNTRIES.map((name) => [name, undefined]));
  for (const [code, names] of Object.entries(OTHER_NAMES))
    for (const name of names.split(';')) found.set(nameKey(name), code);
  const groups = [LANGUAGES.slice(0, 8), ...LANGUAGES.slice(8).map((language) => [language])];
  for (const languages of groups) {
    const ofGroup = new Map<string, string | undefined>();
    for (const [key, code] of languages.flatMap(namesIn)) {
      ofGroup.set(key, ofGroup.has(key) && ofGroup.get(key) !== code ? undefined : code);
    }
    for (const [key, code] of ofGroup) if (!found.has(key)) found.set(key, code);
  }
  for (const code of COUNTRY_CODES) {
    const key = nameKey(nameAtHome(code));
    if (key !== '' && !found.has(key)) found.set(key, code);
  }
  return found;
}

/** What its own people call it: Eesti, Lietuva, ไทย. */
const nameAtHome = (code: string): string =>
  new Intl.DisplayNames([new Intl.Locale(`und-${code}`).maximize()], { type: 'region', fallback: 'none' }).of(code) ??
  '';

/** German without its dots, as old systems write it: Oesterreich. */
const withoutDots = (name: string): string =>
  name.replace(/[äöü]/gi, (letter) => `${letter.normalize('NFD').charAt(0)}e`);

function namesIn(language: string): (readonly [key: string, code: string])[] {
  return STYLES.flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none', style });
    return COUNTRY_CODES.flatMap((code) => {
      const name = names.of(code);
      if (name === undefined) return [];
      const spellings = language === 'de' ? [name, withoutDots(name)] : [name];
      return spellings.map((spelling) => [nameKey(spelling), code] as const);
    });
  });
}
