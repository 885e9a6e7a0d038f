/**
 * The id that a checkout has when nobody gave it one: `checkout-` and its order id. The rule needs no code, so the page,
 * a reloaded thank-you page and any back end make the same id, and Pinterest counts the order once.
 */

/**
 * @param eventName Pinterest's API name of the event.
 * @param orderId `custom_data.order_id`, as it will be sent: a text without blanks around it.
 * @returns undefined for an event that has no derived id: every one but a checkout, and a checkout without an order id.
 */
export const derivedEventId = (eventName: string, orderId: string | undefined): string | undefined =>
  eventName === 'checkout' && orderId ? `checkout-${orderId}` : undefined;
