import { NO_ADDRESS } from '../build-order.ts';
import { COUNTRIES } from '../dictionaries.ts';
import type { Address } from '../model.ts';
import type { PanelState } from '../state.ts';
import { isObject } from './body.ts';
import { type Change, change, refuse } from './change.ts';

export function addressChange(
  state: PanelState,
  key: string,
  before: Address,
  value: unknown,
  set: (address: Address) => void,
): Change {
  if (!isObject(value)) return refuse(`${key}: object expected`);
  const after: Address = state.switches.addressWrites === 'merge' ? { ...before } : { ...NO_ADDRESS };
  let countryAsText = false;
  for (const [name, part] of Object.entries(value)) {
    if (name === 'country') {
      // A country given as text is answered with 200 and ignored (sellasist-api 5.2).
      if (typeof part === 'string') countryAsText = true;
      else {
        const code = codeOf(part);
        if (code === null) return refuse(`${key}.country: unknown country`);
        after.country = code;
      }
    } else {
      if (!isTextField(name)) return refuse(`Unknown field: ${key}.${name}`);
      if (typeof part !== 'string') return refuse(`${key}.${name}: text expected`);
      after[name] = part;
    }
  }
  return change(() => {
    if (countryAsText) state.journal.slips.push({ code: 'country-not-an-object', detail: key });
    set(after);
  });
}

function codeOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const country = COUNTRIES.find(({ id, code }) =>
    value.id === undefined ? value.code === code : String(value.id) === String(id),
  );
  if (!country) return null;
  const agrees = value.code === undefined || String(value.code).toUpperCase() === country.code;
  return agrees ? country.code : null;
}

const isTextField = (name: string): name is Exclude<keyof Address, 'country'> =>
  name !== 'country' && Object.hasOwn(NO_ADDRESS, name);
