import type { RepairField } from '../../messages';
import type { RepairTexts } from '../repair';
import { month, ofLine } from '../repair-parts';

const REQUIRED: Readonly<Partial<Record<RepairField, string>>> = {
  'buyer.name': 'Enter the company or the person’s name.',
  'buyer.postcode': 'Enter the postcode.',
  'buyer.city': 'Enter the city.',
  'buyer.country': 'Choose the country.',
  'line.name': 'Enter the line’s name.',
  'line.unit': 'Enter the unit.',
  'line.vat': 'Choose the rate.',
  'line.basis': 'Enter the legal basis.',
  payment: 'Choose what iFirma should call this payment.',
  saleDate: 'Choose the date.',
  issueDate: 'Choose the date.',
  paid: 'Enter the amount.',
};

export const en: RepairTexts = {
  title: 'Mend it here',
  reading: 'Looking at what can be mended here…',
  unread: (why) => `What can be mended here could not be found out. ${why}`,
  choose: 'Choose…',
  labels: {
    'buyer.name': 'Buyer',
    'buyer.street': 'Street',
    'buyer.postcode': 'Postcode',
    'buyer.city': 'City',
    'buyer.country': 'Country',
    'buyer.nip': 'Tax number (NIP)',
    'buyer.email': 'E-mail',
    'line.name': 'Name',
    'line.unit': 'Unit',
    'line.vat': 'VAT rate',
    'line.basis': 'Legal basis',
    payment: 'Payment method',
    saleDate: 'Sale date',
    issueDate: 'Issue date',
    paid: 'Paid',
    ifirmaSeries: 'Series in iFirma',
  },
  ofLine,
  lineNumber: (line) => `line ${line}`,
  hints: {
    'buyer.nip': 'Without a NIP the invoice is for a private person.',
    'line.vat': '“exempt” means exempt from VAT.',
    'line.basis': 'The regulation by which the sale is exempt from VAT, such as “art. 113 ust. 1”.',
    ifirmaSeries: 'Exactly as it is called in iFirma. Empty: the default series.',
    paid: 'At most the sum of the invoice.',
  },
  rates: { '23': '23%', '8': '8%', '5': '5%', '0': '0%', zw: 'exempt' },
  whichLine: 'iFirma does not say which line it means. Mend the one that is wrong.',
  length: (length, most) => `${length} of ${most} characters`,
  problem: (problem, field, most) => {
    switch (problem) {
      case 'required':
        return REQUIRED[field] ?? 'Enter this value.';
      case 'too-long':
        return `Too long: iFirma takes at most ${most ?? 0} characters here.`;
      case 'postcode-invalid':
        return 'A Polish postcode has five digits, such as 00-001.';
      case 'nip-invalid':
        return 'This is no valid NIP. Check its digits, or remove it if the buyer is a private person.';
      case 'email-invalid':
        return 'This is no e-mail address.';
      case 'country-invalid':
        return 'Choose a country of the list.';
      case 'date-invalid':
        return 'Choose a day of the calendar.';
      case 'amount-invalid':
        return 'Enter an amount, such as 1 234,56.';
      case 'choice-invalid':
        return 'Choose from the list.';
      case 'refused':
        return 'iFirma did not take this.';
      case 'unfit':
        return 'This does not fit the rest of the document.';
      default:
        return problem satisfies never;
    }
  },
  scopes: { document: 'This document only', order: 'Save in the order', rule: 'Keep as a rule' },
  keepBuyer: 'Where should the buyer’s data be saved?',
  keepRule: {
    payment: 'Should this payment method always go to iFirma like this?',
    'line.vat': 'Should this rate of Sellasist always mean the same?',
    'line.basis': 'Should this legal basis hold for every exempt line?',
    'line.unit': 'Should this be the default unit where Sellasist has none?',
    ifirmaSeries: 'Should this name hold for the whole document series?',
  },
  retry: 'Try again',
  month: {
    title: 'Move the accounting month in iFirma?',
    offer: (from, to) =>
      `The accounting month in iFirma is ${month(from)}, but the sale is of ${month(to)}. Mostek can move it for the sending and move it back at once.`,
    open: 'Move the month and send again',
    way: (from, to) => `${month(from)} → ${month(to)} → ${month(from)}`,
    wayLabel: 'Accounting month',
    accountWide: 'The whole iFirma account has one accounting month, so the change concerns all of its users.',
    meanwhile: 'Nobody should issue documents in iFirma until it is sent. This usually takes some seconds.',
    back: 'After sending Mostek goes back to the month before.',
    confirm: 'Move and send',
    cancel: 'Cancel',
    right: 'The accounting month in iFirma is the right one by now. “Send again” is enough.',
    unknown: (to) =>
      `The accounting month could not be read from iFirma. It should be ${month(to)}. Check it again or change the sale date.`,
    retry: 'Check the month again',
    byHand: 'Move the month in iFirma:',
    steps: (to) => [
      'Log in to iFirma and find the accounting month at the top of the page.',
      `Change it to ${month(to)}.`,
      'Come back and press “Send again”, then go back to the month before in iFirma.',
    ],
    withKey: 'With the API key “abonent”, entered under “Accounts”, Mostek does this for you.',
    otherYear: (from, to) =>
      `The month in iFirma is ${month(from)}, but the sale is of ${month(to)}, which is another year. Changing the accounting year carries data over in iFirma, so Mostek does not do it.`,
  },
  exchange: {
    copy: 'Copy request and answer',
    why: 'Of use in a report to iFirma. They hold what was sent to iFirma, the buyer’s data with it, and no keys.',
    copied: 'Copied',
    byHand: 'The browser did not allow copying. Select the text and copy it yourself.',
    text: 'Request and answer',
    gone: 'What was sent is no longer kept.',
  },
};
