import type { Grosze } from '../../utils/invoice/document';
import type { CorrectionView } from '../../utils/messages';
import { CORRECTION_TEXTS } from '../../utils/texts/correction';
import { zloty } from '../format';
import { useOrder } from './context';

/** Before, after and the difference; said anew whenever what was typed changes it. */
export const CorrectionSums = ({ view }: { view: CorrectionView }) => {
  const { language } = useOrder();
  const texts = CORRECTION_TEXTS[language];
  const rows: readonly (readonly [name: string, sum: Grosze | null])[] = [
    [texts.sumBefore, view.before],
    [texts.sumAfter, view.after],
    [texts.difference, view.difference],
  ];
  return (
    <div role="status">
      <dl class="facts worth">
        {rows.map(([name, sum]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{sum === null ? texts.none : zloty(sum)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
