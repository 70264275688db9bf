// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Options } from '../../../../components/options/options.tsx';
import { EMPTY_SERIES } from '../../../../utils/invoice/series.ts';
import type { AccountView } from '../../../../utils/messages/index.ts';
import { account, dictionaries, series } from './examples.ts';
import {
  type Answers,
  all,
  click,
  descriptionOf,
  inputOf,
  mount,
  nameOf,
  ok,
  one,
  press,
  type Screen,
  soon,
  unmount,
  until,
} from './screen.tsx';

const show = (accounts: readonly AccountView[], more: Answers = {}): Promise<Screen> =>
  mount(<Options />, {
    'account.list': () => ok(accounts),
    'series.save': (asked) => ok({ ...(accounts[0] ?? account()), series: asked.series, revision: asked.revision + 1 }),
    dictionaries: () => ok(dictionaries()),
    ...more,
  });

/** A series that nothing was said about. */
const fresh = (): AccountView => account({ series: {} });

const inGroup = (name: string) => soon('group', name);
const choose = async (group: HTMLElement, name: string, value: string): Promise<void> => {
  const select = one('combobox', name, group) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => expect(select.value).toBe(value));
};
const write = async (group: HTMLElement, name: string, text: string): Promise<void> => {
  const input = one('textbox', name, group) as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await until(() => expect(input.value).toBe(text));
};

beforeEach(() => {
  location.hash = '#series';
});
afterEach(unmount);

test('each series of the account is a group under its own name, after the account', async () => {
  await show([account({ seriesIds: ['1', '2'], series: {} })]);
  await inGroup('FV');
  expect(all('combobox').map(nameOf)[0]).toBe('Konto');
  expect(all('group').map(nameOf)).toEqual(['FV', 'KOR']);
});

test('a complete series is one line that says what it becomes; Edytuj opens it', async () => {
  await show([account()]);
  const group = await inGroup('FV');
  expect(group.textContent).toContain('faktura krajowa · numeruje iFirma');
  expect(all('combobox', undefined, group)).toEqual([]);
  await press('button', 'Edytuj', group);
  expect(all('combobox', undefined, group).map(nameOf)).toEqual(['Rodzaj w iFirma', 'KSeF']);
  expect(all('radio', undefined, one('radiogroup', 'Kto nadaje numer', group)).map(nameOf)).toEqual([
    'iFirma',
    'Sellasist',
  ]);
  expect(all('textbox', undefined, group).map(nameOf)).toEqual(['Seria w iFirma', 'Szablon w iFirma']);
  expect(all('checkbox', undefined, group).map(nameOf)).toEqual(['Dokument OSS']);
});

describe('a series of corrections', () => {
  const corrections = (more: Parameters<typeof series>[0] = {}) =>
    account({ seriesIds: ['2'], series: { '2': series({ kind: 'correction', ...more }) } });

  const savedBy = (screen: Screen): object => {
    const { series: saved } = screen.askedFor('series.save').at(-1) as unknown as { series: Record<string, object> };
    return saved['2'] ?? {};
  };

  test('has a default reason, chosen in words; what is not chosen is not stored', async () => {
    const screen = await show([corrections()]);
    const group = await inGroup('KOR');
    expect(group.textContent).toContain('korekta faktury');
    await press('button', 'Edytuj', group);
    const reason = one('combobox', 'Domyślny powód korekty', group) as HTMLSelectElement;
    expect([...reason.options].map(({ text }) => text)).toEqual([
      'dobiera Mostek',
      'obowiązkowy rabat',
      'zwrot towaru',
      'zwrot nienależnej kwoty',
      'zwrot zaliczki',
      'podwyższenie ceny',
      'pomyłka w cenie, stawce albo pozycji',
    ]);
    await choose(group, 'Domyślny powód korekty', 'ZWR_NAB_KWOT');
    await press('button', 'Zapisz');
    await until(() => expect(screen.askedFor('series.save')).toHaveLength(1));
    expect(savedBy(screen)).toMatchObject({ correctionReason: 'ZWR_NAB_KWOT' });
    await choose(group, 'Domyślny powód korekty', '');
    await press('button', 'Zapisz');
    await until(() => expect(screen.askedFor('series.save')).toHaveLength(2));
    expect(savedBy(screen)).not.toHaveProperty('correctionReason');
  });

  test('says its default in its line', async () => {
    await show([corrections({ correctionReason: 'ZWR_SPRZ_TOW' })]);
    expect((await inGroup('KOR')).textContent).toContain('korekta faktury · domyślnie: zwrot towaru');
  });

  test('is asked of no other series', async () => {
    await show([account()]);
    const group = await inGroup('FV');
    await press('button', 'Edytuj', group);
    expect(all('combobox', 'Domyślny powód korekty', group)).toEqual([]);
  });
});

describe('an incomplete series', () => {
  test('stands open, with a word beside its name and a sentence naming what is missing', async () => {
    await show([fresh()]);
    const group = await inGroup('FV');
    expect(group.textContent).toContain('Niekompletna');
    expect(group.textContent).toContain('Do uzupełnienia: Rodzaj w iFirma.');
    expect(one('combobox', 'Rodzaj w iFirma', group).getAttribute('aria-invalid')).toBe('true');
  });

  test('asks who gives the number without an answer of its own, and each answer says what follows', async () => {
    await show([fresh()]);
    const group = await inGroup('FV');
    await choose(group, 'Rodzaj w iFirma', 'domestic');
    const question = await soon('radiogroup', 'Kto nadaje numer', group);
    expect(question.getAttribute('aria-invalid')).toBe('true');
    expect(all('radio', undefined, question).map((radio) => (radio as HTMLInputElement).checked)).toEqual([
      false,
      false,
    ]);
    expect(group.textContent).toContain('Do uzupełnienia: Kto nadaje numer.');
    expect(descriptionOf(one('radio', 'iFirma', question))).toContain('trafi do uwag');
    expect(descriptionOf(one('radio', 'Sellasist', question))).toContain('nie może wtedy korzystać nic innego');
    await click(one('radio', 'iFirma', question));
    await until(() => expect(group.textContent).not.toContain('Niekompletna'));
    expect(question.hasAttribute('aria-invalid')).toBe(false);
    // It stays open under the hands of the person.
    one('combobox', 'Rodzaj w iFirma', group);
  });

  test('can be saved, and still says what is missing', async () => {
    const screen = await show([fresh()]);
    const group = await inGroup('FV');
    await choose(group, 'Rodzaj w iFirma', 'domestic');
    await press('button', 'Zapisz');
    await until(() => expect(one('status').textContent).toBe('Zapisano'));
    expect(screen.askedFor('series.save')).toEqual([
      { type: 'series.save', accountId: 'a1', revision: 3, series: { '1': { ...EMPTY_SERIES, kind: 'domestic' } } },
    ]);
    expect(group.textContent).toContain('Do uzupełnienia: Kto nadaje numer.');
  });
});

describe('a series of iFirma that two series use', () => {
  const SHARED = /korzysta też inna seria tego konta/;
  const two = (own: string, other: string) =>
    account({
      seriesIds: ['1', '2'],
      series: {
        '1': series({ numbering: 'sellasist', pattern: 'FV/{numer}/{miesiąc}/{rok}', ifirmaSeries: own }),
        '2': series({ ifirmaSeries: other }),
      },
    });

  test('of which one keeps numbers is said at the field of both, which stand open', async () => {
    await show([two('', '')]);
    for (const name of ['FV', 'KOR']) {
      const field = one('textbox', 'Seria w iFirma', await inGroup(name));
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(descriptionOf(field)).toMatch(SHARED);
    }
    await write(await inGroup('FV'), 'Seria w iFirma', 'Sellasist');
    await until(() => expect(document.body.textContent).not.toMatch(SHARED));
  });

  test('is saved all the same: it is the documents that wait', async () => {
    const screen = await show([two('Sklep', 'sklep')]);
    await press('button', 'Zapisz');
    await until(() => expect(one('status').textContent).toBe('Zapisano'));
    expect(screen.askedFor('series.save')).toHaveLength(1);
  });

  test('is nothing to speak of while the names differ', async () => {
    await show([two('Sklep', '')]);
    await inGroup('FV');
    expect(document.body.textContent).not.toMatch(SHARED);
    expect(all('textbox')).toEqual([]);
  });
});

describe('the pattern of the numbers', () => {
  const keeping = (pattern: string) => account({ series: { '1': series({ numbering: 'sellasist', pattern }) } });

  test('is asked for only where Sellasist gives the number, and shows by example what is read', async () => {
    await show([fresh()]);
    const group = await inGroup('FV');
    await choose(group, 'Rodzaj w iFirma', 'domestic');
    await press('radio', 'iFirma', group);
    expect(all('textbox', 'Wzór numeru', group)).toEqual([]);
    await press('radio', 'Sellasist', group);
    const field = await soon('textbox', 'Wzór numeru', group);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await write(group, 'Wzór numeru', 'FV/{numer}/{miesiąc}/{rok}');
    await until(() => expect(group.textContent).toContain('FV/12/11/2026 → numer 12'));
    expect(field.hasAttribute('aria-invalid')).toBe(false);
  });

  test('can be made from a number that was pasted', async () => {
    await show([keeping('FV/37/11/2026')]);
    const group = await inGroup('FV');
    await press('button', 'Użyj tego wzoru', group);
    expect(inputOf('textbox', 'Wzór numeru').value).toBe('FV/{numer}/{miesiąc}/{rok}');
    await until(() => expect(group.textContent).toContain('FV/12/11/2026 → numer 12'));
  });

  test('that no number can be read by is red and gives no example', async () => {
    await show([keeping('FV/{numer}/{kwartał}')]);
    const group = await inGroup('FV');
    expect(one('textbox', 'Wzór numeru', group).getAttribute('aria-invalid')).toBe('true');
    expect(group.textContent).not.toContain('→ numer');
  });
});

test('a series that is not sent asks for nothing more', async () => {
  await show([fresh()]);
  const group = await inGroup('FV');
  await choose(group, 'Rodzaj w iFirma', 'none');
  await until(() => expect(group.textContent).not.toContain('Niekompletna'));
  expect(all('radiogroup', undefined, group)).toEqual([]);
  expect(all('textbox', undefined, group)).toEqual([]);
  expect(all('checkbox', undefined, group)).toEqual([]);
});

test('corrections say that iFirma numbers them and that they are not sent yet', async () => {
  await show([fresh()]);
  const group = await inGroup('FV');
  await choose(group, 'Rodzaj w iFirma', 'correction');
  await until(() =>
    expect(descriptionOf(one('combobox', 'Rodzaj w iFirma', group))).toMatch(
      /zawsze numeruje iFirma\. Korektę wyślesz z jej karty/,
    ),
  );
  expect(all('radiogroup', undefined, group)).toEqual([]);
  expect(all('textbox', undefined, group).map(nameOf)).toEqual(['Seria w iFirma', 'Szablon w iFirma']);
});

test('KSeF is off at first; where it is on, a sentence warns of a second sending, and „nie” is stored as before', async () => {
  const screen = await show([account()]);
  const group = await inGroup('FV');
  await press('button', 'Edytuj', group);
  const field = one('combobox', 'KSeF', group) as HTMLSelectElement;
  expect([...field.options].map(({ textContent }) => textContent)).toEqual([
    'nie',
    'ręcznie',
    'automatycznie (firmy)',
    'automatycznie (wszystkie)',
  ]);
  expect(field.value).toBe('off');
  expect(descriptionOf(field)).not.toContain('wyłączyć');
  await choose(group, 'KSeF', 'companies');
  await until(() =>
    expect(descriptionOf(one('combobox', 'KSeF', group))).toContain('jedną z tych wysyłek trzeba wyłączyć'),
  );
  await press('button', 'Zapisz');
  await until(() => expect(screen.askedFor('series.save')[0]?.series).toEqual({ '1': series({ ksef: 'companies' }) }));
  await choose(group, 'KSeF', 'off');
  await press('button', 'Zapisz');
  await until(() => expect(screen.askedFor('series.save')[1]?.series).toEqual({ '1': series() }));
});

test('OSS says that such sales are stopped', async () => {
  await show([account({ series: { '1': series({ oss: true }) } })]);
  const group = await inGroup('FV');
  expect(group.textContent).toContain('OSS: zatrzymywana');
  await press('button', 'Edytuj', group);
  expect(descriptionOf(one('checkbox', 'Dokument OSS', group))).toContain('zatrzyma jej dokumenty');
});

test('a name that is too long for iFirma is said at its field, opened for it, and not saved', async () => {
  const screen = await show([account()]);
  const group = await inGroup('FV');
  await press('button', 'Edytuj', group);
  await write(group, 'Seria w iFirma', 'x'.repeat(51));
  await press('button', 'Zwiń', group);
  await press('button', 'Zapisz');
  const field = await soon('textbox', 'Seria w iFirma', group);
  await until(() => expect(descriptionOf(field)).toContain('Najwyżej 50 znaków, jest 51.'));
  await until(() => expect(document.activeElement).toBe(field));
  expect(screen.askedFor('series.save')).toEqual([]);
});

test('a save keeps what stands of series that are not the account’s at the moment', async () => {
  const away = series({ template: 'dawny' });
  const screen = await show([account({ series: { '1': series(), '9': away } })]);
  const group = await inGroup('FV');
  await press('button', 'Edytuj', group);
  await write(group, 'Szablon w iFirma', ' logo ');
  await press('button', 'Zapisz');
  await until(() =>
    expect(screen.askedFor('series.save')[0]?.series).toEqual({ '1': series({ template: 'logo' }), '9': away }),
  );
});

test('among many series only some of the incomplete ones stand open', async () => {
  const seriesIds = Array.from({ length: 200 }, (_, nth) => String(nth + 100));
  await show([account({ seriesIds, series: {} })]);
  await inGroup('Seria 299');
  expect(all('combobox', 'Rodzaj w iFirma').length).toBeLessThanOrEqual(12);
  expect((await inGroup('Seria 299')).textContent).toContain('Do uzupełnienia: Rodzaj w iFirma.');
});

test('a series that is gone from the panel says so, and without the lists nothing is called gone', async () => {
  await show([account({ seriesIds: ['77'], series: { '77': series() } })]);
  expect((await inGroup('Seria 77')).textContent).toContain('Nie ma jej już w panelu');
  await show([account()], { dictionaries: () => ({ ok: false, reason: { code: 'sellasist-key', params: {} } }) });
  expect((await inGroup('Seria 1')).textContent).not.toContain('Nie ma jej już');
});

test('a series of receipts says that receipts are not sent', async () => {
  await show([account({ seriesIds: ['3'], series: {} })]);
  expect((await inGroup('PAR')).textContent).toContain('Mostek nie wysyła paragonów');
});

test('an account without a series leads to where series are given to it', async () => {
  await show([account({ seriesIds: [], series: {} })]);
  expect((await soon('link', 'Przejdź do kont')).getAttribute('href')).toBe('#accounts');
});
