import type { Ref } from 'preact';
import type { DocumentView, Language } from '../../utils/messages';
import { STATE_TEXTS } from '../../utils/texts';
import { DIFFERS_TEXTS } from '../../utils/texts/states';
import { IconState, IconWarning } from '../icons';
import { Text } from '../region/text';

/** The state's label, then the numbers that are known (design 6). Takes the focus when the pressed button has gone. */
export const Status = ({
  document: { state, ifirmaNumber, ksefNumber },
  language,
  place,
}: {
  document: DocumentView;
  language: Language;
  place: Ref<HTMLDivElement>;
}) => (
  <div class={`status ${state}`} role="status" tabIndex={-1} ref={place}>
    <IconState state={state} />
    <span class="state">{STATE_TEXTS[language][state]}</span>
    {ifirmaNumber !== null && (
      <>
        {' '}
        <span class="number">
          <Text most={60}>{ifirmaNumber}</Text>
        </span>
      </>
    )}
    {ksefNumber !== null && (
      <>
        {' '}
        <span class="ksef">
          <Text most={60}>{ksefNumber}</Text>
        </span>
      </>
    )}
  </div>
);

/** Beside the status, not in it: the document was changed after it was booked, and its state is what it was. The alert says more. */
export const Differs = ({ language }: { language: Language }) => (
  <p class="differs">
    <IconWarning />
    <span>{DIFFERS_TEXTS[language]}</span>
  </p>
);
