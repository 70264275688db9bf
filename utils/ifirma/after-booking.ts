/** What is asked of iFirma about a document that it has: KSeF, e-mail, payments (ifirma-api 6). Each POST is sent once: iFirma knows no request again. */
import type { Grosze, IsoDate } from '../invoice/document';
import { type Json, short, textOf } from './exact-json';
import { type KsefState, ksefStateOf } from './ksef-state';
import { pathOf, prefixOf } from './path';
import type { Answer } from './problem';
import type { KeyName } from './signing';
import { type Envelope, type PaidInvoice, paidOf } from './wire';

type Pick<T> = (envelope: Envelope) => T | null;

interface Asking {
  /** Of what changes something. */
  readonly change: <T>(
    method: 'POST',
    path: string,
    keyName: KeyName,
    body: string,
    pick: Pick<T>,
  ) => Promise<Answer<T>>;
  readonly read: <T>(path: string, keyName: KeyName, pick: Pick<T>) => Promise<Answer<T>>;
  /** Where a correction is read back is not certain. */
  readonly correctionAt: <T>(name: string, ask: (path: string) => Promise<Answer<T>>) => Promise<Answer<T>>;
}

type Kind = 'invoice' | 'correction';

/** Empty: iFirma's own, or what it knows of the buyer. */
interface EmailBody {
  /** At most 1,000 characters. */
  readonly text: string;
  /** The sender, as it is set up in iFirma. */
  readonly mailbox: string;
  /** Name of a template in iFirma. */
  readonly template: string;
  readonly recipient: string;
}

interface PaymentBody {
  /** More than 0. */
  readonly amount: Grosze;
  /** Not before the invoice's issue date. */
  readonly date: IsoDate;
}

/** Without a day it goes out at once. */
const KSEF_NOW = '{"DataWysylki":null}';
/** What `faktury.json` calls a domestic invoice. */
const INVOICE_TYPE = 'prz_faktura_kraj';

export function afterBooking({ change, read, correctionAt }: Asking) {
  const done: Pick<true> = ({ kod }) => (kod === 0 ? true : null);

  async function post(path: string, body: string): Promise<Answer<null>> {
    const answer = await change('POST', path, 'faktura', body, done);
    return answer.ok ? { ok: true, value: null } : answer;
  }

  return {
    /** Hands a booked document over for KSeF, now (ifirma-api 6.3). A Kod 0 says only that it is in iFirma's queue. */
    sendToKsef(kind: Kind, id: string): Promise<Answer<null>> {
      return post(`${prefixOf(kind)}/ksef/send/${pathOf(id)}.json`, KSEF_NOW);
    },

    /** What a document says of KSeF; there is no other place to ask (ifirma-api 6.3). @param id identifier or number. */
    ksef(kind: Kind, id: string): Promise<Answer<KsefState>> {
      const at = (path: string) => read(path, 'faktura', ({ inner }) => ksefStateOf(inner));
      return kind === 'correction' ? correctionAt(`${pathOf(id)}.json`, at) : at(`fakturakraj/${pathOf(id)}.json`);
    },

    /** iFirma sends the document to the recipient; what is empty is left out of the body (ifirma-api 6.1). @param id identifier or number. */
    sendByEmail(kind: Kind, id: string, { text, mailbox, template, recipient }: EmailBody): Promise<Answer<null>> {
      const said = Object.entries({
        Tekst: text,
        SkrzynkaEmail: mailbox,
        SzablonEmail: template,
        SkrzynkaEmailOdbiorcy: recipient,
      }).filter(([, value]) => value !== '');
      return post(
        `${prefixOf(kind)}/send/${pathOf(id)}.json?wyslijEfaktura=true`,
        textOf(Object.fromEntries(said) as Json),
      );
    },

    /** Adds a payment to those of an invoice (ifirma-api 6.2). @param id identifier or number. */
    registerPayment(id: string, { amount, date }: PaymentBody): Promise<Answer<null>> {
      const body = textOf({ Kwota: short(amount, 2), Data: date });
      return post(`faktury/wplaty/${INVOICE_TYPE}/${pathOf(id)}.json`, body);
    },

    /** What an invoice is worth, and what is paid of it, as iFirma has it now (ifirma-api 5.1). @param id identifier or number. */
    paid(id: string): Promise<Answer<PaidInvoice>> {
      return read(`fakturakraj/${pathOf(id)}.json`, 'faktura', ({ inner }) => paidOf(inner));
    },
  };
}
