/** How the document of a row stands with KSeF; nothing where nobody has asked for it. */
import type { DocumentView } from '../../utils/messages';
import { KSEF_TEXTS } from '../../utils/texts/ksef';
import { usePage } from '../form/page';
import { IconState } from '../icons';
import { ksefLook } from '../ksef-look';

export function KsefRow({ row: { ksef, ksefNumber } }: { readonly row: DocumentView }) {
  const { language } = usePage();
  if (ksef === undefined) return null;
  const texts = KSEF_TEXTS[language];
  const look = ksefLook(ksef.standing);
  return (
    <p class="row-ksef">
      <span class={`state state-${look}`}>
        <IconState state={look} />
        {texts.name}: {texts.standings[ksef.standing]}
      </span>
      {ksefNumber !== null && <span class="muted"> {ksefNumber}</span>}
    </p>
  );
}
