/**
 * Which page of a panel is which, and what is put onto it. A page is known by its path (the sentinel says so) or because the person
 * taught it (sellasist-panel 5.3); what was taught is kept per panel and goes before the path.
 */
import {
  type ImportedLayout,
  PAGE_KINDS,
  type PageAsked,
  type PageKind,
  type PageKnown,
  type PageLayout,
  type PageReport,
  type PageTest,
  type PanelLayoutView,
  type TaughtPage,
} from '../messages';
import { parseProfile } from '../messages/panel-layout-schemas';
import { numbersIn, patternOf } from '../sellasist/path-pattern';
import { type Fact, fact, LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';
import type { Clock } from './clock';
import { type PanelScripts, scriptOf } from './panel-scripts';

export interface LayoutTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly scripts: PanelScripts;
  readonly version: string;
}

export interface Layouts {
  controls(panel: string, tabId: number, asked: PageAsked): Promise<void>;
  page(panel: string, asked: PageAsked): Promise<PageLayout>;
  seen(panel: string, report: PageReport, path: string): Promise<void>;
  /** Which page of the panel is being taught. */
  armed(panel: string): Promise<PageKind | null>;
  arm(panel: string, kind: PageKind): Promise<void>;
  disarm(panel: string): Promise<void>;
  /** false: nothing is being taught, or it could not be stored. */
  learn(panel: string, taught: Omit<TaughtPage, 'kind'>, test: PageTest): Promise<boolean>;
  forget(panel: string, kind: PageKind): Promise<void>;
  import(panel: string, text: string): Promise<ImportedLayout>;
  view(): Promise<readonly PanelLayoutView[]>;
}

/** Whoever went away from teaching does not find the box days later. */
const ARMED_MS = 30 * 60_000;

type Tests = Partial<Readonly<Record<PageKind, NonNullable<PageKnown['test']>>>>;
type Seen = Partial<Readonly<Record<PageKind, NonNullable<PageKnown['seen']>>>>;
interface Armed {
  readonly kind: PageKind;
  /** Epoch milliseconds. */
  readonly at: number;
}

const taughtIn = (panel: string): Fact<readonly TaughtPage[]> => fact(`layout:${panel}`, 1);
const testsOf = (panel: string): Fact<Tests> => fact(`layout-test:${panel}`, 1);
const seenIn = (panel: string): Fact<Seen> => fact(`layout-seen:${panel}`, 1);
const armedIn = (panel: string): Fact<Armed> => fact(`teach:${panel}`, 1);

export function createLayouts({ store, clock, scripts, version }: LayoutTools): Layouts {
  const { facts } = store;

  async function taughtOf(panel: string, path: string): Promise<TaughtPage | null> {
    const pages = (await facts.get(taughtIn(panel))) ?? [];
    return pages.find((page) => numbersIn(page.path, path) !== null) ?? null;
  }

  async function armed(panel: string): Promise<PageKind | null> {
    const found = await facts.get(armedIn(panel));
    const age = clock.now() - (found?.at ?? 0);
    // A negative age is a clock that was set back.
    return found !== null && age >= 0 && age < ARMED_MS ? found.kind : null;
  }

  async function page(panel: string, asked: PageAsked): Promise<PageLayout> {
    const [language, taught] = await Promise.all([facts.get(LANGUAGE), taughtOf(panel, asked.path)]);
    return { language: language ?? 'pl', kind: taught?.kind ?? asked.page, taught };
  }

  async function view(): Promise<readonly PanelLayoutView[]> {
    const panels = new Set((await store.accounts.all()).map((account) => account.panel));
    return Promise.all(
      [...panels].map(async (panel): Promise<PanelLayoutView> => {
        const [taught, tests, seen, isArmed] = await Promise.all([
          facts.get(taughtIn(panel)),
          facts.get(testsOf(panel)),
          facts.get(seenIn(panel)),
          armed(panel),
        ]);
        const pages = PAGE_KINDS.map(
          (kind): PageKnown => ({
            kind,
            taught: taught?.find((known) => known.kind === kind) ?? null,
            test: tests?.[kind] ?? null,
            seen: seen?.[kind] ?? null,
          }),
        );
        return { panel, pages, armed: isArmed, version };
      }),
    );
  }

  return {
    armed,
    page,
    view,

    async controls(panel, tabId, asked) {
      const [{ kind }, isArmed] = await Promise.all([page(panel, asked), armed(panel)]);
      if (kind !== null) await scripts.into(tabId, scriptOf(kind));
      if (isArmed !== null) await scripts.into(tabId, 'teach');
    },

    async seen(panel, report, path) {
      if ((await store.accounts.ofPanel(panel)).length === 0) return;
      const before = (await facts.get(seenIn(panel))) ?? {};
      const misses = report.missed ? (before[report.kind]?.misses ?? 0) + 1 : 0;
      const now = { ...report, at: clock.now(), path: patternOf(path), misses };
      await facts.set(seenIn(panel), { ...before, [report.kind]: now });
    },

    async arm(panel, kind) {
      await facts.set(armedIn(panel), { kind, at: clock.now() });
      await scripts.intoPanel(panel, 'teach');
    },

    disarm: (panel) => facts.remove(armedIn(panel)),

    async learn(panel, { path, place }, test) {
      const kind = await armed(panel);
      if (kind === null) return false;
      const page: TaughtPage = { kind, path: patternOf(path), place };
      // One page is one kind: what it was taught to be before counts no more.
      const others = ((await facts.get(taughtIn(panel))) ?? []).filter(
        (known) => known.kind !== kind && known.path !== page.path,
      );
      const written = await facts.set(taughtIn(panel), [...others, page]);
      if (!written.ok) return false;
      const tests = (await facts.get(testsOf(panel))) ?? {};
      await facts.set(testsOf(panel), { ...tests, [kind]: { ...test, at: clock.now() } });
      await forgetSeen(panel, kind);
      return true;
    },

    async forget(panel, kind) {
      const left = ((await facts.get(taughtIn(panel))) ?? []).filter((known) => known.kind !== kind);
      await facts.set(taughtIn(panel), left);
      const { [kind]: _test, ...tests } = (await facts.get(testsOf(panel))) ?? {};
      await facts.set(testsOf(panel), tests);
      await forgetSeen(panel, kind);
    },

    async import(panel, text) {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return { ok: false, why: 'not-json' };
      }
      const profile = parseProfile(value);
      if (profile === null) return { ok: false, why: 'not-a-profile' };
      await facts.set(taughtIn(panel), profile.pages);
      // What was tested and counted was so by other rules.
      await facts.remove(testsOf(panel));
      await facts.remove(seenIn(panel));
      return { ok: true, panels: await view() };
    },
  };

  async function forgetSeen(panel: string, kind: PageKind): Promise<void> {
    const { [kind]: _seen, ...others } = (await facts.get(seenIn(panel))) ?? {};
    await facts.set(seenIn(panel), others);
  }
}
