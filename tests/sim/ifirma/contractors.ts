import type { SimResponse } from '../http.ts';
import type { Account, Contractor } from './account.ts';
import { badField, jsonAnswer, type Refusal, refusal, refused } from './answer.ts';
import { type Body, isObject } from './fields.ts';

/** Who buys: a stored contractor that the body refers to, or the inline data (ifirma-api 2.2). */
export type Resolved =
  | { readonly ok: true; readonly buyer: Contractor }
  | { readonly ok: false; readonly refusal: Refusal };

const textOf = (body: Body, name: string): string => {
  const content = body[name];
  return typeof content === 'string' ? content : '';
};

const normalNip = (contractor: Body): string => textOf(contractor, 'NIP').replace(/\W/g, '').toUpperCase();

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'L')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** `PRZYKLAD` from `Przykład Sp. z o.o.`: the first word, with a counter when it is taken. */
const freshIdentifier = (account: Account, name: string): string => {
  const stem = plain(name.split(/\s+/)[0] ?? '').slice(0, 11) || 'KONTRAHENT';
  let candidate = stem;
  for (let counter = 2; account.contractors.has(candidate); counter++) candidate = `${stem}${counter}`;
  return candidate;
};

/** A stored record that lacks a postcode fails although the inline object has one (ifirma-api 2.2). */
const complete = (contractor: Contractor): Resolved => {
  for (const name of ['Nazwa', 'KodPocztowy', 'Miejscowosc'])
    if (textOf(contractor, name).trim() === '')
      return { ok: false, refusal: badField(`Kontrahent.${name}`, 'jest wymagane') };
  return { ok: true, buyer: contractor };
};

export const resolveBuyer = (account: Account, body: Body): Resolved => {
  const stored = [...account.contractors.values()];
  const identifier = textOf(body, 'IdentyfikatorKontrahenta');
  if (identifier !== '') {
    const known = account.contractors.get(identifier);
    return known === undefined
      ? { ok: false, refusal: badField('IdentyfikatorKontrahenta', 'wskazuje nieznanego kontrahenta') }
      : complete(known);
  }
  const nip = textOf(body, 'NIPKontrahenta');
  if (nip !== '') {
    const known = stored.find((each) => normalNip(each) === nip.replace(/\W/g, '').toUpperCase());
    return known === undefined
      ? { ok: false, refusal: badField('NIPKontrahenta', 'wskazuje nieznanego kontrahenta') }
      : complete(known);
  }
  const inline = isObject(body.Kontrahent) ? body.Kontrahent : {};
  const asked = textOf(inline, 'Identyfikator');
  const inlineNip = normalNip(inline);
  const match =
    (asked === '' ? undefined : account.contractors.get(asked)) ??
    (inlineNip === '' ? undefined : stored.find((each) => normalNip(each) === inlineNip));
  if (match !== undefined) {
    const judged = complete(match);
    if (!judged.ok) return judged;
    return { ok: true, buyer: { ...inline, Identyfikator: match.Identyfikator } };
  }
  return {
    ok: true,
    buyer: { ...inline, Identyfikator: asked === '' ? freshIdentifier(account, textOf(inline, 'Nazwa')) : asked },
  };
};

/** Search by phrase: at most 20, Kod 208 when there is none (ifirma-api 6.4). */
export const searchContractors = (account: Account, phrase: string): SimResponse => {
  const wanted = phrase.toLocaleLowerCase('pl');
  const found = [...account.contractors.values()].filter((each) =>
    [textOf(each, 'Nazwa'), textOf(each, 'Identyfikator'), normalNip(each)].some((content) =>
      content.toLocaleLowerCase('pl').includes(wanted),
    ),
  );
  return found.length === 0
    ? refused(refusal(208, 'Nie znaleziono kontrahenta'))
    : jsonAnswer({ response: { Kod: 0, Wynik: found.slice(0, 20) } });
};
