/** What is said of KSeF beside a booked document. Why it stands where it stands is a reason (`reasons.ts`). */
import type { KsefStanding } from '../invoice/ksef';
import type { Language } from '../messages';

const pl = {
  name: 'KSeF',
  standings: {
    wanted: 'czeka na wysłanie',
    held: 'wstrzymano',
    sending: 'wysyłanie',
    sent: 'wysłano, czeka na numer',
    unclear: 'nie wiadomo, czy wysłano',
    accepted: 'przyjęto',
    rejected: 'odrzucono',
    refused: 'nie wysłano',
    silent: 'bez odpowiedzi od 24 h',
  } satisfies Record<KsefStanding, string>,
  copy: 'Kopiuj numer KSeF',
  copied: 'Skopiowano',
  notCopied: 'Nie udało się skopiować. Zaznacz numer i skopiuj go ręcznie.',
  sending: 'Przekazuję do KSeF…',
  confirm: {
    title: 'Wyślij do KSeF',
    text: 'Dokumentu, który trafi do KSeF, nie da się już zmienić ani usunąć; pomoże tylko korekta.',
    yes: 'Wyślij do KSeF',
    no: 'Anuluj',
  },
  /** Before an invoice is issued that KSeF would take as issued offline. */
  offline: {
    title: 'Data wystawienia nie jest dzisiejsza',
    text: 'Jeśli tak ma być, wystaw fakturę. Jeśli nie, popraw najpierw datę wystawienia w Sellasist.',
  },
};

export type KsefTexts = typeof pl;

const en: KsefTexts = {
  name: 'KSeF',
  standings: {
    wanted: 'waits to be sent',
    held: 'held back',
    sending: 'sending',
    sent: 'sent, waits for its number',
    unclear: 'not known whether it was sent',
    accepted: 'accepted',
    rejected: 'rejected',
    refused: 'not sent',
    silent: 'no answer for 24 h',
  },
  copy: 'Copy the KSeF number',
  copied: 'Copied',
  notCopied: 'Could not be copied. Select the number and copy it by hand.',
  sending: 'Handing over to KSeF…',
  confirm: {
    title: 'Send to KSeF',
    text: 'A document that is in KSeF can be neither changed nor deleted; only a correction helps.',
    yes: 'Send to KSeF',
    no: 'Cancel',
  },
  offline: {
    title: 'The issue date is not today',
    text: 'If that is right, issue the invoice. If not, correct the issue date in Sellasist first.',
  },
};

export const KSEF_TEXTS: Readonly<Record<Language, KsefTexts>> = { pl, en };
