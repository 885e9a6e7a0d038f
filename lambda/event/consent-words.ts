/** Words and names of consent, in letters and digits alone, as consent platforms, tag managers and forms write them. */

/**
 * Purposes that cover advertising: Google's consent mode
 * (https://developers.google.com/tag-platform/security/guides/consent), Shopify's customer privacy API, Cookiebot, CookieYes,
 * OneTrust (C0004 is targeting). Other purposes of theirs say nothing about ads.
 */
const AD_PURPOSES: ReadonlySet<string> = new Set(
  `adstorage aduserdata adpersonalization ads advertising advertisement advertisements advertisingstorage adtargeting
  targetedadvertising targetedads personalizedads marketing marketingallowed marketingconsent saleofdata saleofdataallowed
  targeting c0004 remarketing retargeting tracking conversiontracking`.split(/\s+/),
);

/** A consent platform's own names: a vendor is Pinterest whatever stands behind its name. */
export const isOfAds = (name: string): boolean => AD_PURPOSES.has(name) || name.startsWith('pinterest');

/** Where the answer itself stands in an object. Of `default` and `update` the update is the visitor's. */
export const ANSWERS: ReadonlySet<string> = new Set(
  'consent consented given granted accepted allowed status value enabled default update'.split(' '),
);

/** The same the other way round: a yes here is a no. */
export const NO_ANSWERS: ReadonlySet<string> = new Set(
  'denied declined rejected refused revoked withdrawn optout optedout donotsell'.split(' '),
);

/** Names of a consent beside the event's data. Purposes stand there by themselves too. */
export const CONSENT_NAMES: readonly string[] = [
  ...'consent consents userconsent consentgiven hasconsent consentgranted consentstatus consentstate consentmode'.split(
    ' ',
  ),
  ...'gdprconsent marketingconsent adconsent adsconsent advertisingconsent trackingconsent cookieconsent'.split(' '),
  ...'adstorage aduserdata adpersonalization gcs xgagcs onetrustactivegroups optanonactivegroups'.split(' '),
  'customerprivacy',
  'consentmanagement',
];

/** Without blanks, underscores and hyphens. */
export const GIVEN: ReadonlySet<string> = new Set(
  `true t 1 yes y on ja oui si sí sim ok granted grant given accepted accept acceptall allaccepted allowed allow allowall
  optin optedin agree agreed consented enabled approved`.split(/\s+/),
);

export const REFUSED: ReadonlySet<string> = new Set(
  `false f 0 no n off nein non não nao nee denied deny denyall declined decline declineall rejected reject rejectall refused
  refuse revoked revoke withdrawn disallowed disallow optout optedout notgranted notgiven notconsented noconsent disagree
  disagreed dismissed dismiss blocked disabled expired essential essentialonly onlyessential necessary necessaryonly
  onlynecessary strictlynecessary
  unknown pending unset notset (notset) default empty nil undecided waiting implied - [] {}`.split(/\s+/),
);
