/** Fills in the options page as a merchant does: by clicking and typing. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export interface Typed {
  readonly panel?: string;
  readonly login: string;
  readonly sellasist: string;
  readonly faktura: string;
  readonly abonent?: string;
  readonly rachunek?: string;
}

export const saveButton = (page: Page) => page.getByRole('button', { name: 'Zapisz', exact: true });
export const savedStatus = (page: Page) => page.getByRole('status').filter({ hasText: 'Zapisano' });

const FIELDS = {
  name: 'Nazwa konta',
  panel: 'Subdomena Sellasist',
  sellasist: 'Klucz API Sellasist',
  login: 'Login ifirma',
  faktura: 'Klucz API',
  abonent: 'Klucz API abonent',
  rachunek: 'Klucz API rachunek',
} as const;

export const field = (page: Page, name: keyof typeof FIELDS) =>
  page.getByRole('textbox', { name: FIELDS[name], exact: true });

export async function openRoom(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible();
}

/** An account with the series FV, saved; nothing further is answered or chosen. */
export async function addAccount(page: Page, typed: Typed): Promise<void> {
  await openRoom(page, 'Konta');
  await field(page, 'name').fill('Sklep testowy');
  await field(page, 'panel').fill(typed.panel ?? 'demo');
  await field(page, 'sellasist').fill(typed.sellasist);
  await field(page, 'login').fill(typed.login);
  await field(page, 'faktura').fill(typed.faktura);
  await field(page, 'abonent').fill(typed.abonent ?? '');
  await field(page, 'rachunek').fill(typed.rachunek ?? '');
  await page
    .getByRole('group', { name: 'Serie dokumentów' })
    .getByRole('checkbox', { name: 'FV', exact: true })
    .check();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
}

/** All of the first minutes: the account, the Erplink question, the payment methods, the field for the PDF and the series. */
export async function enterAccount(page: Page, typed: Typed): Promise<void> {
  await addAccount(page, typed);
  await page
    .getByRole('radiogroup', { name: 'Integracja Erplink IFIRMA jest włączona' })
    .getByRole('radio', { name: 'Nie' })
    .check();

  await openRoom(page, 'Metody płatności');
  await page.getByRole('button', { name: 'Wypełnij podpowiedziami' }).click();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();

  await openRoom(page, 'Podstawowa konfiguracja');
  await page.getByRole('combobox', { name: 'Pole dodatkowe zapisu dokumentów' }).selectOption({ label: 'Faktura PDF' });
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();

  await openRoom(page, 'Serie dokumentów');
  const series = page.getByRole('group', { name: 'FV', exact: true });
  await series.getByRole('combobox', { name: 'Rodzaj w iFirma' }).selectOption('domestic');
  await series.getByRole('radio', { name: 'iFirma', exact: true }).check();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await openRoom(page, 'Konta');
}
