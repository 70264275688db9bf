import { describe, expect, it } from 'vitest';
import { base64Of, fieldUpdate, verifyField } from '../../../utils/sellasist/file-field.ts';

const PDF = new TextEncoder().encode('%PDF-1.4\nfaktura 12/11/2026\n%%EOF\n');
const OURS = Buffer.from(PDF).toString('base64');
const OTHER = Buffer.from('%PDF-1.4\nanother one altogether\n%%EOF').toString('base64');
const DATA_URI = `data:application/pdf;base64,${OURS}`;
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(90, 7)]).toString('base64');

const check = (before: unknown, after: unknown) => verifyField(before, after, PDF, 'acme');

describe('base64', () => {
  it('is what every length of bytes gives elsewhere', () => {
    for (let length = 0; length <= 64; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length * 31) % 256);
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }
  });

  it('takes a file of megabytes', () => {
    const bytes = new Uint8Array(5_000_001).map((_, at) => at % 251);
    expect(base64Of(bytes) === Buffer.from(bytes).toString('base64')).toBe(true);
  });
});

describe('the update of a file field', () => {
  it('is one field and nothing else', () => {
    expect(fieldUpdate('12', OURS, 'raw')).toEqual({ additional_fields: [{ field_id: '12', field_value: OURS }] });
    expect(fieldUpdate('12', OURS, 'datauri')).toEqual({
      additional_fields: [{ field_id: '12', field_value: DATA_URI }],
    });
  });
});

describe('a field that was written', () => {
  it.each([
    ['base64', OURS],
    ['base64 without padding', OURS.replace(/=+$/, '')],
    ['base64 in lines', OURS.replace(/(.{20})/g, '$1\r\n')],
    ['a data URI', DATA_URI],
    ['a data URI with a name', `data:application/pdf;name=fv.pdf;base64,${OURS}`],
    ['an array', [OURS]],
    ['an array behind an older file', [OTHER, OURS]],
    ['an object', { name: 'fv.pdf', content: OURS }],
    ['an array of objects', [{ id: 7, file: { data: DATA_URI } }]],
    ['JSON in a text', JSON.stringify([{ name: 'fv.pdf', content: OURS }])],
  ])('is verified when it holds our bytes as %s', (_, after) => {
    expect(check('', after)).toBe('verified');
    expect(check(after, after)).toBe('verified');
  });

  it.each([
    ['https://acme.sellasist.pl/files/fv.pdf'],
    ['http://ACME.sellasist.pl/f?id=7'],
    ['/upload/files/fv.pdf'],
    ['/admin/files/7'],
    [{ url: 'https://acme.sellasist.pl/files/fv.pdf', name: 'fv.pdf' }],
    [['/upload/fv.pdf']],
  ])('is a link by %j', (after) => {
    expect(check('', after)).toBe('link');
  });

  it.each([
    ['fv.pdf'],
    ['FV_12_11_2026'],
    [4711],
    ['4711'],
    ['d41d8cd98f00b204e9800998ecf8427e'],
    ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['https://cdn.example/fv.pdf'],
    ['https://other.sellasist.pl/fv.pdf'],
    ['https://acme.sellasist.pl.evil.example/fv.pdf'],
    ['https://acme.sellasist.pl@evil.example/fv.pdf'],
    ['//evil.example/fv.pdf'],
    ['javascript:alert(1)'],
    [{ name: 'fv.pdf', size: 34 }],
    ['{broken json'],
  ])('is probably saved by %j, which cannot be judged', (after) => {
    expect(check('', after)).toBe('probable');
  });

  it.each([
    ['base64 of another PDF', OTHER],
    ['base64 of the base64', Buffer.from(OURS).toString('base64')],
    ['base64 of a text', Buffer.from('FV 12/11/2026').toString('base64')],
    ['base64 of a picture, which begins with a slash', JPEG],
    ['a part of ours', OURS.slice(0, -8)],
    ['a data URI of another PDF', `data:application/pdf;base64,${OTHER}`],
    ['a data URI of next to nothing', 'data:text/plain;base64,YWJj'],
    ['an object', { name: 'fv.pdf', content: OTHER }],
    ['another file behind an address', [{ url: '/f/1.pdf', content: OTHER }]],
  ])('is garbage when it holds %s', (_, after) => {
    expect(check('', after)).toBe('garbage');
  });

  it('is garbage when the write emptied it', () => {
    expect(check(OTHER, '')).toBe('garbage');
    expect(check(['/f/1.pdf'], [])).toBe('garbage');
  });

  it.each([
    ['', ''],
    ['', null],
    [undefined, []],
    [OTHER, OTHER],
    [['fv.pdf'], ['fv.pdf']],
    [
      { a: 'fv.pdf', b: 1 },
      { b: 1, a: 'fv.pdf' },
    ],
  ])('is unchanged from %j to %j', (before, after) => {
    expect(check(before, after)).toBe('unchanged');
  });

  it('is judged by what is new in it', () => {
    expect(check([OTHER], [OTHER, '/f/2.pdf'])).toBe('link');
    expect(check(['fv.pdf'], ['fv.pdf', 'fv.pdf'])).toBe('probable');
    expect(check('/f/1.pdf', '/f/2.pdf')).toBe('link');
  });

  it('is never verified by an empty PDF', () => {
    expect(verifyField('', '', new Uint8Array(), 'acme')).toBe('unchanged');
    expect(verifyField('', '=', new Uint8Array(), 'acme')).toBe('probable');
  });

  it('is read at megabytes, whatever they are', () => {
    const large = 'QUJD'.repeat(3_000_000);
    expect(check('', large)).toBe('garbage');
    expect(check('', `${large}!`)).toBe('probable');
    expect(check('', '='.repeat(1_000_000))).toBe('probable');
  });

  it('is read at any depth without end', () => {
    let deep: unknown = OURS;
    for (let at = 0; at < 100_000; at += 1) deep = [deep];
    expect(check('', deep)).toBe('probable');
  });
});
