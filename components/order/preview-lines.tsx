import type { PreviewLine } from '../../utils/messages';
import { percent, plain, quantity, vat, zloty } from '../format';
import { Text } from '../region/text';
import { useOrder } from './context';

/**
 * The lines. Where it is narrow the column of prices goes away and the price stands under the quantity, so that the table
 * stays a table and nothing has to be scrolled sideways.
 */
export const PreviewLines = ({ lines }: { lines: readonly PreviewLine[] }) => {
  const { language, texts } = useOrder();
  const words = texts.preview;
  return (
    <table class="lines">
      <caption>{words.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col" class="figure">
            {words.quantity}
          </th>
          <th scope="col" class="figure price">
            {words.price}
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
            <td colSpan={5}>{words.noLines}</td>
          </tr>
        )}
        {lines.map((line, index) => (
          <tr key={index}>
            <td class="name">
              <Text most={300}>{line.name}</Text>
              <Codes line={line} />
            </td>
            <td class="figure">
              {quantity(line.quantity)} {plain(line.unit)}
              <span class="each"> × {zloty(line.unitGross)}</span>
            </td>
            <td class="figure price">{zloty(line.unitGross)}</td>
            <td class="figure">{vat(language, line.vat)}</td>
            <td class="figure">{zloty(line.gross)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Discount, GTU and PKWiU, below the name and only where there are any: most lines have none, and three columns more fit nowhere. */
const Codes = ({ line: { discount, gtu, pkwiu } }: { line: PreviewLine }) => {
  const { texts } = useOrder();
  const words = texts.preview;
  const codes = [
    discount > 0 ? words.discount(percent(discount)) : '',
    gtu === null ? '' : words.gtu(gtu),
    pkwiu === '' ? '' : words.pkwiu(plain(pkwiu)),
  ].filter((code) => code !== '');
  if (codes.length === 0) return null;
  return <span class="codes"> {codes.join(' · ')}</span>;
};
