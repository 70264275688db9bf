/**
 * `Sprawdź połączenie`: what an account reaches, line by line. It only reads. Each problem names the field of the account that
 * it speaks of, so that the form can say it there.
 */
import type { Answer, IfirmaProblem } from '../../ifirma/problem';
import type { IsoDate } from '../../invoice/document';
import type { AccountField, TestLine } from '../../messages';
import type { SellasistClient } from '../../sellasist/client';
import type { Result, SellasistProblem } from '../../sellasist/problem';
import type { Services } from '../context';
import { verdictOnRead, verdictOnSellasist } from '../reasons';

type IfirmaTest = Pick<Services['ifirma'], 'test' | 'month' | 'limit'>;
type PanelTest = Pick<SellasistClient, 'statuses' | 'orders' | 'fields' | 'documents'>;

/** What a key reaches of its panel; it carries its rights module by module (sellasist-api 1, 2.4). */
export async function testPanel(sellasist: PanelTest): Promise<readonly TestLine[]> {
  const lines: TestLine[] = [];
  const asks: readonly [TestLine['what'], () => Promise<Result<unknown>>][] = [
    ['sellasist', sellasist.statuses],
    ['sellasist-orders', () => sellasist.orders({ limit: 1, confirmed: false })],
    ['sellasist-fields', sellasist.fields],
    ['sellasist-documents', () => sellasist.documents({ limit: 1, offset: 0 })],
  ];
  for (const [what, ask] of asks) {
    const answer = await ask();
    lines.push(panelLine(what, answer));
    // A right that is missing says nothing of the others; whatever else is wrong would be wrong four times.
    if (!answer.ok && answer.problem.kind !== 'forbidden') break;
  }
  return lines;
}

export interface IfirmaTested {
  readonly lines: readonly TestLine[];
  /** iFirma answered with what was asked for. */
  readonly isReached: boolean;
}

/** @param hasAbonent the key that the month and the limit are read with is stored. */
export async function testIfirma(
  ifirma: IfirmaTest,
  login: string,
  hasAbonent: boolean,
  today: IsoDate,
): Promise<IfirmaTested> {
  const reached = await ifirma.test(today);
  const lines = [ifirmaLine('ifirma', 'faktura', reached, () => ({ login }))];
  // With another key iFirma may answer after all; with an unknown login, or without a network, it will not.
  if (hasAbonent && (reached.ok || speaksOfKey(reached.problem))) {
    lines.push(ifirmaLine('ifirma-month', 'abonent', await ifirma.month(), (month) => month));
    lines.push(ifirmaLine('ifirma-limit', 'abonent', await ifirma.limit(), (limit) => limit));
  }
  return { lines, isReached: reached.ok };
}

function panelLine(what: TestLine['what'], answer: Result<unknown>): TestLine {
  if (answer.ok) return { what, problem: null, field: null, params: {} };
  const { reason } = verdictOnSellasist(answer.problem);
  return { what, problem: reason, field: panelField(answer.problem), params: {} };
}

function panelField(problem: SellasistProblem): AccountField | null {
  switch (problem.kind) {
    case 'missing-key':
    case 'unauthorized':
    case 'forbidden':
      return 'sellasist';
    // Nobody there, or somebody else.
    case 'network':
    case 'timeout':
    case 'redirect':
      return 'panel';
    case 'http':
      return problem.status === 404 ? 'panel' : null;
    case 'not-found':
    case 'rate':
    case 'business':
    case 'unreadable':
    case 'offline':
    case 'locked':
      return null;
    default:
      return problem satisfies never;
  }
}

function ifirmaLine<T>(
  what: TestLine['what'],
  key: 'faktura' | 'abonent',
  answer: Answer<T>,
  reached: (value: T) => TestLine['params'],
): TestLine {
  if (answer.ok) return { what, problem: null, field: null, params: reached(answer.value) };
  const { problem } = answer;
  return { what, problem: verdictOnRead(problem).reason, field: ifirmaField(problem, key), params: {} };
}

/** ifirma-api 2.10. */
function ifirmaField(problem: IfirmaProblem, key: 'faktura' | 'abonent'): AccountField | null {
  if (speaksOfKey(problem)) return key;
  return problem.kind === 'kod' && problem.kod === 401 ? 'login' : null;
}

function speaksOfKey(problem: IfirmaProblem): boolean {
  return problem.kind === 'key-missing' || (problem.kind === 'kod' && [402, 403].includes(problem.kod));
}
