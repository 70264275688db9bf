/** What a card says must be true: every sentence is there, complete, and agrees with what iFirma really holds. */
import { expect } from 'vitest';
import type { Reason } from '../../../utils/invoice/finding.ts';
import { markOf } from '../../../utils/invoice/mark.ts';
import type { DocumentView } from '../../../utils/messages/index.ts';
import { ALL_REASON_PARAMS } from '../../../utils/texts/own-reasons.ts';
import { type Booked, bookedOf, FINDING_PARAMS, findingText, reasonText } from '../../../utils/texts.ts';
import type { BookedInvoice } from '../../sim/ifirma/index.ts';

/** iFirma writes itself small. */
const SENTENCE = /^(?:\p{Lu}|iFirma ).{15,}[.!]$/u;

export function honestReason(reason: Reason, booked: Booked | null, now: number): string {
  const given = Object.keys(reason.params);
  const wanted: readonly string[] = ALL_REASON_PARAMS[reason.code];
  expect(given, `the sentence of ${reason.code} wants its words`).toEqual(expect.arrayContaining([...wanted]));
  const said = reasonText('pl', reason, booked, now);
  expect(said).toMatch(SENTENCE);
  return said;
}

export function honestView(document: DocumentView, booked: readonly BookedInvoice[], now: number): void {
  for (const finding of document.findings) {
    const wanted: readonly string[] = FINDING_PARAMS[finding.code];
    expect(Object.keys(finding.params), finding.code).toEqual(expect.arrayContaining([...wanted]));
    expect(findingText('pl', finding)).toMatch(SENTENCE);
  }
  if (document.reason === null) return;
  const said = honestReason(document.reason, bookedOf(document), now);
  const documentId = document.key.startsWith('d') ? document.key.slice(1) : null;
  const mark = markOf({ panel: document.panel, orderId: document.orderId, documentId });
  const marked = booked.filter(({ body }) => String(body.Uwagi).split('\n').at(-1) === mark);
  if (said.includes('Faktura w iFirma nie powstała'))
    expect(
      marked.map(({ number }) => number),
      said,
    ).toEqual([]);
  if (said.includes('Faktura jest w iFirma')) expect(booked.length, said).toBeGreaterThan(0);
}
