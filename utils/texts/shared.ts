/** Words that several rooms of the options page and the popup share. */
import type { Language } from '../messages';

const pl = {
  name: 'Mostek',
  account: 'Konto',
  save: 'Zapisz',
  saving: 'Zapisuję…',
  saved: 'Zapisano',
  unsaved: 'Masz niezapisane zmiany',
  mendFields: 'Nie zapisano: popraw zaznaczone pola',
  notSaved: (why: string) => `Nie zapisano: ${why}`,
  cancel: 'Anuluj',
  retry: 'Spróbuj ponownie',
  loading: 'Wczytuję…',
  optional: 'opcjonalnie',
  change: (field: string) => `Zmień ${field}`,
  keep: 'Zostaw zapisany',
  stored: 'Zapisany, odcisk',
  emptyRemoves: 'Puste pole usunie zapisany klucz.',
  fillIn: 'Uzupełnij to pole.',
  atMost: (max: number, is: number) => `Najwyżej ${max} znaków, jest ${is}.`,
  characters: (is: number, max: number) => `${is} z ${max} znaków`,
  stale:
    'Tymczasem zapisano tu coś innego, na przykład w drugiej karcie. Wczytaj to ponownie; zmiany z tego formularza przepadną.',
  reload: 'Wczytaj ponownie',
  leaveTitle: 'Niezapisane zmiany',
  leaveText: 'Zmiany w tym formularzu nie są zapisane. Przejść dalej i je odrzucić?',
  leaveYes: 'Odrzuć zmiany',
  leaveNo: 'Zostań tutaj',
};

export type SharedTexts = typeof pl;

const en: SharedTexts = {
  name: 'Mostek',
  account: 'Account',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved',
  unsaved: 'You have unsaved changes',
  mendFields: 'Not saved: correct the marked fields',
  notSaved: (why) => `Not saved: ${why}`,
  cancel: 'Cancel',
  retry: 'Try again',
  loading: 'Loading…',
  optional: 'optional',
  change: (field) => `Change ${field}`,
  keep: 'Keep the stored one',
  stored: 'Stored, fingerprint',
  emptyRemoves: 'An empty field removes the stored key.',
  fillIn: 'Fill in this field.',
  atMost: (max, is) => `At most ${max} characters, there are ${is}.`,
  characters: (is, max) => `${is} of ${max} characters`,
  stale:
    'Something else was saved here meanwhile, in another tab for instance. Read it again; the changes in this form are lost then.',
  reload: 'Read again',
  leaveTitle: 'Unsaved changes',
  leaveText: 'The changes in this form are not saved. Go on and discard them?',
  leaveYes: 'Discard the changes',
  leaveNo: 'Stay here',
};

export const SHARED_TEXTS: Readonly<Record<Language, SharedTexts>> = { pl, en };
