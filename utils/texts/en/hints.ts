import type { RefusalCause } from '../../invoice/refusals';

export const en: Readonly<Record<RefusalCause, string>> = {
  'accounting-month': 'Set the accounting month in iFirma to that of the sale date, or change the date.',
  postcode: 'Check the buyer’s postcode and, if it is right, the one in iFirma’s list of contractors.',
  city: 'Check the buyer’s city.',
  street: 'Check the buyer’s street.',
  country: 'Check the buyer’s country.',
  nip: 'Check the buyer’s tax number (NIP).',
  email: 'Check the buyer’s e-mail.',
  phone: 'Check the buyer’s phone number in iFirma’s list of contractors: Mostek does not send it.',
  'line-name': 'Check the names of the lines.',
  'buyer-name': 'Check the buyer’s name.',
  unit: 'Check the unit of measure.',
  quantity: 'Check the quantities of the lines in Sellasist.',
  price: 'Check the prices of the lines in Sellasist.',
  'vat-rate': 'Check the VAT rates of the lines.',
  'legal-basis': 'Check the legal basis of the VAT exemption: it may have 30 characters at most.',
  'issue-date':
    'The issue date may not be earlier than that of the previous invoice of the series in iFirma. Correct it.',
  'sale-date': 'Check the sale date and the rule for it in Mostek’s settings.',
  'due-date':
    'Check the due date in Mostek’s settings, under “Basic configuration”: it may not be earlier than the sale.',
  paid: 'Check the paid amount: it may not be more than the sum of the invoice.',
  'payment-method': 'Choose another payment method.',
  'exempt-proportion': 'Set the proportion of taxable to exempt sales in iFirma’s configuration.',
  series: 'Check the name of the series in iFirma: it has to be exactly the one there.',
  template: 'Check the template’s name in Mostek’s settings, under “Document series”: it has to be the one in iFirma.',
  'bank-account':
    'Check the bank account in Mostek’s settings, under “Basic configuration”: it has to be one of those in iFirma.',
  number: 'Check in iFirma whether the series has an invoice of this number already.',
  remarks: 'Shorten the remarks in Mostek’s settings, under “Basic configuration”.',
  oss: 'Turn the OSS or IOSS procedure on in iFirma’s configuration, if the company uses it.',
  'tax-form': 'Check the tax form in Mostek’s settings, under “Accounts”: it has to be the one in iFirma.',
  'kind-not-allowed':
    'This kind of document does not fit the account’s settings in iFirma. Check them in iFirma’s configuration.',
  ksef: 'Check the connection to KSeF in iFirma’s configuration.',
  permission: 'The user lacks a permission in iFirma, or the module is off. Check this in iFirma’s configuration.',
};
