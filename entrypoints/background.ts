import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { fetchTransport } from '../utils/http/fetch-transport';
import { pulse } from '../utils/http/pulse';
import { observedProtocols } from '../utils/http/send-once';
import { WATCH_PORT } from '../utils/messages';
import { speakerOf } from '../utils/messages/judge';
import { parseMessage } from '../utils/messages/schemas';
import { openStore } from '../utils/store/open';
import type { SessionArea } from '../utils/store/session';
import type { Badge } from '../utils/sync/badge';
import { browserFacts } from '../utils/sync/browser-facts';
import { systemClock } from '../utils/sync/clock';
import { createMostek, type Mostek } from '../utils/sync/mostek';
import type { PanelScript } from '../utils/sync/panel-scripts';
import type { Notice } from '../utils/sync/popup/notices';
import type { RuleNotice } from '../utils/sync/rules/effects/effect';
import { createWatchers } from '../utils/sync/watchers';
import { badgeWords } from '../utils/texts/badge';
import { noticeWords, ruleNoticeWords } from '../utils/texts/notice';

const WAKE = 'wake';
const LOCK = 'lock';
const AUTO = 'auto';

/** An alarm wakes a stopped worker, but not before 30 s are over; a timer is exact while the worker lives. */
let timer: ReturnType<typeof setTimeout> | undefined;
function wakeAt(moment: number | null, wake: () => void): void {
  clearTimeout(timer);
  if (moment === null) {
    void browser.alarms.clear(WAKE);
    return;
  }
  void browser.alarms.create(WAKE, { when: moment });
  timer = setTimeout(wake, Math.min(Math.max(0, moment - Date.now()), 60_000));
}

/**
 * The alarm outlives the worker, and rings again each minute until it is set anew or cleared. It goes by the wall clock: set back, it
 * is late; the timer is not while the worker lives, and whatever else wakes the worker asks for the lock first.
 */
let lockTimer: ReturnType<typeof setTimeout> | undefined;
function lockAt(moment: number | null, ring: () => void): void {
  clearTimeout(lockTimer);
  if (moment === null) {
    void browser.alarms.clear(LOCK);
    return;
  }
  void browser.alarms.create(LOCK, { when: moment, periodInMinutes: 1 });
  lockTimer = setTimeout(ring, Math.min(Math.max(0, moment - Date.now()), 60_000));
}

/** Like the others it outlives the worker; should a ring be lost, it rings again. What is due sooner than an alarm can be has a timer. */
let autoTimer: ReturnType<typeof setTimeout> | undefined;
function autoAt(moment: number | null, ring: () => void): void {
  clearTimeout(autoTimer);
  if (moment === null) {
    void browser.alarms.clear(AUTO);
    return;
  }
  void browser.alarms.create(AUTO, { when: moment, periodInMinutes: 2 });
  const wait = moment - Date.now();
  if (wait < 60_000) autoTimer = setTimeout(ring, Math.max(0, wait));
}

/** Which of what waits an alarm has come for. */
function rang(name: string, mostek: Mostek): Promise<void> {
  if (name === LOCK) return mostek.lockDue();
  return name === AUTO ? mostek.autoDue() : mostek.run();
}

function sessionArea(name: string): SessionArea {
  return {
    async get() {
      const held: unknown = (await browser.storage.session.get(name))[name];
      return typeof held === 'string' ? held : null;
    },
    set: (value) => browser.storage.session.set({ [name]: value }),
    clear: () => browser.storage.session.remove(name),
  };
}

function showBadge(badge: Badge): void {
  const { text, colour, textColour, title } = badgeWords(badge.language, badge);
  void browser.action.setBadgeBackgroundColor({ color: colour });
  void browser.action.setBadgeTextColor?.({ color: textColour });
  void browser.action.setBadgeText({ text });
  void browser.action.setTitle({ title });
}

/** The API is there only while the permission is. */
function showNotice({ language, ...counts }: Notice): void {
  void browser.notifications?.create({
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    ...noticeWords(language, counts),
  });
}

async function showRuleNotice({ language, rule, about }: RuleNotice): Promise<boolean> {
  try {
    const shown = await browser.notifications?.create({
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      ...ruleNoticeWords(language, rule, about),
    });
    return shown !== undefined;
  } catch {
    // The permission went meanwhile.
    return false;
  }
}

/** What was sent together is looked through in the popup; where the browser does not open that by itself, in a tab. */
async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}

function onNotice(id: string): void {
  void browser.notifications.clear(id);
  void openPopup();
}

/** May be called again: the same listener is heard once. */
function hearNotices(): void {
  browser.notifications?.onClicked.addListener(onNotice);
}

/** How long whoever asks waits for a database that neither opens nor fails. */
const PATIENCE_MS = 10_000;
/** Less than the journal of the database needs to be opened. */
const NO_ROOM_BYTES = 1_000_000;

async function hasRoom(): Promise<boolean> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined || quota - usage > NO_ROOM_BYTES;
}

async function inject(tabId: number, scripts: readonly ('panel' | PanelScript)[]): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: scripts.map((script) => `/content-scripts/${script}.js` as const),
  });
}

async function injectInto(url: string, scripts: readonly ('panel' | PanelScript)[]): Promise<void> {
  const tabs = await browser.tabs.query({ url });
  const open = tabs.filter((tab) => !/^https:\/\/[^/]+\/admin\/login/.test(tab.url ?? ''));
  // A tab may be gone by now, or show an error page that takes no script.
  await Promise.allSettled(open.map(async ({ id }) => id !== undefined && inject(id, scripts)));
}

export default defineBackground(() => {
  const self = { id: browser.runtime.id, origin: location.origin };
  const watchers = createWatchers();

  const mostek = createMostek({
    store: openStore({
      crypto,
      session: sessionArea('data-key'),
      patience: () => systemClock.sleep(PATIENCE_MS),
      hasRoom,
    }),
    crypto,
    clock: systemClock,
    transport: fetchTransport({
      fetch: (...request) => fetch(...request),
      online: () => navigator.onLine,
      protocolOf: observedProtocols(performance),
      pulse: pulse(() => browser.runtime.getPlatformInfo()),
    }),
    exclusively: (task) => navigator.locks.request('mostek', task),
    changed: watchers.tell,
    announce: watchers.announce,
    lastUse: sessionArea('last-use'),
    lockAt: (moment) => lockAt(moment, () => void mostek.lockDue()),
    autoAt: (moment) => autoAt(moment, () => void mostek.autoDue()),
    wakeAt: (moment) => wakeAt(moment, () => void mostek.run()),
    browser: {
      inject,
      injectIntoPanel: (panel, scripts) => injectInto(`https://${panel}.sellasist.pl/admin/*`, scripts),
      version: browser.runtime.getManifest().version,
      openOptions: async (room) => {
        if (room === null) await browser.runtime.openOptionsPage();
        else await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${room}`) });
      },
      badge: showBadge,
      facts: () => browserFacts({ navigator, permissions: browser.permissions, alarm: () => browser.alarms.get(WAKE) }),
      notify: showNotice,
      notifyRule: showRuleNotice,
    },
  });

  // Listeners are registered before anything is awaited: an event that woke the worker must find them.
  browser.runtime.onMessage.addListener((said: unknown, sender, respond: (reply: unknown) => void) => {
    const message = parseMessage(said);
    if (message === null) return undefined;
    void mostek.answer(message, speakerOf(sender, self)).then(respond);
    return true;
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === WATCH_PORT) watchers.add(port, speakerOf(port.sender ?? {}, self));
    else port.disconnect();
  });
  browser.alarms.onAlarm.addListener(({ name }) => void rang(name, mostek));
  hearNotices();
  // Given while this worker lives: the API has come with it.
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    if (permissions.includes('notifications')) hearNotices();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
    // Tabs that were open before an installation or an update have no sentinel, or one whose extension is gone.
    void injectInto('https://*.sellasist.pl/admin/*', ['panel']);
  });
  // An event that the browser starts with: it wakes the worker, which then finds its unfinished work.
  browser.runtime.onStartup.addListener(() => undefined);

  void mostek.start();

  // What opens the vault lies in `storage.session`, which is closed to content scripts from the first. They see `storage.local`
  // until this is said; there is nothing secret in it, and they have no business there.
  for (const area of [browser.storage.session, browser.storage.local]) {
    void area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
});
