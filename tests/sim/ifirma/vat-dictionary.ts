import type { SimResponse } from '../http.ts';
import { jsonAnswer, refusal, refused } from './answer.ts';

/** Rates of some countries for OSS, in percent (ifirma-api 6.8). A stand-in's extract; a country that is missing is refused. */
export interface CountryRates {
  readonly name: string;
  readonly rates: Readonly<Partial<Record<'POD' | 'PR1' | 'PR2' | 'PR3', number>>>;
}

const COUNTRIES: Readonly<Record<string, CountryRates>> = {
  AT: { name: 'Austria', rates: { POD: 20, PR1: 10, PR2: 13 } },
  CZ: { name: 'Czechy', rates: { POD: 21, PR1: 12 } },
  DE: { name: 'Niemcy', rates: { POD: 19, PR1: 7 } },
  EL: { name: 'Grecja', rates: { POD: 24, PR1: 6, PR2: 13 } },
  ES: { name: 'Hiszpania', rates: { POD: 21, PR1: 10, PR2: 4 } },
  FR: { name: 'Francja', rates: { POD: 20, PR1: 5.5, PR2: 10, PR3: 2.1 } },
  HU: { name: 'Węgry', rates: { POD: 27, PR1: 5, PR2: 18 } },
  IT: { name: 'Włochy', rates: { POD: 22, PR1: 5, PR2: 10 } },
  NL: { name: 'Holandia', rates: { POD: 21, PR1: 9 } },
  SK: { name: 'Słowacja', rates: { POD: 23, PR1: 19, PR2: 5 } },
};

export const ratesOf = (country: string): CountryRates | undefined => COUNTRIES[country];

/** Member states with their VAT prefixes. */
export const EU_PREFIXES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** This answer has no Kod. */
export const vatDictionary = (country: string): SimResponse => {
  const known = ratesOf(country);
  if (known === undefined) return refused(refusal(201, 'Nie znaleziono stawek VAT dla podanego kraju'));
  return jsonAnswer({
    response: {
      KodKraju: country.toLowerCase(),
      NazwaKraju: known.name,
      StawkiVat: Object.entries(known.rates).map(([kind, percent]) => ({ Rodzaj: kind, Wartosc: percent })),
    },
  });
};
