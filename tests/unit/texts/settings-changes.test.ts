import { describe, expect, it } from 'vitest';
import { changedField, changedValues } from '../../../utils/texts/settings-changes.ts';

const rule = (name: string, isOn: boolean, isChanged = false): string => JSON.stringify({ name, isOn, isChanged });
const said = (path: string, from: string | null, to: string | null): string => {
  const values = changedValues('pl', path, { from, to });
  return `${changedField('pl', path)}: ${values.from} → ${values.to}`;
};

describe('what a file changes in Automatyzacje', () => {
  it('is said rule by rule, by name', () => {
    expect(said('rules.demo.rule.a', null, rule('Firmy', true))).toBe('Panel demo: reguła: – → „Firmy”, włączona');
    expect(said('rules.demo.rule.a', rule('Firmy', true), null)).toBe('Panel demo: reguła: „Firmy”, włączona → –');
    expect(said('rules.demo.rule.a', rule('Firmy', true), rule('Firmy', false, true))).toBe(
      'Panel demo: reguła: „Firmy”, włączona → „Firmy”, wyłączona, z treścią z pliku',
    );
  });

  it('is said of their order, and of which of them act', () => {
    expect(said('rules.demo.order', '["A","B"]', '["B","A"]')).toBe('Panel demo: kolejność reguł: „A”, „B” → „B”, „A”');
    expect(said('rules.demo.match', '"all"', '"first"')).toBe(
      'Panel demo: Gdy pasuje kilka reguł: Działają wszystkie → Działa tylko pierwsza',
    );
  });

  it('is cut, on one line, and never more than text', () => {
    const { to } = changedValues('pl', 'rules.demo.rule.a', {
      from: null,
      to: rule(`<b>\u202e${'x'.repeat(500)}`, true),
    });
    expect(to).toContain('<b>');
    expect(to).not.toContain('\u202e');
    expect(to.length).toBeLessThanOrEqual(121);
    expect(changedValues('pl', 'rules.demo.order', { from: '7', to: 'null' })).toEqual({ from: '7', to: 'null' });
  });
});
