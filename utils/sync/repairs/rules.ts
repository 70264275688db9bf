/** `Zapamiętaj jako regułę`: what was typed becomes a setting of the account, by which every later document goes. */
import type { Judged } from '../../invoice/repair/apply';
import { seriesIdOf } from '../../invoice/repair/apply';
import type { Account, AccountSettings, PaymentCode, RateChoice } from '../../invoice/settings';
import { rateKey } from '../../invoice/vat';
import type { RepairEdit, Reply } from '../../messages';
import type { Store } from '../../store/open';
import { refusalOf } from '../setup/refusals';

const DONE: Reply<null> = { ok: true, value: null };

export async function keepRules(
  store: Store,
  account: Account,
  judged: Judged,
  edits: readonly RepairEdit[],
): Promise<Reply<null>> {
  if (edits.length === 0) return DONE;
  const changed = edits.reduce((ruled, edit) => withRule(ruled, judged, edit), account);
  const written = await store.accounts.save({ account: changed, revision: account.revision }, []);
  return written.ok ? DONE : refusalOf(written);
}

function withRule(account: Account, judged: Judged, { field, line, value }: RepairEdit): Account {
  const { document } = judged;
  const set = (settings: Partial<AccountSettings>): Account => ({
    ...account,
    settings: { ...account.settings, ...settings },
  });
  switch (field) {
    case 'payment': {
      const { methodId } = document.payment;
      if (methodId === null) return account;
      return { ...account, payments: { ...account.payments, [methodId]: value as PaymentCode } };
    }
    case 'ifirmaSeries': {
      const id = seriesIdOf(judged);
      const series = id === null ? undefined : account.series[id];
      if (id === null || series === undefined) return account;
      return { ...account, series: { ...account.series, [id]: { ...series, ifirmaSeries: value } } };
    }
    case 'line.unit':
      return set({ unit: value });
    case 'line.basis':
      return account.tax.vat === 'exempt'
        ? { ...account, tax: { ...account.tax, basis: value } }
        : set({ exemptBasis: value });
    case 'line.vat': {
      const vat = line === null ? undefined : document.lines[line]?.vat;
      if (vat?.kind === 'zero' && (value === '0' || value === 'zw'))
        return set({ zeroVat: value === 'zw' ? 'exempt' : 'percent' });
      if (vat?.kind !== 'unknown') return account;
      const rateRules = { ...account.settings.rateRules, [rateKey(vat.text)]: value as RateChoice };
      return set({ rateRules });
    }
    case 'buyer.name':
    case 'buyer.street':
    case 'buyer.postcode':
    case 'buyer.city':
    case 'buyer.country':
    case 'buyer.nip':
    case 'buyer.email':
    case 'line.name':
    case 'paid':
    case 'saleDate':
    case 'issueDate':
      return account;
    default:
      return field satisfies never;
  }
}
