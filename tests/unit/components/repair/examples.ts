/** Forms as the background answers them. */
import type { Finding } from '../../../../utils/invoice/finding.ts';
import type { RepairForm, RepairInput } from '../../../../utils/messages/index.ts';

export const input = (over: Partial<RepairInput> & Pick<RepairInput, 'field'>): RepairInput => ({
  line: null,
  lineName: '',
  value: '',
  choices: null,
  scopes: ['document'],
  ...over,
});

export const form = (inputs: readonly RepairInput[], over: Partial<RepairForm> = {}): RepairForm => ({
  language: 'pl',
  inputs,
  country: 'PL',
  month: null,
  ...over,
});

export const finding = (code: Finding['code'], params: Finding['params'] = {}): Finding => ({ code, path: '', params });
export const refusal = (text: string): Finding => finding('ifirma-refused', { kod: '201', text });

export const POSTCODE = input({ field: 'buyer.postcode', value: '0000', scopes: ['document', 'order'] });
export const CITY = input({ field: 'buyer.city', scopes: ['document', 'order'] });
export const PAYMENT = input({ field: 'payment', choices: ['PRZ', 'P24'], scopes: ['document', 'rule'] });
