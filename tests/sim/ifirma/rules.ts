import type { Account, Contractor, Line } from './account.ts';
import { badField, type Refusal, refusal } from './answer.ts';
import { dayOf, isIn, monthOf, nextMonth, plusDays } from './dates.ts';
import { exactly } from './decimals.ts';
import { type Body, isObject, missing } from './fields.ts';
import type { DocumentKind } from './kinds.ts';
import { isPolishNip } from './nip.ts';
import { lastIssueDate, seriesOf } from './numbering.ts';
import { PRICE_PLACES } from './totals.ts';
import { EU_PREFIXES, ratesOf } from './vat-dictionary.ts';

/** The rules that a single field cannot judge (ifirma-api 2.1, 2.4, 2.5, 3, 9.1). Each returns the first thing that is wrong. */

export const OUTSIDE_ACCOUNTING_MONTH: Refusal = refusal(
  201,
  'Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym',
);

export const ISSUED_OUTSIDE_ACCOUNTING_MONTH: Refusal = refusal(
  201,
  "Pole 'Data wystawienia' musi być zgodna z miesiącem i rokiem księgowym",
);

const POLISH_RATES: readonly unknown[] = [0.23, 0.08, 0.05, 0];

const textOf = (body: Body, name: string): string => {
  const content = body[name];
  return typeof content === 'string' ? content : '';
};

const isPolish = (buyer: Body): boolean => {
  const prefix = textOf(buyer, 'PrefiksUE');
  const code = textOf(buyer, 'KodKraju');
  const country = textOf(buyer, 'Kraj').trim().toLowerCase();
  if (prefix !== '') return prefix === 'PL';
  if (code !== '') return code === 'PL';
  return country === '' || country === 'polska';
};

/** Tax id and country of the buyer. */
export const buyerRefusal = (kind: DocumentKind, buyer: Contractor): Refusal | null => {
  const nip = textOf(buyer, 'NIP');
  const prefix = textOf(buyer, 'PrefiksUE');
  if (prefix !== '' && !EU_PREFIXES.has(prefix)) return badField('Kontrahent.PrefiksUE', 'ma niedozwoloną wartość');
  switch (kind.buyer) {
    case 'anyone':
      return nip !== '' && isPolish(buyer) && !isPolishNip(nip)
        ? badField('Kontrahent.NIP', 'ma niepoprawną wartość')
        : null;
    case 'eu-company':
      if (prefix === '' || prefix === 'PL') return badField('Kontrahent.PrefiksUE', 'jest wymagane');
      if (nip === '') return badField('Kontrahent.NIP', 'jest wymagane');
      return nip.startsWith(prefix) ? badField('Kontrahent.NIP', 'ma niepoprawną wartość') : null;
    case 'outside-eu':
      if (prefix !== '') return badField('Kontrahent.PrefiksUE', 'ma niedozwoloną wartość');
      return EU_PREFIXES.has(textOf(buyer, 'KodKraju')) || isPolish(buyer)
        ? badField('Kontrahent.KodKraju', 'ma niedozwoloną wartość')
        : null;
    default:
      return kind.buyer satisfies never;
  }
};

const polishLineRefusal = (line: Line, path: string): Refusal | null => {
  const rate = line.StawkaVat;
  if (line.TypStawkiVat === 'PRC') {
    if (missing(rate)) return badField(`${path}.StawkaVat`, 'jest wymagane');
    return POLISH_RATES.includes(rate) ? null : badField(`${path}.StawkaVat`, 'ma niedozwoloną wartość');
  }
  if (!missing(rate)) return badField(`${path}.StawkaVat`, 'musi być puste dla stawki ZW');
  return textOf(line, 'PodstawaPrawna').trim() === '' ? badField(`${path}.PodstawaPrawna`, 'jest wymagane') : null;
};

const destinationLineRefusal = (line: Line, path: string, country: string): Refusal | null => {
  const known = ratesOf(country);
  if (known === undefined) return badField('KrajDostawy', 'ma niedozwoloną wartość');
  if (line.TypStawkiVat === 'ZW')
    return line.StawkaVat === 0 ? null : badField(`${path}.StawkaVat`, 'musi być równe 0');
  const percent = Object.entries(known.rates).find(([kind]) => kind === line.TypStawkiVat)?.[1];
  const rate = Math.round(Number(line.StawkaVat) * 10_000);
  return percent !== undefined && Math.round(percent * 100) === rate
    ? null
    : badField(`${path}.StawkaVat`, 'ma niedozwoloną wartość');
};

export const linesRefusal = (
  account: Account,
  kind: DocumentKind,
  body: Body,
  lines: readonly Line[],
): Refusal | null => {
  for (const [index, line] of lines.entries()) {
    const path = `Pozycje[${index}]`;
    switch (kind.vat) {
      case 'polish': {
        if (!account.switches.vatPayer && line.TypStawkiVat !== 'ZW')
          return refusal(202, 'Konto nievatowca: dostępna jest wyłącznie stawka ZW');
        const wrong = polishLineRefusal(line, path);
        if (wrong !== null) return wrong;
        break;
      }
      case 'zero':
        if (!missing(line.StawkaVat) && line.StawkaVat !== 0)
          return badField(`${path}.StawkaVat`, 'ma niedozwoloną wartość');
        break;
      case 'destination': {
        const wrong = destinationLineRefusal(line, path, textOf(body, 'KrajDostawy'));
        if (wrong !== null) return wrong;
        break;
      }
      case 'none':
        break;
      default:
        kind.vat satisfies never;
    }
  }
  const types = new Set(lines.map((line) => line.TypStawkiVat));
  return !account.switches.exemptRatioKnown && types.has('ZW') && types.has('PRC')
    ? refusal(202, 'Nie ustawiono proporcji stosunku sprzedaży opodatkowanej do zwolnionej')
    : null;
};

/** Bank account, series and template have to be ones that the account knows. */
export const accountRefusal = (account: Account, body: Body): Refusal | null => {
  const bank = textOf(body, 'NumerKontaBankowego');
  if (bank !== '' && bank !== 'BRAK' && !account.bankAccounts.includes(bank))
    return badField('NumerKontaBankowego', 'wskazuje nieznane konto bankowe');
  const series = textOf(body, 'NazwaSeriiNumeracji');
  if (series !== '' && !Object.hasOwn(account.series, series))
    return badField('NazwaSeriiNumeracji', 'wskazuje nieznaną serię numeracji');
  const template = textOf(body, 'NazwaSzablonu');
  return template !== '' && !account.templates.includes(template)
    ? badField('NazwaSzablonu', 'wskazuje nieznany szablon')
    : null;
};

/** Within a series dates never go backwards (ifirma-api 2.1). */
export const orderRefusal = (account: Account, kind: DocumentKind, series: string, issued: string): Refusal | null =>
  issued < lastIssueDate(account.documents, seriesOf(kind, series))
    ? badField('Data wystawienia', 'nie może być wcześniejsza niż data wystawienia poprzedniej faktury w serii')
    : null;

const latestIssueDate = (kind: DocumentKind, sold: string): string | null => {
  switch (kind.issuedBy) {
    case 'mid-next-month':
      return dayOf(nextMonth(monthOf(sold)), 15);
    case 'ninety-days':
      return plusDays(sold, 90);
    case 'accounting-month':
    case 'any':
      return null;
    default:
      return kind.issuedBy satisfies never;
  }
};

export const datesRefusal = (account: Account, kind: DocumentKind, series: string, body: Body): Refusal | null => {
  const issued = textOf(body, 'DataWystawienia');
  const sold = textOf(body, 'DataSprzedazy');
  const due = textOf(body, 'TerminPlatnosci');
  const month = account.accountingMonth();
  const isByIssue = kind.issuedBy === 'accounting-month';
  if (!isIn(isByIssue ? issued : sold, month)) {
    account.outsideMonth += 1;
    return isByIssue ? ISSUED_OUTSIDE_ACCOUNTING_MONTH : OUTSIDE_ACCOUNTING_MONTH;
  }
  if (!isByIssue) {
    if (issued < sold) return badField('Data wystawienia', 'nie może być wcześniejsza niż data sprzedaży');
    const latest = latestIssueDate(kind, sold);
    if (latest !== null && issued > latest)
      return badField('Data wystawienia', `nie może być późniejsza niż ${latest}`);
    if (due !== '' && due < sold) return badField('Termin płatności', 'nie może być wcześniejszy niż data sprzedaży');
  }
  return orderRefusal(account, kind, series, issued);
};

/** Both paid amounts against the sum that was computed. */
export const paidRefusal = (body: Body, gross: number): Refusal | null => {
  for (const name of ['Zaplacono', 'ZaplaconoNaDokumencie']) {
    const paid = body[name];
    if (typeof paid === 'number' && exactly(paid, PRICE_PLACES) > BigInt(gross))
      return badField(name, 'nie może być większe od kwoty brutto dokumentu');
  }
  return null;
};

/** A price in a currency needs the rate of the day before (ifirma-api 3.2, 3.6). */
export const rateRefusal = (body: Body): Refusal | null =>
  typeof body.Waluta === 'string' &&
  body.Waluta !== 'PLN' &&
  missing(body.KursWalutyZDniaPoprzedzajacegoDzienWystawieniaFaktury)
    ? badField('KursWalutyZDniaPoprzedzajacegoDzienWystawieniaFaktury', 'jest wymagane')
    : null;

/** What the roles of an additional entity ask for (ifirma-api 2.6). */
export const entitiesRefusal = (body: Body): Refusal | null => {
  const entities = Array.isArray(body.PodmiotyDodatkowe) ? body.PodmiotyDodatkowe.filter(isObject) : [];
  for (const [index, entity] of entities.entries()) {
    const path = `PodmiotyDodatkowe[${index}]`;
    const role = textOf(entity, 'Rola');
    if ((role === 'JEDN_SAMORZADU_TERYT' || role === 'CZLONEK_GRUPY_VAT') && textOf(entity, 'NIP') === '')
      return badField(`${path}.NIP`, 'jest wymagane');
    if ((role === 'INNA') !== (textOf(entity, 'NazwaRoli') !== ''))
      return badField(`${path}.NazwaRoli`, role === 'INNA' ? 'jest wymagane' : 'musi być puste');
  }
  return null;
};
