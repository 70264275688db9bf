import { beforeEach, describe, expect, it } from 'vitest';
import type { RuleEffect } from '../../../../../utils/invoice/rules/rule.ts';
import type { Transfer } from '../../../../../utils/invoice/transfer.ts';
import { LATER, PAUSING, UNCLEAR } from '../../troubles.ts';
import { struck } from './faults.ts';
import { change, createScene, effectOf, issue, linkedElsewhere, type Scene, said } from './scene.ts';

const EMAIL: RuleEffect = {
  kind: 'email',
  text: 'Faktura {numer_ifirma} do zamówienia {zamowienie}.',
  mailbox: 'faktury@ifirma.pl',
  template: 'Pusty',
};
const SEND = '/send/';

let scene: Scene;
beforeEach(async () => {
  scene = await createScene();
});
const emails = () => scene.world.ifirma.booked().map((booked) => booked.emails);

describe('the e-mail with the invoice', () => {
  it('is sent by iFirma to the address that the order has now', async () => {
    const { number, identifier } = await issue(scene);
    Object.assign(scene.world.panel.orders.get('1001') ?? {}, { email: 'nowy@example.com' });
    expect(await scene.run(EMAIL)).toEqual({ outcome: { kind: 'done' }, begun: { payment: null } });
    expect(scene.sent.map(({ path, query }) => `${path}${query}`)).toEqual([
      `/iapi/fakturakraj/send/${identifier}.json?wyslijEfaktura=true`,
    ]);
    expect(JSON.parse(scene.sent[0]?.body ?? '')).toEqual({
      Tekst: `Faktura ${number} do zamówienia 1001.`,
      SkrzynkaEmail: 'faktury@ifirma.pl',
      SzablonEmail: 'Pusty',
      SkrzynkaEmailOdbiorcy: 'nowy@example.com',
    });
    expect(emails()).toEqual([1]);
  });

  it('leaves to iFirma what the rule leaves empty', async () => {
    await issue(scene);
    await scene.run({ kind: 'email', text: '', mailbox: '', template: '' });
    expect(Object.keys(JSON.parse(scene.sent[0]?.body ?? ''))).toEqual(['SkrzynkaEmailOdbiorcy']);
    expect(emails()).toEqual([1]);
  });

  it('is no longer than iFirma takes', async () => {
    await issue(scene);
    expect(said(await scene.outcome({ ...EMAIL, text: '{zamówienie}'.repeat(300) }))).toBe('done');
    expect(JSON.parse(scene.sent[0]?.body ?? '').Tekst).toHaveLength(1000);
  });

  it.each(['', 'nikt', 'jan@sklep', 'a b@example.com', `${'x'.repeat(60)}@example.com`])(
    'is not sent to “%s”',
    async (email) => {
      await issue(scene);
      Object.assign(scene.world.panel.orders.get('1001') ?? {}, { email });
      expect(said(await scene.outcome(EMAIL))).toBe('left rule-email-none');
      expect(scene.sent).toEqual([]);
    },
  );

  it('waits for the invoice, and is only of one that this computer issued', async () => {
    expect(said(await scene.outcome(EMAIL))).toBe('waits rule-awaits-invoice');
    await issue(scene);
    await linkedElsewhere(scene);
    expect(said(await scene.outcome(EMAIL))).toBe('left rule-not-issued-here');
    expect(scene.sent).toEqual([]);
  });

  it('waits until a person has seen what iFirma wrote otherwise', async () => {
    await issue(scene);
    const params = { ours: '1', theirs: '2' };
    await change(scene, 'd77', (stored) => ({
      ...stored,
      findings: [{ code: 'number-differs', path: 'number', params }],
    }));
    expect(said(await scene.outcome(EMAIL))).toBe('waits rule-awaits-person');
    await change(scene, 'd77', (stored) => ({ ...stored, confirmed: ['number-differs:2'] }));
    expect(said(await scene.outcome(EMAIL))).toBe('done');
  });

  it('waits while there may be two invoices', async () => {
    await issue(scene);
    await change(scene, 'd77', (stored) => ({ ...stored, reason: { code: 'double-found', params: {} } }));
    expect(said(await scene.outcome(EMAIL))).toBe('waits rule-awaits-person');
    expect(scene.sent).toEqual([]);
  });

  it.each(['wanted', 'held', 'sending', 'sent', 'unclear', 'rejected', 'refused', 'silent'] as const)(
    'waits for the number of KSeF while the sending there is %s',
    async (standing) => {
      await issue(scene);
      const ksef = (given: Partial<NonNullable<Transfer['ksef']>>): NonNullable<Transfer['ksef']> => ({
        asked: 'series',
        standing,
        beganAt: null,
        polls: 0,
        reason: null,
        ...given,
      });
      await change(scene, 'd77', (stored) => ({ ...stored, ksef: ksef({}) }));
      expect(said(await scene.outcome(EMAIL))).toBe('waits rule-awaits-ksef');
      expect(scene.sent).toEqual([]);
      await change(scene, 'd77', (stored) => ({ ...stored, ksef: ksef({ standing: 'accepted' }), ksefNumber: 'X' }));
      expect(said(await scene.outcome(EMAIL))).toBe('done');
    },
  );

  it('waits as well for an effect of its own rule that is still to send it to KSeF', async () => {
    await issue(scene);
    const ksef = { kind: 'ksef' } as const;
    expect(said(await scene.outcome(EMAIL, { beside: [effectOf(ksef, 'due')] }))).toBe('waits rule-awaits-ksef');
    expect(said(await scene.outcome(EMAIL, { beside: [effectOf(ksef, 'left')] }))).toBe('done');
  });

  it('is not sent when its intent could not be stored', async () => {
    await issue(scene);
    expect(said(await scene.outcome(EMAIL, { begins: false }))).toBe('later storage-full');
    expect(scene.sent).toEqual([]);
  });

  it('of a document without an order has no address', async () => {
    const transfer = await issue(scene);
    const invoice = { ...transfer, orderId: null };
    expect(said(await scene.outcome(EMAIL, { orderId: null, invoice }))).toBe('left rule-no-order');
  });
});

describe('what becomes of an e-mail', () => {
  it.each(UNCLEAR)('is not known after %s, and it is not sent again', async (_name, trouble) => {
    await issue(scene);
    scene.trouble(SEND, trouble);
    const first = await scene.run(EMAIL);
    expect(said(first.outcome)).toBe('unclear rule-email-unclear');
    expect(first.begun).not.toBeNull();
    scene.world.network.mend();
    expect(said(await scene.outcome(EMAIL, { begun: first.begun }))).toBe('unclear rule-email-unclear');
    expect(scene.sent).toHaveLength(1);
    expect(emails()[0]).toBeLessThanOrEqual(1);
  });

  it.each(LATER)('is tried later after %s', async (_name, trouble) => {
    await issue(scene);
    scene.trouble(SEND, trouble);
    expect((await scene.outcome(EMAIL)).kind).toBe('later');
    expect(emails()).toEqual([0]);
    scene.world.network.mend();
    scene.world.clock.advance(600_000);
    expect(said(await scene.outcome(EMAIL))).toBe('done');
    expect(emails()).toEqual([1]);
  });

  it.each([201, 202, 200, 101])('is a refusal after Kod %i, in the words of iFirma', async (kod) => {
    await issue(scene);
    scene.trouble(SEND, { kind: 'kod', kod, text: 'Nie ma takiej skrzynki' });
    expect(await scene.outcome(EMAIL)).toEqual({
      kind: 'left',
      reason: { code: 'rule-email-refused', params: { kod: String(kod), text: 'Nie ma takiej skrzynki' } },
    });
  });

  it.each(PAUSING)('waits after Kod %i, which pauses the account', async (kod) => {
    await issue(scene);
    scene.trouble(SEND, { kind: 'kod', kod });
    expect(said(await scene.outcome(EMAIL))).toBe(`later kod-${kod}`);
    expect((await scene.world.store.accounts.get(scene.world.accountId))?.pausedBy).toBe(`kod-${kod}`);
    expect(emails()).toEqual([0]);
  });

  it.each(['before', 'after'] as const)('is not known when the worker dies %s the request', async (dies) => {
    await issue(scene);
    const { outcome, begun } = await scene.run(EMAIL, { dies });
    expect([outcome, begun]).toEqual([null, { payment: null }]);
    const asked = scene.world.network.passed.length;
    expect(said(await scene.outcome(EMAIL, { begun }))).toBe('unclear rule-email-unclear');
    expect(scene.world.network.passed).toHaveLength(asked);
    expect(emails()).toEqual([dies === 'after' ? 1 : 0]);
  });

  it.each(struck('iFirma').map((fault) => [fault.name, fault] as const))(
    'is the truth after %s',
    async (_name, { trouble, worked }) => {
      await issue(scene);
      scene.trouble(SEND, trouble);
      const { outcome } = await scene.run(EMAIL);
      // What is held back is done once it is let go.
      scene.world.network.mend();
      await scene.world.pass(0);
      const [count = 0] = emails();
      expect(count).toBeLessThanOrEqual(1);
      if (outcome?.kind === 'done') expect(worked).toBe(true);
      if (outcome?.kind === 'later' || outcome?.kind === 'left') expect(count).toBe(0);
      expect(scene.sent.length).toBeLessThanOrEqual(1);
    },
  );

  it.each<[string, Parameters<Scene['trouble']>[1], string]>([
    ['cannot be asked', { kind: 'timeout' }, 'later timeout'],
    [
      'has it no more',
      { kind: 'status', status: 404, contentType: 'application/json', body: '{}' },
      'left rule-order-gone',
    ],
    ['refuses', { kind: 'status', status: 403, contentType: 'application/json', body: '{}' }, 'left rule-refused'],
  ])('is nothing when the panel %s about the order', async (_name, trouble, expected) => {
    await issue(scene);
    scene.trouble('/orders/1001', trouble, 'GET');
    expect(said(await scene.outcome(EMAIL))).toBe(expected);
    expect(scene.sent).toEqual([]);
  });
});
