/** `docs/bledy.md`: every error that Mostek knows, in its own words, and how each is mended. Made from the dictionaries. */
import type { FindingCode, ReasonCode } from '../../utils/invoice/finding.ts';
import type { RefusalCause } from '../../utils/invoice/refusals.ts';
import { WAYS_OF_ALL_REASONS } from '../../utils/invoice/repair/own-ways.ts';
import { WAYS_OF_FINDINGS, WAYS_OF_REFUSALS, type Way } from '../../utils/invoice/repair/ways.ts';
import { HINTS } from '../../utils/texts/hints.ts';
import { ALL_REASON_PARAMS } from '../../utils/texts/own-reasons.ts';
import { wordsOf } from '../../utils/texts/reasons.ts';
import { FINDING_PARAMS, findingText } from '../../utils/texts.ts';
import { PATHS, SEEN } from '../unit/invoice/refusal-examples.ts';
import { EXAMPLES } from './examples.ts';
import { FIELDS, ROOMS, WAYS } from './ways.ts';

const HEAD = `# Błędy i jak je naprawić

Każdy błąd, który Mostek zna: co mówi, czy faktura mogła już powstać w iFirma i co zrobić. W miejscu „…” stoi to, czego błąd dotyczy.
Ta strona powstaje z tych samych słowników, z których mówi Mostek.

Czego tu nie ma, tego Mostek nie zna: pokazuje wtedy słowa iFirma tak, jak przyszły, z ich Kodem, i przycisk **Kopiuj żądanie i odpowiedź**. W tym, co kopiuje, nie ma
żadnego klucza.
`;

type Section = readonly [title: string, is: (code: ReasonCode) => boolean];

/** The first that fits. */
const SECTIONS: readonly Section[] = [
  ['Odpowiedź iFirma na wysłanie dokumentu', (code) => code.startsWith('kod-')],
  [
    'Nie wiadomo, czy iFirma przyjęła dokument',
    (code) => code.startsWith('post-') || ['looking', 'absent-once', 'absent-proven', 'adopted'].includes(code),
  ],
  ['Powiąż z iFirma', (code) => code.startsWith('link')],
  ['PDF w zamówieniu', (code) => code.startsWith('pdf-') || code.startsWith('attach-') || code === 'number-waiting'],
  ['Sellasist', (code) => code.startsWith('sellasist-') || code === 'repair-not-kept'],
  ['Kilka komputerów', (code) => code.startsWith('claim')],
  ['Korekty', (code) => code.startsWith('correction-')],
  ['Miesiąc księgowy', (code) => code.startsWith('month-')],
  ['KSeF', (code) => code.startsWith('ksef-')],
  ['Automatyczne wysyłanie i Automatyzacje', (code) => code.startsWith('auto-') || code.startsWith('rule-')],
  ['Wszystko inne', () => true],
];

const BOOKED = { no: 'nie', maybe: 'może', yes: 'tak', open: 'zależy od stanu dokumentu', said: '–' } as const;

export function errorsPage(): string {
  const codes = Object.keys(WAYS_OF_ALL_REASONS) as ReasonCode[];
  const sectionOf = (code: ReasonCode): string => SECTIONS.find(([, is]) => is(code))?.[0] ?? '';
  const reasons = SECTIONS.map(([title]) => ({ title, codes: codes.filter((code) => sectionOf(code) === title) }));
  return [
    HEAD,
    '## Czego brakuje w dokumencie\n',
    'To sprawdza sam Mostek, zanim cokolwiek wyśle. Faktura jeszcze nie powstała.\n',
    table(['Co mówi Mostek', 'Gdzie to naprawić'], findings()),
    '## Słowa iFirma przy Kodzie 201 i 202\n',
    'iFirma nie przyjęła dokumentu, więc faktura nie powstała. Mostek szuka w jej słowach, o co chodzi.\n',
    table(['Na przykład', 'Co mówi Mostek', 'Gdzie to naprawić'], refusals()),
    ...reasons.flatMap(({ title, codes }) =>
      codes.length === 0
        ? []
        : [
            `## ${title}\n`,
            table(['Co się stało', 'Czy faktura mogła powstać', 'Co zrobić', 'Gdzie'], codes.map(reason)),
          ],
    ),
  ].join('\n');
}

function findings(): readonly (readonly string[])[] {
  const codes = (Object.keys(FINDING_PARAMS) as FindingCode[]).filter((code) => code !== 'ifirma-refused');
  return codes.map((code) => [
    findingText('pl', { code, path: '', params: paramsOf(FINDING_PARAMS[code]) }),
    wayText(WAYS_OF_FINDINGS[code as keyof typeof WAYS_OF_FINDINGS]),
  ]);
}

function refusals(): readonly (readonly string[])[] {
  return (Object.keys(WAYS_OF_REFUSALS) as RefusalCause[]).map((cause) => {
    const seen = SEEN.find(([, of]) => of === cause)?.[0];
    const path = PATHS.find(([, of]) => of === cause)?.[0];
    return [`„${seen ?? `Pole '${path}' …`}”`, HINTS.pl[cause], wayText(WAYS_OF_REFUSALS[cause])];
  });
}

function reason(code: ReasonCode): readonly string[] {
  const { what, booked, todo } = wordsOf('pl', code, paramsOf(ALL_REASON_PARAMS[code]), {
    now: EXAMPLES.now,
    booked: null,
  });
  return [what, BOOKED[booked], todo, wayText(WAYS_OF_ALL_REASONS[code])];
}

function paramsOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, EXAMPLES.params[name] ?? '…']));
}

function wayText(way: Way): string {
  switch (way.kind) {
    case 'field':
      return `tutaj: ${way.fields.map((field) => `**${FIELDS[field]}**`).join(' albo ')}, potem **Wyślij ponownie**`;
    case 'settings':
      return `ustawienia Mostka: **${ROOMS[way.room]}**`;
    default:
      return WAYS[way.kind];
  }
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line), ''].join('\n');
}

/** A bar would end the cell, and what looks like a tag would be one. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\u00a0', ' ');
}
