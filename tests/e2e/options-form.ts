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

/** An account with the series FV, saved; nothing further is answered or chosen. */
export async function addAccount(page: Page, typed: Typed): Promise<void> {
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

/** All of the first minutes: the account, the Erplink question, the payment methods and the field for the PDF. */
export async function enterAccount(page: Page, typed: Typed): Promise<void> {
  await addAccount(page, typed);
  await page
    .getByRole('radiogroup', { name: 'Integracja Erplink IFIRMA jest włączona' })
    .getByRole('radio', { name: 'Nie' })
    .check();

  await page.getByRole('link', { name: 'Metody płatności' }).click();
  await page.getByRole('button', { name: 'Wypełnij podpowiedziami' }).click();
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();

  await page.getByRole('link', { name: 'Podstawowa konfiguracja' }).click();
  await page.getByRole('combobox', { name: 'Pole dodatkowe zapisu dokumentów' }).selectOption({ label: 'Faktura PDF' });
  await saveButton(page).click();
  await expect(savedStatus(page)).toBeVisible();
  await page.getByRole('link', { name: 'Konta', exact: true }).click();
}
