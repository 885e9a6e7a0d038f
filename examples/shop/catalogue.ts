/** What the shop sells, what people look for there, and what they look with. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly brand: string;
  readonly price: number;
}

const product = (id: string, name: string, category: string, brand: string, price: number): Product => ({
  ...{ id, name, category },
  ...{ brand, price },
});

export const PRODUCTS: readonly [Product, ...Product[]] = [
  product('LMP-0147', 'Lampe “Crème brûlée”', 'lighting', 'Fictive Home', 129.9),
  product('SOF-2201', 'Three-seat sofa, bouclé', 'sofas', 'Fictive Home', 1_299),
  product('RUG-0310', 'Wool rug 160×230', 'rugs', 'Examplia', 249.5),
  product('CUS-0042', 'Cushion cover', 'textiles', 'Examplia', 19.95),
  product('MUG-0007', 'Mug, speckled', 'kitchen', 'Examplia', 12),
  product('PLT-0913', 'Plate set (6)', 'kitchen', 'Fictive Home', 64.25),
  product('SHL-0555', 'Wall shelf, oak', 'storage', 'Fictive Home', 89),
  product('CAN-0100', 'Scented candle', 'decoration', 'Examplia', 24.9),
];

export const SEARCHES = ['bouclé sofa', 'lampe de chevet', 'Teppich 160x230', 'mug "speckled"', 'クッション'] as const;

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';

export const APP_USER_AGENTS = { ios: IPHONE, android: ANDROID } as const;

/** Of real browsers and phones; the text is public, the visitor is not. */
export const USER_AGENTS = [
  IPHONE,
  ANDROID,
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
] as const;
