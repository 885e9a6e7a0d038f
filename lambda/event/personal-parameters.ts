/** Names of URL parameters that hold a person's data or the key to an account. Pure, for the browser script too. */

/** Wherever they stand in a name: `useremail`, `customer[email]`, `wp_lang_password`. */
const PARTS =
  /e-?mail|(?:tele)?phone|telef|passw|passwd|passcode|token|secret|(?:first|last|full|user|sur|maiden|nick)[-_. ]?name|sess(?:ion)?[-_.]?id|api[-_. ]?key|card[-_. ]?num|birth|geburt|naissance|nacimiento|nascita|nascimento|advertising[-_]?id|passport|msisdn|whatsapp|vorname|nachname|apellid/;

/** As a whole word of a name: `billing_zip`, `ship.tel`, `addr1`. */
const WORDS: ReadonlySet<string> = new Set(
  `mail em ph tel mobile cell handy fax fn ln fname lname surname vorname nachname nom prenom apellido
  user login address addr addresse adresse street strasse zip zipcode postcode postalcode postal plz dob bday
  auth authorization pwd pass pw pin sid session cookie otp totp jwt bearer signature sig nonce csrf xsrf credential credentials
  ssn iban cvv cvc creditcard ip idfa gaid aaid mob sess addressid lat lng latlng lon latitude longitude zp hem hmac verification mailto userid customerid memberid
  externalid correo courriel voornaam achternaam telefoon wachtwoord cognome indirizzo direccion nombre imie nazwisko haslo ulica
  sobrenome endereco cpf cnpj dni fornamn efternamn epost hausnummer handynummer customer buyer recipient member subscriber patient`.split(
    /\s+/,
  ),
);

/** Only where they are the whole name, or belong to one of `OF_A_PERSON`: elsewhere they name products. */
const ALONE: ReadonlySet<string> = new Set(['name', 'key', 'gender', 'age']);
const OF_A_PERSON: ReadonlySet<string> = new Set(
  'billing shipping ship bill first last full given family middle contact sender person client nick display your my access private order'.split(
    ' ',
  ),
);
const WITH_OWNER: ReadonlySet<string> = new Set(['name', 'key', 'city', 'state', 'country', 'company', 'region']);

/** Campaigns and Pinterest's click id: what the page URL is sent for. */
const KEPT = /^(?:epik|utm_\w+)$/;

const WORD_ENDS = /([a-z0-9])(?=[A-Z])/g;

export function isPersonalParameter(name: string): boolean {
  const lower = name.toLowerCase();
  if (KEPT.test(lower)) return false;
  if (PARTS.test(lower)) return true;
  const words = name
    .replace(WORD_ENDS, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (words.some((word) => WORDS.has(word))) return true;
  if (words.length === 1) return ALONE.has(words[0] ?? '');
  return words.some((word) => OF_A_PERSON.has(word)) && words.some((word) => WITH_OWNER.has(word));
}
