/** The country of an address as the panel gives it: `{id, code, name}`, ISO2, ISO3 or a name (sellasist-api 2.3). */
import { isRecord, readText } from './loose';

/** ISO2, ISO3, then the names in use, Polish first: the European Union and the countries that shops commonly send to. */
const COUNTRIES: readonly (readonly [string, string, ...string[]])[] = [
  ['PL', 'POL', 'Polska', 'Poland', 'Rzeczpospolita Polska'],
  ['AT', 'AUT', 'Austria'],
  ['BE', 'BEL', 'Belgia', 'Belgium'],
  ['BG', 'BGR', 'Bułgaria', 'Bulgaria'],
  ['CY', 'CYP', 'Cypr', 'Cyprus'],
  ['CZ', 'CZE', 'Czechy', 'Czechia', 'Czech Republic', 'Republika Czeska'],
  ['DE', 'DEU', 'Niemcy', 'Germany'],
  ['DK', 'DNK', 'Dania', 'Denmark'],
  ['EE', 'EST', 'Estonia'],
  ['ES', 'ESP', 'Hiszpania', 'Spain'],
  ['FI', 'FIN', 'Finlandia', 'Finland'],
  ['FR', 'FRA', 'Francja', 'France'],
  ['GR', 'GRC', 'Grecja', 'Greece', 'EL'],
  ['HR', 'HRV', 'Chorwacja', 'Croatia'],
  ['HU', 'HUN', 'Węgry', 'Hungary'],
  ['IE', 'IRL', 'Irlandia', 'Ireland'],
  ['IT', 'ITA', 'Włochy', 'Italy'],
  ['LT', 'LTU', 'Litwa', 'Lithuania'],
  ['LU', 'LUX', 'Luksemburg', 'Luxembourg', 'Luxemburg'],
  ['LV', 'LVA', 'Łotwa', 'Latvia'],
  ['MT', 'MLT', 'Malta'],
  ['NL', 'NLD', 'Holandia', 'Niderlandy', 'Netherlands', 'The Netherlands', 'Holland'],
  ['PT', 'PRT', 'Portugalia', 'Portugal'],
  ['RO', 'ROU', 'Rumunia', 'Romania'],
  ['SE', 'SWE', 'Szwecja', 'Sweden'],
  ['SI', 'SVN', 'Słowenia', 'Slovenia'],
  ['SK', 'SVK', 'Słowacja', 'Slovakia'],
  ['GB', 'GBR', 'Wielka Brytania', 'United Kingdom', 'Great Britain', 'Zjednoczone Królestwo', 'UK'],
  ['CH', 'CHE', 'Szwajcaria', 'Switzerland'],
  ['NO', 'NOR', 'Norwegia', 'Norway'],
  ['IS', 'ISL', 'Islandia', 'Iceland'],
  ['LI', 'LIE', 'Liechtenstein'],
  ['UA', 'UKR', 'Ukraina', 'Ukraine'],
  ['BY', 'BLR', 'Białoruś', 'Belarus'],
  ['RU', 'RUS', 'Rosja', 'Russia'],
  ['MD', 'MDA', 'Mołdawia', 'Moldova'],
  ['RS', 'SRB', 'Serbia'],
  ['TR', 'TUR', 'Turcja', 'Turkey', 'Türkiye'],
  ['IL', 'ISR', 'Izrael', 'Israel'],
  ['US', 'USA', 'Stany Zjednoczone', 'United States', 'United States of America'],
  ['CA', 'CAN', 'Kanada', 'Canada'],
  ['AU', 'AUS', 'Australia'],
  ['CN', 'CHN', 'Chiny', 'China'],
  ['JP', 'JPN', 'Japonia', 'Japan'],
];

const BY_WORD: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(([code, ...words]) => [code, ...words].map((word) => [folded(word), code] as const)),
);

/** Codes that ISO 3166 leaves to everybody's own use, so they name no country. Kosovo's is in common use. */
const NO_COUNTRY = /^(?:AA|ZZ|Q[M-Z]|X[A-JL-Z])$/;

function folded(word: string): string {
  return word.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** null where the text is not known for certain: a country is never guessed. */
function codeOf(text: string): string | null {
  const known = BY_WORD.get(folded(text));
  if (known !== undefined) return known;
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.test(code) ? code : null;
}

export function countryOf(value: unknown): string | null {
  if (!isRecord(value)) return codeOf(readText(value));
  const code = readText(value.code);
  return codeOf(code === '' ? readText(value.name) : code);
}
