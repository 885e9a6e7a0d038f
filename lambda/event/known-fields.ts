/**
 * Fields that other vocabularies always carry and for which Pinterest has none: left out without a word, so that a warning
 * means a mistake. Sources: the vendors' own examples and references, see docs/events.md.
 */

type Known = { readonly [vocabulary: string]: readonly string[] };

/** By the path of the object that holds them. */
export const KNOWN_FIELDS: { readonly [path: string]: Known } = {
  '': {
    Segment: [
      'messageId',
      'anonymousId',
      'userId',
      'context',
      'integrations',
      'sentAt',
      'receivedAt',
      'originalTimestamp',
    ],
    Meta: [
      ...['attribution_data', 'original_event_data', 'data_processing_options', 'data_processing_options_country'],
      ...['data_processing_options_state', 'referrer_url', 'messaging_channel', 'advanced_measurement_table'],
    ],
    Pinterest: ['advertiser_tracking_enabled'],
  },
  'user_data.': {
    Meta: ['fbc', 'fbp', 'lead_id', 'fb_login_id', 'subscription_id', 'ctwa_clid', 'page_id', 'anon_id', 'madid'],
    TikTok: ['ttclid', 'ttp', 'locale'],
    Snap: ['sc_click_id', 'sc_cookie1', 'idfv'],
  },
  'custom_data.': {
    'Google Analytics 4': [
      ...['tax', 'shipping', 'coupon', 'affiliation', 'discount', 'payment_type', 'shipping_tier', 'customer_type'],
      ...['new_customer', 'customer_lifetime_value', 'item_list_id', 'item_list_name', 'promotion_id', 'location_id'],
      ...['promotion_name', 'creative_name', 'creative_slot', 'method', 'send_to', 'engagement_time_msec'],
      ...['session_id', 'debug_mode', 'page_location', 'page_referrer', 'page_title', 'lead_source', 'number_of_terms'],
    ],
    Segment: [
      ...['checkout_id', 'subtotal', 'cart_id', 'list_id', 'step', 'shipping_method', 'payment_method', 'variant'],
      ...['position', 'url', 'image_url', 'filters', 'sorts', 'quantity', 'price', 'name', 'coupon_id', 'coupon_name'],
    ],
    'Pinterest tag': [
      ...['lead_type', 'promo_code', 'video_title', 'page_name', 'property', 'product_variant_id', 'event_id'],
      ...['product_price', 'product_quantity', 'category_name'],
    ],
    Meta: ['content_type', 'delivery_category', 'status', 'net_revenue'],
    TikTok: ['description', 'content_group_id'],
    Snap: ['brands', 'event_tag', 'sign_up_method', 'success', 'level', 'payment_info_available'],
  },
  'custom_data.contents.': {
    'Google Analytics 4': [
      ...['affiliation', 'coupon', 'discount', 'index', 'item_category2', 'item_category3', 'item_category4'],
      ...['item_category5', 'item_list_id', 'item_list_name', 'item_variant', 'location_id', 'promotion_id'],
      ...['promotion_name', 'creative_name', 'creative_slot', 'currency', 'google_business_vertical', 'price_in_usd'],
    ],
    Segment: ['variant', 'position', 'url', 'image_url'],
    'Pinterest tag': ['product_variant_id'],
    Meta: ['delivery_category', 'title', 'description'],
    TikTok: ['content_type', 'content_category'],
  },
};

/** A line of an order brings dozens of fields that are the shop's own business. Source: the platforms' order APIs. */
export const LINE_FIELDS: Known = {
  Shopify: [
    ...['admin_graphql_api_id', 'attributed_staffs', 'current_quantity', 'fulfillable_quantity', 'fulfillment_service'],
    ...['fulfillment_status', 'gift_card', 'grams', 'price_set', 'product_exists', 'properties', 'requires_shipping'],
    ...[
      'taxable',
      'total_discount',
      'total_discount_set',
      'variant_inventory_management',
      'variant_title',
      'tax_lines',
    ],
    ...['duties', 'discount_allocations', 'pre_tax_price', 'pre_tax_price_set', 'origin_location', 'tax_code'],
    ...['destination_location', 'sales_line_item_group_id', 'vendor', 'final_price', 'line_price', 'handle', 'key'],
    ...['finalLinePrice', 'discountAllocations', 'sellingPlanAllocation', 'cost', 'attributes', 'final_line_price'],
    ...['original_price', 'original_line_price', 'discounted_price', 'discounts', 'line_level_discount_allocations'],
    ...['line_level_total_discount', 'featured_image', 'options_with_values', 'product_description', 'product_type'],
    ...[
      'product_title',
      'product_has_only_default_variant',
      'variant_options',
      'has_components',
      'presentment_price',
      'quantity_rule',
    ],
    ...['discountedTotalSet', 'originalTotalSet', 'discountedUnitPriceSet', 'customAttributes', 'currentQuantity'],
  ],
  WooCommerce: [
    ...['tax_class', 'subtotal', 'subtotal_tax', 'total', 'total_tax', 'taxes', 'meta_data', 'image', 'parent_name'],
    ...['global_unique_id', 'short_description', 'description', 'low_stock_remaining', 'backorders_allowed'],
    ...['show_backorder_badge', 'sold_individually', 'permalink', 'images', 'variation', 'item_data', 'totals'],
    ...['catalog_visibility', 'extensions', 'quantity_limits', 'stocklevel', 'stockstatus', 'internal_id'],
  ],
  BigCommerce: [
    ...['order_id', 'order_address_id', 'order_pickup_method_id', 'base_total', 'price_ex_tax', 'price_inc_tax'],
    ...['price_tax', 'total_ex_tax', 'total_inc_tax', 'type', 'weight', 'name_customer', 'name_merchant', 'upc'],
    ...[
      'width',
      'height',
      'depth',
      'is_refunded',
      'quantity_refunded',
      'quantity_shipped',
      'refund_amount',
      'return_id',
    ],
    ...['wrapping_name', 'base_wrapping_cost', 'wrapping_cost_ex_tax', 'wrapping_cost_inc_tax', 'wrapping_cost_tax'],
    ...['wrapping_message', 'cost_price_inc_tax', 'cost_price_ex_tax', 'cost_price_tax', 'base_cost_price'],
    ...['listPrice', 'list_price', 'extendedListPrice', 'extended_list_price', 'extendedSalePrice', 'imageUrl'],
    ...['extended_sale_price', 'discountAmount', 'discount_amount', 'couponAmount', 'coupon_amount', 'options'],
    ...['isTaxable', 'is_taxable', 'isMutable', 'is_mutable', 'isShippingRequired', 'is_require_shipping', 'parent_id'],
    ...['addedByPromotion', 'added_by_promotion', 'comparisonPrice', 'original_price', 'categoryNames'],
    ...['fixed_shipping_cost', 'ebay_item_id', 'ebay_transaction_id', 'option_set_id', 'parent_order_product_id'],
    ...['is_bundled_product', 'bin_picking_number', 'external_id', 'fulfillment_source', 'event_name', 'event_date'],
    ...[
      'applied_discounts',
      'product_options',
      'configurable_fields',
      'discounted_total_inc_tax',
      'gift_certificate_id',
    ],
  ],
  Magento: [
    ...[
      'created_at',
      'updated_at',
      'product_type',
      'product_option',
      'quote_item_id',
      'row_total',
      'row_total_incl_tax',
    ],
    ...['row_invoiced', 'row_weight', 'store_id', 'tax_amount', 'tax_percent', 'tax_invoiced', 'tax_canceled'],
    ...[
      'discount_amount',
      'discount_percent',
      'discount_invoiced',
      'discount_tax_compensation_amount',
      'free_shipping',
    ],
    ...['is_virtual', 'is_qty_decimal', 'no_discount', 'original_price', 'price_incl_tax', 'amount_refunded'],
    ...['qty_canceled', 'qty_invoiced', 'qty_refunded', 'qty_shipped', 'applied_rule_ids', 'parent_item_id'],
    ...['parent_item', 'additional_data', 'extension_attributes', 'uid', 'quote_id', 'product_url_key'],
    ...['selected_options', 'configurable_options', 'errors', 'configure_url', 'is_visible_in_site_visibility'],
    ...['product_url', 'product_has_url', 'product_image', 'canApplyMsrp', 'message'],
  ],
  PrestaShop: [
    ...['id_product_attribute', 'product_attribute_id', 'id_order_detail', 'id_order', 'id_customization', 'reference'],
    ...['product_reference', 'product_ean13', 'product_isbn', 'product_upc', 'price_wt', 'total_wt', 'reduction'],
    ...['unit_price_tax_incl', 'unit_price_tax_excl', 'total_price_tax_incl', 'total_price_tax_excl', 'id_shop'],
    ...['product_quantity_in_stock', 'product_quantity_refunded', 'product_quantity_return', 'product_weight', 'ean13'],
    ...['id_manufacturer', 'id_supplier', 'id_category_default', 'link_rewrite', 'minimal_quantity', 'price_amount'],
  ],
  OpenCart: ['order_product_id', 'cart_id', 'model', 'tax', 'reward', 'option', 'download', 'stock', 'subscription'],
  'Squarespace and Wix': [
    ...['variantOptions', 'customizations', 'imageUrl', 'lineItemType', 'weight', 'width', 'height', 'length'],
    ...[
      'itemType',
      'priceData',
      'priceBeforeDiscounts',
      'totalDiscount',
      'descriptionLines',
      'taxDetails',
      'rootCatalogItemId',
    ],
    ...['lineItemPrice', 'totalPriceBeforeTax', 'totalPriceAfterTax', 'paymentOption', 'availability', 'mediaItem'],
  ],
  Shopware: [
    ...['identifier', 'versionId', 'orderId', 'orderVersionId', 'parentId', 'payload', 'totalPrice', 'good', 'states'],
    ...['removable', 'stackable', 'coverId', 'cover', 'priceDefinition', 'customFields', 'children', 'createdAt'],
    ...['updatedAt', 'promotionId', 'apiAlias', 'extensions', '_uniqueIdentifier', 'translated'],
  ],
};

const merged = (known: Known): ReadonlySet<string> => new Set(Object.values(known).flat());

const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(KNOWN_FIELDS).map(([path, known]) => [path, merged(known)]),
);

export const isKnownElsewhere = (key: string, path: string): boolean => KNOWN.get(path)?.has(key) === true;

const OF_LINES = merged(LINE_FIELDS);

/** Magento writes each amount once more in the currency of the shop. */
export const isOfLine = (key: string): boolean =>
  OF_LINES.has(key) || (key !== 'base_price' && key.startsWith('base_'));
