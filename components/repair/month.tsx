import { useSignal } from '@preact/signals';
import type { MonthPlan } from '../../utils/messages';
import type { RepairTexts } from '../../utils/texts/repair';
import { IconInfo } from '../icons';
import { Dialog } from '../order/dialog';
import { Button } from '../region/button';

type Move = Extract<MonthPlan, { kind: 'move' }>;

interface Props {
  readonly month: MonthPlan;
  readonly texts: RepairTexts['month'];
  readonly busy: boolean;
  readonly onMove: (move: Move) => void;
  readonly onRetry: () => void;
}

/** iFirma's accounting month is not that of the sale: what can be done about it (ifirma-api 6.6). */
export const Month = ({ month, texts, busy, onMove, onRetry }: Props) => {
  switch (month.kind) {
    case 'move':
      return <MoveMonth month={month} texts={texts} busy={busy} onMove={onMove} />;
    case 'right':
      return <Said>{texts.right}</Said>;
    case 'no-key':
      return (
        <div class="repair-month">
          <ByHand to={month.to} texts={texts} />
          <p class="hint">{texts.withKey}</p>
        </div>
      );
    case 'other-year':
      return (
        <div class="repair-month">
          <Said>{texts.otherYear(month.from, month.to)}</Said>
          <ByHand to={month.to} texts={texts} />
        </div>
      );
    case 'unknown':
      return (
        <div class="repair-month">
          <Said>{texts.unknown(month.to)}</Said>
          <div class="buttons">
            <Button disabled={busy} onPress={onRetry}>
              {texts.retry}
            </Button>
          </div>
        </div>
      );
    default:
      return month satisfies never;
  }
};

const Said = ({ children }: { children: string }) => (
  <p class="with-icon">
    <IconInfo />
    <span>{children}</span>
  </p>
);

const ByHand = ({ to, texts }: { to: string; texts: RepairTexts['month'] }) => (
  <div>
    <p>{texts.byHand}</p>
    <ol class="repair-steps">
      {texts.steps(to).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </div>
);

const MoveMonth = ({ month, texts, busy, onMove }: Omit<Props, 'month' | 'onRetry'> & { month: Move }) => {
  const isOpen = useSignal(false);
  const { from, to } = month;
  const close = (): void => {
    isOpen.value = false;
  };
  return (
    <div class="repair-month">
      <Said>{texts.offer(from, to)}</Said>
      <div class="buttons">
        <Button
          disabled={busy}
          onPress={() => {
            isOpen.value = true;
          }}
        >
          {texts.open}
        </Button>
      </div>
      {isOpen.value && (
        <Dialog role="alertdialog" title={texts.title} onClose={close}>
          <p>
            {texts.wayLabel}: <strong class="repair-way">{texts.way(from, to)}</strong>
          </p>
          <p>{texts.accountWide}</p>
          <p>{texts.meanwhile}</p>
          <p>{texts.back}</p>
          <div class="buttons end">
            <Button first onPress={close}>
              {texts.cancel}
            </Button>
            <Button
              primary
              onPress={() => {
                close();
                onMove(month);
              }}
            >
              {texts.confirm}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
};
