/** What stands beside a number and names its currency: ISO codes, symbols, abbreviations, a few words. Anything else is none. */
import { isCurrency } from '../../contract/currencies';

/**
 * Marks of one currency alone. Source: Unicode CLDR 48, symbols and narrow symbols of each currency in the languages of its
 * countries (`Intl.NumberFormat`), and what shops there print. In the form of `folded`.
 */
const OF_ONE: { readonly [currency: string]: string } = {
  ...{
    AED: 'دإ dhs',
    AFN: '؋',
    AMD: '֏ դր',
    AUD: 'a$',
    CAD: 'cdn$',
    AZN: '₼',
    BBD: 'bds$',
    BDT: '৳ tk',
    BGN: 'лв',
    BHD: 'دب',
  },
  ...{
    BRL: 'r$ reais',
    CNY: 'rmb 人民币',
    CRC: '₡',
    CZK: 'kč',
    DOP: 'rd$',
    DZD: 'دج',
    EGP: 'e£ £e جم',
    EUR: '€ euro euros',
  },
  ...{
    GEL: '₾',
    GHS: 'gh₵ ₵ gh¢',
    HUF: 'ft',
    IDR: 'rp',
    ILS: '₪ nis שח ש״ח ש"ח',
    INR: '₹',
    IQD: 'دع',
    JMD: 'j$',
    JOD: 'دأ دا',
    JPY: '円',
  },
  ...{ KES: 'ksh', KGS: '⃀', KHR: '៛', KRW: '원', KWD: 'دك', KZT: '₸ тг', LAK: '₭', LBP: 'لل', LYD: 'دل', MAD: 'دم' },
  ...{ MKD: 'ден', MNT: '₮', MXN: 'mex$', MYR: 'rm', MZN: 'mtn', NGN: '₦', NPR: 'नेरू', OMR: 'رع', PAB: 'b/', PEN: 's/' },
  ...{
    PHP: '₱',
    PLN: 'zł zl',
    PYG: '₲',
    QAR: 'رق',
    RUB: '₽',
    SAR: 'رس ⃁',
    SDG: 'جس',
    SGD: 's$',
    SYP: 'لس',
    THB: '฿ บาท baht',
  },
  ...{
    TND: 'دت',
    TRY: '₺ tl',
    TWD: 'nt$',
    TZS: 'tsh',
    UAH: '₴ грн',
    UGX: 'ush',
    USD: 'u$s usdollar usdollars',
    VND: '₫ đ vnđ',
    XCD: 'ec$',
  },
  ...{ XPF: 'fcfp cfpf', YER: 'ري' },
};

const DOLLARS =
  'USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN NAD NIO NZD SBD SGD SRD TTD TWD UYU XCD';
const POUNDS = 'GBP EGP FKP GIP LBP SDG SHP SSP SYP';
const DINARS = 'BHD DZD IQD JOD KWD LYD TND';
const RIALS = 'IRR OMR QAR SAR YER';

/** Marks that fit several currencies, or that somebody might mean otherwise: the currencies, then the marks. */
const OF_SEVERAL: readonly (readonly [string, string])[] = [
  [DOLLARS, '$ dollar dollars'],
  ['CAD NIO', 'c$ $c'],
  ['UYU', '$u'],
  ['USD UYU', 'u$'],
  ['BOB', '$b'],
  ['COP', 'col$'],
  ['CUC', 'cub$'],
  ['TOP', 't$ $t'],
  ['WST', 'ws$ $ws'],
  ['MOP', 'mop$'],
  ['FKP', 'fl£'],
  ['LBP', 'l£ £l ll'],
  [POUNDS, '£ pound pounds'],
  ['JPY CNY', '¥'],
  ['JPY', 'yen'],
  ['CNY HKD TWD', '元'],
  ['KRW KPW', '₩'],
  ['KRW', 'won'],
  ['DKK ISK NOK SEK', 'kr'],
  ['INR LKR MUR NPR PKR SCR', 'rs'],
  ['INR NPR', 'रु रू'],
  ['LKR', 'රු'],
  ['PKR', 'ر'],
  ['MVR RWF', 'rf'],
  ['CHF RWF', 'fr'],
  ['CHF', 'sfr'],
  ['XAF XOF XPF', 'f'],
  ['XAF XOF', 'fcfa cfa'],
  ['CDF KMF', 'fc'],
  ['KMF', 'cf'],
  ['BIF', 'fbu'],
  ['RWF', 'frw'],
  ['DJF', 'fdj'],
  ['GNF', 'fg'],
  ['MDL RON', 'lei'],
  ['HNL MDL RON', 'l'],
  ['BYN RUB', 'руб р'],
  ['BYN ETB', 'br'],
  [`${DINARS} RSD`, 'din'],
  ['RSD', 'дин'],
  [DINARS, 'دينار'],
  ['TND', 'dt'],
  ['DZD', 'da'],
  ['KWD', 'kd'],
  ['BHD', 'bd'],
  ['JOD', 'jd'],
  ['LYD', 'ld'],
  ['OMR', 'ro'],
  ['SAR SCR', 'sr'],
  ['QAR', 'qr'],
  [RIALS, 'ريال ریال'],
  ['AED MAD', 'dh درهم'],
  ['EGP SLE SLL', 'le'],
  ['MRU', 'أم'],
  ['BOB VES', 'bs'],
  ['VES', 'bss'],
  ['PYG', 'gs'],
  ['BAM', 'km км'],
  ['HRK', 'kn'],
  ['ALL', 'lek lekë'],
  ['KGS TJS', 'сом'],
  ['UZS', "soʻm so'm сўм сум"],
  ['AOA', 'kz'],
  ['ZMW', 'zk kw'],
  ['MWK', 'mk'],
  ['AWG', 'afl'],
  ['MGA', 'ar'],
  ['XCG', 'cg'],
  ['STN', 'db'],
  ['ERN', 'nfk'],
  ['BTN', 'nu'],
  ['VUV', 'vt'],
  ['GMD', 'd'],
  ['SZL', 'e'],
  ['HTG', 'g'],
  ['GTQ', 'q'],
  ['ZAR', 'r'],
  ['SOS', 's'],
  ['MMK PGK ZMW', 'k'],
  ['BWP PHP', 'p'],
  ['NGN', 'n'],
  ['ETB', 'ብር'],
];

/** After a number these are thousands or pence as well: 12K, 50p. */
const ONLY_BEFORE = new Set(['k', 'p']);

const list = (codes: string): readonly string[] => codes.split(' ');
const CURRENCIES_OF: ReadonlyMap<string, readonly string[]> = new Map(
  [...OF_SEVERAL, ...Object.entries(OF_ONE)].flatMap(([codes, marks]) =>
    list(marks).map((mark) => [mark, list(codes)] as const),
  ),
);
const AMBIGUOUS: ReadonlySet<string> = new Set(OF_SEVERAL.flatMap(([, marks]) => list(marks)));

/** `kr.`, `Kr` and `KR` are one mark, as `US $` and `US$` are. */
export const folded = (mark: string): string => mark.normalize('NFKC').toLowerCase().replace(/[\s.]/g, '');

/** Currencies that the mark can mean; undefined when it is no currency mark. */
export function currenciesOf(mark: string, isAfter: boolean): readonly string[] | undefined {
  return isAfter && ONLY_BEFORE.has(mark) ? undefined : currenciesOfFolded(mark);
}

function currenciesOfFolded(mark: string): readonly string[] | undefined {
  const known = CURRENCIES_OF.get(mark) ?? withRegion(mark);
  if (known !== undefined) return known;
  return withCode(mark.slice(0, 3), mark.slice(3)) ?? withCode(mark.slice(-3), mark.slice(0, -3));
}

/** `HK$` and `$HK`: a sign, and the two letters with which ISO 4217 codes of a country begin (ISO 3166). */
function withRegion(mark: string): readonly string[] | undefined {
  const region = /^([a-z]{2})[$£¥]$|^[$£¥]([a-z]{2})$/.exec(mark);
  const letters = (region?.[1] ?? region?.[2])?.toUpperCase();
  if (letters === undefined) return undefined;
  const fitting = CURRENCIES_OF.get(mark.replace(/[a-z]/g, ''))?.filter((code) => code.startsWith(letters));
  return fitting?.length === 1 ? fitting : undefined;
}

/** `EUR`, and with a second mark `USD$`, `Rs. INR`. */
function withCode(letters: string, rest: string): readonly string[] | undefined {
  const code = letters.toUpperCase();
  if (!/^[a-z]{3}$/.test(letters) || !isCurrency(code)) return undefined;
  return rest === '' || currenciesOfFolded(rest)?.includes(code) ? [code] : undefined;
}

/** Whether a currency mark can mean nothing else: an ISO code, or a mark of one currency alone. */
export const isSure = (mark: string): boolean => !AMBIGUOUS.has(mark);
