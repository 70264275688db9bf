import type { SimResponse } from '../http.ts';
import type { Account, BookedDocument } from './account.ts';
import { jsonAnswer } from './answer.ts';
import { zloty } from './decimals.ts';
import { type Body, missing } from './fields.ts';
import { numberLags } from './find.ts';
import { ksefFields } from './ksef.ts';
import { discountedPrice } from './totals.ts';

/** The single document as JSON (ifirma-api 5.1), in the wrapper that the account is switched to. */

/** What the answer gives back as it was sent. */
const ECHOED = [
  'ZaplaconoNaDokumencie',
  'LiczOd',
  'NumerKontaBankowego',
  'DataWystawienia',
  'MiejsceWystawienia',
  'DataSprzedazy',
  'FormatDatySprzedazy',
  'TerminPlatnosci',
  'SposobZaplaty',
  'NazwaSeriiNumeracji',
  'NazwaSzablonu',
  'RodzajPodpisuOdbiorcy',
  'PodpisOdbiorcy',
  'PodpisWystawcy',
  'Uwagi',
  'WidocznyNumerGios',
  'WidocznyNumerBdo',
  'WpisDoEwidencji',
  'NumerZamowienia',
  'Waluta',
  'PrefiksUEKontrahenta',
  'NIPKontrahenta',
] as const;

/** `PelnyNumer`, which may lag: missing, or the running number as digits. */
export const fullNumberField = (account: Account, document: BookedDocument): Body => {
  if (!numberLags(account, document)) return { PelnyNumer: document.number };
  return account.switches.numberLag?.shows === 'digits' ? { PelnyNumer: String(document.running) } : {};
};

export const shownGross = (account: Account, { corrects, gross, difference }: BookedDocument): number =>
  zloty(corrects !== null && account.switches.correctionSum === 'difference' ? difference : gross);

const shownLines = ({ id, lines }: BookedDocument): readonly Body[] =>
  lines.map((line, index) => ({
    Id: Number(id) * 100 + index,
    ...line,
    CenaZRabatem: zloty(discountedPrice(line)),
    GTU: missing(line.GTU) ? 'BRAK' : line.GTU,
  }));

const shown = (account: Account, document: BookedDocument): Body => ({
  Numer: document.running,
  ...fullNumberField(account, document),
  Zaplacono: zloty(document.paid),
  ...Object.fromEntries(
    ECHOED.filter((name) => document.body[name] !== undefined).map((name) => [name, document.body[name]]),
  ),
  WartoscBrutto: shownGross(account, document),
  IdentyfikatorKontrahenta: document.buyer.Identyfikator,
  Kontrahent: document.buyer,
  ...ksefFields(account, document),
  ...(account.switches.linesInDetail ? { Pozycje: shownLines(document) } : {}),
});

export const detailOf = (account: Account, document: BookedDocument): SimResponse => {
  const content = shown(account, document);
  document.reads++;
  switch (account.switches.detail) {
    case 'top':
      return jsonAnswer(content);
    case 'response':
      return jsonAnswer({ response: content });
    case 'wynik':
      return jsonAnswer({ response: { Kod: 0, Wynik: content } });
    case 'wynik-array':
      return jsonAnswer({ response: { Kod: 0, Wynik: [content] } });
    default:
      return account.switches.detail satisfies never;
  }
};
