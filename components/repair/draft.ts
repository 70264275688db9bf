/**
 * What a person has typed into the form of a document so far, and what is wrong with it. Nothing of it is kept or sent from here. What was
 * typed outlives a new reading of the form, place by place, for as long as its place is still asked for.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Finding } from '../../utils/invoice/finding';
import { judgeRepair } from '../../utils/invoice/repair/judge';
import { isBuyerField, isLineField, type RepairField } from '../../utils/invoice/repair/repair';
import { wayOf } from '../../utils/invoice/repair/ways';
import type { RepairEdit, RepairForm, RepairInput, RepairProblem, RepairScope } from '../../utils/messages';
import type { ViewReason } from '../../utils/texts';
import { amount } from '../../utils/texts/figures';
import type { FieldProblem } from '../../utils/texts/repair-parts';
import type { Answer } from '../ask';

export interface Shown {
  readonly problem: FieldProblem;
  /** Of `too-long`. */
  readonly most: number | undefined;
}

/** What is chosen once for several inputs: the buyer's, or a field that may become a rule. */
export type ScopeGroup = 'buyer' | RepairField;

export type Collected = { readonly ok: true; readonly edits: readonly RepairEdit[] } | { readonly ok: false };

export interface Draft {
  /** null until the first reading. */
  readonly form: ReadonlySignal<RepairForm | null>;
  /** Why the form could not be read. */
  readonly trouble: ReadonlySignal<ViewReason | null>;
  /** Where the focus is to go; a new object each time. */
  readonly wanted: ReadonlySignal<{ readonly place: string } | null>;
  /** @param findings what the document is stopped by, with iFirma's own words. */
  read(findings: readonly Finding[]): Promise<void>;
  /** As it was read a moment ago. */
  put(form: RepairForm, findings: readonly Finding[]): void;
  textOf(input: RepairInput): string;
  shownOf(input: RepairInput): Shown | null;
  type(input: RepairInput, text: string): void;
  /** The person has gone on to something else. */
  leave(input: RepairInput): void;
  scopeOf(group: ScopeGroup): RepairScope;
  choose(group: ScopeGroup, scope: RepairScope): void;
  /** What is to be kept; where something is wrong with it, that is shown and has the focus. */
  collect(): Promise<Collected>;
  /** What the background says of it, by place. */
  refuse(fields: Readonly<Record<string, RepairProblem>>): void;
  /** iFirma speaks of lines, and not of which. */
  isUnclear(field: RepairField): boolean;
  stop(): void;
}

export interface DraftTools {
  readonly readForm: () => Promise<Answer<RepairForm>>;
  /** Runs once, unless the returned function is called before. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Whoever stops for so long has typed all of it. */
const PAUSE_MS = 700;

export const placeOf = ({ field, line }: Pick<RepairInput, 'field' | 'line'>): string =>
  line === null ? field : `${field}.${line}`;

/** What is there now, as a person writes it: an amount comes in grosze. */
const writtenOf = ({ field, value }: RepairInput): string =>
  field === 'paid' && /^\d+$/.test(value) ? amount(Number(value)) : value;

export const groupOf = ({ field, scopes }: RepairInput): ScopeGroup | null => {
  if (scopes.includes('order')) return 'buyer';
  return scopes.includes('rule') ? field : null;
};

export const createDraft = ({ readForm, after }: DraftTools): Draft => {
  const form = signal<RepairForm | null>(null);
  const trouble = signal<ViewReason | null>(null);
  const wanted = signal<{ readonly place: string } | null>(null);
  const typed = signal<ReadonlyMap<string, string>>(new Map());
  const shown = signal<ReadonlyMap<string, Shown>>(new Map());
  const scopes = signal<ReadonlyMap<ScopeGroup, RepairScope>>(new Map());
  let findings: readonly Finding[] = [];
  let stopPause: () => void = () => {};
  let readings = 0;
  let stopped = false;

  const inputs = (): readonly RepairInput[] => form.peek()?.inputs ?? [];
  const textNow = (input: RepairInput): string => typed.peek().get(placeOf(input)) ?? writtenOf(input);
  const isTyped = (input: RepairInput): boolean => textNow(input) !== writtenOf(input);

  const country = (): string | null => {
    const input = inputs().find(({ field }) => field === 'buyer.country');
    return (input === undefined ? '' : textNow(input)) || (form.peek()?.country ?? null);
  };
  const judge = (input: RepairInput) => judgeRepair(input.field, textNow(input), country());

  const refusals = (): readonly RepairField[] =>
    findings.flatMap((finding) => {
      const way = finding.code === 'ifirma-refused' ? wayOf(finding) : null;
      return way?.kind === 'field' ? way.fields : [];
    });
  const isByIfirma = (): boolean => findings.some(({ code }) => code === 'ifirma-refused');
  const isUnclear = (field: RepairField): boolean =>
    isLineField(field) && refusals().includes(field) && inputs().filter((each) => each.field === field).length > 1;

  /** The date may be right, and iFirma's accounting month wrong. */
  const isOnlyAWayOut = ({ field }: RepairInput): boolean =>
    field === 'saleDate' && findings.some((finding) => wayOf(finding)?.kind === 'month');

  /** What is wrong with what stands there now; of lines most are right, and which one is not iFirma does not say. */
  const problemOf = (input: RepairInput): Shown | null => {
    if (!isTyped(input) && (isUnclear(input.field) || isOnlyAWayOut(input))) return null;
    const judged = judge(input);
    if (!judged.ok) return { problem: judged.problem, most: judged.most };
    if (isTyped(input)) return null;
    if (refusals().includes(input.field)) return { problem: 'refused', most: undefined };
    return isByIfirma() ? null : { problem: 'unfit', most: undefined };
  };

  const show = (input: RepairInput, problem: Shown | null): void => {
    const next = new Map(shown.peek());
    if (problem === null) next.delete(placeOf(input));
    else next.set(placeOf(input), problem);
    shown.value = next;
  };
  const showAll = (): void => {
    shown.value = new Map(
      inputs().flatMap((input) => {
        const problem = problemOf(input);
        return problem === null ? [] : [[placeOf(input), problem] as const];
      }),
    );
  };

  const put = (next: RepairForm, stoppedBy: readonly Finding[]): void => {
    findings = stoppedBy;
    const places = new Set(next.inputs.map(placeOf));
    batch(() => {
      form.value = next;
      trouble.value = null;
      typed.value = new Map([...typed.peek()].filter(([place]) => places.has(place)));
      showAll();
    });
  };

  const read = async (stoppedBy: readonly Finding[]): Promise<void> => {
    readings += 1;
    const own = readings;
    const answer = await readForm();
    // Asked for again meanwhile: that answer is the newer one.
    if (stopped || own !== readings) return;
    if (answer.ok) put(answer.value, stoppedBy);
    else trouble.value = answer.reason;
  };

  /** Those that keep the rest from being sent: typed, or left as Mostek itself cannot send them. */
  const wrongOnes = (): readonly RepairInput[] =>
    inputs().filter((input) => !judge(input).ok && (isTyped(input) || !isByIfirma()));

  const wordOf = (input: RepairInput): string => {
    const judged = judge(input);
    if (!judged.ok) return textNow(input);
    return input.field === 'paid' ? amount(Number(judged.value)) : judged.value;
  };

  return {
    form,
    trouble,
    wanted,
    read,
    put,
    textOf: (input) => typed.value.get(placeOf(input)) ?? writtenOf(input),
    shownOf: (input) => shown.value.get(placeOf(input)) ?? null,
    isUnclear,

    type(input, text) {
      batch(() => {
        typed.value = new Map(typed.peek()).set(placeOf(input), text);
        const problem = problemOf(input);
        if (problem === null) show(input, null);
        stopPause();
        stopPause = after(PAUSE_MS, () => show(input, problemOf(input)));
        if (input.field !== 'buyer.country') return;
        const postcode = inputs().find(({ field }) => field === 'buyer.postcode');
        if (postcode !== undefined) show(postcode, problemOf(postcode));
      });
    },

    leave(input) {
      if (!typed.peek().has(placeOf(input))) return;
      stopPause();
      batch(() => {
        const judged = judge(input);
        if (judged.ok && input.field === 'buyer.postcode')
          typed.value = new Map(typed.peek()).set(placeOf(input), judged.value);
        show(input, problemOf(input));
      });
    },

    scopeOf: (group) => scopes.value.get(group) ?? 'document',
    choose(group, scope) {
      scopes.value = new Map(scopes.peek()).set(group, scope);
    },

    async collect() {
      if (!inputs().some(isTyped)) return { ok: true, edits: [] };
      // It may have been mended in the panel since, and is asked for here no longer.
      if (wrongOnes().some((input) => !isTyped(input))) await read(findings);
      const [first] = wrongOnes();
      if (first !== undefined) {
        batch(() => {
          for (const input of wrongOnes()) show(input, problemOf(input));
          wanted.value = { place: placeOf(first) };
        });
        return { ok: false };
      }
      const edits = inputs()
        .filter(isTyped)
        .map((input): RepairEdit => {
          const { field, line } = input;
          const group = groupOf(input);
          const scope = group === null ? 'document' : (scopes.peek().get(group) ?? 'document');
          return { field, line, value: wordOf(input), scope };
        });
      return { ok: true, edits };
    },

    refuse(fields) {
      const next = new Map(shown.peek());
      for (const [place, problem] of Object.entries(fields)) next.set(place, { problem, most: undefined });
      const first = inputs().find((input) => Object.hasOwn(fields, placeOf(input)));
      batch(() => {
        shown.value = next;
        if (first !== undefined) wanted.value = { place: placeOf(first) };
      });
    },

    stop() {
      stopped = true;
      stopPause();
    },
  };
};

/** What belongs together on the form. */
export const sectionOf = ({ field }: RepairInput): 'buyer' | 'document' | RepairField => {
  if (isBuyerField(field)) return 'buyer';
  return field === 'saleDate' || field === 'issueDate' || field === 'paid' ? 'document' : field;
};
