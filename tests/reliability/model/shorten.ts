/** The shortest walk that still goes wrong in the same way: no action of it can be left out, no press of it made plainer. */
import type { Action, Press, Walk } from './action.ts';
import { walk } from './walk.ts';

/** `twice: …` → `twice` */
function kindsOf(flaws: readonly string[]): readonly string[] {
  return flaws.map((flaw) => flaw.slice(0, flaw.indexOf(':')));
}

export async function shortened(failing: Walk): Promise<Walk> {
  const [kind] = kindsOf((await walk(failing)).flaws);
  const fails = async (tried: Walk): Promise<boolean> => {
    const { flaws } = await walk(tried);
    return kind !== undefined && kindsOf(flaws).includes(kind);
  };
  let shortest = failing;
  const raw: Walk = { ...failing, fileMode: 'raw' };
  if (await fails(raw)) shortest = raw;
  for (let before = Number.POSITIVE_INFINITY; shortest.actions.length < before; ) {
    before = shortest.actions.length;
    for (let many = Math.max(1, before >> 1); many >= 1; many >>= 1) {
      for (let at = 0; at < shortest.actions.length; ) {
        const tried = { ...shortest, actions: shortest.actions.toSpliced(at, many) };
        if (await fails(tried)) shortest = tried;
        else at += many;
      }
    }
  }
  for (const [at] of shortest.actions.entries()) {
    for (const plainer of PLAINER) {
      const action = shortest.actions[at];
      const actions = action === undefined ? [] : shortest.actions.with(at, plainer(action));
      if (await fails({ ...shortest, actions })) shortest = { ...shortest, actions };
    }
  }
  return shortest;
}

const pressed =
  (plain: Partial<Press>) =>
  (action: Action): Action =>
    action.do === 'press' ? { ...action, ...plain } : action;

const PLAINER: readonly ((action: Action) => Action)[] = [
  (action) => (action.do === 'fault' ? { ...action, times: 1 } : action),
  pressed({ document: 0 }),
  pressed({ confirm: false }),
  pressed({ times: 1 }),
  pressed({ card: 'now' }),
  pressed({ from: 'card' }),
  pressed({ turns: null }),
  pressed({ hold: null }),
];
