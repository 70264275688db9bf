import { expect, it } from 'vitest';
import { needsInvoice } from '../../../../utils/invoice/rules/needs-invoice.ts';
import type { RuleEffect } from '../../../../utils/invoice/rules/rule.ts';
import { EMAIL, field, ISSUE, KSEF, NOTIFY, note, status } from './problems/examples.ts';

const withText = (text: string): readonly RuleEffect[] => [note(text), { ...field('7'), text } as RuleEffect];

it.each([EMAIL, KSEF, { kind: 'payment' } as const])('%j does something with an invoice', (effect) => {
  expect(needsInvoice(effect)).toBe(true);
});

it.each([ISSUE, NOTIFY, status('1'), ...withText('Dla {nabywca}, {zamówienie} {numer}')])('%j needs none', (effect) => {
  expect(needsInvoice(effect)).toBe(false);
});

it.each(['{numer_ifirma}', '{numer_ksef}', 'Faktura { Numer iFirma }', '{NUMER KSEF}'])(
  'a note and a field that say %s need an invoice',
  (text) => {
    for (const effect of withText(text)) expect(needsInvoice(effect)).toBe(true);
  },
);
