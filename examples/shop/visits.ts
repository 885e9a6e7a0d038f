/** A visit to the web shop: pages, perhaps a search, a cart, an order. The storefront or its back end reports each step. */
import { PRODUCTS, type Product, SEARCHES } from './catalogue';
import { type Customer, newCustomer, userData } from './customers';
import type { Day, ExampleEvent } from './example-event';
import { amount, type Kind, nameOf, time } from './writing';

const SHOP = 'https://www.shop.example';

export function visit(day: Day, number: number): ExampleEvent[] {
  const { random } = day;
  const customer = newCustomer(number, random);
  const products = Array.from({ length: random.int(1, 3) }, () => random.pick(PRODUCTS));
  const [product] = products;
  const landing = customer.clickId === undefined ? '/' : `/?utm_source=pinterest&epik=${customer.clickId}`;
  const steps: ExampleEvent[] = [];
  let clock = day.moment();
  const step = (kind: Kind, path: string, custom?: object, id = day.nextId('web')) => {
    clock += random.int(5, 90) * 1_000;
    steps.push(stepOf({ kind, path, custom, id, clock, customer, day }));
  };

  step('visit', landing);
  if (random.chance(0.1)) step('sign-up', '/account/new', { lead_type: 'newsletter' });
  if (random.chance(0.06)) step('lead', '/catalogue/request', { content_name: 'Printed catalogue' });
  if (random.chance(0.04)) step('subscription', '/candle-club');
  if (random.chance(0.08)) step('video', '/how-to-hang-a-shelf');
  if (random.chance(0.4)) step('category view', `/c/${product?.category}`, { content_category: product?.category });
  if (random.chance(0.25)) step('search', '/search', { search_string: random.pick(SEARCHES) });
  if (product === undefined || random.chance(0.35)) return steps;
  step('visit', `/p/${product.id}`, { content_ids: [product.id] });
  if (random.chance(0.2)) step('wishlist', `/p/${product.id}`, { content_ids: product.id });
  if (random.chance(0.4)) return steps;
  step('add to cart', '/cart', basket(products, customer, day));
  if (random.chance(0.3)) return steps;
  step('checkout started', '/checkout', basket(products, customer, day));
  if (random.chance(0.6)) step('payment info', '/checkout/payment');
  if (random.chance(0.25)) return steps;

  const order = day.nextId('order');
  step('order', '/thank-you', { ...basket(products, customer, day), order_id: order }, order);
  // The page reported the order; the back end does so again under the same id, and Pinterest counts it once.
  const placed = steps.at(-1);
  if (placed?.via === 'browser') steps.push(fromBackEnd(placed, { order, products, customer, day }));
  return steps;
}

interface Step {
  readonly kind: Kind;
  readonly path: string;
  readonly custom: object | undefined;
  readonly id: string;
  readonly clock: number;
  readonly customer: Customer;
  readonly day: Day;
}

function stepOf({ kind, path, custom, id, clock, customer, day }: Step): ExampleEvent {
  const { random } = day;
  const page = `${SHOP}/${customer.country.language}${path}`;
  const shared = { event_name: nameOf(kind, random), event_id: id, event_source_url: page, custom_data: custom };
  if (!customer.country.browser) {
    const event = {
      ...{ ...shared, action_source: random.pick(['web', 'web', 'WEB']), event_time: time(clock, random) },
      ...{ user_data: userData(customer, random), language: customer.country.language },
      // Some systems add fields of their own.
      ...(random.chance(0.1) && { session_id: id.slice(-5), environment: 'production' }),
    };
    return { kind, via: 'server', happenedAt: clock, event };
  }
  const known = kind === 'order' || kind === 'sign-up';
  const event = {
    ...shared,
    ...(random.chance(0.7) && { action_source: 'web', event_time: Math.floor(clock / 1_000) }),
    ...(known && { user_data: { email: customer.email, external_id: customer.id } }),
  };
  const cookie = customer.clickId !== undefined && { cookie: `_epik=${customer.clickId}` };
  return {
    kind,
    via: 'browser',
    happenedAt: clock,
    event,
    browser: { userAgent: customer.userAgent, page, ...cookie },
  };
}

interface Order {
  readonly order: string;
  readonly products: readonly Product[];
  readonly customer: Customer;
  readonly day: Day;
}

function fromBackEnd(placed: ExampleEvent, { order, products, customer, day }: Order): ExampleEvent {
  const { random } = day;
  const event = {
    ...{ event_name: nameOf('order', random), action_source: 'web', event_id: order },
    event_time: time(placed.happenedAt, random),
    ...{ user_data: userData(customer, random), opt_out: random.chance(0.05), partner_name: 'direct' },
    custom_data: { ...basket(products, customer, day), order_id: order },
  };
  return { kind: 'order', via: 'server', happenedAt: placed.happenedAt, event };
}

export function basket(products: readonly Product[], { country }: Customer, { random }: Day): Record<string, unknown> {
  const total = products.reduce((sum, { price }) => sum + price, 0);
  return {
    value: amount(total, country, random),
    currency: random.chance(0.2) ? country.currency.toLowerCase() : country.currency,
    content_ids: products.map(({ id }) => id),
    contents: products.map(({ id, name, category, brand, price }) => ({
      ...{ id, item_name: name, item_category: category, item_brand: brand },
      ...{ item_price: random.chance(0.5) ? price : price.toFixed(2), quantity: random.chance(0.5) ? 1 : '1' },
    })),
    num_items: products.length,
    // A field of the shop's own, which Pinterest does not know.
    ...(random.chance(0.15) && { coupon: 'WELCOME10' }),
  };
}
