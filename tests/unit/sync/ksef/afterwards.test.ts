/** Once KSeF has given its number: it is written into the order, and the PDF is fetched anew, where Mostek's own file still lies. */
import { describe, expect, it } from 'vitest';
import type { AccountSettings } from '../../../../utils/invoice/settings.ts';
import type { FileMode } from '../../../sim/sellasist/index.ts';
import { PUT } from '../troubles.ts';
import { bookedFor, createWorld, MINUTE, type World } from '../world.ts';
import { companyOrder, ofOrders, seriesOf, story } from './scene.ts';

const FIELD = '13';
const HOUR = 60 * MINUTE;

async function accepted(
  settings: Partial<AccountSettings>,
  {
    fileMode = 'raw',
    meanwhile = () => undefined,
  }: { fileMode?: FileMode; meanwhile?: (world: World, orderId: string) => void } = {},
) {
  const world = await createWorld({ settings: { ...ofOrders, ...settings }, series: { '1': seriesOf('all') } });
  world.panel.switches.fileMode = fileMode;
  const { orderId, key } = companyOrder(world);
  await world.send(orderId, key);
  meanwhile(world, orderId);
  await world.pass(HOUR);
  const [invoice] = bookedFor(world, orderId);
  const number = invoice?.ksefNumber ?? '';
  expect(number).not.toBe('');
  const lastPdf = () => world.panel.files(orderId, '12').at(-1)?.bytes.toString('latin1') ?? '';
  return { world, orderId, key, number, lastPdf };
}

const textOf = ({ panel }: World, orderId: string) => panel.text(orderId, FIELD);
const write = (text: string) => (world: World, orderId: string) => {
  world.panel.orders.get(orderId)?.texts.set(FIELD, text);
};

describe('the number', () => {
  it('is written into the chosen field and read back', async () => {
    const { world, orderId, number, key } = await accepted({ ksefFieldId: FIELD });
    expect(textOf(world, orderId)).toBe(number);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted', reason: null } });
    expect((await world.transfer(key)).ksef).not.toHaveProperty('left');
  });

  it('is written nowhere without a field', async () => {
    const { world, orderId } = await accepted({});
    expect(textOf(world, orderId)).toBe('');
  });

  it('leaves a person’s words alone, and says so', async () => {
    const { world, orderId, key } = await accepted(
      { ksefFieldId: FIELD },
      { meanwhile: write('oddzwonić do klienta') },
    );
    expect(textOf(world, orderId)).toBe('oddzwonić do klienta');
    expect(await world.view(orderId, key)).toMatchObject({
      ksef: { standing: 'accepted', reason: { code: 'ksef-field-filled' } },
    });
  });

  it('stands beside that of another document of the order', async () => {
    const other = '5213500025-20260520-560CCC-000005-68';
    const { world, orderId, number } = await accepted({ ksefFieldId: FIELD }, { meanwhile: write(other) });
    expect(textOf(world, orderId)).toBe(`${other}, ${number}`);
  });

  it('is written once the panel answers again', async () => {
    const { world, orderId, number, key } = await accepted(
      { ksefFieldId: FIELD },
      { meanwhile: ({ network }) => void network.arm({ ...PUT, times: 2 }, { kind: 'status', status: 503 }) },
    );
    expect(textOf(world, orderId)).toBe(number);
    expect(await story(world, key)).toContain('accepted sellasist-unreachable');
  });
});

describe('the PDF', () => {
  it.each<FileMode>(['raw', 'raw-url', 'datauri-only'])(
    'of Mostek’s own (%s) is replaced by one with KSeF’s number',
    async (fileMode) => {
      const { world, orderId, number, lastPdf, key } = await accepted(
        { ksefPdf: true, ksefFieldId: FIELD },
        { fileMode },
      );
      expect(lastPdf()).toContain(number);
      expect(world.panel.files(orderId, '12')).toHaveLength(1);
      expect(textOf(world, orderId)).toBe(number);
      expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted', reason: null } });
    },
  );

  it('stays where the account does not ask for it', async () => {
    const { number, lastPdf } = await accepted({});
    expect(lastPdf()).not.toContain(number);
  });

  it.each<FileMode>(['raw', 'raw-url'])('that a person has put there meanwhile (%s) stays', async (fileMode) => {
    const theirs = Buffer.from('%PDF-1.4 theirs %%EOF');
    const { world, orderId, key, lastPdf } = await accepted(
      { ksefPdf: true },
      {
        fileMode,
        meanwhile: ({ panel }, id) => {
          panel.orders.get(id)?.files.set('12', [panel.keepFile(theirs)]);
        },
      },
    );
    expect(lastPdf()).toBe(theirs.toString('latin1'));
    expect(await world.view(orderId, key)).toMatchObject({ ksef: { reason: { code: 'ksef-pdf-kept' } } });
  });

  it('is not added to a field that keeps every file', async () => {
    const { world, orderId, key } = await accepted({ ksefPdf: true }, { fileMode: 'append' });
    expect(world.panel.files(orderId, '12')).toHaveLength(1);
    expect(await world.view(orderId, key)).toMatchObject({ ksef: { reason: { code: 'ksef-pdf-kept' } } });
  });
});
