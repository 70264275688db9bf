import { describe, expect, it } from 'vitest';
import { type Sender, speakerOf } from '../../../utils/messages/judge.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const SELF = { id: ID, origin: `chrome-extension://${ID}` };
const PANEL = 'https://demo.sellasist.pl';

/** More than is looked at, as the browser sends it. */
interface WholeSender extends Sender {
  readonly url?: string;
}

const panel = (changes: WholeSender = {}): WholeSender => ({
  id: ID,
  origin: PANEL,
  frameId: 0,
  tab: { id: 5 },
  url: `${PANEL}/admin/orders/edit/1001`,
  ...changes,
});

describe('one of our own pages', () => {
  it.each<[string, WholeSender]>([
    ['the popup, which has no tab', { id: ID, origin: SELF.origin, url: `${SELF.origin}/popup.html` }],
    [
      'the options page in a tab',
      { id: ID, origin: SELF.origin, frameId: 0, tab: { id: 7 }, url: `${SELF.origin}/options.html` },
    ],
    [
      'the options page in the frame of the extensions list',
      { id: ID, origin: SELF.origin, frameId: 3, tab: { id: 7 } },
    ],
  ])('is heard as a view: %s', (_title, sender) => {
    expect(speakerOf(sender, SELF)).toEqual({ kind: 'view' });
  });

  it.each<[string, WholeSender]>([
    ['of another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', origin: SELF.origin }],
    ['of another extension, under its own origin', { id: 'x', origin: 'chrome-extension://x' }],
    [
      'under the origin of another extension',
      { id: ID, origin: 'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba' },
    ],
    ['without an id', { origin: SELF.origin }],
    ['without an origin, whatever its address says', { id: ID, url: `${SELF.origin}/options.html` }],
    ['with a slash after its origin', { id: ID, origin: `${SELF.origin}/` }],
    ['with an origin that only begins like ours', { id: ID, origin: `${SELF.origin}x` }],
    ['with an origin in capitals', { id: ID, origin: SELF.origin.toUpperCase() }],
    ['in a sandbox', { id: ID, origin: 'null' }],
  ])('is not: a page %s', (_title, sender) => {
    expect(speakerOf(sender, SELF)).toEqual({ kind: 'stranger' });
  });
});

describe('a page of the panel', () => {
  it('is heard under the name of its panel, from the tab it stands in', () => {
    expect(speakerOf(panel(), SELF)).toEqual({ kind: 'panel', panel: 'demo', tabId: 5 });
  });

  it.each([
    ['a', 'a'],
    ['sklep-2', 'sklep-2'],
    ['123', '123'],
    [`${'a'.repeat(63)}`, 'a'.repeat(63)],
    ['www-2', 'www-2'],
    ['apis', 'apis'],
  ])('may be called %s', (label, name) => {
    expect(speakerOf(panel({ origin: `https://${label}.sellasist.pl` }), SELF)).toMatchObject({ panel: name });
  });

  it('is known by its origin; an address that a page made up changes nothing', () => {
    expect(speakerOf(panel({ url: 'https://inny.sellasist.pl/admin' }), SELF)).toMatchObject({ panel: 'demo' });
    expect(speakerOf(panel({ url: `${SELF.origin}/options.html` }), SELF)).toMatchObject({ kind: 'panel' });
    expect(speakerOf(panel({ origin: 'https://evil.example', url: `${PANEL}/admin` }), SELF)).toEqual({
      kind: 'stranger',
    });
  });

  it.each<[string, WholeSender]>([
    ['in a frame', { frameId: 1 }],
    ['in an unknown frame', { frameId: undefined }],
    ['without a tab', { tab: undefined }],
    ['in a tab without an id', { tab: {} }],
    ['heard through another extension', { id: 'other' }],
    ['without an id', { id: undefined }],
    ['without an origin', { origin: undefined }],
  ])('is a stranger %s', (_title, changes) => {
    expect(speakerOf(panel(changes), SELF)).toEqual({ kind: 'stranger' });
  });

  it.each([
    'https://sellasist.pl',
    'https://www.sellasist.pl',
    'https://api.sellasist.pl',
    'http://demo.sellasist.pl',
    'https://demo.sellasist.pl:8443',
    'https://demo.sellasist.pl.',
    'https://demo.sellasist.pl/',
    'https://demo.sellasist.pl.evil.example',
    'https://evil.example/demo.sellasist.pl',
    'https://demo.sellasist.com',
    'https://demosellasist.pl',
    'https://a.b.sellasist.pl',
    'https://.sellasist.pl',
    'https://-demo.sellasist.pl',
    'https://demo-.sellasist.pl',
    'https://de_mo.sellasist.pl',
    'https://DEMO.sellasist.pl',
    `https://${'a'.repeat(64)}.sellasist.pl`,
    'https://demo.sellasist.pl\n',
    'https://user@demo.sellasist.pl',
    'https://www.ifirma.pl',
    'null',
    '',
  ])('is not %j', (origin) => {
    expect(speakerOf(panel({ origin }), SELF)).toEqual({ kind: 'stranger' });
  });
});
