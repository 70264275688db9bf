/**
 * Which iFirma code the name of a payment method speaks for (ifirma-api 2.3, last column). A suggestion is only ever
 * shown; a person takes it over and saves it.
 */
import type { PaymentCode } from '../../utils/invoice/settings';

/** The first pattern that fits decides, so a named gateway stands before `przelew` and `karta`, which it may offer. */
const SIGNS: readonly (readonly [RegExp, PaymentCode | null])[] = [
  // A voucher is a discount or a means of payment, depending on the shop.
  [/podarunkow|voucher|bon\b|punkty|gift/, null],
  [/przelewy ?24|\bp24\b/, 'P24'],
  [/payu/, 'ALG'],
  [/pay ?pal/, 'PAL'],
  [/dotpay/, 'DOT'],
  [/tpay/, 'TPA'],
  [/pobrani|\bcod\b|cash on delivery/, 'POB'],
  [/gotowk|\bcash\b/, 'GTK'],
  [
    /blik|stripe|allegro|paynow|imoje|klarna|paypo|twisto|autopay|blue ?media|cashbill|hotpay|przelewy online|google pay|apple pay|elektronicz|\bonline\b|szybk|raty/,
    'ELE',
  ],
  [/\bkart[aąy]|\bcard\b|terminal|visa|mastercard/, 'KAR'],
  [/polecenie zaplaty|direct debit/, 'PZA'],
  [/przelew|odroczon|\btransfer\b|termin platnosci/, 'PRZ'],
  [/przy odbiorze/, 'POB'],
  [/kompensat/, 'KOM'],
  [/\bbarter\b/, 'BAR'],
  [/\bczek\b/, 'CZK'],
];

/** Lower case without Polish marks: shops write `Płatność`, `Platnosc` and `PŁATNOŚĆ`. */
const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

/** null: the name speaks for nothing. */
export const suggestedCode = (method: string): PaymentCode | null => {
  const name = folded(method);
  return SIGNS.find(([sign]) => sign.test(name))?.[1] ?? null;
};
