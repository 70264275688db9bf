import { expect, test } from 'vitest';
import { createAsk, type Runtime } from '../../../components/ask.ts';

const runtimeThat = (sendMessage: Runtime['sendMessage'], id: string | undefined = 'mostek'): Runtime => ({
  id,
  sendMessage,
  connect() {
    throw new Error('not asked for');
  },
});

test('a command goes out with its name and its fields, and the answer comes back as it is', async () => {
  const messages: unknown[] = [];
  const ask = createAsk(
    runtimeThat(async (message) => {
      messages.push(message);
      return { ok: true, value: { name: '12_11_2026.pdf', base64: 'JVBERg==' } };
    }),
  );
  const answer = await ask('pdf', { orderId: '1001', key: 'd77' });
  expect(messages).toEqual([{ type: 'pdf', orderId: '1001', key: 'd77' }]);
  expect(answer).toEqual({ ok: true, value: { name: '12_11_2026.pdf', base64: 'JVBERg==' } });
});

test('a refusal of the background is an answer like any other', async () => {
  const reason = { code: 'erplink-on', params: {} } as const;
  const ask = createAsk(runtimeThat(async () => ({ ok: false, reason })));
  expect(await ask('options', {})).toEqual({ ok: false, reason });
});

test('an extension that was updated under the page is said to be gone, whether it throws at once or later', async () => {
  const error = new Error('Extension context invalidated.');
  const atOnce = createAsk(
    runtimeThat(() => {
      throw error;
    }),
  );
  const later = createAsk(runtimeThat(() => Promise.reject(error)));
  const gone = { ok: false, reason: { code: 'extension-gone', params: {} } };
  expect(await atOnce('options', {})).toEqual(gone);
  expect(await later('options', {})).toEqual(gone);
});

test('so is one that only lost its id, as Firefox leaves it', async () => {
  const runtime: Runtime = { ...runtimeThat(async () => undefined), id: undefined };
  expect(await createAsk(runtime)('options', {})).toMatchObject({ reason: { code: 'extension-gone' } });
});

test.each([
  ['no answer at all', async () => undefined],
  ['an answer of another shape', async () => 'hello'],
  ['nobody at the other end', () => Promise.reject(new Error('Could not establish connection.'))],
])('%s is said to be silence, not an answer', async (_, sendMessage) => {
  expect(await createAsk(runtimeThat(sendMessage))('options', {})).toEqual({
    ok: false,
    reason: { code: 'extension-silent', params: {} },
  });
});
