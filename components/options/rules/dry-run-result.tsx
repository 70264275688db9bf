/** What a dry run came to: how often each rule would act, and below it order by order why, and why not. */
import { useState } from 'preact/hooks';
import type { TriedRow } from '../../../utils/messages';
import { RULE_RUN_TEXTS } from '../../../utils/texts/options/rules-runs';
import { CheckField } from '../../form/check-field';
import { usePage } from '../../form/page';
import { amountOf, date } from '../../format';
import { orderCardUrl } from '../../popup/order-link';
import type { RuleEdits } from './edits';
import { useRulesTexts } from './texts';
import { Verdict } from './verdict';

interface Props {
  readonly panel: string;
  readonly rules: readonly RuleEdits[];
  readonly rows: readonly TriedRow[];
}

/** Of more rules the columns would be narrower than their words. */
const MOST_COLUMNS = 3;

const verdictOf = (row: TriedRow, ruleId: string): TriedRow['verdicts'][number]['verdict'] =>
  row.verdicts.find((each) => each.ruleId === ruleId)?.verdict ?? { kind: 'unknown' };

export function DryRunResult({ panel, rules, rows }: Props) {
  const texts = RULE_RUN_TEXTS[usePage().language];
  const { nameless } = useRulesTexts();
  const [isNarrowed, setNarrowed] = useState(false);
  const named = rules.map(({ id, name }) => ({ id, name: name.trim() || nameless }));
  const isFiring = ({ verdicts }: TriedRow): boolean => verdicts.some(({ verdict }) => verdict.kind === 'fires');
  const shown = isNarrowed ? rows.filter(isFiring) : rows;
  return (
    <>
      <ul class="dry-counts" aria-label={texts.counts}>
        {named.map(({ id, name }) => (
          <li key={id}>
            {texts.fires(name, rows.filter((row) => verdictOf(row, id).kind === 'fires').length, rows.length)}
          </li>
        ))}
      </ul>
      <CheckField label={texts.onlyFiring} checked={isNarrowed} onChange={setNarrowed} />
      {shown.length === 0 ? <p class="muted">{texts.noneFires}</p> : <Table panel={panel} rules={named} rows={shown} />}
    </>
  );
}

interface TableProps {
  readonly panel: string;
  readonly rules: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly TriedRow[];
}

function Table({ panel, rules, rows }: TableProps) {
  const texts = RULE_RUN_TEXTS[usePage().language];
  const { columns } = texts;
  const isEach = rules.length <= MOST_COLUMNS;
  return (
    <table class="dry-table" aria-label={texts.tryTitle}>
      <thead>
        <tr>
          <th scope="col">{columns.order}</th>
          <th scope="col">{columns.date}</th>
          <th scope="col" class="dry-sum">
            {columns.total}
          </th>
          <th scope="col">{columns.documents}</th>
          {isEach ? (
            rules.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))
          ) : (
            <th scope="col">{columns.rules}</th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.orderId}>
            <th scope="row">
              <a href={orderCardUrl(panel, row.orderId)} target="_blank" rel="noreferrer">
                {texts.order(row.orderId)}
              </a>
            </th>
            <td class="dry-date" data-column={columns.date}>
              {row.date === null ? texts.none : date(row.date)}
            </td>
            <td class="dry-sum" data-column={columns.total}>
              {row.total === null ? texts.none : amountOf(row.total, row.currency)}
            </td>
            <td data-column={columns.documents}>
              {row.documents.length === 0 ? texts.none : row.documents.join(', ')}
            </td>
            {isEach ? (
              rules.map(({ id, name }) => (
                <td key={id} data-column={name}>
                  <Verdict verdict={verdictOf(row, id)} />
                </td>
              ))
            ) : (
              <td>
                <ul class="dry-verdicts">
                  {rules.map(({ id, name }) => (
                    <li key={id}>
                      <span class="muted">{name}</span>
                      <Verdict verdict={verdictOf(row, id)} />
                    </li>
                  ))}
                </ul>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
