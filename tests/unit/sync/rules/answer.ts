/** A person before `Do decyzji`: looks in iFirma and in the panel whether it has happened, and says so. */
import type { RuleEffect } from '../../../../utils/invoice/rules/rule.ts';
import { needsDecision, type RuleRun } from '../../../../utils/invoice/rules/run.ts';
import type { RunRef } from '../../../../utils/messages/index.ts';
import type { BookedInvoice } from '../../../sim/ifirma/index.ts';
import { VIEW } from '../set-up.ts';
import type { World } from '../world.ts';

/** What may end so without anybody's fault. */
const MAY_BE_ASKED = [
  'rule-cut',
  'rule-email-unclear',
  'rule-payment-unclear',
  'rule-note-unclear',
  // A correction of what is paid later, or the like: nothing is to be added.
  'rule-payment-nothing',
];

export async function answerRuns(
  world: World,
): Promise<{ readonly answered: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let answered = 0;
  for (const run of await allRuns(world))
    for (const [effect, own] of run.effects.entries()) {
      if (!needsDecision(own)) continue;
      const code = own.reason?.code ?? '';
      const words = `${run.ruleName} of ${run.key}: ${own.effect.kind} ended ${own.standing} ${code}`;
      if (!MAY_BE_ASKED.includes(code)) faults.push(`${words} ${JSON.stringify(own.reason?.params)}`);
      answered += 1;
      const ref: RunRef = { panel: run.panel, ruleId: run.ruleId, key: run.key, effect };
      const isOver = code === 'rule-payment-nothing' || hasHappened(world, run, own.effect);
      if (isOver) await world.tell<'rules.drop'>({ type: 'rules.drop', ...ref }, VIEW);
      else await world.tell<'rules.again'>({ type: 'rules.again', ...ref }, VIEW);
    }
  return { answered, faults };
}

/** A person before a document of which nobody knows whether it went to KSeF: it did not, so it is sent (again). */
export async function answerKsef(world: World): Promise<number> {
  const { rows } = await world.store.transfers.recent({ before: null, limit: 5_000 });
  const unclear = rows.filter(({ key, ksef }) => ksef?.standing === 'unclear' && !bookedOf(world, key)[0]?.sentToKsef);
  for (const { orderId, key } of unclear) await world.ask<'ksef'>({ type: 'ksef', orderId, key, confirm: [] });
  return unclear.length;
}

export async function allRuns(world: World): Promise<readonly RuleRun[]> {
  const runs: RuleRun[] = [];
  for (let before: readonly [number, string, string] | null = null; ; ) {
    const asked = { type: 'rules.runs', panel: 'demo', before } as const;
    const page: { readonly runs: readonly RuleRun[]; readonly next: readonly [number, string, string] | null } =
      await world.tell<'rules.runs'>(asked, VIEW);
    runs.push(...page.runs);
    if (page.next === null) return runs;
    before = page.next;
  }
}

/** What was booked of a document (`d77`) or an order that has none (`o1001`). */
export function bookedOf({ ifirma }: Pick<World, 'ifirma'>, key: string): readonly BookedInvoice[] {
  const mark = key.startsWith('d') ? new RegExp(`/${key}(?:/k)?(?:\\s|$)`, 'm') : new RegExp(`\\b${key}(?:\\s|$)`, 'm');
  return ifirma.booked().filter(({ body }) => mark.test(String(body.Uwagi)));
}

/** @param orderId of the panel. */
export function noteText(template: string, orderId: string, number: string): string {
  return template.replaceAll('{zamówienie}', orderId).replaceAll('{numer_ifirma}', number);
}

function hasHappened(world: World, { key, orderId, ruleName }: RuleRun, effect: RuleEffect): boolean {
  const [booked] = bookedOf(world, key);
  if (effect.kind === 'email') return (booked?.emails ?? 0) > 0;
  if (effect.kind === 'note') {
    const text = noteText(effect.text, orderId ?? '', booked?.number ?? '');
    return world.panel.notes.some((each) => each.orderId === orderId && each.text === text);
  }
  if (effect.kind === 'notify')
    return world.ruleNotices.some(({ rule, about }) => rule === ruleName && about === orderId);
  if (effect.kind !== 'payment') return false;
  const invoices = world.ifirma
    .booked()
    .filter(({ corrects, body }) => corrects === null && new RegExp(`\\bo${orderId}\\b`).test(String(body.Uwagi)));
  return invoices.some(({ payments }) => payments > 0);
}
