import { describe, expect, it } from 'vitest';
import type { HttpOutcome } from '../../../utils/http/transport.ts';
import { sellasistClient } from '../../../utils/sellasist/client.ts';
import { answer, fakeTransport } from './fake-transport.ts';

function clientWith(reply: HttpOutcome) {
  const { transport, requests } = fakeTransport(() => reply);
  return {
    client: sellasistClient({ transport, panel: 'acme', key: async () => ({ key: 'k3y-0123456789' }) }),
    requests,
  };
}

describe('the notes of an order', () => {
  const TEXT = 'iFirma: FV 12/11/2026';
  it.each<[string, unknown]>([
    ['a list', [{ id: 1, order_id: 1001, text: TEXT, date: '2026-11-22' }]],
    ['a wrapped list', { data: [{ id: 1, note: TEXT }] }],
    ['an object with its rows by their ids', { 1: { content: TEXT }, 2: { content: 'x' } }],
    ['a list of texts', [TEXT]],
    ['a single one', { id: 1, text: TEXT }],
  ])('are found in %s', async (_name, body) => {
    const { client, requests } = clientWith(answer(200, body));
    const notes = await client.notes('1001');
    expect(notes.ok && notes.value).toContain(TEXT);
    expect(requests).toMatchObject([
      {
        method: 'GET',
        url: 'https://acme.sellasist.pl/api/v1/notes/1001?sort=desc&limit=100&offset=0',
        sending: 'repeatable',
      },
    ]);
  });

  it('are words, and not whose they are', async () => {
    const row = {
      id: '7',
      order_id: '1001',
      user_id: '3',
      date: '2026-11-22',
      text: 'a',
      extra: { author: 'Jan', html: 'b' },
    };
    expect(await clientWith(answer(200, [row])).client.notes('1001')).toEqual({ ok: true, value: ['a', 'b'] });
  });

  it.each<[string, HttpOutcome]>([
    ['an empty list', answer(200, [])],
    ['nothing found', answer(404, { message: 'No records found' })],
    ['an empty answer', answer(200, '')],
    [
      'empty texts',
      answer(200, [
        { id: 1, text: ' ' },
        { id: 2, text: null },
      ]),
    ],
  ])('are none: %s', async (_name, reply) => {
    expect(await clientWith(reply).client.notes('1001')).toEqual({ ok: true, value: [] });
  });

  it.each<[string, HttpOutcome, object]>([
    ['a page of HTML', answer(200, '<html>'), { kind: 'unreadable' }],
    ['a bare text', answer(200, '"OK"'), { kind: 'unreadable' }],
    ['no right', answer(403, { message: 'Access denied' }), { kind: 'forbidden' }],
    ['a time-out', { kind: 'timeout' }, { kind: 'timeout' }],
  ])('are not known after %s', async (_name, reply, problem) => {
    expect(await clientWith(reply).client.notes('1001')).toEqual({ ok: false, problem });
  });

  it('are asked of no path that is none', async () => {
    const { client, requests } = clientWith(answer(200, []));
    expect(await client.notes('../orders')).toEqual({ ok: false, problem: { kind: 'not-found' } });
    expect(await client.addNote('../orders', 'x')).toEqual({ ok: false, problem: { kind: 'not-found' } });
    expect(requests).toEqual([]);
  });
});

describe('one more note', () => {
  it('is sent once', async () => {
    const { client, requests } = clientWith(answer(200, { message: 'success', id: 5 }));
    const added = await client.addNote('1001', 'pierwsza\ndruga "linia"');
    expect(added).toEqual({ ok: true, value: { isSaid: true } });
    expect(requests).toMatchObject([
      { method: 'POST', url: 'https://acme.sellasist.pl/api/v1/notes', sending: 'once' },
    ]);
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ order_id: '1001', text: 'pierwsza\ndruga "linia"' });
  });

  it.each<[unknown, boolean]>([
    [{ message: 'success' }, true],
    [{ status: 'ok' }, true],
    [[{ id: '7' }], true],
    ['', false],
    [[], false],
    [{ response: { Kod: 0 } }, false],
    [{ message: 'unsuccessful' }, false],
  ])('is surely there after %j: %s', async (body, isSaid) => {
    const added = await clientWith(answer(200, body)).client.addNote('1001', 'x');
    expect(added).toEqual({ ok: true, value: { isSaid } });
  });

  it('is not there when the panel says so with a 200, and is no part of what is told', async () => {
    const { client } = clientWith(answer(200, { status: 'error', message: 'Zła treść: Jan Kowalski' }));
    const said = await client.addNote('1001', 'Jan Kowalski');
    expect(said).toMatchObject({ ok: false, problem: { kind: 'business' } });
    expect(JSON.stringify(said)).not.toContain('Kowalski');
  });
});
