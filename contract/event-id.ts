/**
 * The id that a checkout has when nobody gave it one: `checkout-` and its order id. The rule needs no code, so the page,
 * a reloaded thank-you page and any back end make the same id, and Pinterest counts the order once.
 */

/** @param orderId `custom_data.order_id` of the checkout, as it is sent: a text without blanks around it. */
export const checkoutEventId = (orderId: string): string => `checkout-${orderId}`;

/**
 * @param eventName Pinterest's API name of the event.
 * @returns undefined for an event that has no derived id: every one but a checkout, and a checkout without an order id.
 */
export const derivedEventId = (eventName: string, orderId: string | undefined): string | undefined =>
  eventName === 'checkout' && orderId ? checkoutEventId(orderId) : undefined;
