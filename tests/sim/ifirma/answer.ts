import type { SimResponse } from '../http.ts';

/** Errors come with HTTP 200 and a Kod other than 0 (ifirma-api 2.11). */
export interface Refusal {
  readonly kod: number;
  readonly text: string;
}

export const refusal = (kod: number, text: string): Refusal => ({ kod, text });

/** The one text for everything that cannot be made into the document object (ifirma-api 9.1). */
export const unreadable: Refusal = refusal(
  200,
  'Niepoprawna zawartość żądania - nie można utworzyć obiektu na podstawie zawartości żądania.',
);

/** Kod 201 in the pattern of ifirma-api 9.1. */
export const badField = (path: string, complaint: string): Refusal => refusal(201, `Pole '${path}' ${complaint}`);

export const notFound: Refusal = refusal(201, 'Nie znaleziono faktury');

export const jsonAnswer = (content: unknown): SimResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(content),
});

export const refused = ({ kod, text }: Refusal): SimResponse =>
  jsonAnswer({ response: { Kod: kod, Informacja: text } });

export const accepted = (text: string, more: Readonly<Record<string, unknown>> = {}): SimResponse =>
  jsonAnswer({ response: { Kod: 0, Informacja: text, ...more } });

/** What answers where the API has nothing: a page of the web site. */
export const pageNotFound: SimResponse = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html lang="pl"><head><title>404</title></head><body><h1>Nie znaleziono strony</h1></body></html>',
};
