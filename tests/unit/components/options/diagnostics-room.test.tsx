// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DiagnosticsRoom } from '../../../../components/options/diagnostics/diagnostics-room.tsx';
import { type DiagnosticsView, HOSTS } from '../../../../utils/messages/index.ts';
import { all, descriptionOf, inputOf, mount, ok, one, press, soon, unmount, until } from './screen.tsx';

afterEach(() => {
  unmount();
  vi.restoreAllMocks();
});

const view = (over: Partial<DiagnosticsView> = {}): DiagnosticsView => ({
  version: '0.1.0',
  browser: 'Chromium 156, Linux',
  database: 6,
  hosts: HOSTS.map((host) => ({ host, isGranted: true })),
  permissions: ['alarms', 'storage'],
  passphrase: 'none',
  accounts: 2,
  paused: 1,
  transfers: { queued: 4, sending: 0, incomplete: 0, uncertain: 0, issued: 0, done: 31, failed: 0, skipped: 0 },
  log: 240,
  panelDocuments: 9,
  batches: { open: 1, ended: 0 },
  storage: { used: 2_097_152, quota: 75_161_927_680 },
  nextDue: Date.parse('2026-11-22T09:15:03Z'),
  alarm: null,
  limits: [
    {
      service: 'iFirma',
      minute: { used: 5, limit: 100 },
      day: { used: 50, limit: 15_000 },
      documents: null,
      closedUntil: null,
    },
    { service: 'Sellasist', minute: { used: 9, limit: 60 }, day: null, documents: null, closedUntil: null },
    { service: 'Sellasist', minute: { used: 1, limit: 60 }, day: null, documents: null, closedUntil: null },
  ],
  panels: [{ pages: [], erplink: null, accounts: 2 }],
  at: Date.parse('2026-11-22T09:00:00Z'),
  ...over,
});
const open = (shown: DiagnosticsView, requestHost?: (host: string) => Promise<boolean>) =>
  mount(<DiagnosticsRoom {...(requestHost && { requestHost })} />, { diagnostics: () => ok(shown) });
const said = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ');

describe('the room', () => {
  it('shows versions, counts, what waits and the limits, each in its part', async () => {
    await open(view());
    const parts = Object.entries({
      Wersje: ['0.1.0', 'Chromium 156, Linux', '6'],
      Liczby: ['240', '2,0 MB z 70,0 GB', 'w toku: 1'],
      'Dokumenty według stanu': ['Wysłano31', 'W kolejce4'],
      'Co czeka': ['22.11.2026 10:15:03', 'nic nie czeka'],
      Limity: ['iFirma 1', '5 z 100 w minucie, 50 z 15000 dziś', 'Sellasist 2'],
      'Panel 1': ['bez odpowiedzi'],
    });
    for (const [title, words] of parts) {
      const part = said(await soon('region', title));
      for (const word of words) expect(part).toContain(word);
    }
    expect(all('button', 'Przywróć dostęp')).toEqual([]);
  });

  it('copies what it shows, and says so', async () => {
    const write = vi.fn(async (_text: string) => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } });
    await open(view());
    await press('button', 'Kopiuj diagnostykę');
    await until(() => expect(all('status').map(said)).toContain('Skopiowano'));
    const text = write.mock.calls[0]?.[0] ?? '';
    for (const line of ['  Mostek: 0.1.0', '  Wysłano: 31', '  Sellasist 2: 1 z 60 w minucie', 'Panel 1'])
      expect(text.split('\n')).toContain(line);
    vi.unstubAllGlobals();
  });

  it('shows the text where the browser does not let it be copied', async () => {
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: () => Promise.reject(new Error('no')) } });
    await open(view());
    await press('button', 'Kopiuj diagnostykę');
    await soon('alert');
    expect(inputOf('textbox', 'Diagnostyka').value).toContain('Mostek: 0.1.0');
    vi.unstubAllGlobals();
  });
});

describe('a host that was withdrawn', () => {
  const withdrawn = (...gone: readonly string[]) =>
    view({ hosts: HOSTS.map((host) => ({ host, isGranted: !gone.includes(host) })) });

  it.each([
    [HOSTS[0], 'Sellasist'],
    [HOSTS[1], 'iFirma'],
  ])('%s is asked for, exactly it, and is there again', async (host, name) => {
    let shown = withdrawn(host);
    const asked = vi.fn(async (_host: string) => {
      shown = view();
      return true;
    });
    await mount(<DiagnosticsRoom requestHost={asked} />, { diagnostics: () => ok(shown) });
    const button = await soon('button', 'Przywróć dostęp');
    expect(descriptionOf(button)).toContain(`dostęp do ${name}`);
    expect(said(one('region', 'Dostęp'))).toContain('odebrany');
    await press('button', 'Przywróć dostęp');
    expect(asked.mock.calls).toEqual([[host]]);
    await until(() => expect(all('status').map(said)).toContain('Dostęp przywrócony'));
    await until(() => expect(all('button', 'Przywróć dostęp')).toEqual([]));
  });

  it('that the person does not give back is said to be missing still', async () => {
    await open(withdrawn(HOSTS[1]), async () => false);
    await press('button', 'Przywróć dostęp');
    expect(said(await soon('alert'))).toContain('nie przywróciła dostępu');
    expect(all('button', 'Przywróć dostęp')).toHaveLength(1);
  });

  it('each has its own button', async () => {
    await open(withdrawn(...HOSTS), async () => true);
    await until(() => expect(all('button', 'Przywróć dostęp')).toHaveLength(2));
  });
});
