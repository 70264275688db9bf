/** What the preview says of the settings, and that it sends nothing. */
import { describe, expect, it } from 'vitest';
import { NO_VAT_PAYER, SERIES } from '../invoice/examples.ts';
import type { SetUp } from './set-up.ts';
import { createWorld } from './world.ts';

async function previewOf(setUp: SetUp, price = '100.00', rate: number | 'zw' = 23) {
  const world = await createWorld(setUp);
  const buyer = { company_name: 'Testowa Sp. z o.o.', company_nip: '111-111-11-11' };
  const order = world.panel.addOrder({ buyer, lines: [{ price, rate }], shipping: { price: '0' } });
  const { id } = world.panel.addDocument({ orderId: order.id, number: 'FV/44/11/2026', issueDate: '2026-11-22' });
  const preview = await world.tell<'preview'>({ type: 'preview', orderId: order.id, key: `d${id}` });
  expect(world.network.passed.filter(({ host }) => host === 'www.ifirma.pl')).toEqual([]);
  expect(world.ifirma.booked()).toEqual([]);
  return preview;
}

describe('the preview', () => {
  it('of an account as it is at first says that iFirma numbers, and no due date', async () => {
    expect(await previewOf({})).toMatchObject({
      number: 'FV/44/11/2026',
      keptNumber: null,
      ifirmaSeries: '',
      dueDate: null,
      splitPayment: null,
      findings: [],
      remarks: [{ code: 'number-by-ifirma', params: { number: 'FV/44/11/2026' } }],
    });
  });

  it('names the number that is kept, the series, the due date and split payment', async () => {
    const pattern = 'FV/{numer}/{miesiąc}/{rok}';
    const preview = await previewOf({
      series: { '1': { ...SERIES, numbering: 'sellasist', pattern, ifirmaSeries: 'Sklep' } },
      settings: { dueDate: { from: 'issue', days: 14 }, splitPayment: 'never' },
    });
    expect(preview).toMatchObject({ keptNumber: 44, ifirmaSeries: 'Sklep', splitPayment: false, findings: [] });
    expect(preview.dueDate).toBe('2026-12-06');
    expect(preview.remarks.map(({ code }) => code)).toEqual(['number-kept']);
  });

  it('carries everything else that iFirma gets', async () => {
    const plain = await previewOf({});
    expect(plain).toMatchObject({
      template: '',
      issuePlace: '',
      signature: 'BWO',
      bankAccount: { use: 'ifirma' },
      showBdo: false,
      showGios: false,
      flatRate: null,
      lines: [{ discount: 0, gtu: null, pkwiu: '' }],
    });
    const set = await previewOf({
      series: { '1': { ...SERIES, template: 'logo' } },
      settings: {
        issuePlace: 'Łódź',
        signature: 'OUP',
        bankAccount: { use: 'number', number: '61109010140000071219812874' },
        showBdo: true,
        showGios: true,
        gtu: '06',
        pkwiu: '27.40.22.0',
      },
      tax: { vat: 'payer', basis: '', flatRate: '0.055' },
    });
    expect(set).toMatchObject({
      template: 'logo',
      issuePlace: 'Łódź',
      signature: 'OUP',
      bankAccount: { use: 'number', number: '61109010140000071219812874' },
      showBdo: true,
      showGios: true,
      flatRate: '0.055',
      lines: [{ gtu: '06', pkwiu: '27.40.22.0' }],
    });
    expect(set.buyer.email).toMatch(/@/);
  });

  it('advises split payment where it may be an obligation', async () => {
    const { remarks } = await previewOf({}, '15000.01');
    expect(remarks.map(({ code }) => code)).toEqual(['number-by-ifirma', 'split-payment-advised']);
  });

  it('of a company without VAT shows what contradicts that', async () => {
    const { findings, splitPayment } = await previewOf({ tax: NO_VAT_PAYER, settings: { splitPayment: 'always' } });
    expect(findings.map(({ code }) => code)).toEqual(['exempt-line-taxed']);
    expect(splitPayment).toBeNull();
  });
});
