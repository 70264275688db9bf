/** A good file, changed in every way that chance thinks of. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFileContent } from '../../../../utils/messages/settings-file-schema.ts';
import { everything, exported, fullInstallation, type Loose, WITH_KEYS } from './installation.ts';

const NAMES = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'length', 'mostek', 'version', '', '0'),
  fc.string({ maxLength: 5 }),
);
const VALUES = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    '',
    '1',
    [],
    {},
    [[]],
    '__proto__',
    'constructor',
    '\ud800',
    '\u0000',
  ),
  fc.dictionary(NAMES, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
);
const MUTATION = fc.record({
  at: fc.nat(),
  how: fc.oneof(fc.constantFrom('put', 'remove', 'add', 'rename', 'copy'), fc.constant('alike')),
  name: NAMES,
  value: VALUES,
});

interface Place {
  readonly within: Loose;
  readonly name: string;
}

function places(value: Loose): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => [{ within: value, name }, ...places(value[name])]);
}

/** Something of the same type, so that now and then the file stays good. */
function alike(value: Loose, at: number): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}${at % 10}` : value;
}

function mutate(
  file: Loose,
  { at, how, name, value }: { at: number; how: string; name: string; value: unknown },
): void {
  const all = places(file);
  const place = all[at % all.length];
  if (place === undefined) return;
  const { within } = place;
  const set = (under: string, what: unknown) =>
    Object.defineProperty(within, under, { value: what, enumerable: true, configurable: true, writable: true });
  switch (how) {
    case 'put':
      set(place.name, value);
      break;
    case 'alike':
      set(place.name, alike(within[place.name], at));
      break;
    case 'add':
      if (!Array.isArray(within)) set(name, value);
      else within.push(value);
      break;
    case 'rename':
      if (Array.isArray(within)) break;
      set(name, within[place.name]);
      delete within[place.name];
      break;
    case 'copy':
      if (Array.isArray(within)) within.push(structuredClone(within[Number(place.name)]));
      else set(name, structuredClone(within[place.name]));
      break;
    default:
      if (Array.isArray(within)) within.splice(Number(place.name), 1);
      else delete within[place.name];
  }
}

const OWN = ['Object', 'Array', 'String', 'Function'] as const;
const prototypes = () => OWN.map((name) => Object.getOwnPropertyNames(globalThis[name].prototype).length);

describe('whatever a file says', () => {
  it('is refused without a change, or is good: nothing throws, and the program itself stays as it is', async () => {
    const installation = await fullInstallation();
    const { text } = await exported(installation, WITH_KEYS);
    const before = await everything(installation);
    const clean = prototypes();
    let refused = 0;
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(MUTATION, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const file: Loose = JSON.parse(text);
        for (const mutation of mutations) mutate(file, mutation);
        const changed = JSON.stringify(file);
        const preview = await installation.files.preview(changed);
        if (!preview.ok) {
          refused += 1;
          expect(await installation.files.import(changed, '', null)).toMatchObject({ ok: false });
        } else {
          taken += 1;
          expect(parseFileContent(JSON.parse(changed)).ok).toBe(true);
        }
        expect(await everything(installation)).toEqual(before);
        expect(prototypes()).toEqual(clean);
      }),
      { numRuns: 400 },
    );
    // Neither is so rare that nothing was tried.
    expect(refused).toBeGreaterThan(100);
    expect(taken).toBeGreaterThan(5);
  }, 60_000);

  it('is taken in only as something that goes out again and comes back the same', async () => {
    const { text } = await exported(await fullInstallation());
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(MUTATION, { minLength: 1, maxLength: 2 }), async (mutations) => {
        const installation = await fullInstallation();
        const file: Loose = JSON.parse(text);
        for (const mutation of mutations) mutate(file, mutation);
        const changed = JSON.stringify(file);
        const preview = await installation.files.preview(changed);
        if (!preview.ok) return;
        taken += 1;
        expect(await installation.files.import(changed, preview.value.token, null)).toMatchObject({ ok: true });
        expect(await installation.files.preview(changed)).toMatchObject({ ok: true, value: { general: [] } });
        const again = await installation.files.preview((await exported(installation)).text);
        if (!again.ok) throw new Error(`its own export is refused: ${JSON.stringify(again)}`);
        expect(again.value.accounts.flatMap(({ changes }) => changes)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(5);
  }, 60_000);

  it('even when it is no JSON', async () => {
    const installation = await fullInstallation();
    const { text } = await exported(installation, WITH_KEYS);
    const before = await everything(installation);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json(), fc.record({ at: fc.nat(text.length), put: fc.string(), drop: fc.nat(50) })),
        async (change) => {
          const said =
            typeof change === 'string'
              ? change
              : text.slice(0, change.at) + change.put + text.slice(change.at + change.drop);
          expect(typeof (await installation.files.preview(said)).ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
    expect(await everything(installation)).toEqual(before);
  }, 60_000);
});
