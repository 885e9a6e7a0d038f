/** Event names: every vocabulary that shops use, and the one spelling that leaves. */
import { PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import { accepted, rawEvent, refused } from '../helpers/factories';

const sentName = (event_name: string) => accepted(rawEvent({ event_name })).event.event_name;

describe("Pinterest's own names", () => {
  test('are these 22', () => {
    expect(PINTEREST_EVENT_NAMES).toEqual([
      ...['add_payment_info', 'add_to_cart', 'add_to_wishlist', 'app_install', 'app_open', 'checkout', 'contact'],
      ...['custom', 'customize_product', 'find_location', 'initiate_checkout', 'lead', 'page_visit', 'schedule'],
      ...['search', 'signup', 'start_trial', 'submit_application', 'subscribe', 'view_category', 'view_content'],
      'watch_video',
    ]);
  });

  test.each(PINTEREST_EVENT_NAMES)('%s leaves as it is, in capitals too', (name) => {
    expect(sentName(name)).toBe(name);
    expect(sentName(` ${name.toUpperCase()} `)).toBe(name);
  });
});

describe('other spellings', () => {
  test.each([
    // Pinterest's tag
    ['AddPaymentInfo', 'add_payment_info'],
    ['AddToCart', 'add_to_cart'],
    ['AddToWishList', 'add_to_wishlist'],
    ['AddToWishlist', 'add_to_wishlist'],
    ['Checkout', 'checkout'],
    ['Contact', 'contact'],
    ['Custom', 'custom'],
    ['CustomizeProduct', 'customize_product'],
    ['FindLocation', 'find_location'],
    ['InitiateCheckout', 'initiate_checkout'],
    ['Lead', 'lead'],
    ['PageVisit', 'page_visit'],
    ['pagevisit', 'page_visit'],
    ['Schedule', 'schedule'],
    ['Search', 'search'],
    ['SignUp', 'signup'],
    ['Signup', 'signup'],
    ['StartTrial', 'start_trial'],
    ['SubmitApplication', 'submit_application'],
    ['Subscribe', 'subscribe'],
    ['ViewCategory', 'view_category'],
    ['ViewContent', 'view_content'],
    ['WatchVideo', 'watch_video'],
    // Google Analytics 4
    ['purchase', 'checkout'],
    ['begin_checkout', 'initiate_checkout'],
    ['add_to_cart', 'add_to_cart'],
    ['generate_lead', 'lead'],
    ['sign_up', 'signup'],
    ['page_view', 'page_visit'],
    ['view_item', 'view_content'],
    ['view_item_list', 'view_category'],
    ['view_search_results', 'search'],
    // Meta
    ['Purchase', 'checkout'],
    ['CompleteRegistration', 'signup'],
    ['PageView', 'page_visit'],
    ['ActivateApp', 'app_open'],
    // Segment
    ['Order Completed', 'checkout'],
    ['order completed', 'checkout'],
    ['Checkout Started', 'initiate_checkout'],
    ['Product Added', 'add_to_cart'],
    ['Product Added to Wishlist', 'add_to_wishlist'],
    ['Product Viewed', 'view_content'],
    ['Product List Viewed', 'view_category'],
    ['Products Searched', 'search'],
    ['Payment Info Entered', 'add_payment_info'],
    ['Signed Up', 'signup'],
    ['Application Installed', 'app_install'],
    ['Application Opened', 'app_open'],
  ])('%s leaves as %s', (name, sent) => expect(sentName(name)).toBe(sent));
});

describe('a name that nobody knows is refused', () => {
  test.each([
    ['chekout', 'checkout'],
    ['add_to_cartt', 'add_to_cart'],
    ['sign-upp', 'signup'],
    ['ViewCategories', 'view_category'],
  ])('%s, with %s as the nearest', (name, nearest) => {
    expect(refused(rawEvent({ event_name: name })).problems).toEqual([
      expect.stringMatching(`^"event_name" is "${name}", no event name of Pinterest's; did you mean ${nearest}`),
    ]);
  });

  test.each(['Jane Quartermain', 'quarterly_report', 'Größe gewählt'])(
    'and quoted to its caller, not to the log: %s',
    (name) => {
      const { problems, reasons } = refused(rawEvent({ event_name: name }));
      expect(problems.join()).toContain(`"event_name" is "${name}"`);
      expect(reasons.join()).not.toContain(name);
      expect(refused(rawEvent({ action_source: name })).problems.join()).not.toContain(name);
    },
  );

  test.each(['jane@example.com', '+1 415 555 0100', 'pina_AbC', '\u0007bell'])(
    'and not quoted when it may be personal or cannot be printed: %j',
    (name) => {
      expect(refused(rawEvent({ event_name: name })).problems.join()).not.toContain(name);
    },
  );

  test.each(['quarterly_report', 'constructor', '', 'x'.repeat(100_000)])(
    'and none suggested when none is near: %.30s',
    (name) => {
      const { problems } = refused(rawEvent({ event_name: name }));
      expect(problems).toEqual([expect.stringMatching(/^"event_name" is /)]);
      expect(problems.join()).not.toContain('did you mean');
    },
  );
});
