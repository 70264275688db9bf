import { describe, expect, it } from 'vitest';
import { createSellasist, type FileMode, type Sellasist, samplePdf } from '../../sim/sellasist/index.ts';
import { api, ask, put } from './sellasist-ask.ts';

const PDF = samplePdf('FV 12');
const RAW = PDF.toString('base64');
const DATA_URI = `data:application/pdf;base64,${RAW}`;

function inMode(fileMode: FileMode): Sellasist {
  const sellasist = createSellasist();
  sellasist.panel('demo').switches.fileMode = fileMode;
  return sellasist;
}

const write = (sellasist: Sellasist, value: string) =>
  put(sellasist, '/orders/1001', { additional_fields: [{ field_id: 12, field_value: value }] });

const stored = (sellasist: Sellasist): Buffer[] =>
  sellasist
    .panel('demo')
    .files('1001', '12')
    .map(({ bytes }) => bytes);

async function read(sellasist: Sellasist): Promise<unknown> {
  return (await api(sellasist, '/orders/1001')).at('additional_fields.0.field_value');
}

describe('file fields of the Sellasist stand-in', () => {
  it('decode base64 and give it back (raw)', async () => {
    const sellasist = inMode('raw');
    expect((await write(sellasist, RAW)).status).toBe(200);
    expect(stored(sellasist)).toEqual([PDF]);
    expect(await read(sellasist)).toBe(RAW);
    expect(sellasist.panel('demo').journal.slips).toEqual([]);
  });

  it('hold one file however often it is written, and count the writes (raw)', async () => {
    const sellasist = inMode('raw');
    await write(sellasist, RAW);
    await write(sellasist, RAW);
    expect(stored(sellasist)).toHaveLength(1);
    expect(sellasist.panel('demo').journal.fileWrites).toHaveLength(2);
  });

  it('store a data URI as a broken file (raw)', async () => {
    const sellasist = inMode('raw');
    expect((await write(sellasist, DATA_URI)).status).toBe(200);
    expect(stored(sellasist)[0]?.subarray(0, 5).toString()).not.toBe('%PDF-');
  });

  it('store plain text as a broken file without a word, and write that down (raw)', async () => {
    const sellasist = inMode('raw');
    expect((await write(sellasist, 'FV 12/11/2026')).status).toBe(200);
    expect(stored(sellasist)).toHaveLength(1);
    expect(sellasist.panel('demo').journal.slips).toEqual([{ code: 'file-field-got-text', detail: '1001/12' }]);
  });

  it('are emptied by an empty value (raw)', async () => {
    const sellasist = inMode('raw');
    await write(sellasist, RAW);
    await write(sellasist, '');
    expect(stored(sellasist)).toEqual([]);
    expect(await read(sellasist)).toBe('');
  });

  it('give an address on the account that serves the bytes to anybody (raw-url)', async () => {
    const sellasist = inMode('raw-url');
    await write(sellasist, RAW);
    const address = new URL(String(await read(sellasist)));
    expect(address.hostname).toBe('demo.sellasist.pl');
    const file = await ask(sellasist, address.pathname, { key: null });
    expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(file.bytes).toEqual(PDF);
    expect((await ask(sellasist, '/upload/orders/1001/12/999.pdf')).status).toBe(404);
  });

  it('store nothing for bare base64 and the file for a data URI (datauri-only)', async () => {
    const sellasist = inMode('datauri-only');
    expect((await write(sellasist, RAW)).status).toBe(200);
    expect([stored(sellasist), await read(sellasist)]).toEqual([[], '']);
    await write(sellasist, DATA_URI);
    expect([stored(sellasist), await read(sellasist)]).toEqual([[PDF], DATA_URI]);
  });

  it('swallow the file and leave what was there (ignore)', async () => {
    const sellasist = inMode('raw');
    await write(sellasist, RAW);
    sellasist.panel('demo').switches.fileMode = 'ignore';
    expect((await write(sellasist, samplePdf('other').toString('base64'))).status).toBe(200);
    expect(stored(sellasist)).toEqual([PDF]);
  });

  it('add a file with every write and give an array (append)', async () => {
    const sellasist = inMode('append');
    expect(await read(sellasist)).toEqual([]);
    await write(sellasist, RAW);
    await write(sellasist, RAW);
    expect([stored(sellasist), await read(sellasist)]).toEqual([
      [PDF, PDF],
      [RAW, RAW],
    ]);
  });

  it('store something that is no PDF (plain-garbage)', async () => {
    const sellasist = inMode('plain-garbage');
    await write(sellasist, RAW);
    const value = String(await read(sellasist));
    expect(value).not.toBe('');
    expect(Buffer.from(value, 'base64').subarray(0, 5).toString()).not.toBe('%PDF-');
  });

  it('follow a mode that is turned while the file is there', async () => {
    const sellasist = inMode('raw');
    await write(sellasist, RAW);
    sellasist.panel('demo').switches.fileMode = 'append';
    expect(await read(sellasist)).toEqual([RAW]);
  });
});
