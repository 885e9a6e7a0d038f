/**
 * Fields that other vocabularies always carry and for which Pinterest has none: left out without a word, so that a warning
 * means a mistake. Sources: the vendors' own examples and references, see docs/events.md.
 */

/** Names with a blank between them. */
type Known = { readonly [vocabulary: string]: string | readonly string[] };

/** By the path of the object that holds them. */
const KNOWN_FIELDS: { readonly [path: string]: Known } = {
  '': {
    Segment: [
      'messageId anonymousId userId context integrations sentAt receivedAt originalTimestamp timestamp type',
      'channel version projectId writeKey',
    ],
    Meta: [
      'attribution_data original_event_data data_processing_options data_processing_options_country',
      'data_processing_options_state referrer_url messaging_channel advanced_measurement_table app_data',
    ],
    Pinterest: 'advertiser_tracking_enabled',
  },
  'user_data.': {
    Meta: [
      'fbc fbp lead_id fb_login_id subscription_id ctwa_clid page_id anon_id madid page_scoped_user_id',
      'ig_account_id ig_sid',
    ],
    TikTok: 'ttclid ttp locale',
    Snap: 'sc_click_id sc_cookie1 idfv download_id',
  },
  'custom_data.': {
    'Google Analytics 4': [
      'tax shipping coupon affiliation discount payment_type shipping_tier customer_type new_customer',
      'customer_lifetime_value item_list_id item_list_name promotion_id location_id promotion_name',
      'creative_name creative_slot method send_to engagement_time_msec session_id debug_mode page_location',
      'page_referrer page_title lead_source number_of_terms client_id user_id user_properties language',
      'page_encoding screen_resolution content_group campaign ignore_referrer unique_search_term',
      'screen_name screen_class firebase_screen firebase_screen_class video_current_time video_duration',
      'video_percent video_provider video_url visible subscription free_trial introductory_price',
      'previous_gmp_app_id updated_with_analytics previous_first_open_count system_app system_app_update',
      'deferred_analytics_collection reset_analytics_cause',
    ],
    Segment: [
      'checkout_id subtotal cart_id list_id step shipping_method payment_method variant position url',
      'image_url filters sorts quantity price name coupon_id coupon_name wishlist_id wishlist_name',
      'trial_start_date trial_end_date trial_plan_name version build from_background referring_application',
      'content_asset_id content_asset_ids content_pod_id content_pod_ids ad_asset_id ad_asset_ids ad_pod_id',
      'ad_pod_ids ad_type total_length bitrate framerate video_player sound full_screen ad_enabled quality',
      'livestream type username title context',
    ],
    'Pinterest tag': [
      'lead_type promo_code video_title page_name property product_variant_id event_id product_price',
      'product_quantity category_name',
    ],
    Meta: 'content_type delivery_category status net_revenue',
    TikTok: 'description content_group_id',
    Snap: [
      'brands event_tag sign_up_method success level payment_info_available customer_status delivery_method',
      'uuid_c1 client_dedup_id',
    ],
  },
  'custom_data.contents.': {
    'Google Analytics 4': [
      'affiliation coupon discount index item_category2 item_category3 item_category4 item_category5',
      'item_list_id item_list_name item_variant location_id promotion_id promotion_name creative_name',
      'creative_slot currency google_business_vertical price_in_usd stocklevel stockstatus internal_id',
    ],
    Segment: 'variant position url image_url',
    'Pinterest tag': 'product_variant_id product_variant',
    Meta: 'delivery_category title description',
    TikTok: 'content_type content_category',
  },
};

const merged = (known: Known): ReadonlySet<string> =>
  new Set(
    Object.values(known)
      .flat()
      .flatMap((names) => names.split(' ')),
  );

const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(KNOWN_FIELDS).map(([path, known]) => [path, merged(known)]),
);

export const isKnownElsewhere = (key: string, path: string): boolean => KNOWN.get(path)?.has(key) === true;
