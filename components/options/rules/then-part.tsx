/** To: what a rule does, in its order. */
import { useState } from 'preact/hooks';
import { RULE_EFFECTS, RULE_LIMITS, type RuleEffectName } from '../../../utils/invoice/rules/rule';
import { SelectField } from '../../form/select-field';
import { oneOf } from '../settings-draft';
import type { EditorPart } from './editor-part';
import { type EffectEdits, withEffect } from './effect-edits';
import { EffectFields } from './effect-fields';
import { useFocusLater } from './focus-later';
import { moved, without } from './moves';
import { useRulesTexts } from './texts';

export function ThenPart({ rule, set, lists, problemAt }: EditorPart) {
  const texts = useRulesTexts();
  const focus = useFocusLater();
  const [kind, setKind] = useState<RuleEffectName>('issue');
  const { effects } = rule;
  const isFull = effects.length >= RULE_LIMITS.effects;
  const place = (key: number, part: 'self' | 'up' | 'down' | 'remove'): string =>
    `rule-${rule.id}-effect-${key}-${part}`;
  const addId = `rule-${rule.id}-effect-add`;

  const add = (): void => {
    const next = withEffect(effects, kind);
    set({ effects: next });
    focus(place(next.at(-1)?.key ?? 0, 'self'));
  };
  const move = ({ key }: EffectEdits, at: number, by: -1 | 1): void => {
    const next = moved(effects, at, by);
    if (next === effects) return;
    set({ effects: next });
    focus(place(key, by === -1 ? 'up' : 'down'));
  };
  const remove = (at: number): void => {
    const next = without(effects, at);
    const near = next[Math.min(at, next.length - 1)];
    set({ effects: next });
    focus(...(near === undefined ? [] : [place(near.key, 'remove')]), addId);
  };

  return (
    <fieldset class="rule-part">
      <legend>{texts.thenGroup}</legend>
      <p class="field-hint">{texts.thenHint}</p>
      {effects.length === 0 ? (
        <p class="muted">{texts.noEffects}</p>
      ) : (
        <ol class="rule-effects" aria-label={texts.effectsList}>
          {effects.map((effect, at) => {
            const name = texts.effects[effect.kind];
            return (
              <li key={effect.key} class="rule-effect">
                <div class="rule-effect-head">
                  <h3 id={place(effect.key, 'self')} tabIndex={-1}>
                    {name}
                  </h3>
                  <div class="buttons">
                    <button
                      id={place(effect.key, 'up')}
                      type="button"
                      class="button button-small"
                      aria-label={texts.effectUp(name)}
                      aria-disabled={at === 0 ? 'true' : undefined}
                      onClick={() => move(effect, at, -1)}
                    >
                      {texts.up}
                    </button>
                    <button
                      id={place(effect.key, 'down')}
                      type="button"
                      class="button button-small"
                      aria-label={texts.effectDown(name)}
                      aria-disabled={at === effects.length - 1 ? 'true' : undefined}
                      onClick={() => move(effect, at, 1)}
                    >
                      {texts.down}
                    </button>
                    <button
                      id={place(effect.key, 'remove')}
                      type="button"
                      class="button button-small"
                      aria-label={texts.effectRemove(name)}
                      onClick={() => remove(at)}
                    >
                      {texts.remove}
                    </button>
                  </div>
                </div>
                <EffectFields
                  effect={effect}
                  lists={lists}
                  problemAt={(field) => problemAt(`effects.${effect.key}.${field}`)}
                  onChange={(changed) =>
                    set({ effects: effects.map((other) => (other.key === effect.key ? changed : other)) })
                  }
                />
              </li>
            );
          })}
        </ol>
      )}
      {isFull ? (
        <p class="muted">{texts.mostEffects(RULE_LIMITS.effects)}</p>
      ) : (
        <div class="rule-add">
          <SelectField
            label={texts.effect}
            value={kind}
            choices={RULE_EFFECTS.map((value) => ({ value, label: texts.effects[value] }))}
            onChange={(chosen) => setKind(oneOf(RULE_EFFECTS, chosen, kind))}
          />
          <button id={addId} type="button" class="button" onClick={add}>
            {texts.addEffect}
          </button>
        </div>
      )}
    </fieldset>
  );
}
