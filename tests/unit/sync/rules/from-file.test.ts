/** What a file of settings brings in is at work at once: its rules, and its language in the pages that are open. */
import { expect, it } from 'vitest';
import type { FileContent } from '../../../../utils/messages/settings-file-schema.ts';
import { VIEW } from '../set-up.ts';
import { MINUTE, type World } from '../world.ts';
import { createRuleWorld, NOTE, notesOf, order, ruleOf, SENT } from './scene.ts';

async function importOf(world: World, edit: (file: FileContent) => FileContent): Promise<void> {
  const exported = await world.tell<'file.export'>({ type: 'file.export', secrets: null }, VIEW);
  if (!exported.ok) throw new Error('not exported');
  const text = JSON.stringify(edit(JSON.parse(exported.value.text)));
  const preview = await world.tell<'file.preview'>({ type: 'file.preview', text }, VIEW);
  if (!preview.ok) throw new Error(`no preview: ${preview.problem} ${preview.path}`);
  const { token } = preview.value;
  expect(await world.tell<'file.import'>({ type: 'file.import', text, token, passphrase: null }, VIEW)).toMatchObject({
    ok: true,
  });
}

it('rules of a file act on what happens after it was read in, and on nothing before', async () => {
  const world = await createRuleWorld(() => [{ id: 'old', effects: [NOTE] }]);
  const before = order(world, { statusId: '3' });
  await world.pass(3 * MINUTE);
  await importOf(world, (file) => {
    const { accountId: _own, ...rule } = ruleOf(world, { id: 'z-pliku', effects: [{ kind: 'note', text: 'Z pliku' }] });
    return { ...file, rules: { demo: { match: 'all', rules: [{ ...rule, account: 0 }] } } };
  });
  await world.pass(3 * MINUTE);
  const after = order(world, { statusId: SENT });
  await world.pass(5 * MINUTE);
  expect(notesOf(world, after)).toEqual(['Z pliku']);
  expect(notesOf(world, before)).toEqual([]);
});

it('the language of a file comes into the panel’s open pages', async () => {
  const world = await createRuleWorld();
  world.injected.length = 0;
  await importOf(world, (file) => ({ ...file, language: 'en' }));
  expect(world.injected).toEqual(['english demo']);
});
