import { describe, expect, it } from 'vitest';
import { SETTINGS_FILE_MOST } from '../../../../utils/messages/index.ts';
import {
  account,
  edited,
  everything,
  exported,
  FILE_PASSPHRASE,
  fullInstallation,
  type Installation,
  imported,
  install,
  type Loose,
  previewed,
  put,
  WITH_KEYS,
} from './installation.ts';

const good = fullInstallation().then((installation) => exported(installation, WITH_KEYS));

/** Refused by the preview and by the import, and nothing is different afterwards. */
async function refusal(installation: Installation, text: string): Promise<readonly [problem: string, path: string]> {
  const before = await everything(installation);
  const reply = await installation.files.preview(text);
  expect(await installation.files.import(text, '0'.repeat(64), FILE_PASSPHRASE)).toEqual(reply);
  expect(await everything(installation)).toEqual(before);
  if (reply.ok) throw new Error('not refused');
  return [reply.problem, reply.path];
}

describe('a file that cannot be read', () => {
  it.each([
    ['empty', () => '', 'not-json'],
    ['cut in the middle', (text: string) => text.slice(0, text.length / 2), 'not-json'],
    ['with something behind it', (text: string) => `${text}}`, 'not-json'],
    ['no JSON at all', () => '%PDF-1.7', 'not-json'],
    ['another program’s', () => '{"accounts":[]}', 'not-settings'],
    ['a list', (text: string) => `[${text}]`, 'not-settings'],
    ['null', () => 'null', 'not-settings'],
    ['a text', () => '"mostek"', 'not-settings'],
    ['of 50 MB', () => ' '.repeat(50_000_000), 'too-large'],
    ['one character too long', (text: string) => text.padEnd(SETTINGS_FILE_MOST + 1), 'too-large'],
    ['of a version before the first', (text: string) => text.replace('"version": 1', '"version": 0'), 'older'],
    ['of a later version', (text: string) => text.replace('"version": 1', '"version": 2'), 'newer'],
    ['of a later version, of which nothing is known', () => '{"mostek":"settings","version":9,"new":[[[]]]}', 'newer'],
  ])('%s is refused: %s', async (_what, change, problem) => {
    const { text } = await good;
    expect(await refusal(await fullInstallation(), change(text))).toEqual([problem, '']);
  });

  it('as long as may be is read, and so is one with a byte order mark', async () => {
    const { text } = await good;
    const installation = await install();
    expect(await previewed(installation, text.padEnd(SETTINGS_FILE_MOST))).toMatchObject({ hasSecrets: true });
    expect(await previewed(installation, `\uFEFF${text}`)).toMatchObject({ hasSecrets: true });
  });

  it.each([
    ['lists', '['.repeat(100_000), ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000), `1${'}'.repeat(100_000)}`],
  ])('100,000 %s deep is refused in no time, alone and within a good one', async (_what, open, close) => {
    const { text } = await good;
    const installation = await install();
    const started = performance.now();
    expect(await refusal(installation, `${open}${close}`)).toEqual(['not-settings', '']);
    const deep = text.replace('"payments": {', `"payments": ${open}${close}, "x": {`);
    const [problem, path] = await refusal(installation, deep);
    expect(problem).toBe('invalid');
    expect(path).toMatch(/^accounts\.0\.payments\./);
    expect(path.length).toBeLessThan(100);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each([
    [
      'accounts',
      (file: Loose) => {
        file.accounts = Array(900_000).fill(0);
      },
      'accounts',
    ],
    [
      'series of an account',
      (file: Loose) => {
        file.accounts[1].seriesIds = Array(201).fill('1');
      },
      'accounts.1.seriesIds',
    ],
    [
      'payment methods',
      (file: Loose) => {
        file.accounts[1].payments = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`m${at}`, 'PRZ']));
      },
      'accounts.1.payments',
    ],
    [
      'series with settings',
      (file: Loose) => {
        const [of] = Object.values(file.accounts[1].series);
        file.accounts[1].series = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`s${at}`, of]));
      },
      'accounts.1.series',
    ],
    [
      'accounts, all of them good',
      (file: Loose) => {
        file.accounts = Array.from({ length: 1_001 }, (_, at) => ({
          ...file.accounts[0],
          login: `a${at}`,
          seriesIds: [],
        }));
      },
      'accounts',
    ],
  ])('with too many %s is refused', async (_what, edit, path) => {
    expect(await refusal(await install(), edited((await good).text, edit))).toEqual(['invalid', path]);
  });
});

/** Every object of a file, by its path. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : [path];
  return [...own, ...Object.entries(value).flatMap(([name, each]) => places(each, [...path, name]))];
}

describe('a name that leads into the program itself', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s is refused at every place of a file', async (name) => {
    const { text } = await good;
    const installation = await install();
    const all = places(JSON.parse(text));
    expect(all.length).toBeGreaterThan(15);
    for (const path of all) {
      const hostile = edited(text, (file) => {
        const target = path.reduce((at, step) => at[step], file);
        Object.defineProperty(target, name, { value: { polluted: true }, enumerable: true });
      });
      expect(hostile).toContain('polluted');
      expect(await refusal(installation, hostile)).toEqual(['unsafe', [...path, name].join('.')]);
    }
    expect('polluted' in {}).toBe(false);
  });

  it('is refused however it is spelt, and where nobody would look', async () => {
    const installation = await install();
    expect(await refusal(installation, '{"\\u005f_proto__":{"mostek":"settings"}}')).toEqual(['unsafe', '__proto__']);
    expect(await refusal(installation, '[[{"a":[{"constructor":1}]}]]')).toEqual(['unsafe', '0.0.a.0.constructor']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('%s is no id either', async (name) => {
    const text = edited((await good).text, (file) => {
      file.accounts[0].seriesIds = [name];
    });
    expect(await refusal(await install(), text)).toEqual(['invalid', 'accounts.0.seriesIds.0']);
  });
});

describe('a value that no form could have saved', () => {
  const first = (edit: (account: Loose) => void) => (file: Loose) => edit(file.accounts[1]);
  const CASES: readonly (readonly [what: string, edit: (file: Loose) => void, path: string])[] = [
    [
      'a wrong type',
      first((each) => {
        each.settings.savePdf = 'tak';
      }),
      'accounts.1.settings.savePdf',
    ],
    [
      'a name that nobody knows',
      first((each) => {
        each.settings.extra = 1;
      }),
      'accounts.1.settings.extra',
    ],
    [
      'the same at the top',
      (file) => {
        file.ledger = [];
      },
      'ledger',
    ],
    [
      'one answer about Erplink for all panels',
      (file) => {
        file.erplink = false;
      },
      'erplink',
    ],
    [
      'an answer of a panel that no account is bound to',
      (file) => {
        file.erplink.obcy = false;
      },
      'erplink.obcy',
    ],
    [
      'an id of another installation',
      first((each) => {
        each.id = 'konto-1';
      }),
      'accounts.1.id',
    ],
    [
      'a pause',
      first((each) => {
        each.pausedBy = null;
      }),
      'accounts.1.pausedBy',
    ],
    [
      'a missing setting',
      first((each) => {
        delete each.settings.unit;
      }),
      'accounts.1.settings.unit',
    ],
    [
      'a version that is no number',
      (file) => {
        file.version = '1';
      },
      'version',
    ],
    [
      'a version between two',
      (file) => {
        file.version = 0.5;
      },
      'version',
    ],
    [
      'a day that does not exist',
      (file) => {
        file.exportedOn = '2026-02-30';
      },
      'exportedOn',
    ],
    [
      'a language that Mostek does not speak',
      (file) => {
        file.language = 'de';
      },
      'language',
    ],
    [
      'an account without a name',
      first((each) => {
        each.name = ' \u200b';
      }),
      'accounts.1.name',
    ],
    [
      'a whole address for a panel',
      first((each) => {
        each.panel = 'https://demo.sellasist.pl';
      }),
      'accounts.1.panel',
    ],
    [
      'a panel of nobody',
      first((each) => {
        each.panel = 'www';
      }),
      'accounts.1.panel',
    ],
    [
      'another host for a panel',
      first((each) => {
        each.panel = 'example.com';
      }),
      'accounts.1.panel',
    ],
    [
      'a comma in the login',
      first((each) => {
        each.login = 'a,b';
      }),
      'accounts.1.login',
    ],
    [
      'a login that no header carries',
      first((each) => {
        each.login = 'żółw';
      }),
      'accounts.1.login',
    ],
    [
      'a line break in the login',
      first((each) => {
        each.login = 'a\r\nX: y';
      }),
      'accounts.1.login',
    ],
    [
      'an exemption without its basis',
      first((each) => {
        each.tax.basis = '';
      }),
      'accounts.1.tax.basis',
    ],
    [
      'a payment code that iFirma does not know',
      first((each) => {
        each.payments['3'] = 'XXX';
      }),
      'accounts.1.payments.3',
    ],
    [
      'a payment method that is no id',
      first((each) => {
        each.payments['a b'] = 'PRZ';
      }),
      'accounts.1.payments.a b',
    ],
    [
      'a series that is not the account’s own',
      first((each) => {
        each.series['77'] = each.series['2'];
      }),
      'accounts.1.series.77',
    ],
    [
      'a template of two lines',
      first((each) => {
        each.series['2'].template = 'a\nb';
      }),
      'accounts.1.series.2.template',
    ],
    [
      'a placeholder that does not exist',
      first((each) => {
        each.settings.notesText = '{hasło}';
      }),
      'accounts.1.settings.notesText',
    ],
    [
      'a bank account with a wrong digit',
      first((each) => {
        each.settings.bankAccount.number = '61109010140000071219812875';
      }),
      'accounts.1.settings.bankAccount',
    ],
    [
      '400 days',
      first((each) => {
        each.settings.dueDate.days = 400;
      }),
      'accounts.1.settings.dueDate.days',
    ],
    [
      'a VAT rate past 100',
      first((each) => {
        each.settings.shippingVat = { rule: 'fixed', rate: { kind: 'percent', percent: 101 } };
      }),
      'accounts.1.settings.shippingVat.rate.percent',
    ],
    [
      'no unit',
      first((each) => {
        each.settings.unit = ' ';
      }),
      'accounts.1.settings.unit',
    ],
    [
      'keys where there are none',
      (file) => {
        file.secrets = null;
      },
      'accounts.0.keys',
    ],
    [
      'a key twice',
      first((each) => {
        each.keys = ['faktura', 'faktura'];
      }),
      'accounts.1.keys',
    ],
    [
      'too few rounds',
      (file) => {
        file.secrets.kdf.rounds = 1_000;
      },
      'secrets.kdf.rounds',
    ],
    [
      'rounds for an hour',
      (file) => {
        file.secrets.kdf.rounds = 1e12;
      },
      'secrets.kdf.rounds',
    ],
    [
      'a short salt',
      (file) => {
        file.secrets.kdf.salt = 'AAAA';
      },
      'secrets.kdf.salt',
    ],
    [
      'an iv that is no base64',
      (file) => {
        file.secrets.iv = '?'.repeat(16);
      },
      'secrets.iv',
    ],
  ];

  it.each(CASES)('%s is refused, and its place is named', async (_what, edit, path) => {
    expect(await refusal(await install(), edited((await good).text, edit))).toEqual(['invalid', path]);
  });

  describe('as the series for orders without a document', () => {
    const choosing = (id: string) => async () =>
      edited((await good).text, (file) => {
        file.accounts[1].settings.orderSeriesId = id;
      });
    const refused = ['invalid', 'accounts.1.settings.orderSeriesId'];

    it('is refused where it is nobody’s, or another account’s', async () => {
      for (const id of ['999', '3']) {
        expect(await refusal(await install(), await choosing(id)())).toEqual(refused);
        expect(await refusal(await fullInstallation(), await choosing(id)())).toEqual(refused);
      }
    });

    it('is taken in where it is the account’s own, though nothing can be sent by it yet', async () => {
      const text = edited(await choosing('10')(), (file) => {
        file.secrets = null;
        for (const each of file.accounts) each.keys = [];
      });
      expect(JSON.parse(text).accounts[1]).toMatchObject({ seriesIds: ['1', '2', '10'], series: {} });
      expect(await imported(await install(), text)).toMatchObject({ ok: true });
    });
  });

  it('is named by a path that is no longer than a person reads', async () => {
    const text = edited((await good).text, (file) => {
      file.accounts[0]['x'.repeat(100_000)] = 1;
    });
    expect(await refusal(await install(), text)).toEqual(['invalid', `accounts.0.${'x'.repeat(40)}`]);
  });

  it('but only untidy is tidied as a form tidies it', async () => {
    const from = await install();
    await put(from, [account()]);
    const text = edited((await exported(from)).text, (file) => {
      Object.assign(file.accounts[0], { name: '  Sklep\u200b\n testowy ', seriesIds: ['1', '2', '1'] });
      file.accounts[0].settings.bankAccount = { use: 'number', number: 'pl61 1090 1014 0000 0712 1981 2874' };
    });
    const to = await install();
    await imported(to, text);
    expect(await to.store.accounts.all()).toMatchObject([
      {
        name: 'Sklep testowy',
        seriesIds: ['1', '2'],
        settings: { bankAccount: { use: 'number', number: 'PL61109010140000071219812874' } },
      },
    ]);
  });
});

describe('a file of an older version', () => {
  it('is brought forward version by version, and meets the rules of today', async () => {
    const { text } = await good;
    // Version -1 called the list `firms`, version 0 called it `shops`.
    const to = await install([
      ({ firms, ...file }) => ({ ...file, shops: firms }),
      ({ shops, ...file }) => ({ ...file, accounts: shops }),
    ]);
    const older = edited(text, (file) => {
      file.version = -1;
      file.firms = file.accounts;
      delete file.accounts;
      file.secrets = null;
      for (const each of file.firms) each.keys = [];
    });
    expect(await imported(to, older)).toMatchObject({ ok: true, value: [{}, {}, {}] });
    expect(await refusal(to, older.replace('"version":-1', '"version":-2'))).toEqual(['older', '']);
    expect(await refusal(to, older.replace('"szt."', '7'))).toEqual([
      'invalid',
      expect.stringMatching(/^accounts\.\d\.settings\.unit$/),
    ]);
    expect(await previewed(to, text)).toMatchObject({ hasSecrets: true });
  });

  it('that its upgrade chokes on is refused', async () => {
    const to = await install([
      () => {
        throw new TypeError('x is undefined');
      },
    ]);
    expect(await refusal(to, '{"mostek":"settings","version":0}')).toEqual(['invalid', '']);
  });
});
