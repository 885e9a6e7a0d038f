/**
 * Postcodes of the countries where they are digits alone: how many, how many leading zeros a spreadsheet can have cut off, and
 * the letters that people set in front (`D-10115`: signs of cars; the country's own codes need no entry). Every other country's
 * postcodes keep their letters.
 *
 * Sources: the Universal Postal Union's addressing sheets (https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions);
 * Google's address data (https://github.com/google/libaddressinput); car signs of the Vienna Convention on Road Traffic.
 */
export interface PostcodePlan {
  readonly lengths: readonly number[];
  /** Digits that may be missing; only where codes begin with zero. */
  readonly zeros: number;
  readonly prefixes: readonly string[];
}

const row = (lengths: number | readonly number[], zeros = 0, prefixes = ''): PostcodePlan => ({
  lengths: [lengths].flat(),
  zeros,
  prefixes: prefixes === '' ? [] : prefixes.split(' '),
});

export const POSTCODE_PLANS: ReadonlyMap<string, PostcodePlan> = new Map(
  Object.entries({
    US: row([5, 9], 2, 'USA'),
    ...{
      AT: row(4, 0, 'A'),
      AU: row(4, 1, 'AUS'),
      BE: row(4, 0, 'B'),
      BG: row(4),
      CH: row(4),
      CY: row(4),
      DK: row(4, 1),
    },
    ...{ HU: row(4, 0, 'H'), LI: row(4, 0, 'FL'), LU: row(4, 0, 'L'), LV: row(4), MK: row(4), NO: row(4, 1, 'N') },
    ...{
      NZ: row(4, 1),
      PH: row(4, 1),
      SI: row(4, 0, 'SLO'),
      TN: row(4),
      ZA: row(4, 1),
      AL: row(4),
      BD: row(4),
      GE: row(4),
    },
    ...{ AZ: row(4), MD: row(4), GL: row(4), PY: row(4), CV: row(4), GW: row(4), NE: row(4), MZ: row(4), HT: row(4) },
    ...{
      BA: row(5),
      CZ: row(5),
      DE: row(5, 1, 'D'),
      EE: row(5, 0, 'EST'),
      ES: row(5, 1, 'E'),
      FI: row(5, 2, 'FIN SF'),
    },
    ...{
      FR: row(5, 1, 'F'),
      GR: row(5, 0, 'EL GR'),
      HR: row(5),
      IT: row(5, 2, 'I'),
      LT: row(5, 1),
      ME: row(5),
      MC: row(5),
    },
    ...{
      PL: row(5, 2),
      SE: row(5, 0, 'S'),
      SK: row(5, 1),
      SM: row(5, 0, 'RSM'),
      VA: row(5, 2),
      UA: row(5, 2),
      RS: row([5, 6]),
      XK: row(5),
    },
    ...{
      TR: row(5, 1),
      TH: row(5),
      MY: row(5, 1),
      ID: row(5),
      MX: row(5, 1),
      KR: row([5, 6], 1),
      PK: row(5),
      LK: row(5, 2),
    },
    ...{
      NP: row(5),
      JO: row(5),
      EG: row(5),
      MA: row(5),
      DZ: row(5, 1),
      KE: row(5, 2),
      CR: row(5),
      PE: row(5, 1),
      UY: row(5),
    },
    ...{
      GT: row(5, 1),
      CU: row(5),
      DO: row(5),
      KW: row(5, 1),
      IQ: row(5),
      SN: row(5),
      ZM: row(5),
      LA: row(5, 1),
      MM: row([5, 7]),
    },
    ...{
      GP: row(5),
      GF: row(5),
      MQ: row(5),
      RE: row(5),
      NC: row(5),
      PF: row(5),
      YT: row(5),
      PM: row(5),
      BL: row(5),
      MF: row(5),
    },
    ...{ PR: row([5, 9], 2), VI: row([5, 9], 2), GU: row([5, 9]), AS: row([5, 9]), MP: row([5, 9]) },
    ...{
      RO: row(6, 1),
      RU: row(6),
      BY: row(6),
      CN: row(6, 1),
      IN: row(6),
      SG: row(6, 1),
      CO: row(6, 1),
      EC: row(6, 1),
      NG: row(6),
    },
    ...{ KG: row(6), TJ: row(6), TM: row(6), UZ: row(6), TT: row(6), VN: row([5, 6], 1), AM: row([4, 6], 1) },
    ...{
      JP: row(7, 2),
      CL: row(7),
      PT: row([4, 7], 0, 'P'),
      IL: row([5, 7]),
      BR: row(8, 1),
      IR: row(10),
      SA: row([5, 9]),
    },
    ...{ PA: row(4, 1), SV: row(4), AF: row(4), ET: row(4), NI: row(5), SD: row(5), OM: row(3), BH: row([3, 4]) },
    ...{ MV: row([4, 5]), KH: row([5, 6]), MN: row([5, 6]), LB: row([4, 8]) },
    ...{ IS: row(3, 0, 'IS'), FO: row(3, 0), TW: row([3, 5, 6]), MG: row(3), LS: row(3), PG: row(3) },
  }),
);
