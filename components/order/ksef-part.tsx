/** How a booked document stands with KSeF, and its number to take along. */
import { useState } from 'preact/hooks';
import type { DocumentView } from '../../utils/messages';
import { KSEF_TEXTS } from '../../utils/texts/ksef';
import { IconState } from '../icons';
import { ksefLook } from '../ksef-look';
import { Button } from '../region/button';
import { useOrder } from './context';

export const KsefPart = ({ document: { ksef, ksefNumber } }: { document: DocumentView }) => {
  const { language } = useOrder();
  const texts = KSEF_TEXTS[language];
  if (ksef === undefined && ksefNumber === null) return null;
  return (
    <div class="ksef-part">
      {ksef !== undefined && (
        <p class={`ksef-line ${ksefLook(ksef.standing)}`}>
          <IconState state={ksefLook(ksef.standing)} />
          <span>
            {texts.name}: {texts.standings[ksef.standing]}
          </span>
        </p>
      )}
      {ksefNumber !== null && <CopyNumber number={ksefNumber} />}
    </div>
  );
};

const CopyNumber = ({ number }: { number: string }) => {
  const { copy, language } = useOrder();
  const texts = KSEF_TEXTS[language];
  const [said, setSaid] = useState<string | null>(null);
  const press = async (): Promise<void> => {
    // A second press says so anew.
    setSaid('');
    const isCopied = await copy(number).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? texts.copied : texts.notCopied);
  };
  return (
    <span class="ksef-copy">
      <Button onPress={() => void press()}>{texts.copy}</Button>
      {/* There before its words are, so that they are read aloud. */}
      {said !== null && (
        <span class="note" role="status">
          {said}
        </span>
      )}
    </span>
  );
};
