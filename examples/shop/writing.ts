/** How a shop's systems write things down: every one of them differently, and all of it is meant to be understood. */
import { createHash } from 'node:crypto';
import type { Country } from './countries';
import type { Random } from './random';

/** Names that shops give to each thing that happens: Pinterest's API and Tag, analytics tools, e-commerce suites. */
const NAMES = {
  visit: ['page_visit', 'PageVisit', 'pagevisit', 'page_view'],
  'category view': ['view_category', 'ViewCategory', 'Product List Viewed'],
  search: ['search', 'Search', 'Products Searched'],
  'add to cart': ['add_to_cart', 'AddToCart', 'Product Added'],
  wishlist: ['add_to_wishlist', 'AddToWishList', 'AddToWishlist'],
  'checkout started': ['initiate_checkout', 'InitiateCheckout', 'begin_checkout'],
  'payment info': ['add_payment_info', 'AddPaymentInfo'],
  order: ['checkout', 'Checkout', 'purchase', 'Order Completed'],
  'sign-up': ['signup', 'SignUp', 'Signup', 'sign_up', 'CompleteRegistration'],
  lead: ['lead', 'Lead', 'generate_lead'],
  subscription: ['subscribe', 'Subscribe'],
  video: ['watch_video', 'WatchVideo'],
  'app install': ['app_install', 'Application Installed'],
  'app open': ['app_open', 'Application Opened'],
  'store sale': ['checkout', 'Checkout'],
} as const;

export type Kind = keyof typeof NAMES;
export const KINDS = Object.keys(NAMES) as Kind[];

export const nameOf = (kind: Kind, random: Random): string => random.pick(NAMES[kind]);

/** A time in seconds, milliseconds, as text, or in ISO 8601 in any zone. */
export function time(milliseconds: number, random: Random): number | string {
  const iso = new Date(milliseconds).toISOString();
  const hours = random.int(1, 9);
  const ahead = new Date(milliseconds + hours * 3_600_000).toISOString().slice(0, 19);
  return random.pick<number | string>([
    Math.floor(milliseconds / 1_000),
    Math.floor(milliseconds / 1_000),
    milliseconds,
    String(Math.floor(milliseconds / 1_000)),
    iso,
    `${ahead}+0${hours}:00`,
  ]);
}

/** An amount as number, as text, or as it is printed in the country. */
export function amount(value: number, { decimalComma, code }: Country, random: Random): number | string {
  const plain = value.toFixed(2);
  const [whole = '', cents = ''] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, decimalComma ? '.' : ',');
  const printed = decimalComma ? `${grouped},${cents}` : `${grouped}.${cents}`;
  return random.pick<number | string>([value, value, plain, plain, printed, code === 'US' ? `$${printed}` : printed]);
}

/** One of a mailbox's ways to be typed in. */
export function mailbox(name: string, random: Random): string {
  const address = `${name}@${random.pick(['example.com', 'example.org', 'example.net', 'mail.example'])}`;
  return random.pick([address, address, ` ${address} `, address.toUpperCase(), `${address.replace('@', ' @')}`]);
}

export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
