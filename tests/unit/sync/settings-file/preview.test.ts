import { describe, expect, it } from 'vitest';
import { erplinkOf } from '../../../../utils/store/facts.ts';
import {
  account,
  edited,
  everything,
  exported,
  FULL_ACCOUNT,
  fullInstallation,
  imported,
  install,
  type Loose,
  OTHER_ACCOUNT,
  previewed,
  put,
  THIRD_ACCOUNT,
  WITH_KEYS,
} from './installation.ts';

describe('a preview', () => {
  it('names what would be different, by path and in JSON, and writes nothing', async () => {
    const installation = await fullInstallation();
    const { text } = await exported(installation);
    const before = await everything(installation);
    const other = edited(text, (file) => {
      file.erplink.demo = true;
      const full = file.accounts.find((each: Loose) => each.name === FULL_ACCOUNT.name);
      full.tax.flatRate = 'none';
      full.settings.unit = 'szt.';
      full.settings.zeroVat = null;
      full.settings.dueDate = { from: 'none' };
      full.seriesIds = ['1', '2', '11'];
      full.series['1'].kind = 'none';
      delete full.series['2'];
      full.series['11'] = { ...FULL_ACCOUNT.series['2'] };
      full.settings.orderSeriesId = '11';
      full.payments = { '3': 'PRZ', '30': 'KAR', pobranie: 'POB' };
    });
    const preview = await previewed(installation, other);
    expect(preview).toMatchObject({ exportedOn: '2026-11-22', hasSecrets: false, untouched: [] });
    expect(preview.general).toEqual([{ path: 'erplink.demo', from: 'false', to: 'true' }]);
    expect(preview.accounts.map(({ name, kind }) => [name, kind])).toEqual([
      ['Druga seria', 'same'],
      [FULL_ACCOUNT.name, 'changed'],
      ['Inny panel', 'same'],
    ]);
    const changes = preview.accounts.flatMap((each) => each.changes);
    expect(changes.map(({ path, from, to }) => [path, from, to])).toEqual([
      ['tax.flatRate', '"0.03"', '"none"'],
      ['seriesIds', '["1","2","10"]', '["1","2","11"]'],
      ['series.1.kind', '"domestic"', '"none"'],
      ['series.2.kind', '"domestic"', null],
      ['series.2.ifirmaSeries', '""', null],
      ['series.2.template', '""', null],
      ['series.2.numbering', '"ifirma"', null],
      ['series.2.pattern', '""', null],
      ['series.2.oss', 'false', null],
      ['series.11.kind', null, '"domestic"'],
      ['series.11.ifirmaSeries', null, '""'],
      ['series.11.template', null, '""'],
      ['series.11.numbering', null, '"ifirma"'],
      ['series.11.pattern', null, '""'],
      ['series.11.oss', null, 'false'],
      ['settings.zeroVat', '"exempt"', 'null'],
      ['settings.unit', '"kpl."', '"szt."'],
      ['settings.orderSeriesId', '"2"', '"11"'],
      ['settings.dueDate', '{"days":14,"from":"sale"}', '{"from":"none"}'],
      ['payments.3', '"P24"', '"PRZ"'],
      ['payments.20', '"KAR"', null],
      ['payments.30', null, '"KAR"'],
    ]);
    expect(await everything(installation)).toEqual(before);
  });

  it('shows of a new account what a fresh one would not have', async () => {
    const from = await install();
    await put(from, [account({ settings: { ...account().settings, unit: 'kpl.' } })]);
    const preview = await previewed(await install(), (await exported(from)).text);
    expect(preview.accounts).toEqual([
      {
        name: 'Sklep',
        panel: 'demo',
        login: 'sklep@example.com',
        kind: 'new',
        changes: [
          { path: 'name', from: null, to: '"Sklep"' },
          { path: 'seriesIds', from: null, to: '["1"]' },
          { path: 'settings.unit', from: null, to: '"kpl."' },
          { path: 'payments.3', from: null, to: '"PRZ"' },
        ],
      },
    ]);
  });

  it('is not misled by an id that is called like something every object has', async () => {
    const installation = await install();
    await put(installation, [account()]);
    const text = edited((await exported(installation)).text, (file) => {
      file.accounts[0].payments.toString = 'KAR';
    });
    const preview = await previewed(installation, text);
    expect(preview.accounts[0]?.changes).toEqual([{ path: 'payments.toString', from: null, to: '"KAR"' }]);
  });

  it('names the keys that come along, and never a value of one', async () => {
    const from = await fullInstallation();
    const preview = await previewed(from, (await exported(from, WITH_KEYS)).text);
    expect(preview.hasSecrets).toBe(true);
    expect(preview.accounts.map(({ changes }) => changes)).toEqual([
      [{ path: 'secrets.sellasist', from: null, to: null }],
      ['sellasist', 'faktura', 'abonent', 'rachunek'].map((name) => ({
        path: `secrets.${name}`,
        from: null,
        to: null,
      })),
      ['sellasist', 'faktura'].map((name) => ({ path: `secrets.${name}`, from: null, to: null })),
    ]);
  });

  it('leaves an answer that is here where the file has none', async () => {
    const from = await install();
    await put(from, [account()]);
    const { text } = await exported(from);
    const to = await install();
    await put(to, [account()]);
    await to.store.facts.set(erplinkOf('demo'), true);
    expect((await previewed(to, text)).general).toEqual([]);
    await imported(to, text);
    expect(await to.store.facts.get(erplinkOf('demo'))).toBe(true);
  });

  it('gives each panel its own answer about Erplink, and leaves that of a panel of which the file says nothing', async () => {
    const from = await fullInstallation();
    const text = edited((await exported(from)).text, (file) => {
      expect(file.erplink).toEqual({ demo: false, inny: true });
      delete file.erplink.inny;
      delete file.rules;
    });
    const to = await install();
    await put(to, [OTHER_ACCOUNT]);
    await to.store.facts.set(erplinkOf('inny'), false);
    expect((await previewed(to, text)).general).toEqual([
      { path: 'erplink.demo', from: null, to: 'false' },
      { path: 'language', from: '"pl"', to: '"en"' },
    ]);
    expect(await imported(to, text)).toMatchObject({ ok: true });
    const answers = await to.store.facts.getAll(['demo', 'inny'].map(erplinkOf));
    expect(answers).toEqual([false, false]);
  });
});

describe('an account of a file', () => {
  it('is the one here with its panel and login; every other one is new, or stays', async () => {
    const from = await install();
    await put(from, [account({ name: 'Z pliku' }), account({ id: 'b', login: 'inny@example.com', seriesIds: [] })]);
    const to = await install();
    await put(to, [account({ name: 'Tutaj' }), account({ id: 'c', panel: 'trzeci', name: 'Zostaje' })]);
    const { text } = await exported(from);
    const preview = await previewed(to, text);
    expect(preview.accounts.map(({ name, kind }) => [name, kind])).toEqual([
      ['Sklep', 'new'],
      ['Z pliku', 'changed'],
    ]);
    expect(preview.untouched).toEqual(['Zostaje']);
    await imported(to, text);
    const names = (await to.store.accounts.all()).map(({ id, name }) => [id, name]);
    expect(names).toHaveLength(3);
    expect(names).toEqual(
      expect.arrayContaining([
        ['konto-1', 'Z pliku'],
        ['c', 'Zostaje'],
      ]),
    );
  });

  it('of several with one login goes to the one with a series in common, whatever the names and the order', async () => {
    const from = await install();
    await put(from, [
      account({ id: 'x', name: 'A', seriesIds: ['2', '5'] }),
      account({ id: 'y', name: 'B', seriesIds: ['1'] }),
    ]);
    const to = await install();
    await put(to, [
      account({ id: 'p', name: 'A', seriesIds: ['1'] }),
      account({ id: 'q', name: 'B', seriesIds: ['2'] }),
    ]);
    await imported(to, (await exported(from)).text);
    expect((await to.store.accounts.all()).map(({ id, name, seriesIds }) => [id, name, seriesIds])).toEqual([
      ['p', 'B', ['1']],
      ['q', 'A', ['2', '5']],
    ]);
  });

  it('may take a series from another one of the same file', async () => {
    const installation = await install();
    await put(installation, [account(), account({ id: 'b', login: 'b@example.com', seriesIds: ['2'] })]);
    const { text } = await exported(installation);
    const swapped = edited(text, (file) => {
      [file.accounts[0].seriesIds, file.accounts[1].seriesIds] = [
        file.accounts[1].seriesIds,
        file.accounts[0].seriesIds,
      ];
    });
    expect(await imported(installation, swapped)).toMatchObject({ ok: true });
    expect((await installation.store.accounts.all()).map(({ id, seriesIds }) => [id, seriesIds])).toEqual([
      ['b', ['1']],
      ['konto-1', ['2']],
    ]);
  });

  it('that stays as it is is not written', async () => {
    const installation = await fullInstallation();
    const { text } = await exported(installation);
    const before = await everything(installation);
    expect(await imported(installation, text)).toMatchObject({ ok: true });
    expect(await everything(installation)).toEqual(before);
  });

  it('keeps its pause and what the worker has learnt, and counts the save', async () => {
    const installation = await install();
    await put(installation, [account()]);
    await installation.store.accounts.change('konto-1', (stored) => ({
      ...stored,
      pausedBy: 'kod-403',
      fileForm: 'raw',
    }));
    const renamed = edited((await exported(installation)).text, (file) => {
      file.accounts[0].name = 'Nowa nazwa';
    });
    await imported(installation, renamed);
    expect(await installation.store.accounts.get('konto-1')).toMatchObject({
      name: 'Nowa nazwa',
      pausedBy: 'kod-403',
      fileForm: 'raw',
      revision: 2,
    });
  });
});

describe('a series that two accounts would own', () => {
  const orders = (id: string) => ({
    settings: { ...account().settings, orderSeriesId: id },
    series: {
      [id]: { kind: 'domestic', ifirmaSeries: '', template: '', numbering: 'ifirma', pattern: '', oss: false } as const,
    },
  });

  it.each([
    ['both of the file', [account(), account({ id: 'b', login: 'b@example.com', seriesIds: ['2'] })], []],
    ['one of the file, one that is here', [account({ login: 'b@example.com' })], [account({ name: 'Tutaj' })]],
  ])('is refused: %s', async (_what, inFile, isHere) => {
    const [from, to] = await Promise.all([install(), install()]);
    await put(from, inFile);
    await put(to, isHere);
    const text = edited((await exported(from)).text, (file) => {
      for (const each of file.accounts) each.seriesIds = ['4', '1'];
    });
    const before = await everything(to);
    const taken = {
      ok: false,
      problem: 'series-taken',
      path: `accounts.${inFile.length - 1}.seriesIds.${inFile.length === 2 ? 0 : 1}`,
    };
    expect(await to.files.preview(text)).toEqual(taken);
    expect(await to.files.import(text, '', null)).toMatchObject({ ok: false });
    expect(await everything(to)).toEqual(before);
  });

  it('is one of each where the panels differ', async () => {
    const from = await install();
    await put(from, [FULL_ACCOUNT, OTHER_ACCOUNT, THIRD_ACCOUNT]);
    expect(await imported(await install(), (await exported(from)).text)).toMatchObject({ ok: true });
  });

  it.each([
    ['both of the file', [account(orders('1')), account({ id: 'b', login: 'b@example.com', seriesIds: ['2'] })], []],
    [
      'one of the file, one that is here',
      [account({ ...orders('1'), login: 'b@example.com' })],
      [account({ seriesIds: ['2'], ...orders('2') })],
    ],
  ])('so is a second account that issues a panel’s orders without a document: %s', async (_what, inFile, isHere) => {
    const [from, to] = await Promise.all([install(), install()]);
    await put(from, inFile);
    await put(to, isHere);
    const text = edited((await exported(from)).text, (file) => {
      for (const each of file.accounts) each.settings.orderSeriesId = each.seriesIds[0];
    });
    const path = `accounts.${inFile.length - 1}.settings.orderSeriesId`;
    expect(await to.files.preview(text)).toEqual({ ok: false, problem: 'series-taken', path });
  });
});
