import { describe, expect, it } from 'vitest';
import { checkBuyer } from '../../../utils/invoice/buyer.ts';
import type { Buyer } from '../../../utils/invoice/document.ts';
import { buyer } from './examples.ts';

const check = (changes: Partial<Buyer>) => checkBuyer(buyer(changes));
const codes = (changes: Partial<Buyer>) => check(changes).findings.map(({ code, path }) => `${code} @ ${path}`);

describe('a buyer with nothing wrong', () => {
  it('goes out as it is', () => {
    expect(checkBuyer(buyer())).toEqual({
      buyer: { ...buyer(), continuedName: '' },
      findings: [],
      remarks: [],
    });
  });

  it('needs neither a NIP nor a street nor an e-mail', () => {
    expect(check({ nip: '', street: '', email: '' })).toMatchObject({ findings: [], remarks: [] });
  });
});

describe("a buyer's field that iFirma limits (ifirma-api 2.5)", () => {
  it.each<[string, Partial<Buyer>, readonly string[]]>([
    ['no name', { name: '' }, ['buyer-name-missing @ buyer.name']],
    ['a name that nobody sees', { name: ' \u200b\u202e\u0000 ' }, ['buyer-name-missing @ buyer.name']],
    ['a name of 1 character', { name: 'X' }, []],
    ['a name of 150 characters', { name: 'x'.repeat(150) }, []],
    ['a name of 151 characters', { name: 'x'.repeat(151) }, []],
    ['a name of 300 characters', { name: 'x'.repeat(300) }, []],
    ['a name of 301 characters', { name: 'x'.repeat(301) }, ['buyer-name-too-long @ buyer.name']],
    ['a name of 10,000 characters', { name: 'x'.repeat(10_000) }, ['buyer-name-too-long @ buyer.name']],
    ['a street of 65 characters', { street: 'x'.repeat(65) }, []],
    ['a street of 66 characters', { street: 'x'.repeat(66) }, ['buyer-street-too-long @ buyer.street']],
    ['no city', { city: ' ' }, ['buyer-city-missing @ buyer.city']],
    ['a city of 65 characters', { city: 'x'.repeat(65) }, []],
    ['a city of 66 characters', { city: 'x'.repeat(66) }, ['buyer-city-too-long @ buyer.city']],
    ['no postcode', { postcode: '' }, ['buyer-postcode-missing @ buyer.postcode']],
    ['a right NIP', { nip: '123-456-32-18' }, []],
    ['a NIP with a wrong checksum', { nip: '123-456-32-19' }, ['buyer-nip-invalid @ buyer.nip']],
    ['a NIP of zeros', { nip: '000-000-00-00' }, ['buyer-nip-invalid @ buyer.nip']],
    ['a tax number of another country', { nip: 'DE123456789' }, ['buyer-nip-invalid @ buyer.nip']],
    ['no country', { country: null }, ['buyer-country-missing @ buyer.country']],
    ['another country', { country: 'DE', postcode: '10115' }, ['buyer-country-unsupported @ buyer.country']],
  ])('%s', (_title, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  it.each([
    [16, []],
    [17, ['buyer-postcode-invalid @ buyer.postcode']],
  ])('a postcode of another country with %i characters', (length, expected) => {
    const found = codes({ country: 'GB', postcode: 'x'.repeat(length) });
    expect(found.filter((finding) => finding.includes('postcode'))).toEqual(expected);
  });

  it('all that is wrong is said at once, in the order of the form', () => {
    const wrong = { name: '', street: 'x'.repeat(66), city: '', postcode: 'brak', country: null, nip: '1' };
    expect(codes(wrong)).toEqual([
      'buyer-name-missing @ buyer.name',
      'buyer-street-too-long @ buyer.street',
      'buyer-city-missing @ buyer.city',
      'buyer-country-missing @ buyer.country',
      'buyer-nip-invalid @ buyer.nip',
    ]);
    expect(codes({ ...wrong, country: 'PL' })).toContain('buyer-postcode-invalid @ buyer.postcode');
  });

  it.each<[keyof Buyer, string, string]>([
    ['nip', 'PL 123', 'buyer-nip-invalid'],
    ['country', 'DE', 'buyer-country-unsupported'],
    ['name', 'x'.repeat(301), 'buyer-name-too-long'],
    ['street', 'x'.repeat(66), 'buyer-street-too-long'],
    ['city', 'x'.repeat(66), 'buyer-city-too-long'],
    ['postcode', '123456', 'buyer-postcode-invalid'],
    ['postcode', '00-0012', 'buyer-postcode-invalid'],
  ])('a finding repeats what was typed as %s (%s), so that a person recognises it', (field, typed, code) => {
    expect(check({ [field]: typed }).findings).toEqual([{ code, path: `buyer.${field}`, params: { [field]: typed } }]);
  });
});

describe('a Polish postcode', () => {
  it.each([
    '00-001',
    '00001',
    '00 001',
    ' 00 - 001 ',
    '00–001',
    '00—001',
    '00\u2011001',
    '\u00a000-001',
    '00-001\u200b',
  ])('%j is 00-001', (postcode) => {
    expect(check({ postcode })).toMatchObject({ findings: [], buyer: { postcode: '00-001' } });
  });

  it.each(['000-01x', '1234', '123456', 'PL-00-001', '00-00O', '00.001', 'brak', '<b>00-001</b>'])(
    '%j is none',
    (postcode) => {
      expect(codes({ postcode })).toEqual(['buyer-postcode-invalid @ buyer.postcode']);
    },
  );

  it('of another country is left as it is', () => {
    expect(check({ country: 'GB', postcode: ' SW1A  1AA ' }).buyer.postcode).toBe('SW1A 1AA');
    expect(check({ country: 'DE', postcode: '10115' }).buyer.postcode).toBe('10115');
  });
});

describe('a name past 150 characters', () => {
  const split = (name: string) => {
    const { buyer: checked, remarks } = check({ name });
    return { parts: [checked.name, checked.continuedName], remarks: remarks.map(({ code }) => code) };
  };

  it('goes on in the second field between two words, and the preview says so', () => {
    const name = `${'Stowarzyszenie '.repeat(10)}Przyjaciół Łąk`;
    const { parts, remarks } = split(name);
    expect(parts).toEqual([`${'Stowarzyszenie '.repeat(10)}`.trim(), 'Przyjaciół Łąk']);
    expect(remarks).toEqual(['buyer-name-continued']);
  });

  it.each([
    ['a blank well before the limit', `${'x'.repeat(100)} ${'y'.repeat(60)}`, ['x'.repeat(100), 'y'.repeat(60)]],
    [
      'a word that ends right at the limit, and a blank before it',
      `${'x'.repeat(100)} ${'y'.repeat(49)} spółka`,
      [`${'x'.repeat(100)} ${'y'.repeat(49)}`, 'spółka'],
    ],
    ['a rest that just fits', `${'x'.repeat(140)} ${'y'.repeat(150)}`, ['x'.repeat(140), 'y'.repeat(150)]],
    ['no blank to break at', 'x'.repeat(160), ['x'.repeat(150), 'x'.repeat(10)]],
    ['a word that ends right at the limit', `${'x'.repeat(150)} spółka`, ['x'.repeat(150), 'spółka']],
    ['a blank too early to break at', `Jan ${'x'.repeat(156)}`, [`Jan ${'x'.repeat(146)}`, 'x'.repeat(10)]],
    [
      'a blank so early that half of the first field would be empty',
      `Jan ${'x'.repeat(148)}`,
      [`Jan ${'x'.repeat(146)}`, 'xx'],
    ],
    ['a blank right after the first half', `${'x'.repeat(76)} ${'y'.repeat(100)}`, ['x'.repeat(76), 'y'.repeat(100)]],
    [
      'a blank at the end of the first half',
      `${'x'.repeat(75)} ${'y'.repeat(100)}`,
      [`${'x'.repeat(75)} ${'y'.repeat(74)}`, 'y'.repeat(26)],
    ],
    ['an emoji on the limit', `${'x'.repeat(149)}🎁${'y'.repeat(9)}`, ['x'.repeat(149), `🎁${'y'.repeat(9)}`]],
    ['an emoji right before it', `${'x'.repeat(148)}🎁${'y'.repeat(10)}`, [`${'x'.repeat(148)}🎁`, 'y'.repeat(10)]],
  ])('with %s', (_title, name, parts) => {
    expect(split(name).parts).toEqual(parts);
  });

  it('is said with the whole name', () => {
    expect(check({ name: 'x'.repeat(160) }).remarks).toEqual([
      { code: 'buyer-name-continued', params: { name: 'x'.repeat(160) } },
    ]);
  });

  it('is no name of 150, which stays whole wherever its blanks are', () => {
    const name = `${'x'.repeat(100)} ${'y'.repeat(49)}`;
    expect(name).toHaveLength(150);
    expect(split(name)).toEqual({ parts: [name, ''], remarks: [] });
  });

  it('has no blank at the border of the two fields, even when it is too long for both', () => {
    const { parts } = split(`${'x'.repeat(149)} ${'y'.repeat(151)}`);
    expect(parts).toEqual(['x'.repeat(149), 'y'.repeat(151)]);
  });

  it('breaks inside a word rather than not fit into the two fields', () => {
    const name = `${'x'.repeat(140)} ${'y'.repeat(159)}`;
    expect(name).toHaveLength(300);
    expect(check({ name }).findings).toEqual([]);
    expect(split(name).parts).toEqual([`${'x'.repeat(140)} ${'y'.repeat(9)}`, 'y'.repeat(150)]);
  });

  it('is never cut through an emoji, wherever the limit falls', () => {
    for (let before = 140; before <= 152; before += 1) {
      const { parts } = split(`${'x'.repeat(before)}${'👩‍👧'.repeat(4)}${'y'.repeat(20)}`);
      expect(parts.join('').isWellFormed()).toBe(true);
      expect(parts.every((part) => part.isWellFormed() && part.length <= 150)).toBe(true);
    }
  });
});

describe('an e-mail address', () => {
  it.each(['a@b.pl', ' klient@example.com ', `${'x'.repeat(53)}@example.com`])('%j is sent', (email) => {
    expect(check({ email })).toMatchObject({ remarks: [], buyer: { email: email.trim() } });
  });

  it.each([
    `${'x'.repeat(54)}@example.com`,
    'klient',
    'klient@localhost',
    'a b@example.com',
    'a@b@example.com',
    '<b>@example.com',
    '"x"@example.com',
    'klient@example.com"',
    'klient@example.com>,inny@example.com',
    'a@example.com\u0000',
    'a\u202e@example.com',
    'a@exa\u200bmple.com',
  ])('%j is left out, and the preview says so: it is no reason to stop an invoice', (email) => {
    expect(check({ email })).toMatchObject({
      findings: [],
      remarks: [{ code: 'email-left-out', params: { email } }],
      buyer: { email: '' },
    });
  });

  it('of 65 characters fits, of 66 it does not', () => {
    expect(`${'x'.repeat(53)}@example.com`).toHaveLength(65);
  });
});

describe('hostile text of a buyer', () => {
  it('arrives as one plain line in every field', () => {
    const { buyer: checked } = check({
      name: '<img src=x onerror=alert(1)>\u202eEvil\u0000\nCorp',
      street: 'ul. Zła\r\n1\u2066',
      city: 'Łódź\u0007\tMiasto',
    });
    expect(checked).toMatchObject({
      name: '<img src=x onerror=alert(1)>Evil Corp',
      street: 'ul. Zła 1',
      city: 'Łódź Miasto',
    });
  });
});
