/** One customer, and the many ways in which the shop's systems hand over who that is. */
import { USER_AGENTS } from './catalogue';
import { COUNTRIES, type Country } from './countries';
import type { Random } from './random';
import { digest, mailbox } from './writing';

export interface Customer {
  readonly id: string;
  readonly country: Country;
  readonly name: readonly [first: string, last: string];
  readonly email: string;
  readonly phone: string | undefined;
  readonly place: readonly [city: string, state: string, zip: string];
  readonly birthDate: string;
  readonly gender: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  /** Pinterest's click id, when a Pin brought the customer here. */
  readonly clickId: string | undefined;
  readonly mobileAdId: string;
}

export function newCustomer(number: number, random: Random): Customer {
  const country = random.pick(COUNTRIES);
  const [first, last, box] = random.pick(country.people);
  const [phone] = country.phones;
  return {
    id: `C-${10_000 + number}`,
    country,
    name: [first, last],
    email: mailbox(random.chance(0.5) ? box : `${box}${random.int(1, 99)}`, random),
    phone: phone && random.fill(random.pick([phone, ...country.phones])),
    place: random.pick(country.places),
    birthDate: random.pick(['1990-02-28', '19851231', '1979-07-04']),
    gender: random.pick(['f', 'm', 'Female', 'male', 'non-binary']),
    ipAddress: random.fill(random.pick(country.addresses)).replace(/\.0(?=\d$)/, '.'),
    userAgent: random.pick(USER_AGENTS),
    clickId: random.chance(0.4) ? random.fill('dj0yJnU9????????????????') : undefined,
    mobileAdId: random.fill('????????-????-4???-a???-????????????'),
  };
}

/** What a back end sends as `user_data`: spelled by the API, spelled out, hashed already, or hardly anything. */
export function userData(customer: Customer, random: Random): Record<string, unknown> {
  const { country, email, phone, place, name } = customer;
  const [city, state, zip] = place;
  const connection = { client_ip_address: customer.ipAddress, client_user_agent: customer.userAgent };
  const clickId = customer.clickId !== undefined && { click_id: customer.clickId };
  const written = random.pick(country.written);
  switch (random.int(0, 4)) {
    case 0:
      return {
        em: [email],
        ...(phone !== undefined && { ph: [phone] }),
        ...{ fn: [name[0]], ln: [name[1]], ct: [city], st: [state], zp: [zip], country: [written] },
        ...{ ge: [customer.gender], db: [customer.birthDate], external_id: [customer.id] },
        ...connection,
        ...clickId,
      };
    case 1:
      return {
        ...{ email, phone: phone ?? null, first_name: name[0], last_name: name[1] },
        ...{ city, state, zip, country: written, gender: customer.gender, date_of_birth: customer.birthDate },
        ...{ external_id: customer.id, customer_type: random.pick(['new', 'returning']) },
        // A field of the shop's own, which Pinterest does not know.
        loyalty_tier: random.pick(['gold', 'none']),
        ...connection,
        ...clickId,
      };
    case 2: {
      const address = email.replace(/\s/g, '').toLowerCase();
      const hashed = random.chance(0.3) ? digest(address).toUpperCase() : digest(address);
      return { em: hashed, external_id: [digest(customer.id)], country: [digest(country.code.toLowerCase())] };
    }
    case 3:
      return { ...connection, ...clickId, external_id: customer.id };
    default:
      return { em: [email, `${customer.id.toLowerCase()}@example.com`], ph: phone ?? '', country: written };
  }
}
