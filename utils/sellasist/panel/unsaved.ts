import { largestForm } from './anchor';
import { isShown, sectionTitled } from './section';
import { folded } from './text';

/**
 * Is the document address being edited (sellasist-panel 10)? The API returns saved data only, so what was typed there would
 * not be on the invoice. Signs: `Zapisz` or `Anuluj` is to be seen in that section, or one of its open inputs was changed.
 */
export function unsavedAddress(document: Document): boolean {
  const section =
    sectionTitled(document, 'dane dokumentu sprzedazy') ??
    document.querySelector('#bill_address_company_nip')?.parentElement ??
    null;
  if (section === null) return false;
  const pressable = [...section.querySelectorAll('button, a, input[type=button], input[type=submit]')];
  const editing = pressable.some((element) => EDITING.has(folded(labelOf(element))) && isShown(element));
  return editing || [...section.querySelectorAll('input, select, textarea')].some(isDirty);
}

/** Was the form of a document's own page changed? What was typed there and not saved the API does not know either. */
export function unsavedDocument(document: Document): boolean {
  const form = largestForm(document);
  return form !== null && [...form.querySelectorAll('input, select, textarea')].some(isDirty);
}

const EDITING = new Set(['zapisz', 'anuluj']);
/** Their value is a caption or a secret of the page, not something typed. */
const NOT_TYPED = new Set(['hidden', 'button', 'submit', 'reset', 'image']);

function labelOf(element: Element): string {
  return element.localName === 'input' ? (element as HTMLInputElement).value : element.textContent;
}

function isDirty(element: Element): boolean {
  switch (element.localName) {
    case 'input': {
      const input = element as HTMLInputElement;
      if (input.disabled || NOT_TYPED.has(input.type)) return false;
      if (input.type === 'checkbox' || input.type === 'radio') return input.checked !== input.defaultChecked;
      return input.value !== input.defaultValue;
    }
    case 'textarea': {
      const area = element as HTMLTextAreaElement;
      return !area.disabled && area.value !== area.defaultValue;
    }
    case 'select': {
      const select = element as HTMLSelectElement;
      const options = [...select.options];
      // Which option is shown when none is preset is the browser's affair; then nothing can be told.
      const preset = options.some((option) => option.hasAttribute('selected'));
      return (
        !select.disabled && preset && options.some((option) => option.selected !== option.hasAttribute('selected'))
      );
    }
    default:
      return false;
  }
}
