import type { SimResponse } from '../http.ts';
import type { Account, BookedDocument, KsefState } from './account.ts';
import { accepted, badField, refusal, refused } from './answer.ts';
import { textIn } from './book.ts';
import { type Body, judge } from './fields.ts';
import { ksefSending } from './request-tables.ts';

/** Sending to KSeF and what the single document says about it afterwards (ifirma-api 6.3, 10.12). */

const SELLER_NIP = '9999999999';

const ksefNumber = (document: BookedDocument, state: KsefState): string => {
  const hex = Number(document.id).toString(16).toUpperCase().padStart(12, '0');
  return `${SELLER_NIP}-${state.sendOn.replaceAll('-', '')}-${hex}-7F`;
};

const isDecided = (account: Account, state: KsefState): boolean => {
  const { outcome, reads = 0, ms = 0 } = account.switches.ksef;
  return (
    outcome !== 'pending' &&
    account.today() >= state.sendOn &&
    state.reads >= reads &&
    account.clock.now() >= state.at + ms
  );
};

/** Counts as one look at the state. */
export const ksefFields = (account: Account, document: BookedDocument): Body => {
  const { ksef } = document;
  const { ksefName, ksef: wanted } = account.switches;
  if (ksef === null) return {};
  if (ksef.number === null && isDecided(account, ksef) && wanted.outcome === 'accepted')
    ksef.number = ksefNumber(document, ksef);
  const rejected = ksef.number === null && isDecided(account, ksef) && wanted.outcome === 'rejected';
  ksef.reads++;
  if (ksef.number !== null)
    return {
      [ksefName]: ksef.number,
      StatusKSEF: { Status: 'PRZYJETA_W_KSEF', Opis: 'Sukces (kod przetwarzania: 200)' },
    };
  if (rejected)
    return {
      [ksefName]: null,
      StatusKSEF: {
        Status: 'ODRZUCONA_PRZEZ_KSEF',
        Opis: wanted.reason ?? 'Błąd walidacji: niepoprawny NIP nabywcy',
      },
    };
  const { trace } = wanted;
  return { [ksefName]: null, StatusKSEF: trace === undefined ? null : { Status: trace, Opis: '' } };
};

const isRejected = (account: Account, { ksef }: BookedDocument): boolean =>
  ksef !== null && ksef.number === null && account.switches.ksef.outcome === 'rejected' && isDecided(account, ksef);

export const sendToKsef = (account: Account, document: BookedDocument, content: unknown): SimResponse => {
  const judged = judge(ksefSending, content);
  if (!judged.ok) return refused(judged.refusal);
  if (!account.switches.ksefConnected) return refused(refusal(202, 'Konto nie jest połączone z KSeF'));
  if (!document.kind.ksef) return refused(refusal(202, 'Tego dokumentu nie można wysłać do KSeF'));
  // A document that was refused may be sent again; one that waits or was accepted may not.
  if (document.ksef !== null && !isRejected(account, document))
    return refused(refusal(201, 'Dokument został już przekazany do KSeF'));
  const original = account.documents.find(({ id }) => id === document.corrects);
  if (original !== undefined && (original.ksef?.number ?? null) === null)
    return refused(refusal(201, 'Faktura korygowana nie ma jeszcze numeru KSeF'));
  const sendOn = textIn(judged.body, 'DataWysylki') ?? account.today();
  if (sendOn < document.issueDate)
    return refused(badField('DataWysylki', 'nie może być wcześniejsza niż data wystawienia'));
  document.ksef = { sendOn, at: account.clock.now(), reads: 0, number: null };
  return accepted('Wysłano.');
};
