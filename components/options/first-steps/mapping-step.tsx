/** Step 3: the series of this account, what becomes of them, the payment methods, and where the PDF goes. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { AccountView, PanelLists } from '../../../utils/messages';
import type { Asking } from '../../form/asked';
import { PaymentsForm } from '../payments-form';
import { useSeries } from '../series';
import { SeriesForm } from '../series-form';
import { SeriesGroup } from '../series-group';
import { tidyPanel } from '../tidy';
import type { AccountEntry } from './account-entry';
import { PdfFieldForm } from './pdf-field-form';
import type { StepState } from './progress';
import { SeriesTicks } from './series-ticks';
import { Step } from './step';
import { useStepsTexts } from './texts';

interface Props {
  readonly account: AccountView | null;
  readonly others: readonly AccountView[];
  readonly entry: AccountEntry;
  readonly lists: Asking<PanelLists>;
  readonly state: StepState;
  readonly onSaved: (account: AccountView) => void;
}

export function MappingStep({ account, others, entry, lists, state, onSaved }: Props) {
  const { mapping: words } = useStepsTexts();
  const parts = { lists, onSaved };
  return (
    <Step id="step-mapping" number={3} title={words.title} lead={words.lead} state={state}>
      {account === null ? (
        <NewSeries entry={entry} others={others} />
      ) : (
        <>
          <Part title={words.seriesTitle}>
            <SeriesTicks key={account.id} account={account} others={others} {...parts} />
          </Part>
          {account.seriesIds.length > 0 && (
            <Part title={words.kindsTitle}>
              <SeriesForm key={account.id} account={account} {...parts} />
            </Part>
          )}
          <Part title={words.paymentsTitle}>
            <PaymentsForm key={account.id} account={account} {...parts} />
          </Part>
          <Part title={words.fieldTitle}>
            <PdfFieldForm key={account.id} account={account} {...parts} />
          </Part>
        </>
      )}
    </Step>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="step-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** As soon as the panel's key works its series can be ticked, without a save before. */
function NewSeries({ entry, others }: { readonly entry: AccountEntry; readonly others: readonly AccountView[] }) {
  const { mapping: words } = useStepsTexts();
  const { panel, secrets, seriesIds } = entry.value;
  const series = useSeries(null, panel, secrets.sellasist ?? '');
  return (
    <div class="card form">
      <SeriesGroup
        series={series}
        chosen={seriesIds}
        account={null}
        others={others.filter((other) => other.panel === tidyPanel(panel))}
        onChange={(ids) => entry.set({ seriesIds: ids })}
      />
      {series.now.state === 'ready' && <p class="muted">{words.savedWithAccount}</p>}
      <p class="muted">{words.needsAccount}</p>
    </div>
  );
}
