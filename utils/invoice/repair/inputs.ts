/** Findings → the inputs that mend them, each once, in the order of a form. */

import type { SaleDocument } from '../document';
import type { Finding } from '../finding';
import { plainText } from '../text';
import { resolveVat } from '../vat';
import { type Judged, type RepairPlace, repaired, saidOf, seriesIdOf } from './apply';
import {
  CHOICES,
  isBuyerField,
  isLineField,
  type LineField,
  REPAIR_FIELDS,
  type Repair,
  type RepairField,
  type RepairScope,
} from './repair';
import { wayOf } from './ways';

export interface RepairInput extends RepairPlace {
  /** The line's name; empty where it has none, or no line is meant. */
  readonly lineName: string;
  /** What stands there now: what the panel says, or what was typed before. */
  readonly value: string;
  /** null: it is typed. */
  readonly choices: readonly string[] | null;
  /** Where it can be kept; `document` always. */
  readonly scopes: readonly RepairScope[];
}

/** @param judged as the panel has it, without any repair. @param findings of the document with its repairs. */
export function inputsFor(
  judged: Judged,
  repairs: readonly Repair[],
  findings: readonly Finding[],
): readonly RepairInput[] {
  const now = repaired(judged, repairs);
  const places = findings.flatMap((finding) => placesOf(finding, judged.document));
  const unique = [...new Map(places.map((place) => [nameOfPlace(place), place])).values()];
  return unique
    .filter((place) => saidOf(judged, place) !== null)
    .sort((a, b) => REPAIR_FIELDS.indexOf(a.field) - REPAIR_FIELDS.indexOf(b.field) || (a.line ?? 0) - (b.line ?? 0))
    .map((place) => ({
      ...place,
      lineName: place.line === null ? '' : plainText(now.document.lines[place.line]?.name ?? ''),
      value: valueAt(now, place),
      choices: CHOICES[place.field] ?? null,
      scopes: scopesOf(judged, place),
    }));
}

/** By what an input is told from the others of a form. */
export function nameOfPlace({ field, line }: RepairPlace): string {
  return line === null ? field : `${field}.${line}`;
}

/** A refusal that names no line may mean any of them. */
function placesOf(finding: Finding, document: SaleDocument): readonly RepairPlace[] {
  const way = wayOf(finding);
  // The accounting month is that of the sale date, so another date is a way out as well.
  const fields: readonly RepairField[] =
    way?.kind === 'field' ? way.fields : way?.kind === 'month' && finding.code === 'ifirma-refused' ? ['saleDate'] : [];
  return fields.flatMap((field): readonly RepairPlace[] => {
    if (!isLineField(field)) return [{ field, line: null }];
    const line = lineOf(finding);
    return line === null ? document.lines.map((_, at) => ({ field, line: at })) : [{ field, line }];
  });
}

/** `lines.2.vat` of our own. Which of its lines iFirma means is told apart by no published form (ifirma-api 9.2), so all are offered. */
function lineOf({ code, path }: Finding): number | null {
  const [, at] = code === 'ifirma-refused' ? [] : (/^lines\.(\d+)\./.exec(path) ?? []);
  return at === undefined ? null : Number(at);
}

function valueAt({ document, rules }: Judged, { field, line }: RepairPlace): string {
  if (isLineField(field)) {
    const found = line === null ? undefined : document.lines[line];
    return found === undefined ? '' : lineValue(found, field, rules);
  }
  switch (field) {
    case 'buyer.name':
    case 'buyer.street':
    case 'buyer.postcode':
    case 'buyer.city':
    case 'buyer.nip':
    case 'buyer.email':
      return plainText(document.buyer[field.slice('buyer.'.length) as 'name']);
    case 'buyer.country':
      return document.buyer.country ?? '';
    case 'payment': {
      const { methodId } = document.payment;
      return methodId !== null && Object.hasOwn(rules.payments, methodId) ? (rules.payments[methodId] ?? '') : '';
    }
    case 'saleDate':
      return document.saleDate ?? '';
    case 'issueDate':
      return document.issueDate ?? '';
    case 'paid':
      return String(document.payment.paid);
    case 'ifirmaSeries': {
      const id = seriesIdOf({ document, rules });
      return id === null ? '' : (rules.series[id]?.ifirmaSeries ?? '');
    }
    default:
      return field satisfies never;
  }
}

function lineValue(line: SaleDocument['lines'][number], field: LineField, rules: Judged['rules']): string {
  switch (field) {
    case 'line.name':
      return plainText(line.name);
    case 'line.unit':
      return plainText(line.unit ?? '') || plainText(rules.settings.unit);
    case 'line.vat': {
      const vat = resolveVat(line.vat, rules);
      if (vat.ok) return vat.rate.kind === 'exempt' ? 'zw' : String(vat.rate.percent);
      // What makes it exempt is known, only its basis is not.
      return vat.problem === 'basis-missing' ? 'zw' : '';
    }
    case 'line.basis': {
      if (rules.tax.vat === 'exempt') return plainText(rules.tax.basis);
      const said = line.vat.kind === 'rate' && line.vat.rate.kind === 'exempt' ? (line.vat.rate.basis ?? '') : '';
      return plainText(said) || plainText(rules.settings.exemptBasis);
    }
    default:
      return field satisfies never;
  }
}

/** The API takes an order's billing address, without its country (sellasist-api 5.2, 6); a document of the panel it takes in no part that is printed. */
const IN_ORDER: readonly RepairField[] = ['buyer.name', 'buyer.street', 'buyer.postcode', 'buyer.city', 'buyer.nip'];

function scopesOf(judged: Judged, { field, line }: RepairPlace): readonly RepairScope[] {
  const { document } = judged;
  if (isBuyerField(field)) {
    const isInOrder = document.documentId === null && document.orderId !== null && IN_ORDER.includes(field);
    return isInOrder ? ['document', 'order'] : ['document'];
  }
  return mayBeRule(judged, { field, line }) ? ['document', 'rule'] : ['document'];
}

function mayBeRule(judged: Judged, { field, line }: RepairPlace): boolean {
  const { document } = judged;
  switch (field) {
    case 'payment':
      return document.payment.methodId !== null;
    case 'ifirmaSeries':
      return seriesIdOf(judged) !== null;
    case 'line.unit':
    case 'line.basis':
      return true;
    case 'line.vat': {
      const vat = line === null ? undefined : document.lines[line]?.vat;
      return vat?.kind === 'zero' || (vat?.kind === 'unknown' && vat.text.trim() !== '');
    }
    default:
      return false;
  }
}
