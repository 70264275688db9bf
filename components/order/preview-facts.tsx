import type { PreviewView } from '../../utils/messages';
import { PAYMENT_TEXTS } from '../../utils/texts';
import { date, zloty } from '../format';
import { Text } from '../region/text';
import { useOrder } from './context';

/** Buyer, dates and payment, as they would stand on the invoice. */
export const PreviewFacts = ({
  preview: {
    number,
    buyer,
    issueDate,
    saleDate,
    dueDate,
    keptNumber,
    ifirmaSeries,
    splitPayment,
    payment,
    paid,
    findings,
  },
}: {
  preview: PreviewView;
}) => {
  const { language, texts } = useOrder();
  const words = texts.preview;
  const address = [buyer.street, [buyer.postcode, buyer.city].filter(Boolean).join(' '), buyer.country ?? '']
    .filter(Boolean)
    .join(', ');
  const isNumberOpen = findings.some(({ path }) => path === 'series' || path === 'number');
  const given = keptNumber === null ? words.byIfirma(ifirmaSeries) : words.kept(keptNumber, ifirmaSeries);
  return (
    <dl class="facts">
      <div class="buyer">
        <dt>{words.buyer}</dt>
        <dd>
          <Text most={300}>{buyer.name === '' ? words.unknown : buyer.name}</Text>
          {address !== '' && (
            <>
              <br />
              <Text most={200}>{address}</Text>
            </>
          )}
          {buyer.nip !== '' && (
            <>
              <br />
              <Text most={40}>{words.nip(buyer.nip)}</Text>
            </>
          )}
          {buyer.email !== '' && (
            <>
              <br />
              <Text most={70}>{buyer.email}</Text>
            </>
          )}
        </dd>
      </div>
      {number !== null && (
        <div>
          <dt>{words.number}</dt>
          <dd>
            <Text most={60}>{number}</Text>
          </dd>
        </div>
      )}
      <div>
        <dt>{words.givenNumber}</dt>
        <dd>
          <Text most={120}>{isNumberOpen ? words.unknown : given}</Text>
        </dd>
      </div>
      <div>
        <dt>{words.issueDate}</dt>
        <dd>{issueDate === null ? words.onSending : date(issueDate)}</dd>
      </div>
      <div>
        <dt>{words.saleDate}</dt>
        <dd>{saleDate === null ? words.onSending : date(saleDate)}</dd>
      </div>
      {dueDate !== null && (
        <div>
          <dt>{words.dueDate}</dt>
          <dd>{date(dueDate)}</dd>
        </div>
      )}
      <div>
        <dt>{words.payment}</dt>
        <dd>{payment === null ? words.unknown : PAYMENT_TEXTS[language][payment]}</dd>
      </div>
      <div>
        <dt>{words.paid}</dt>
        <dd>{zloty(paid)}</dd>
      </div>
      {splitPayment !== null && (
        <div>
          <dt>{words.splitPayment}</dt>
          <dd>{splitPayment ? words.yes : words.no}</dd>
        </div>
      )}
    </dl>
  );
};
