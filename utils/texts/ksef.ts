/** What is said of KSeF beside a booked document. Why it stands where it stands is a reason (`reasons.ts`). */
import type { KsefStanding } from '../invoice/ksef';
import { inBoth } from './english';

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

declare module './english' {
  interface English {
    readonly ksef: KsefTexts;
  }
}

export const KSEF_TEXTS = inBoth('ksef', pl);
