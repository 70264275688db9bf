/** A merchant's computer: a browser with a profile of its own, where shops are set up. */
import type { Page } from '@playwright/test';
import type { AccountSettings } from '../../../utils/invoice/settings.ts';
import { type Launched, launch } from '../../browser/launch.ts';
import { setUpAccount } from '../../browser/set-up.ts';
import { PDF_FIELD, type Shop, type Shops } from './shops.ts';

export interface ComputerOptions {
  readonly build: string;
  readonly profile?: string;
  /** Those that are set up here; default: all. */
  readonly only?: readonly Shop[];
  readonly settings?: Partial<AccountSettings>;
}

export async function startComputer(shops: Shops, options: ComputerOptions): Promise<Launched> {
  const { build, profile, only = shops.all, settings = {} } = options;
  const { port } = shops.standIns;
  const computer = await launch(profile === undefined ? { port, build } : { port, build, profile });
  shops.closeAtEnd(computer);
  for (const { panel, panelKey, login } of only) {
    const written = { documentFieldId: PDF_FIELD, ...settings };
    await setUpAccount(computer, { settings: written, erplink: false, panel, panelKey, login });
  }
  await Promise.all(ownPages(computer).map((page) => page.close()));
  return computer;
}

/** An open page of ours reads from the panel with each change that it hears of: installing opens one. */
function ownPages({ context }: Launched): Page[] {
  return context.pages().filter((page) => page.url().startsWith('chrome-extension://'));
}
