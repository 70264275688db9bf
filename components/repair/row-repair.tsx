/** `Napraw` in a row of the popup: the form of repairs in the row itself; where nothing can be typed, the order's card in the panel. */
import { useEffect, useRef } from 'preact/hooks';
import type { DocumentView, Language, RepairForm } from '../../utils/messages';
import type { Ask } from '../ask';
import type { DrawnForm } from './in-shadow';
import { mayBeTyped } from './needs';

/** null: nothing of it can be typed here. */
export const readRowForm = async (ask: Ask, row: DocumentView): Promise<RepairForm | null> => {
  if (!mayBeTyped(row)) return null;
  const answer = await ask('repair.form', { orderId: row.orderId, key: row.key });
  return answer.ok && (answer.value.inputs.length > 0 || answer.value.month !== null) ? answer.value : null;
};

interface Props {
  readonly row: DocumentView;
  readonly ask: Ask;
  readonly language: Language;
  readonly form: RepairForm;
  readonly onSend: () => void;
  readonly onChanged: () => void;
}

export function RowRepair({ row, ask, language, form, onSend, onChanged }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnForm | null>(null);
  const now = useRef({ row, onSend });
  now.current = { row, onSend };
  // What is drawn stays as it is while the row is drawn anew: a person is typing there.
  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    let isGone = false;
    void import('./in-shadow').then(({ drawForm }) => {
      if (isGone) return;
      drawn.current = drawForm(host, {
        row: now.current.row,
        ask,
        language,
        form,
        send: () => now.current.onSend(),
        changed: onChanged,
      });
    });
    return () => {
      isGone = true;
      drawn.current?.remove();
      drawn.current = null;
    };
  }, []);
  useEffect(() => drawn.current?.update(row), [row]);
  return <div ref={place} />;
}
