/** What only the browser knows of itself and of us, for the diagnostics. */
import { HOSTS, type Host } from '../messages';

export interface BrowserFacts {
  /** `Chromium 156, Linux` */
  readonly browser: string;
  readonly hosts: readonly { readonly host: Host; readonly isGranted: boolean }[];
  readonly permissions: readonly string[];
  /** Bytes; null: it does not say. */
  readonly storage: { readonly used: number; readonly quota: number } | null;
  /** When it is to wake us (epoch milliseconds); null: it is not to. */
  readonly alarm: number | null;
}

interface Brand {
  readonly brand: string;
  readonly version: string;
}

/** What is needed of `navigator`; Firefox has no `userAgentData`. */
interface Agent {
  readonly userAgent: string;
  readonly userAgentData?: { readonly brands: readonly Brand[]; readonly platform: string } | undefined;
}

export interface BrowserFactsTools {
  readonly navigator: Agent & {
    readonly storage: { estimate(): Promise<{ readonly usage?: number; readonly quota?: number }> };
  };
  readonly permissions: {
    contains(asked: { origins: string[] }): Promise<boolean>;
    getAll(): Promise<{ readonly permissions?: readonly string[] | undefined }>;
  };
  readonly alarm: () => Promise<{ readonly scheduledTime: number } | undefined>;
}

export async function browserFacts({ navigator, permissions, alarm }: BrowserFactsTools): Promise<BrowserFacts> {
  const [granted, all, { usage, quota }, wake] = await Promise.all([
    Promise.all(HOSTS.map((host) => permissions.contains({ origins: [host] }))),
    permissions.getAll(),
    navigator.storage.estimate(),
    alarm(),
  ]);
  return {
    browser: browserName(navigator),
    hosts: HOSTS.map((host, nth) => ({ host, isGranted: granted[nth] ?? false })),
    permissions: (all.permissions ?? []).toSorted((one, other) => one.localeCompare(other)),
    storage: usage === undefined || quota === undefined ? null : { used: usage, quota },
    alarm: wake?.scheduledTime ?? null,
  };
}

/** Chromium puts a brand that nobody has among its own, so that nobody relies on the list. */
const NOBODYS = /not.*brand/i;

export function browserName({ userAgent, userAgentData }: Agent): string {
  if (userAgentData === undefined) return /\b(?:Firefox|Chrome|Chromium)\/\d+/.exec(userAgent)?.[0] ?? userAgent;
  const brands = userAgentData.brands.filter(({ brand }) => !NOBODYS.test(brand));
  const named = brands.find(({ brand }) => brand !== 'Chromium') ?? brands[0];
  const name = named === undefined ? '?' : `${named.brand} ${named.version}`;
  return userAgentData.platform === '' ? name : `${name}, ${userAgentData.platform}`;
}
