/** A page of ours on a page of happy-dom: answers from the background are handed in, and things are found as a person finds them. */
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { createAsk, type Port, type Runtime } from '../../../../components/ask.ts';
import { SpeakingPage } from '../../../../components/form/speaking-page.tsx';
import type { CommandName, Commands, Language, Reply } from '../../../../utils/messages/index.ts';

export type Answers = {
  [N in CommandName]?: (what: Commands[N]['ask']) => Reply<Commands[N]['reply']> | Promise<Reply<Commands[N]['reply']>>;
};

export interface Asked {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Screen {
  readonly asked: readonly Asked[];
  readonly askedFor: (type: CommandName) => readonly Asked[];
  /** The background tells of a change. */
  readonly change: () => void;
}

export const ok = <T,>(value: T): Reply<T> => ({ ok: true, value });

const silentPort: Port = {
  postMessage: () => undefined,
  disconnect: () => undefined,
  onMessage: { addListener: () => undefined },
  onDisconnect: { addListener: () => undefined },
};

let place: HTMLElement | null = null;

/** Draws the view alone on an empty page. A command without an answer is a mistake of the test and fails it. */
export const mount = async (view: ComponentChildren, answers: Answers, language: Language = 'pl'): Promise<Screen> => {
  unmount();
  const asked: Asked[] = [];
  const hearing = new Set<() => void>();
  const runtime: Runtime = {
    id: 'mostek',
    connect: () => silentPort,
    sendMessage: async (message) => {
      const said = message as Asked;
      asked.push(said);
      const answer = (
        { language: () => ok(language), ...answers } as Record<string, ((what: unknown) => unknown) | undefined>
      )[said.type];
      if (answer === undefined) throw new Error(`Nobody answers ${said.type}.`);
      return answer(said);
    },
  };
  const watch = (_: string | null, onChange: () => void) => {
    hearing.add(onChange);
    return () => hearing.delete(onChange);
  };
  const root = document.createElement('div');
  place = root;
  document.body.append(root);
  await act(() =>
    render(
      <SpeakingPage ask={createAsk(runtime)} watch={watch} language={language}>
        {view}
      </SpeakingPage>,
      root,
    ),
  );
  return {
    asked,
    askedFor: (type) => asked.filter((message) => message.type === type),
    change: () => {
      for (const hear of hearing) hear();
    },
  };
};

export const unmount = (): void => {
  if (place !== null) render(null, place);
  place?.remove();
  place = null;
};

// ---- finding ---------------------------------------------------------------------------------------------------------

const SELECTORS = {
  alert: '[role=alert]',
  alertdialog: '[role=alertdialog]',
  button: 'button:not([role])',
  checkbox: 'input[type=checkbox]',
  combobox: 'select',
  dialog: '[role=dialog]',
  group: 'fieldset, [role=group]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  list: 'ul, ol, menu',
  listitem: 'li',
  radio: 'input[type=radio]',
  radiogroup: '[role=radiogroup]',
  region: 'section[aria-labelledby], section[aria-label]',
  status: '[role=status]',
  tab: '[role=tab]',
  tablist: '[role=tablist]',
  tabpanel: '[role=tabpanel]',
  table: 'table',
  textbox: 'input[type=text], input[type=password], textarea',
} as const;

export type Role = keyof typeof SELECTORS;

const seen = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

const textOf = (ids: string | null): string =>
  seen(
    (ids ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

/** The part of the accessible name computation that these pages use. */
export const nameOf = (element: Element): string => {
  const label = element.getAttribute('aria-label');
  if (label !== null) return seen(label);
  if (element.hasAttribute('aria-labelledby')) return textOf(element.getAttribute('aria-labelledby'));
  if (element.matches('fieldset')) return seen(element.querySelector(':scope > legend')?.textContent);
  if (element.matches('input, select, textarea')) {
    const named = [...document.querySelectorAll('label')].find((candidate) => candidate.htmlFor === element.id);
    return seen((element.id === '' ? null : named)?.textContent ?? element.closest('label')?.textContent);
  }
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return seen(copy.textContent);
};

export const descriptionOf = (element: Element): string => textOf(element.getAttribute('aria-describedby'));

export const all = (role: Role, name?: string, within: ParentNode = document): readonly HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(SELECTORS[role])].filter(
    (element) => name === undefined || nameOf(element) === name,
  );

/** Exactly one, now. */
export const one = (role: Role, name?: string, within: ParentNode = document): HTMLElement => {
  const found = all(role, name, within);
  const [first] = found;
  if (first === undefined || found.length > 1) {
    const there = all(role, undefined, within).map((element) => `„${nameOf(element)}”`);
    throw new Error(`${found.length} × ${role} „${name ?? ''}”; there are: ${there.join(', ')}`);
  }
  return first;
};

/** Exactly one, as soon as it is there. */
export const soon = (role: Role, name?: string, within: ParentNode = document): Promise<HTMLElement> =>
  vi.waitFor(() => one(role, name, within), { timeout: 2000, interval: 5 });

export const inputOf = (role: 'textbox' | 'checkbox' | 'radio', name: string): HTMLInputElement =>
  one(role, name) as HTMLInputElement;

export const selectOf = (name: string): HTMLSelectElement => one('combobox', name) as HTMLSelectElement;

// ---- doing -----------------------------------------------------------------------------------------------------------

export const click = (element: HTMLElement): Promise<void> => act(() => element.click());

export const press = async (role: Role, name: string, within: ParentNode = document): Promise<void> =>
  click(await soon(role, name, within));

export const type = (name: string, text: string): Promise<void> =>
  act(() => {
    const input = inputOf('textbox', name);
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });

export const leaveField = (name: string): Promise<void> => act(() => inputOf('textbox', name).blur());

export const choose = (name: string, value: string): Promise<void> =>
  act(() => {
    const select = selectOf(name);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });

export const key = (element: HTMLElement, name: string): Promise<void> =>
  act(() => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  });

export const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 2000, interval: 5 });
