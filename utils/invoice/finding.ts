/**
 * What a person has to know. A finding is one problem of a document and names its field; a reason says why a transfer
 * stands where it stands. Both are codes with parameters: the sentences live in `texts.ts`, in every language.
 */

export type FindingCode =
  | 'buyer-name-missing'
  | 'buyer-name-too-long'
  | 'buyer-street-too-long'
  | 'buyer-postcode-missing'
  | 'buyer-postcode-invalid'
  | 'buyer-city-missing'
  | 'buyer-city-too-long'
  | 'buyer-nip-invalid'
  | 'buyer-country-missing'
  | 'buyer-country-unsupported'
  | 'vat-unknown'
  | 'vat-zero-ambiguous'
  | 'vat-unsupported'
  | 'legal-basis-missing'
  | 'line-name-missing'
  | 'line-quantity-invalid'
  | 'line-price-invalid'
  | 'line-gross-mismatch'
  | 'discount-not-spreadable'
  | 'no-lines'
  | 'total-unreadable'
  | 'total-mismatch'
  | 'total-zero'
  | 'payment-unmapped'
  | 'payment-unknown'
  | 'currency-unsupported'
  | 'order-unconfirmed'
  | 'receipt-exists'
  | 'issue-date-future'
  | 'sale-date-after-issue'
  /** {sale, limit}: the invoice is issued after the last day on which iFirma takes one of that sale. */
  | 'issue-too-late'
  | 'series-unassigned'
  /** {number, series, fields}: `fields` names what is missing, as codes of `SeriesField` with commas. */
  | 'series-incomplete'
  /** {number}: its series is set not to be sent. */
  | 'series-not-sent'
  /** {number}: its series is one for corrections. */
  | 'series-for-corrections'
  /** {number}: a sale under OSS is no domestic invoice. */
  | 'series-oss'
  /** {series}: two numberings meet in one series of iFirma; empty: its default one. */
  | 'series-shared'
  /** Several accounts serve the panel and none says that it issues orders without a document. */
  | 'order-series-missing'
  /** {series}: the series for orders without a document is not one that can number them. */
  | 'order-series-unfit'
  /** {number, pattern}: the running number cannot be read out of it. */
  | 'number-unreadable'
  /** {number, date}: the number that is to be kept has a month, year or day other than those of the issue date. */
  | 'number-date-differs'
  /** {ours, theirs}: the number was to be kept, and iFirma wrote another. */
  | 'number-differs'
  /** {line, rate}: the account is exempt from VAT. */
  | 'exempt-line-taxed'
  /** {code}: iFirma does not know it on an invoice of a company without VAT (ifirma-api 2.3). */
  | 'payment-not-for-exempt'
  | 'heading-contradicts'
  | 'maybe-booked-number'
  | 'maybe-booked-field'
  | 'maybe-booked-mark'
  | 'maybe-booked-unknown'
  /** {text}: what stands in the field that another computer, or a person, wrote; it says that the sale is booked. */
  | 'maybe-booked-state'
  | 'sale-taken'
  | 'sum-differs'
  /** {date}: the day of issue, which is not today, of what goes to KSeF by itself: KSeF takes it as issued offline. */
  | 'ksef-offline-date'
  | 'ifirma-refused'
  /** Another correction of the invoice was sent, and whether it was booked is not known. */
  | 'correction-other-open'
  /** {number}: a correction is itself to be corrected. */
  | 'correction-of-correction'
  /** {number}: the invoice that it corrects is not in iFirma, as far as is known; empty: nothing names it. */
  | 'correction-original-unsent'
  /** {number}: the API corrects domestic invoices alone. */
  | 'correction-not-domestic'
  | 'correction-currency'
  /** {number}: iFirma does not give its lines, or not to the grosz. */
  | 'correction-lines-unknown'
  /** {number, sum, total}: its lines do not give its sum; total: empty when iFirma does not say it. */
  | 'correction-sum-unclear'
  /** A panel's correction is of gross prices, its invoice counts from net. */
  | 'correction-net'
  /** {number}: what was corrected of it before. */
  | 'corrected-before'
  /** {date, original}: it would be issued before its invoice. */
  | 'correction-too-early'
  | 'correction-nothing-changes'
  /** {line, most} */
  | 'correction-quantity-outside'
  /** {line, ours, theirs}: a line that stays as it is would be worth something else without its discount. */
  | 'correction-discount-rounded'
  /** {reason}: only the correction of a mistake may add lines. */
  | 'correction-reason-unfit'
  /** {line}: the invoice has no such line. */
  | 'correction-line-unmatched'
  /** {total}: the lines fit in no way to the sum of the panel's correction. */
  | 'correction-total-unfit'
  /** {reading, after, difference}: one of the ways in which a panel's correction can be read. */
  | 'correction-ambiguous'
  /** {ours, theirs}: another buyer, which the API cannot correct. */
  | 'correction-buyer-differs'
  /** {ours, theirs}: the same buyer, written otherwise. */
  | 'correction-buyer-spelled';

export interface Finding {
  readonly code: FindingCode;
  /** Dotted path of the field in the document, e.g. `buyer.postcode`, `lines.2.vat`, `total`. Empty: the whole document. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /**
   * Set on a finding that a person may overrule in words (`Wystaw mimo to`). Names what was seen, so that an answer given
   * to one sign never counts for another.
   */
  readonly evidence?: string;
}

export type ReasonCode =
  | 'kod-100'
  | 'kod-101'
  | 'kod-102'
  | 'kod-200'
  | 'kod-202'
  | 'kod-400'
  | 'kod-401'
  | 'kod-402'
  | 'kod-403'
  | 'kod-499'
  | 'kod-500'
  | 'kod-other'
  | 'post-no-kod'
  | 'post-not-json'
  | 'post-http'
  | 'post-length-required'
  | 'post-redirect'
  | 'post-timeout'
  | 'post-network'
  | 'post-interrupted'
  | 'looking'
  | 'absent-once'
  | 'absent-proven'
  | 'adopted'
  | 'linked'
  | 'link-not-found'
  | 'link-sum-differs'
  | 'link-taken'
  | 'account-busy'
  /** The account that the document was to go to was removed, or changed its login or panel. */
  | 'account-gone'
  | 'erplink-unanswered'
  | 'erplink-on'
  | 'double-found'
  /** {number}: the invoice that it corrects is still on its way to iFirma. */
  | 'correction-waits'
  /** A correction may be booked, and iFirma's list may not show corrections at all: only a person can say. */
  | 'correction-unclear'
  /** Another correction of the same invoice is on its way. */
  | 'correction-busy'
  /** What is to be corrected is not in iFirma, or not by Mostek. */
  | 'correction-nothing'
  /** {until}: the order is marked in its state field as this computer's; it waits until nobody else can have marked it. */
  | 'claiming'
  /** {computer, until}: another computer has marked the order as its own. */
  | 'claimed-elsewhere'
  /** {until}: whether the mark was written is not known. */
  | 'claim-unclear'
  /** The field for the state is not there, or does not take what is written into it. */
  | 'claim-refused'
  | 'rate-limited'
  | 'offline'
  | 'network'
  | 'timeout'
  | 'ifirma-unreachable'
  | 'ifirma-unreadable'
  | 'read-refused'
  | 'account-paused'
  /** Mostek has no key of the account that it needs; iFirma was not asked. */
  | 'key-missing'
  | 'sellasist-key'
  | 'sellasist-forbidden'
  /** {status}: what is asked for belongs to a module that the panel does not have, or has turned off. */
  | 'sellasist-module'
  | 'sellasist-order-missing'
  | 'sellasist-error'
  | 'sellasist-unreachable'
  | 'sellasist-unreadable'
  | 'number-waiting'
  | 'pdf-waiting'
  | 'pdf-refused'
  | 'pdf-too-large'
  | 'attach-field-filled'
  /** PDFs are to be saved, and the account has no field for them. */
  | 'attach-no-field'
  | 'attach-unverified'
  | 'attach-refused'
  | 'attach-waiting'
  | 'storage-full'
  /** The database did not open. */
  | 'database-closed'
  /** The database is of a newer version of Mostek. */
  | 'database-newer'
  /** The keys are under a passphrase that was not given in this session. */
  | 'locked'
  | 'passphrase-wrong'
  /** Somebody saved the account while a form was open on what it was before. */
  | 'account-changed'
  /** {text}: KSeF has refused it, in iFirma's words. */
  | 'ksef-rejected'
  /** {kod, text}: iFirma did not send it. */
  | 'ksef-refused'
  /** {text}: the iFirma account is not connected to KSeF. */
  | 'ksef-not-connected'
  /** Whether iFirma took it for sending is not known; it is looked at. */
  | 'ksef-unclear'
  /** The same, and there has been no trace of it for ten minutes. */
  | 'ksef-untraced'
  /** No answer for 24 hours. */
  | 'ksef-silent'
  /** iFirma has written its number or sum otherwise than was sent. */
  | 'ksef-held'
  /** {number}: a correction waits until its invoice has a number of KSeF. */
  | 'ksef-original-waits'
  /** {number}: whether KSeF has the invoice that it corrects only a person knows. */
  | 'ksef-original-unknown'
  /** The order's field for KSeF's number holds something else. */
  | 'ksef-field-filled'
  | 'ksef-field-unwritten'
  /** The order may still have the PDF from before KSeF gave its number. */
  | 'ksef-pdf-kept'
  | 'skipped-by-person'
  /** Taken out of the queue with the batch that it was sent with, before anything of it was posted. */
  | 'batch-cancelled'
  /** The order was written, and does not say what was written. */
  | 'repair-not-kept'
  /** {from, to}: it waits while the accounting month is moved for another document of the iFirma account. */
  | 'month-moved'
  /** {from, to}: in the log, one step of the accounting month. */
  | 'month-step'
  /** {until}: the month is not moved before it is known what became of a document that was just sent. */
  | 'month-waits'
  /** {month}: the accounting month is neither where it was to be nor where Mostek left it. */
  | 'month-elsewhere'
  /** {from, to}: whether iFirma has moved the month is not known. */
  | 'month-unclear'
  /** {kod, text}: iFirma does not move the month, or not by this key. */
  | 'month-refused'
  /** {from, to}: the month could not be brought back yet. */
  | 'month-not-home'
  /** {month}: a person left the month where it is. */
  | 'month-left'
  /** Put into the queue by `Automatyczne wysyłanie faktur`; the others of this kind say why it left a document alone. */
  | 'auto-queued'
  /** {date, from}: it is older than the day from which on documents are sent. */
  | 'auto-before-start'
  | 'auto-other-series'
  | 'auto-series-not-sent'
  | 'auto-receipt'
  /** A proforma, a bill, a document of the warehouse. */
  | 'auto-other-kind'
  /** What has no order has no field in which it could be claimed (design 3). */
  | 'auto-no-order'
  | 'auto-no-date'
  /** It was listed, and the panel has it no more. */
  | 'auto-gone'
  /** It was listed, and its detail cannot be read; it is tried again. */
  | 'auto-unreadable'
  /** {computer}: another computer sends by itself, and this is its work. */
  | 'auto-elsewhere'
  /** {rule}: it fired; the others of this kind say what became of it, or why it did nothing. */
  | 'rule-fired'
  /** {rule, condition}: see `RULE_CONDITIONS`. */
  | 'rule-not-met'
  /** {rule, first}: only the first one that fits acts. */
  | 'rule-after-first'
  /** {rule}: it has acted on this one before, and acts once. */
  | 'rule-fired-before'
  /** {rule, problem}: see `RULE_PROBLEMS`. */
  | 'rule-broken'
  /** {rule, computer}: another computer sends by itself, and this is its work. */
  | 'rule-elsewhere'
  /** Something happened to an order that the panel has no more. */
  | 'rule-order-gone'
  /** What rules ask of an order cannot be read; it is tried again. */
  | 'rule-order-unreadable'
  /** More happened in the panel than could be looked through. */
  | 'rule-missed'
  /** {rule, effect}: an effect has happened. */
  | 'rule-effect'
  /** {rule, effect}: a person said that it need not happen. */
  | 'rule-dropped'
  /** {rule, effect}: a person has it done again. */
  | 'rule-asked-again'
  /** There was nothing to do. */
  | 'rule-already'
  /** An effect waits until iFirma has the invoice. */
  | 'rule-awaits-invoice'
  /** An e-mail, or a text that is to say it, waits for the number of KSeF. */
  | 'rule-awaits-ksef'
  /** iFirma has written something otherwise than was sent. */
  | 'rule-awaits-person'
  /** A document without an order has none that anything could be done with. */
  | 'rule-no-order'
  /** There is no document of ours to be issued. */
  | 'rule-no-document'
  /** The document is of another kind than the rule issues. */
  | 'rule-other-kind'
  /** What follows an invoice is done by the computer that issued it, so that nothing happens twice. */
  | 'rule-not-issued-here'
  /** Which of the order's invoices is meant nobody said. */
  | 'rule-several-invoices'
  /** There was no invoice for 90 days. */
  | 'rule-no-invoice'
  /** The order has no e-mail address. */
  | 'rule-email-none'
  /** Whether iFirma has sent the e-mail is not known. */
  | 'rule-email-unclear'
  /** {kod, text}: iFirma did not send it. */
  | 'rule-email-refused'
  /** Whether iFirma has registered the payment is not known. */
  | 'rule-payment-unclear'
  /** {kod, text}: iFirma did not register it. */
  | 'rule-payment-refused'
  /** The order has no payment that could be registered. */
  | 'rule-payment-nothing'
  /** Whether the note was written is not known. */
  | 'rule-note-unclear'
  /** {status, text}: Sellasist did not take it. */
  | 'rule-refused'
  /** The order's field holds something else. */
  | 'rule-field-filled'
  /** Sellasist took it, and the order does not say so. */
  | 'rule-not-kept'
  /** The series of the document is not sent to KSeF through Mostek. */
  | 'rule-ksef-off'
  /** The browser shows no notifications of Mostek. */
  | 'rule-notify-off'
  /** A worker died when it began: whether it happened is not known. */
  | 'rule-cut'
  | 'internal';

export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string>>;
}

/** Of what Mostek does by itself (`Automatyczne wysyłanie faktur`, `Automatyzacje`): never a document's state. */
export type OwnReasonCode = Extract<ReasonCode, `auto-${string}` | `rule-${string}`>;
