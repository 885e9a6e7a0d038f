/**
 * Who the shop's customers are, country by country, as its systems have them on file.
 *
 * Nothing here reaches anyone: phone numbers are from the ranges that regulators keep free for fiction (none is known
 * for Brazil and Japan, so customers there leave none), addresses on the network from those kept for documentation.
 */
export interface Country {
  readonly code: string;
  /** The ways in which the shop's systems write the country. */
  readonly written: readonly [string, ...string[]];
  readonly language: string;
  readonly currency: string;
  /** Amounts are written 1.299,00 there. */
  readonly decimalComma: boolean;
  /** Storefront with the script on its pages; the others report from their back end. */
  readonly browser: boolean;
  /** First name, last name, and the name of the mailbox. */
  readonly people: readonly [Person, ...Person[]];
  /** # stands for any digit. */
  readonly phones: readonly string[];
  /** City, state, postcode. */
  readonly places: readonly [Place, ...Place[]];
  /** ? stands for any hexadecimal digit, # for any decimal one. */
  readonly addresses: readonly [string, ...string[]];
}
type Person = readonly [first: string, last: string, mailbox: string];
type Place = readonly [city: string, state: string, zip: string];

const IPV4 = ['192.0.2.##', '198.51.100.##', '203.0.113.##'] as const;

export const COUNTRIES: readonly [Country, ...Country[]] = [
  {
    code: 'US',
    written: ['US', 'us', 'USA', 'United States'],
    language: 'en',
    currency: 'USD',
    decimalComma: false,
    browser: true,
    people: [
      ['Jane', 'Doe', 'jane.doe'],
      ['  Mary Ann ', "O'Hara", 'maryann.ohara'],
      ['DEREK', 'MCDONALD', 'derek.mcdonald'],
      ['José', 'Núñez', 'jose.nunez'],
      ['Lakeisha', 'Washington-Price', 'l.washington+shop'],
    ],
    phones: ['(415) 555-01##', '415.555.01##', '+1 415 555 01##', '1-212-555-01##', 'tel:+1-312-555-01##'],
    places: [
      ['San Francisco', 'CA', '94103'],
      ['New York', 'New York', '10001-0123'],
      ['St. Louis', 'mo', '63101'],
      ['Boston', 'Massachusetts', '02108'],
    ],
    addresses: [...IPV4, '2001:db8:1::????'],
  },
  {
    code: 'GB',
    written: ['GB', 'UK', 'United Kingdom'],
    language: 'en',
    currency: 'GBP',
    decimalComma: false,
    browser: true,
    people: [
      ['Siobhán', 'O’Brien', 'siobhan.obrien'],
      ['Oliver', 'Smith-Jones', 'OLIVER'],
      ['Zoë', 'Llewellyn', 'zoe.llewellyn'],
    ],
    phones: ['+44 20 7946 0###', '020 7946 0###', '0044 161 496 0###', '07700 900###', '+44 (0)7700 900###'],
    places: [
      ['London', '', 'SW1A 1AA'],
      ['Stoke-on-Trent', '', 'st1 1aa'],
    ],
    addresses: [...IPV4, '2001:db8:44::????'],
  },
  {
    code: 'DE',
    written: ['DE', 'Deutschland', 'Germany', 'de'],
    language: 'de',
    currency: 'EUR',
    decimalComma: true,
    browser: false,
    people: [
      ['Jürgen', 'Müller', 'juergen.mueller'],
      ['Anna-Lena', 'Groß', 'anna.gross'],
      ['ayşe', 'çelik', 'ayse.celik'],
    ],
    phones: ['030 23125 ###', '+49 89 99998 ###', '0049 40 66969 ###', '(030) 23125-###', '+49 (0)89 99998-###'],
    places: [
      ['München', 'BY', '80331'],
      ['Frankfurt am Main', 'HE', '60311'],
      ['Dresden', 'SN', '01067'],
    ],
    addresses: [...IPV4],
  },
  {
    code: 'FR',
    written: ['FR', 'France', 'fr'],
    language: 'fr',
    currency: 'EUR',
    decimalComma: true,
    browser: true,
    people: [
      ['Renée', "D'Amboise", 'renee.damboise'],
      ['Jean-Luc', 'LEFÈVRE', 'jl.lefevre'],
    ],
    phones: ['01 99 00 ## ##', '+33 6 39 98 ## ##', '0033 4 65 71 ## ##', '06.39.98.##.##'],
    places: [
      ['Paris', '', '75001'],
      ["L'Haÿ-les-Roses", '', '94240'],
    ],
    addresses: [...IPV4, '2001:db8:33::????'],
  },
  {
    code: 'CA',
    written: ['CA', 'Canada'],
    language: 'fr',
    currency: 'CAD',
    decimalComma: false,
    browser: true,
    people: [
      ['Geneviève', 'Tremblay', 'g.tremblay'],
      ['Liam', 'MacLeod', 'Liam.MacLeod'],
    ],
    phones: ['(416) 555-01##', '+1 (514) 555-01##', '604-555-01##'],
    places: [
      ['Montréal', 'Québec', 'H2X 1Y4'],
      ['Toronto', 'ON', 'M5V2T6'],
    ],
    addresses: [...IPV4],
  },
  {
    code: 'AU',
    written: ['AU', 'Australia'],
    language: 'en',
    currency: 'AUD',
    decimalComma: false,
    browser: true,
    people: [
      ['Matilda', 'Nguyen', 'matilda.nguyen'],
      ['Bruce', 'van der Berg', 'bruce'],
    ],
    phones: ['(02) 5550 ####', '02 7010 ####', '+61 491 570 006', '0491 570 156'],
    places: [
      ['Sydney', 'New South Wales', '2000'],
      ['Melbourne', 'VIC', '3000'],
    ],
    addresses: [...IPV4],
  },
  {
    code: 'BR',
    written: ['BR', 'Brasil', 'Brazil'],
    language: 'pt',
    currency: 'BRL',
    decimalComma: true,
    browser: false,
    people: [
      ['João', 'da Conceição', 'joao.conceicao'],
      ['Inês', 'Gonçalves', 'ines.goncalves'],
    ],
    phones: [],
    places: [
      ['São Paulo', 'SP', '01310-100'],
      ['Rio de Janeiro', 'RJ', '20040020'],
    ],
    addresses: [...IPV4],
  },
  {
    code: 'JP',
    written: ['JP', 'Japan'],
    language: 'ja',
    currency: 'JPY',
    decimalComma: false,
    browser: false,
    people: [
      ['花子', '佐藤', 'hanako.sato'],
      ['Kenji', 'Suzuki', 'KENJI.SUZUKI'],
    ],
    phones: [],
    places: [
      ['東京', '', '100-0001'],
      ['Osaka', '', '530-0001'],
    ],
    addresses: [...IPV4],
  },
  {
    code: 'SE',
    written: ['SE', 'Sweden'],
    language: 'sv',
    currency: 'SEK',
    decimalComma: true,
    browser: false,
    people: [
      ['Åsa', 'Öberg', 'asa.oberg'],
      ['Björn', 'Sjöström', 'bjorn'],
    ],
    phones: ['08-465 004 ##', '+46 8 465 004 ##', '0046 8 465 004 ##'],
    places: [['Göteborg', '', '411 03']],
    addresses: [...IPV4],
  },
];
