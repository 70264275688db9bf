/**
 * What the last connection test of each account said of iFirma, for as long as the page is open. Nothing of it is stored: after
 * that only an account that iFirma has refused is known, by its pause.
 */
import { signal } from '@preact/signals';
import type { AccountView, TestLine } from '../../utils/messages';

export type Tested = 'running' | 'reached' | 'refused';

const all = signal<Readonly<Record<string, Tested>>>({});

/** Another login or key is another connection, of which an earlier test says nothing. */
const connectionOf = ({ id, login, secrets }: AccountView): string => `${id} ${login} ${secrets.faktura ?? ''}`;

/** undefined: not tested since the page was opened. */
export const testOf = (account: AccountView): Tested | undefined => all.value[connectionOf(account)];

export const keepTest = (account: AccountView, result: Tested): void => {
  all.value = { ...all.peek(), [connectionOf(account)]: result };
};

/** null: the test itself failed, so nothing was reached. */
export const resultOf = (lines: readonly TestLine[] | null): Tested =>
  lines?.some(({ what, problem }) => what === 'ifirma' && problem === null) ? 'reached' : 'refused';

export const forgetTests = (): void => {
  all.value = {};
};
