/** Every standard event of the vendors' published lists is mapped to a name of Pinterest's, or refused as no conversion. */
import { knownEventName } from '../../../contract/event-name';
import { NO_CONVERSION, noConversion } from '../../../lambda/event/no-conversion';
import { accepted, rawEvent, refused } from '../../helpers/factories';

const words = (text: string): string[] => text.trim().split(/\s+/);
const lines = (text: string): string[] => text.split(',').map((name) => name.trim());

const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'https://developers.google.com/analytics/devguides/collection/ga4/reference/events': words(`
    ad_impression add_payment_info add_shipping_info add_to_cart add_to_wishlist begin_checkout campaign_details
    close_convert_lead close_unconvert_lead disqualify_lead earn_virtual_currency exception generate_lead join_group
    level_end level_start level_up login page_view post_score purchase qualify_lead refund remove_from_cart screen_view
    search select_content select_item select_promotion share sign_up spend_virtual_currency tutorial_begin
    tutorial_complete unlock_achievement user_engagement view_cart view_item view_item_list view_promotion
    view_search_results working_lead`),
  'https://support.google.com/analytics/answer/9234069': words(`
    ad_click ad_exposure ad_impression ad_query ad_reward adunit_exposure app_clear_data app_exception app_remove
    app_store_refund app_store_subscription_cancel app_store_subscription_convert app_store_subscription_renew app_update
    click dynamic_link_app_open dynamic_link_app_update dynamic_link_first_open error file_download firebase_campaign
    firebase_in_app_message_action firebase_in_app_message_dismiss firebase_in_app_message_impression first_open
    first_visit form_start form_submit in_app_purchase notification_dismiss notification_foreground notification_open
    notification_receive notification_send os_update page_view screen_view scroll session_start user_engagement
    video_complete video_progress video_start view_search_results`),
  'https://segment.com/docs/connections/spec/ecommerce/v2/': lines(`Products Searched, Product List Viewed,
    Product List Filtered, Promotion Viewed, Promotion Clicked, Product Clicked, Product Viewed, Product Added,
    Product Removed, Cart Viewed, Checkout Started, Checkout Step Viewed, Checkout Step Completed, Payment Info Entered,
    Order Updated, Order Completed, Order Refunded, Order Cancelled, Coupon Entered, Coupon Applied, Coupon Denied,
    Coupon Removed, Product Added to Wishlist, Product Removed from Wishlist, Wishlist Product Added to Cart,
    Product Shared, Cart Shared, Product Reviewed`),
  'https://segment.com/docs/connections/spec/b2b-saas/': lines(`Account Created, Account Deleted, Signed Up, Signed In,
    Signed Out, Invite Sent, Account Added User, Account Removed User, Trial Started, Trial Ended`),
  'https://segment.com/docs/connections/spec/video/': lines(`Video Playback Started, Video Playback Paused,
    Video Playback Interrupted, Video Playback Buffer Started, Video Playback Buffer Completed,
    Video Playback Seek Started, Video Playback Seek Completed, Video Playback Resumed, Video Playback Completed,
    Video Playback Exited, Video Content Started, Video Content Playing, Video Content Completed, Video Ad Started,
    Video Ad Playing, Video Ad Completed, Video Quality Updated`),
  'https://segment.com/docs/connections/spec/mobile/': lines(`Application Installed, Application Opened,
    Application Backgrounded, Application Foregrounded, Application Updated, Application Uninstalled,
    Application Crashed, Install Attributed, Push Notification Received, Push Notification Tapped,
    Push Notification Bounced, Deep Link Opened, Deep Link Clicked`),
  'https://github.com/segmentio/action-destinations (pinterest-conversions, presets)': lines(`Product Added, Checkout,
    Generate Lead, Products Searched, Signed Up, Product Category Viewed, Product Video Watched`),
  'https://developers.facebook.com/docs/meta-pixel/reference': words(`AddPaymentInfo AddToCart AddToWishlist
    CompleteRegistration Contact CustomizeProduct Donate FindLocation InitiateCheckout Lead PageView Purchase Schedule
    Search StartTrial SubmitApplication Subscribe ViewContent`),
  'https://developers.facebook.com/docs/app-events/reference': words(`fb_mobile_level_achieved fb_mobile_activate_app
    AdClick AdImpression fb_mobile_add_payment_info fb_mobile_add_to_cart fb_mobile_add_to_wishlist
    fb_mobile_complete_registration fb_mobile_tutorial_completion fb_mobile_initiated_checkout fb_mobile_purchase
    fb_mobile_rate fb_mobile_search fb_mobile_spent_credits fb_mobile_achievement_unlocked fb_mobile_content_view`),
  'https://ads.tiktok.com/help/article/supported-standard-events': words(`AddPaymentInfo AddToCart AddToWishlist
    ApplicationApproval ClickButton CompletePayment CompleteRegistration Contact CustomizeProduct Download FindLocation
    InitiateCheckout Lead PlaceAnOrder Purchase Schedule Search StartTrial SubmitApplication SubmitForm Subscribe
    ViewContent AchieveLevel CheckOut CompleteTutorial CreateGroup CreateRole GenerateLead InAppADClick InAppADImpr
    InstallApp JoinGroup LaunchAPP LoanApplication LoanApproval LoanDisbursal Login Rate Registration SpendCredits
    UnlockAchievement`),
  'https://developers.snap.com/api/marketing-api/Conversions-API': words(`PAGE_VIEW VIEW_CONTENT ADD_CART ADD_TO_CART
    ADD_TO_WISHLIST SIGN_UP SEARCH PURCHASE ADD_BILLING COMPLETE_TUTORIAL SUBSCRIBE AD_CLICK AD_VIEW START_CHECKOUT
    RATE LIST_VIEW LEVEL_COMPLETE ACHIEVEMENT_UNLOCKED SPENT_CREDITS SAVE SHARE INVITE LOGIN RESERVE START_TRIAL
    APP_INSTALL APP_OPEN CUSTOM_EVENT_1 CUSTOM_EVENT_2 CUSTOM_EVENT_3 CUSTOM_EVENT_4 CUSTOM_EVENT_5`),
  'https://shopify.dev/docs/api/web-pixels-api/standard-events': words(`alert_displayed cart_viewed
    checkout_address_info_submitted checkout_completed checkout_contact_info_submitted
    checkout_shipping_info_submitted checkout_started collection_viewed page_viewed payment_info_submitted
    product_added_to_cart product_removed_from_cart product_viewed search_submitted ui_extension_errored`),
  'https://help.pinterest.com/en/business/article/add-event-codes': words(`Signup SignUp signup WatchVideo watchvideo
    PageVisit pagevisit AddToCart addtocart Checkout checkout ViewCategory viewcategory Search search Lead lead Custom`),
};

const cases = Object.entries(PUBLISHED).flatMap(([source, names]) => names.map((name) => [name, source] as const));

test.each(cases)('%s of %s', (event_name) => {
  const known = knownEventName(event_name);
  if (known !== undefined) return expect(accepted(rawEvent({ event_name })).event.event_name).toBe(known);
  const { problems, reasons } = refused(rawEvent({ event_name }));
  expect(problems).toEqual([
    expect.stringMatching(/^"event_name" is "[^"]+" \(.+\), which is no conversion at Pinterest: .*"eventMap"/),
  ]);
  expect(reasons.join()).not.toContain(event_name);
});

test('no name is both a conversion and none', () => {
  const names = NO_CONVERSION.flatMap((row) => row.names);
  expect(names.filter((name) => knownEventName(name) !== undefined)).toEqual([]);
});

test('the owner of an event map can send one all the same', () => {
  const eventMap = { scroll: { sendAs: 'view_content' } };
  expect(accepted(rawEvent({ event_name: 'scroll' }), undefined, { eventMap }).event.event_name).toBe('view_content');
  expect(noConversion('scroll')).toBeDefined();
});
