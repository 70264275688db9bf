/** An account as its forms show and save it, and what a panel offers to choose from. */
import type { DocumentKey, Grosze, IsoDate, Thousandths } from '../invoice/document';
import type { Reason } from '../invoice/finding';
import type { SeriesSettings } from '../invoice/series';
import type { AccountSettings, PaymentMapping, TaxForm } from '../invoice/settings';
import type { PreviewView } from './document';

export type SecretName = 'sellasist' | 'faktura' | 'abonent' | 'rachunek';

export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly panel: string;
  readonly login: string;
  readonly tax: TaxForm;
  readonly seriesIds: readonly string[];
  readonly series: Readonly<Record<string, SeriesSettings>>;
  readonly settings: AccountSettings;
  readonly payments: PaymentMapping;
  readonly pausedBy: string | null;
  /** Goes back with a save: one that was made on an older account is refused (`account-changed`). */
  readonly revision: number;
  /** A short fingerprint of each stored secret; null where none is stored. Never the secret. */
  readonly secrets: Readonly<Record<SecretName, string | null>>;
}

export interface AccountDraft {
  /** null: a new account. */
  readonly id: string | null;
  /** Of the account that the form was opened on; 0 for a new one. */
  readonly revision: number;
  readonly name: string;
  readonly panel: string;
  readonly login: string;
  readonly tax: TaxForm;
  readonly seriesIds: readonly string[];
  /** Only the secrets that are to change; an empty text removes an optional one. */
  readonly secrets: Readonly<Partial<Record<SecretName, string>>>;
}

export type AccountField = 'name' | 'panel' | 'login' | 'seriesIds' | 'taxBasis' | SecretName;

export type SettingsField =
  | 'exemptBasis'
  | 'unit'
  | 'orderSeriesId'
  | 'issuePlace'
  | 'bankAccount'
  | 'dueDate'
  | 'pkwiu'
  | 'notesText'
  | 'autoSend'
  | 'autoFrom';

export type FieldProblem =
  | 'required'
  | 'panel-invalid'
  | 'login-invalid'
  | 'key-not-hex'
  | 'key-odd-length'
  /** One of the chosen series belongs to another account. */
  | 'series-taken'
  | 'too-long'
  | 'fixed'
  /** Another account of the panel issues the orders without a document. */
  | 'order-series-taken'
  /** The series keeps Sellasist's numbers, is not for invoices, or is incomplete; an order has no number to keep. */
  | 'order-series-unfit'
  /** Neither 26 digits nor an IBAN of a Polish account. */
  | 'bank-account-invalid'
  /** Not a whole number of days from 0 to 365. */
  | 'days-invalid'
  /** A placeholder that does not exist. */
  | 'placeholder-unknown'
  /** What sends by itself is seen by other computers in the state field of the orders. */
  | 'auto-needs-field'
  /** Nothing was sent by hand yet. */
  | 'auto-needs-first'
  /** Further back than `AUTO_MOST_DAYS`. */
  | 'auto-from-early'
  /** Another key than the one that is stored. */
  | 'other-key';

export type FieldProblems<Field extends string> = Readonly<Partial<Record<Field, FieldProblem>>>;

export type SaveReply<T, Field extends string = AccountField> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly fields: FieldProblems<Field>;
      /** For `series-taken` and `order-series-taken`: the name of the account that has it. */
      readonly owner?: string;
    };

export interface DictionaryRow {
  readonly id: string;
  readonly name: string;
  /** Field type (`text`, `saledocument`, `files`, …) or series type; empty where there is none. */
  readonly type: string;
}

export interface Dictionaries {
  readonly statuses: readonly DictionaryRow[];
  /** A method that was met on an order and is in no list of the panel has the type `met`. */
  readonly payments: readonly DictionaryRow[];
  readonly fields: readonly DictionaryRow[];
  readonly series: readonly DictionaryRow[];
}

/** A panel's lists as they are known. `problem`: why they could not be read anew; what is shown was read at `readAt`. */
export interface PanelLists extends Dictionaries {
  /** Epoch milliseconds. */
  readonly readAt: number;
  readonly problem: Reason | null;
}

/** One line of the connection test: what was asked, and what came of it. */
export interface TestLine {
  readonly what:
    | 'sellasist'
    | 'sellasist-orders'
    | 'sellasist-fields'
    | 'sellasist-documents'
    | 'ifirma'
    | 'ifirma-month'
    | 'ifirma-limit';
  /** null: it worked. */
  readonly problem: Reason | null;
  /** Which field of the account the problem speaks of; null: of none. */
  readonly field: AccountField | null;
  /** What was reached, e.g. `{month: '11', year: '2026'}` or `{used: '42', granted: '1000'}`. */
  readonly params: Readonly<Record<string, string>>;
}

/** A document as the panel has it, beside what iFirma would get. */
export interface FirstDocument {
  readonly orderId: string | null;
  readonly key: DocumentKey;
  readonly panel: string;
  readonly source: {
    readonly number: string | null;
    readonly buyer: string;
    readonly issueDate: IsoDate | null;
    readonly total: Grosze | null;
    readonly lines: readonly {
      readonly name: string;
      readonly quantity: Thousandths | null;
      readonly gross: Grosze | null;
    }[];
  };
  readonly preview: PreviewView;
}
