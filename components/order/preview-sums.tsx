import type { Grosze } from '../../utils/invoice/document';
import { zloty } from '../format';
import { useOrder } from './context';

/** The two sums side by side, with a sign and a word between them. */
export const PreviewSums = ({ ifirma, order }: { ifirma: Grosze | null; order: Grosze | null }) => {
  const { texts } = useOrder();
  const words = texts.preview;
  const isKnown = ifirma !== null && order !== null;
  const isEqual = isKnown && ifirma === order;
  const kind = isEqual ? 'equal' : 'different';
  return (
    <div class={isKnown ? `sums ${kind}` : 'sums'}>
      <p class="sum">
        <span class="sum-name">{words.sumIfirma}</span> <strong>{ifirma === null ? words.none : zloty(ifirma)}</strong>
      </p>
      {isKnown && (
        <p class="sign">
          <span class="sign-mark" aria-hidden="true">
            {isEqual ? '=' : '≠'}
          </span>{' '}
          <span class="sign-word">{isEqual ? words.equal : words.different}</span>
        </p>
      )}
      <p class="sum">
        <span class="sum-name">{words.sumOrder}</span> <strong>{order === null ? words.none : zloty(order)}</strong>
      </p>
      {isKnown && !isEqual && <p class="difference">{words.difference(zloty(ifirma - order))}</p>}
    </div>
  );
};
