/**
 * Event names: every spelling that shops already use, and the one that Pinterest's API takes.
 *
 * Sources: Pinterest's API and Tag names (22, API 5.28), and the standard events of Google Analytics 4, Meta, TikTok, Snap,
 * Segment, Shopify's web pixels, GTM4WP and Stape's data layer; docs/events.md says which is whose. Spellings are compared without case, spaces and
 * punctuation, so each row lists only names that differ in letters. What is no conversion stands in no-conversion.ts.
 */

/** Pinterest's API name → other names for the same thing. */
export const EVENT_NAMES = {
  add_payment_info: [
    'Payment Info Entered',
    'ADD_BILLING',
    'fb_mobile_add_payment_info',
    'payment_info_submitted',
    'add_payment_info_stape',
  ],
  add_to_cart: [
    ...['Product Added', 'Added Product', 'Wishlist Product Added to Cart', 'ADD_CART', 'fb_mobile_add_to_cart'],
    ...['product_added_to_cart', 'gtm4wp.addProductToCartEEC', 'add_to_cart_stape'],
  ],
  add_to_wishlist: ['Product Added to Wishlist', 'fb_mobile_add_to_wishlist'],
  app_install: ['Application Installed', 'first_open', 'InstallApp', 'fb_mobile_first_app_launch'],
  app_open: ['Application Opened', 'ActivateApp', 'LaunchAPP', 'fb_mobile_activate_app'],
  checkout: [
    ...['purchase', 'in_app_purchase', 'Order Completed', 'Completed Order', 'Order Placed', 'CompletePayment'],
    ...['PlaceAnOrder', 'fb_mobile_purchase', 'checkout_completed', 'gtm4wp.orderCompletedEEC', 'purchase_stape'],
  ],
  contact: [],
  custom: [],
  customize_product: [],
  find_location: [],
  initiate_checkout: [
    ...['begin_checkout', 'Checkout Started', 'Started Order', 'START_CHECKOUT', 'fb_mobile_initiated_checkout'],
    ...['gtm4wp.checkoutStepEEC', 'begin_checkout_stape'],
  ],
  lead: ['generate_lead', 'Lead Generated', 'SubmitForm'],
  page_visit: ['page_view', 'screen_view', 'Page Viewed', 'gtm.dom', 'page_view_stape'],
  schedule: [],
  search: ['Products Searched', 'Product List Filtered', 'view_search_results', 'fb_mobile_search', 'search_submitted'],
  signup: [
    ...[
      'CompleteRegistration',
      'Signed Up',
      'Registration Completed',
      'Registration',
      'fb_mobile_complete_registration',
    ],
    'sign_up_stape',
  ],
  start_trial: ['Trial Started'],
  submit_application: ['LoanApplication'],
  subscribe: ['Subscription Started', 'Subscription Created', 'app_store_subscription_convert'],
  view_category: [
    ...['view_item_list', 'Product List Viewed', 'Viewed Product Category', 'Product Category Viewed', 'LIST_VIEW'],
    'collection_viewed',
  ],
  view_content: [
    ...['view_item', 'Product Viewed', 'Viewed Product', 'fb_mobile_content_view', 'gtm4wp.changeDetailViewEEC'],
    'view_item_stape',
  ],
  watch_video: ['video_start', 'Video Playback Started', 'Product Video Watched'],
} as const satisfies Record<string, readonly string[]>;
