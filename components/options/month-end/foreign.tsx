/** What iFirma has besides: invoices that Mostek did not make, and those that it made for another panel. */
import { useState } from 'preact/hooks';
import type { MonthComparison } from '../../../utils/invoice/month-end';
import { MONTH_END_TEXTS } from '../../../utils/texts/options/month-end';
import { usePage } from '../../form/page';
import { amountOf, date } from '../../format';

const AT_ONCE = 100;

export function Foreign({ foreign, elsewhere }: Pick<MonthComparison, 'foreign' | 'elsewhere'>) {
  const texts = MONTH_END_TEXTS[usePage().language];
  const [shown, setShown] = useState(AT_ONCE);
  const left = Math.min(AT_ONCE, foreign.length - shown);
  return (
    <>
      {foreign.length > 0 && (
        <details class="month-foreign">
          <summary>{texts.foreign(foreign.length)}</summary>
          <ul aria-label={texts.foreignList}>
            {foreign.slice(0, shown).map(({ identifier, number, issueDate, gross, currency }) => (
              <li key={identifier}>
                <span>{number || texts.withoutNumber}</span>
                <span class="muted">{issueDate === null ? '' : date(issueDate)}</span>
                <span class="month-sum">{gross === null ? texts.noSum : amountOf(gross, currency)}</span>
              </li>
            ))}
          </ul>
          {left > 0 && (
            <button type="button" class="button button-small" onClick={() => setShown(shown + AT_ONCE)}>
              {texts.more(left)}
            </button>
          )}
        </details>
      )}
      {elsewhere > 0 && <p class="muted">{texts.elsewhere(elsewhere)}</p>}
    </>
  );
}
