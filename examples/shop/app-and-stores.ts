/** What happens away from the web shop: in the app, and at the tills of the stores. Back ends report it. */
import { APP_USER_AGENTS, PRODUCTS } from './catalogue';
import { type Customer, newCustomer } from './customers';
import type { Day, ExampleEvent } from './example-event';
import { basket } from './visits';
import { digest, type Kind, nameOf, time } from './writing';

export function appSession(day: Day, number: number): ExampleEvent[] {
  const { random } = day;
  const customer = newCustomer(number, random);
  const ios = random.chance(0.5);
  const start = day.moment();
  const opening: Kind = random.chance(0.25) ? 'app install' : 'app open';
  const kinds: Kind[] = random.chance(0.4) ? [opening, 'add to cart'] : [opening];
  if (kinds.length > 1 && random.chance(0.5)) kinds.push('order');
  return kinds.map((kind, index) => {
    const happenedAt = start + index * 45_000;
    const event = {
      event_name: nameOf(kind, random),
      action_source: ios ? 'app_ios' : 'app_android',
      event_time: time(happenedAt, random),
      event_id: day.nextId('app'),
      user_data: appUser(customer, ios, day),
      ...{ app_id: ios ? '0000000000' : 'example.shop.app', app_name: 'Example Shop', app_version: '7.9' },
      ...{ device_brand: ios ? 'Apple' : 'Examplephone', os_version: ios ? '18.6' : '16', wifi: random.chance(0.5) },
      ...(random.chance(0.5) && {
        app_info: { app_version: '7.9', app_store: ios ? 'Apple App Store' : 'Google Play Store' },
        device_info: { os_family: ios ? 'ios' : 'Android', form_factor: 'cellphone', screen_width: '1170' },
      }),
      ...(kind !== opening && { custom_data: basket([random.pick(PRODUCTS)], customer, day) }),
    };
    return { kind, via: 'server', happenedAt, event };
  });
}

function appUser(customer: Customer, ios: boolean, { random }: Day): Record<string, unknown> {
  const id = ios ? customer.mobileAdId.toUpperCase() : customer.mobileAdId;
  const device = { client_ip_address: customer.ipAddress, client_user_agent: APP_USER_AGENTS[ios ? 'ios' : 'android'] };
  return random.pick<Record<string, unknown>>([
    { hashed_maids: [id], ...device },
    { mobile_ad_id: id, external_id: customer.id },
    { hashed_maids: [digest(customer.mobileAdId)], country: customer.country.code },
  ]);
}

/** A sale at the till, known by the loyalty card; reported in one go when the store closes, without any connection. */
export function storeSale(day: Day, number: number): ExampleEvent[] {
  const { random } = day;
  const customer = newCustomer(number, random);
  const happenedAt = day.moment();
  const receipt = day.nextId('till');
  const [city, , zip] = customer.place;
  const event = {
    event_name: nameOf('store sale', random),
    action_source: 'offline',
    event_time: time(happenedAt, random),
    event_id: receipt,
    user_data: {
      ...{ email: customer.email, phone: customer.phone ?? 'n/a', last_name: customer.name[1], city, zip },
      ...{ country: random.pick(customer.country.written), external_id: customer.id },
    },
    custom_data: { ...basket([random.pick(PRODUCTS), random.pick(PRODUCTS)], customer, day), order_id: receipt },
    // The till's own field.
    register: random.int(1, 6),
  };
  return [{ kind: 'store sale', via: 'server', happenedAt, event }];
}
