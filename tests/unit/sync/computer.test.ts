import { describe, expect, it } from 'vitest';
import { createWorld, VIEW } from './world.ts';

const nameIn = (world: Awaited<ReturnType<typeof createWorld>>) =>
  world.tell<'computer.get'>({ type: 'computer.get' }, VIEW);
const rename = (world: Awaited<ReturnType<typeof createWorld>>, name: string) =>
  world.tell<'computer.set'>({ type: 'computer.set', name }, VIEW);

describe('the name of this computer', () => {
  it('is made up once, and stays', async () => {
    const world = await createWorld({ account: false });
    const name = await nameIn(world);
    expect(name).toMatch(/^Komputer [a-z2-9]{6}$/);
    world.newLife(null);
    expect(await nameIn(world)).toBe(name);
  });

  it('is what a person calls it, without blanks around it', async () => {
    const world = await createWorld({ account: false });
    await rename(world, ' Biuro ');
    expect(await nameIn(world)).toBe('Biuro');
    world.newLife(null);
    expect(await nameIn(world)).toBe('Biuro');
  });

  it('is the first one again when it is left empty', async () => {
    const world = await createWorld({ account: false });
    const first = await nameIn(world);
    await rename(world, 'Biuro');
    await rename(world, '  ');
    expect(await nameIn(world)).toBe(first);
  });

  it('is another one on another computer', async () => {
    const [one, other] = [await createWorld({ account: false }), await createWorld({ account: false })];
    expect(await nameIn(one)).not.toBe(await nameIn(other));
  });

  it('is no page’s of the panel to ask for or to give', async () => {
    const world = await createWorld();
    expect(await world.ask({ type: 'computer.get' })).toMatchObject({ ok: false });
    expect(await world.ask({ type: 'computer.set', name: 'x' })).toMatchObject({ ok: false });
  });
});
