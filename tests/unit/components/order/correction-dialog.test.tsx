// @vitest-environment happy-dom
/** `Korekta faktury`: a correction of the panel before it is sent, and what a person says of it. */
import { afterEach, expect, test } from 'vitest';
import type { CorrectionView, DocumentView } from '../../../../utils/messages/index.ts';
import { byPerson, documentView, ok, openOrder, orderView, settle } from '../order-page.ts';

const correctionView = (over: Partial<CorrectionView> = {}): CorrectionView => ({
  language: 'pl',
  number: '1/11/2026',
  invoiceDate: '2026-11-20',
  issueDate: '2026-11-22',
  earlier: [],
  as: 'after',
  counted: 'gross',
  lines: [
    {
      name: 'Kubek',
      unit: 'szt.',
      before: { quantity: 2000, unitPrice: 4900, vat: { kind: 'percent', percent: 23 } },
      after: { quantity: 1000, unitPrice: 4900, vat: { kind: 'percent', percent: 23 } },
    },
  ],
  before: 9800,
  after: 4900,
  difference: -4900,
  reason: 'ZWR_SPRZ_TOW',
  conditionsMet: true,
  notes: 'Sellasist testowy/o1001/d80',
  findings: [],
  ...over,
});

const unsent = documentView({ key: 'd80', kind: 'correction', number: 'KOR/1/11/2026' });

async function preview(document: DocumentView, view: CorrectionView = correctionView()) {
  const page = await openOrder({
    state: () => ok(orderView([document])),
    'correction.preview': () => ok(view),
    correct: () => ok(orderView([{ ...document, state: 'queued', actions: [] }])),
  });
  await page.press('Podgląd');
  return page;
}

/** Events as the browser makes them for a person. */
async function choose(element: HTMLSelectElement, value: string): Promise<void> {
  element.value = value;
  element.dispatchEvent(byPerson(new Event('change', { bubbles: true, composed: true })));
  await settle();
}

async function tick(element: HTMLInputElement): Promise<void> {
  element.dispatchEvent(byPerson(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })));
  await settle();
}

afterEach(() => document.body.replaceChildren());

test('one that nobody has sent is sent from there, with the reason and the conditions that a person chose', async () => {
  const page = await preview(unsent);
  expect(page.one('dialog').textContent).toContain('dopóki nie naciśniesz „Wyślij korektę”');
  const reason = page.root.querySelector('dialog select') as HTMLSelectElement;
  await choose(reason, 'ZWR_NAB_KWOT');
  const conditions = page.root.querySelector('dialog input[type=checkbox]') as HTMLInputElement;
  // A script's click makes a trusted `change` of its own in a browser; it counts for nothing, and the tick stays.
  conditions.click();
  await settle();
  expect(conditions.checked).toBe(true);
  await tick(conditions);
  await page.press('Wyślij korektę');
  expect(page.asked.filter(({ name }) => name === 'correct')).toEqual([
    {
      name: 'correct',
      what: {
        orderId: '1001',
        key: 'd80',
        choice: { lines: null, reason: 'ZWR_NAB_KWOT', conditionsMet: false },
        confirm: [],
      },
    },
  ]);
  expect(page.all('dialog')).toEqual([]);
});

test('one that was sent, or is under way, is only looked at', async () => {
  const page = await preview({ ...unsent, state: 'incomplete', actions: ['resend', 'preview'] });
  const dialog = page.one('dialog');
  expect(dialog.textContent).toContain('To tylko podgląd');
  expect(dialog.querySelector('select, input')).toBeNull();
  expect(dialog.textContent).toContain('Powód korektyzwrot towaru');
  expect(page.all('button', 'Wyślij korektę')).toEqual([]);
});

test('what only a question can settle is not sent from the preview', async () => {
  const findings = [
    {
      code: 'correction-ambiguous',
      path: 'lines',
      params: { reading: 'after', after: '4900', difference: '-4900' },
      evidence: 'reading:after',
    },
  ] as const;
  const page = await preview(unsent, correctionView({ findings }));
  expect(page.all('button', 'Wyślij korektę')).toEqual([]);
  expect(page.one('dialog').querySelector('select')).toBeNull();
});

test('how its lines are meant is asked with what each way comes to', async () => {
  const findings = ['after', 'difference'].map((reading) => ({
    code: 'correction-ambiguous' as const,
    path: 'lines',
    params: { reading, after: '4900', difference: '-4900' },
    evidence: `reading:${reading}`,
  }));
  const incomplete = { ...unsent, state: 'incomplete', findings, actions: ['resend'], updatedAt: 1 } as const;
  const page = await openOrder({ state: () => ok(orderView([unsent])), send: () => ok(orderView([incomplete])) });
  await page.press('Wyślij do iFirma');
  const [after, difference] = [...page.root.querySelectorAll<HTMLInputElement>('dialog input[type=radio]')];
  if (after === undefined || difference === undefined) throw new Error('not asked');
  expect(difference.closest('label')?.textContent?.replace(/\s/g, ' ')).toBe(
    'pozycje to różnice, czyli to, co ubywa albo dochodziPo korekcie zostanie 49,00 zł, różnica −49,00 zł.',
  );
  difference.click();
  await settle();
  expect(page.one('button', 'Wyślij korektę').getAttribute('aria-disabled')).toBe('true');
  await tick(difference);
  await page.press('Wyślij korektę');
  expect(page.asked.filter(({ name }) => name === 'send').at(-1)).toMatchObject({
    what: { confirm: ['reading:difference'] },
  });
});

test('the question whether the invoice goes first says that both are sent', async () => {
  const findings = [
    {
      code: 'correction-original-unsent',
      path: 'original',
      params: { number: 'FV/12/11/2026' },
      evidence: 'original:d77',
    },
  ] as const;
  const incomplete = { ...unsent, state: 'incomplete', findings, actions: ['resend'], updatedAt: 1 } as const;
  const page = await openOrder({ state: () => ok(orderView([unsent])), send: () => ok(orderView([incomplete])) });
  await page.press('Wyślij do iFirma');
  await page.press('Wyślij fakturę i korektę');
  expect(page.asked.filter(({ name }) => name === 'send').at(-1)).toMatchObject({
    what: { key: 'd80', confirm: ['original:d77'] },
  });
});

test('of several documents the first that waits for something has the primary button', async () => {
  const invoice = documentView();
  const primaries = async (documents: readonly DocumentView[]): Promise<readonly (string | undefined)[]> => {
    const page = await openOrder({ state: () => ok(orderView(documents)) });
    const groups = [...page.root.querySelectorAll('.button.primary')].map((button) => button.closest('[role=group]'));
    return groups.map((group) => group?.querySelector('h3')?.textContent?.trim());
  };
  expect(await primaries([invoice, unsent])).toEqual(['FV/12/11/2026']);
  expect(await primaries([{ ...invoice, state: 'done', actions: ['pdf', 'correct'] }, unsent])).toEqual([
    'KOR/1/11/2026',
  ]);
});
