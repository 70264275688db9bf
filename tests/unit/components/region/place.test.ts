// @vitest-environment happy-dom
/** A place of ours in a page that listens: what is meant for it stays in it, and nothing of it is left behind. */
import { afterEach, expect, test } from 'vitest';
import { placeIn } from '../../../../components/region/place.ts';

const EVENTS = ['click', 'keydown', 'submit'];

const rootIn = (ground: string): ShadowRoot => {
  document.body.style.backgroundColor = ground;
  return document.body.appendChild(document.createElement('mostek-panel')).attachShadow({ mode: 'open' });
};

afterEach(() => document.body.replaceChildren());

test('what is meant for the region does not reach the page, until it is taken away', () => {
  const place = placeIn(rootIn('white'), []);
  const heard: string[] = [];
  const context = new AbortController();
  for (const type of EVENTS) document.addEventListener(type, () => heard.push(type), { signal: context.signal });
  const press = (): void => {
    for (const type of EVENTS) place.element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  };
  press();
  expect(heard).toEqual([]);
  const root = place.element.getRootNode() as ShadowRoot;
  place.remove();
  root.append(place.element);
  press();
  expect(heard).toEqual(EVENTS);
  context.abort();
});

test('it is drawn in the colours of the page behind it', () => {
  expect(placeIn(rootIn('rgb(255, 255, 255)'), []).element.className).toBe('mostek');
  expect(placeIn(rootIn('rgb(10, 10, 10)'), []).element.className).toBe('mostek dark');
});

test('nothing of it is left behind', () => {
  const root = rootIn('white');
  placeIn(root, ['p { color: red; }']).remove();
  expect([...root.childNodes, ...root.adoptedStyleSheets]).toEqual([]);
});
