/** The two sides of the first document: what Sellasist has, and what iFirma would get. Each is one table with its facts above. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Grosze } from '../../../utils/invoice/document';
import type { FirstDocument, PreviewView } from '../../../utils/messages';
import { PAYMENT_TEXTS } from '../../../utils/texts/states';
import { usePage } from '../../form/page';
import { cut, date, plain, quantity, vat, zloty } from '../../format';
import { useStepsTexts } from './texts';

/** What somebody else wrote, fit for a cell. */
const shown = (text: string, most = 150): string => cut(plain(text), most);

interface SideProps {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: ComponentChildren])[];
  readonly children: (label: { readonly 'aria-labelledby': string }) => ComponentChildren;
}

function Side({ title, facts, children }: SideProps) {
  const id = useId();
  return (
    <div class="side">
      <h3 id={id}>{title}</h3>
      <dl class="side-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children({ 'aria-labelledby': id })}
    </div>
  );
}

const useSum = (): ((sum: Grosze | null) => string) => {
  const { preview: words } = useStepsTexts();
  return (sum) => (sum === null ? words.unknown : zloty(sum));
};

export function SellasistSide({ first: { source, orderId, preview } }: { readonly first: FirstDocument }) {
  const { preview: words } = useStepsTexts();
  const sum = useSum();
  const { number, buyer, issueDate, total, lines } = source;
  const withoutDocument = orderId === null ? words.withoutNumber : words.order(orderId);
  return (
    <Side
      title={words.sellasist}
      facts={[
        [words.number, number === null ? withoutDocument : shown(number, 60)],
        [words.buyer, buyer === '' ? words.unknown : shown(buyer)],
        [words.issueDate, issueDate === null ? '–' : date(issueDate)],
      ]}
    >
      {(label) => (
        <table class="side-lines" {...label}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" class="figure">
                {words.quantity}
              </th>
              <th scope="col" class="figure">
                {words.gross}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={`${index} ${line.name}`}>
                <td>{shown(line.name)}</td>
                <td class="figure">{line.quantity === null ? '?' : quantity(line.quantity)}</td>
                <td class="figure">{line.gross === null ? '?' : zloty(line.gross)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {words.sum}
              </th>
              <td class="figure">{sum(total ?? preview.sumOrder)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </Side>
  );
}

export function IfirmaSide({ preview }: { readonly preview: PreviewView }) {
  const { language } = usePage();
  const { preview: words } = useStepsTexts();
  const sum = useSum();
  const { buyer, issueDate, saleDate, payment, keptNumber, lines, sumIfirma, notes } = preview;
  const name = buyer.name === '' ? words.unknown : shown(buyer.name);
  return (
    <Side
      title={words.ifirma}
      facts={[
        [words.number, keptNumber === null ? words.byIfirma : words.kept(String(keptNumber))],
        [words.buyer, buyer.nip === '' ? name : `${name}, ${words.nip(shown(buyer.nip, 20))}`],
        [words.issueDate, issueDate === null ? words.onSending : date(issueDate)],
        [words.saleDate, saleDate === null ? words.onSending : date(saleDate)],
        [words.payment, payment === null ? words.unknown : PAYMENT_TEXTS[language][payment]],
      ]}
    >
      {(label) => (
        <>
          <table class="side-lines" {...label}>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col" class="figure">
                  {words.quantity}
                </th>
                <th scope="col" class="figure">
                  {words.vat}
                </th>
                <th scope="col" class="figure">
                  {words.gross}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.length === 0 && (
                <tr>
                  <td colSpan={4}>{words.noLines}</td>
                </tr>
              )}
              {lines.map((line, index) => (
                <tr key={`${index} ${line.name}`}>
                  <td>{shown(line.name)}</td>
                  <td class="figure">
                    {quantity(line.quantity)} {shown(line.unit, 10)}
                  </td>
                  <td class="figure">{vat(language, line.vat)}</td>
                  <td class="figure">{zloty(line.gross)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {words.sum}
                </th>
                <td class="figure">{sum(sumIfirma)}</td>
              </tr>
            </tfoot>
          </table>
          {notes !== '' && (
            <dl class="side-facts">
              <div>
                <dt>{words.notes}</dt>
                <dd class="side-notes">{plain(notes)}</dd>
              </div>
            </dl>
          )}
        </>
      )}
    </Side>
  );
}
