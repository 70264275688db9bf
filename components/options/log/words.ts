/** An entry of the log in words: what was done, what was decided, and why. */
import type { ReasonCode } from '../../../utils/invoice/finding';
import type { KsefStanding } from '../../../utils/invoice/ksef';
import type { Step, TransferState } from '../../../utils/invoice/transfer';
import type { Language, LogRow } from '../../../utils/messages';
import { STATE_TEXTS } from '../../../utils/texts';
import { KSEF_TEXTS } from '../../../utils/texts/ksef';
import { LOG_TEXTS, type LogTexts } from '../../../utils/texts/options/log';
import { findingTitle, TITLED } from '../../../utils/texts/options/log-findings';
import { ALL_REASON_PARAMS } from '../../../utils/texts/own-reasons';
import { reasonWhat, type ViewReason } from '../../../utils/texts/reasons';

/** What the log does not keep of a reason, so that the sentence goes on without it: no name of a field or a computer is a figure. */
const LEFT_OUT: Readonly<Record<string, string>> = { field: '0', computer: '0' };

function kept({ code, params }: NonNullable<LogRow['reason']>): ViewReason {
  const names: readonly string[] = ALL_REASON_PARAMS[code];
  const whole = names.map((name) => [name, params[name] ?? LEFT_OUT[name] ?? '']);
  return { code, params: Object.fromEntries(whole) };
}

/** What was tried: `Wystawienie`, `Decyzja osoby`. */
export function whatOf(texts: LogTexts, { event, step }: Pick<LogRow, 'event' | 'step'>): string {
  switch (event) {
    case 'step':
      return texts.steps[step];
    case 'person':
      return texts.person;
    case 'recovered':
      return texts.recovered;
    case 'status':
    case 'field':
    case 'recheck':
    case 'month':
    case 'ksef':
    case 'auto':
    case 'rule':
    case 'repair':
      return texts.events[event];
    default:
      return event satisfies never;
  }
}

/** Why it stands as it stands after the attempt: findings and reason, each a short sentence; empty: there is nothing to say. */
export function whyOf(language: Language, { at, reason, findings }: LogRow): readonly string[] {
  return [
    ...new Set([
      ...findings.map((finding) => `${findingTitle(language, finding)}.`),
      ...(reason === null ? [] : [reasonWhat(language, kept(reason), at)]),
    ]),
  ];
}

/** What was decided, where findings and reason do not say it. */
export function decidedOf(language: Language, row: LogRow): string | null {
  const texts = LOG_TEXTS[language];
  switch (row.event) {
    case 'person':
      return decidedByPerson(texts, row);
    case 'recovered':
      return texts.found;
    case 'step':
      return stepDone(texts, row);
    case 'status':
    case 'field':
    case 'recheck':
      return row.reason === null && row.findings.length === 0 ? texts.effectsDone[row.event] : null;
    case 'repair':
      return texts.repaired;
    case 'ksef':
      return row.ksef === undefined ? null : standingOf(language, row.ksef);
    // Their reason says all of it.
    case 'month':
    case 'auto':
      return null;
    case 'rule':
      return row.reason === null ? texts.orderedByRule : null;
    default:
      return row.event satisfies never;
  }
}

function standingOf(language: Language, standing: KsefStanding): string {
  const { name, standings } = KSEF_TEXTS[language];
  return `${name}: ${standings[standing]}.`;
}

/** Reasons that say what the person decided. */
const SAID: readonly ReasonCode[] = ['linked', 'skipped-by-person', 'batch-cancelled'];

function decidedByPerson(texts: LogTexts, { state, reason }: LogRow): string | null {
  if (reason !== null && SAID.includes(reason.code)) return null;
  switch (state) {
    case 'queued':
    case 'sending':
      return texts.ordered;
    case 'skipped':
      return texts.skipped;
    case 'failed':
      return texts.withdrawn;
    case 'incomplete':
    case 'uncertain':
    case 'issued':
    case 'done':
    case 'unsent':
      return texts.checked;
    default:
      return state satisfies never;
  }
}

/** After which states a step has gone well. */
const WELL: readonly LogRow['state'][] = ['sending', 'done'];

function stepDone(texts: LogTexts, { step, state, reason, findings }: LogRow): string | null {
  if (reason !== null || findings.length > 0) return null;
  if (WELL.includes(state)) return texts.done[step];
  return state === 'queued' ? texts.postponed : null;
}

/** All that is said of an entry: the decision first, then why. */
export function sentencesOf(language: Language, row: LogRow): readonly string[] {
  const decided = decidedOf(language, row);
  return [...(decided === null ? [] : [decided]), ...whyOf(language, row)];
}

/** What the document is called: the panel's number, else its order. */
export function nameOf(texts: LogTexts, { key, documentNumber }: Pick<LogRow, 'key' | 'documentNumber'>): string {
  if (documentNumber !== null && documentNumber !== '') return documentNumber;
  const id = key.slice(1);
  switch (key.charAt(0)) {
    case 'o':
      return texts.order(id);
    case 'r':
      return texts.return(id);
    case 'c':
      return texts.ownCorrection;
    default:
      return texts.document(id);
  }
}

/** The codes whose words contain the text: what is said is known here alone, and what was logged there. */
export function codesSaying(language: Language, text: string): readonly string[] {
  const wanted = text.trim().toLocaleLowerCase('pl');
  // Of less, half of everything that is ever said.
  if (wanted.length < 3) return [];
  const says = (words: string): boolean => words.toLocaleLowerCase('pl').includes(wanted);
  const texts = LOG_TEXTS[language];
  const reasons = (Object.keys(ALL_REASON_PARAMS) as ReasonCode[]).filter((code) =>
    says(reasonWhat(language, kept({ code, params: {} }), 0)),
  );
  const findings = TITLED.filter((code) => says(findingTitle(language, { code, path: '' })));
  const steps = (Object.keys(texts.steps) as Step[]).filter((step) => says(texts.steps[step]));
  const events = (
    ['person', 'recovered', 'status', 'field', 'recheck', 'month', 'ksef', 'auto', 'rule', 'repair'] as const
  ).filter((event) => says(whatOf(texts, { event, step: 'check' })));
  const { unsent: _none, ...states } = STATE_TEXTS[language];
  const stated = (Object.keys(states) as TransferState[]).filter((state) => says(states[state]));
  return [...reasons, ...findings, ...steps, ...events, ...stated];
}
