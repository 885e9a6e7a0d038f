/**
 * Standard events of other vocabularies for which Pinterest has no event: a decision with a reason each. They are refused by
 * name, so that nobody looks for a spelling; an owner who needs one maps it in the event map. Sources: as event-vocabulary.ts.
 */
import { nameKey } from '../../contract/event-map';

export interface NoConversion {
  readonly vocabulary: string;
  /** Completes "which is no conversion at Pinterest: …". */
  readonly because: string;
  readonly names: readonly string[];
}

const BROWSING = 'it is a step on the way, and the step that counts has an event of its own';
const UNDONE = 'it takes back what was done, and Pinterest takes nothing back';
const PROMOTION = 'a promotion is no product';
const SIGN_IN = 'who signs in is a customer already';
const GAME = 'it is progress within an app';
const TECHNICAL = 'nobody decided to do it';
const VIDEO = 'the start of a video counts, once';
const SALES = "it is your own act afterwards, not the visitor's";
const SHARING = 'it is an opinion or a recommendation';
const OPEN = 'its meaning is different in each shop';
const COUPON = 'a coupon is part of an order';

export const NO_CONVERSION: readonly NoConversion[] = [
  {
    vocabulary: 'Google Analytics 4',
    because: BROWSING,
    names: ['add_shipping_info', 'select_item', 'select_content', 'view_cart', 'form_start'],
  },
  { vocabulary: 'Google Analytics 4', because: UNDONE, names: ['refund', 'remove_from_cart', 'app_store_refund'] },
  {
    vocabulary: 'Google Analytics 4',
    because: UNDONE,
    names: ['app_store_subscription_cancel', 'app_remove', 'app_clear_data'],
  },
  { vocabulary: 'Google Analytics 4', because: PROMOTION, names: ['select_promotion', 'view_promotion'] },
  { vocabulary: 'Google Analytics 4', because: SIGN_IN, names: ['login'] },
  {
    vocabulary: 'Google Analytics 4',
    because: GAME,
    names: [
      ...['earn_virtual_currency', 'spend_virtual_currency', 'level_start', 'level_end', 'level_up', 'post_score'],
      ...['tutorial_begin', 'tutorial_complete', 'unlock_achievement', 'join_group'],
    ],
  },
  {
    vocabulary: 'Google Analytics 4',
    because: SALES,
    names: ['qualify_lead', 'working_lead', 'disqualify_lead', 'close_convert_lead', 'close_unconvert_lead'],
  },
  { vocabulary: 'Google Analytics 4', because: SHARING, names: ['share'] },
  { vocabulary: 'Google Analytics 4', because: VIDEO, names: ['video_progress', 'video_complete'] },
  { vocabulary: 'Google Analytics 4', because: OPEN, names: ['form_submit', 'file_download', 'click'] },
  {
    vocabulary: 'Google Analytics 4',
    because: TECHNICAL,
    names: [
      ...['scroll', 'session_start', 'first_visit', 'user_engagement', 'campaign_details', 'exception', 'error'],
      ...['ad_click', 'ad_exposure', 'ad_impression', 'ad_query', 'ad_reward', 'adunit_exposure', 'app_exception'],
      ...['app_store_subscription_renew', 'app_update', 'os_update', 'firebase_campaign', 'dynamic_link_app_open'],
      ...['dynamic_link_app_update', 'dynamic_link_first_open', 'firebase_in_app_message_action'],
      ...['firebase_in_app_message_dismiss', 'firebase_in_app_message_impression', 'notification_dismiss'],
      ...['notification_foreground', 'notification_open', 'notification_receive', 'notification_send'],
    ],
  },
  {
    vocabulary: 'Segment',
    because: BROWSING,
    names: [
      ...['Product Clicked', 'Cart Viewed', 'Order Updated', 'Checkout Step Viewed', 'Checkout Step Completed'],
      ...['Viewed Checkout Step', 'Completed Checkout Step', 'Account Created'],
    ],
  },
  {
    vocabulary: 'Segment',
    because: UNDONE,
    names: [
      ...['Product Removed', 'Removed Product', 'Product Removed from Wishlist', 'Order Refunded', 'Order Cancelled'],
      ...['Account Deleted', 'Account Removed User', 'Trial Ended', 'Application Uninstalled'],
    ],
  },
  {
    vocabulary: 'Segment',
    because: PROMOTION,
    names: ['Promotion Viewed', 'Promotion Clicked', 'Viewed Promotion', 'Clicked Promotion'],
  },
  {
    vocabulary: 'Segment',
    because: COUPON,
    names: ['Coupon Entered', 'Coupon Applied', 'Coupon Denied', 'Coupon Removed'],
  },
  { vocabulary: 'Segment', because: SIGN_IN, names: ['Signed In', 'Signed Out'] },
  {
    vocabulary: 'Segment',
    because: SHARING,
    names: ['Product Shared', 'Cart Shared', 'Product Reviewed', 'Invite Sent', 'Account Added User'],
  },
  {
    vocabulary: 'Segment',
    because: VIDEO,
    names: [
      ...['Video Playback Paused', 'Video Playback Interrupted', 'Video Playback Buffer Started'],
      ...['Video Playback Buffer Completed', 'Video Playback Seek Started', 'Video Playback Seek Completed'],
      ...['Video Playback Resumed', 'Video Playback Completed', 'Video Playback Exited', 'Video Content Started'],
      ...['Video Content Playing', 'Video Content Completed', 'Video Ad Started', 'Video Ad Playing'],
      ...['Video Ad Completed', 'Video Quality Updated'],
    ],
  },
  {
    vocabulary: 'Segment',
    because: TECHNICAL,
    names: [
      ...['Application Backgrounded', 'Application Foregrounded', 'Application Updated', 'Application Crashed'],
      ...['Install Attributed', 'Push Notification Received', 'Push Notification Tapped', 'Push Notification Bounced'],
      ...['Deep Link Opened', 'Deep Link Clicked'],
    ],
  },
  { vocabulary: 'Meta', because: OPEN, names: ['Donate'] },
  {
    vocabulary: 'Meta',
    because: GAME,
    names: [
      ...['fb_mobile_level_achieved', 'fb_mobile_tutorial_completion', 'fb_mobile_achievement_unlocked'],
      'fb_mobile_spent_credits',
    ],
  },
  { vocabulary: 'Meta', because: SHARING, names: ['fb_mobile_rate'] },
  { vocabulary: 'Meta', because: TECHNICAL, names: ['AdClick', 'AdImpression', 'fb_mobile_deactivate_app'] },
  { vocabulary: 'TikTok', because: OPEN, names: ['ClickButton', 'Download'] },
  {
    vocabulary: 'TikTok',
    because: GAME,
    names: [
      ...['AchieveLevel', 'CompleteTutorial', 'CreateGroup', 'CreateRole', 'JoinGroup', 'SpendCredits'],
      'UnlockAchievement',
    ],
  },
  { vocabulary: 'TikTok', because: SIGN_IN, names: ['Login'] },
  { vocabulary: 'TikTok', because: SHARING, names: ['Rate'] },
  { vocabulary: 'TikTok', because: SALES, names: ['ApplicationApproval', 'LoanApproval', 'LoanDisbursal'] },
  { vocabulary: 'TikTok', because: TECHNICAL, names: ['InAppADClick', 'InAppADImpr'] },
  {
    vocabulary: 'Snap',
    because: OPEN,
    names: [
      ...['RESERVE', 'CUSTOM_EVENT_1', 'CUSTOM_EVENT_2', 'CUSTOM_EVENT_3', 'CUSTOM_EVENT_4', 'CUSTOM_EVENT_5', 'SAVE'],
    ],
  },
  {
    vocabulary: 'Snap',
    because: GAME,
    names: ['COMPLETE_TUTORIAL', 'LEVEL_COMPLETE', 'ACHIEVEMENT_UNLOCKED', 'SPENT_CREDITS', 'SPEND_CREDITS'],
  },
  { vocabulary: 'Snap', because: SIGN_IN, names: ['LOGIN'] },
  { vocabulary: 'Snap', because: SHARING, names: ['SHARE', 'INVITE', 'RATE'] },
  { vocabulary: 'Snap', because: TECHNICAL, names: ['AD_CLICK', 'AD_VIEW'] },
  {
    vocabulary: 'Shopify',
    because: BROWSING,
    names: [
      ...['cart_viewed', 'checkout_address_info_submitted', 'checkout_contact_info_submitted'],
      ...['checkout_shipping_info_submitted', 'gtm4wp.productClickEEC', 'gtm4wp.checkoutOptionEEC'],
    ],
  },
  {
    vocabulary: 'Shopify',
    because: UNDONE,
    names: ['product_removed_from_cart', 'gtm4wp.removeFromCartEEC', 'gtm4wp.removeProductFromCartEEC'],
  },
  { vocabulary: 'Shopify', because: OPEN, names: ['form_submitted', 'clicked'] },
  {
    vocabulary: 'Shopify',
    because: TECHNICAL,
    names: ['alert_displayed', 'ui_extension_errored', 'input_changed', 'input_focused', 'input_blurred'],
  },
];

let byKey: ReadonlyMap<string, NoConversion> | undefined;

/** The row of a name that is no conversion in any vocabulary. Most events never ask. */
export function noConversion(name: string): NoConversion | undefined {
  byKey ??= new Map(NO_CONVERSION.toReversed().flatMap((row) => row.names.map((one) => [nameKey(one), row] as const)));
  return byKey.get(nameKey(name));
}
