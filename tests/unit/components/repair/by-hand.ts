/** What a person does to an element, as the browser makes its events; happy-dom leaves the mark to us. */
import { settle } from '../order-page.ts';

const byPerson = <E extends Event>(event: E): E => {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
};
const of = { bubbles: true, composed: true, cancelable: true };

export async function typeInto(input: HTMLInputElement, text: string): Promise<void> {
  input.dispatchEvent(byPerson(new InputEvent('beforeinput', of)));
  input.value = text;
  input.dispatchEvent(byPerson(new InputEvent('input', of)));
  await settle();
}

export async function choose(select: HTMLSelectElement, value: string): Promise<void> {
  select.value = value;
  select.dispatchEvent(byPerson(new Event('change', of)));
  await settle();
}

export async function pressEnter(element: Element): Promise<void> {
  element.dispatchEvent(byPerson(new KeyboardEvent('keydown', { ...of, key: 'Enter' })));
  await settle();
}

export async function clickOn(element: Element): Promise<void> {
  element.dispatchEvent(byPerson(new MouseEvent('click', of)));
  await settle();
}
