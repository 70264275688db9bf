import type { BankAccount } from '../../utils/invoice/settings';
import type { PreviewView } from '../../utils/messages';
import type { OrderTexts } from '../../utils/texts/order';
import { SIGNATURE_TEXTS } from '../../utils/texts/signatures';
import { percent } from '../format';
import { Text } from '../region/text';
import { useOrder } from './context';

/** What else iFirma gets, where it is set or is not what iFirma does by itself. */
export const PreviewRest = ({ preview }: { preview: PreviewView }) => {
  const { language, texts } = useOrder();
  const words = texts.preview;
  const { issuePlace, signature, template, bankAccount, showBdo, showGios, flatRate, lines } = preview;
  const bases = lines.flatMap(({ vat }) => (vat.kind === 'exempt' && vat.basis ? [vat.basis] : []));
  const rest: readonly (readonly [name: string, value: string])[] = [
    [words.issuePlace, issuePlace],
    [words.signature, signature === 'BWO' ? '' : SIGNATURE_TEXTS[language][signature]],
    [words.template, template],
    [words.bankAccount, accountText(words, bankAccount)],
    [words.exemptBasis, [...new Set(bases)].join('; ')],
    [words.flatRate, flatRate === null ? '' : percent(Math.round(Number(flatRate) * 10_000))],
    [words.bdo, showBdo ? words.yes : ''],
    [words.gios, showGios ? words.yes : ''],
  ];
  const set = rest.filter(([, value]) => value !== '');
  if (set.length === 0) return null;
  return (
    <section class="part">
      <h3>{words.rest}</h3>
      <dl class="facts">
        {set.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Text>{value}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const accountText = (words: OrderTexts['preview'], account: BankAccount): string => {
  switch (account.use) {
    case 'ifirma':
      return '';
    case 'hidden':
      return words.hiddenAccount;
    case 'number':
      return account.number;
    default:
      return account satisfies never;
  }
};
