/** One time that a rule acted: on what, when, and what became of each thing that it does. */
import { useId, useRef } from 'preact/hooks';
import { mayBeDropped, needsDecision, type RuleRun, type RunEffect } from '../../../utils/invoice/rules/run';
import type { RunRef } from '../../../utils/messages';
import { RULE_RUN_TEXTS, type RuleRunTexts } from '../../../utils/texts/options/rules-runs';
import { reasonText, reasonWhat } from '../../../utils/texts/reasons';
import { RULE_TEXTS } from '../../../utils/texts/rules';
import { usePage } from '../../form/page';
import { time } from '../../format';
import { IconDone, IconState } from '../../icons';
import { orderCardUrl } from '../../popup/order-link';

interface Props {
  readonly run: RuleRun;
  readonly onAgain: (own: RunEffect, ref: RunRef) => void;
  readonly onDrop: (ref: RunRef) => void;
}

/** What it acted on: the document's number, else the order. */
export const aboutOf = (texts: RuleRunTexts, { key, documentNumber }: RuleRun): string => {
  const id = key.slice(1);
  return documentNumber || (key.startsWith('o') ? texts.order(id) : texts.document(id));
};

export function RunItem({ run, onAgain, onDrop }: Props) {
  const { language } = usePage();
  const texts = RULE_RUN_TEXTS[language];
  const id = useId();
  const { panel, ruleId, key, orderId } = run;
  const about = aboutOf(texts, run);
  const order = orderId === null ? null : texts.order(orderId);
  return (
    <li class="run" aria-labelledby={id}>
      <div class="run-head">
        <h3 id={id}>{run.ruleName}</h3>
        {about !== order && <span>{about}</span>}
        {orderId !== null && (
          <a href={orderCardUrl(panel, orderId)} target="_blank" rel="noreferrer">
            {order}
          </a>
        )}
        <time class="muted" dateTime={new Date(run.createdAt).toISOString()}>
          {time(run.createdAt, Date.now())}
        </time>
      </div>
      <ul class="run-effects" aria-label={texts.effects}>
        {run.effects.map((own, at) => (
          <Effect
            key={at}
            own={own}
            describedBy={id}
            onAgain={() => onAgain(own, { panel, ruleId, key, effect: at })}
            onDrop={() => onDrop({ panel, ruleId, key, effect: at })}
          />
        ))}
      </ul>
    </li>
  );
}

interface EffectProps {
  readonly own: RunEffect;
  readonly describedBy: string;
  readonly onAgain: () => void;
  readonly onDrop: () => void;
}

function Effect({ own, describedBy, onAgain, onDrop }: EffectProps) {
  const { language } = usePage();
  const texts = RULE_RUN_TEXTS[language];
  const id = useId();
  const line = useRef<HTMLParagraphElement>(null);
  const { standing, reason, effect } = own;
  const isOpen = needsDecision(own);
  const why = reason === null ? null : isOpen ? reasonText(language, reason) : reasonWhat(language, reason, Date.now());
  return (
    <li>
      {/* The buttons go away with the decision: whoever pressed one stays here. */}
      <p ref={line} class={`run-effect run-${standing}`} tabIndex={-1}>
        <StandingIcon standing={standing} />
        <span>
          <span id={id}>{RULE_TEXTS[language].effects[effect.kind]}</span> –{' '}
          <strong>
            {texts.standings[standing]}
            {why !== null && ':'}
          </strong>{' '}
          {why}
        </span>
      </p>
      {mayBeDropped(own) && (
        <div class="buttons">
          {isOpen && (
            <button
              type="button"
              class="button button-small"
              aria-describedby={`${id} ${describedBy}`}
              onClick={() => {
                line.current?.focus();
                onAgain();
              }}
            >
              {texts.again}
            </button>
          )}
          <button
            type="button"
            class="button button-small"
            aria-describedby={`${id} ${describedBy}`}
            onClick={() => {
              line.current?.focus();
              onDrop();
            }}
          >
            {texts.drop}
          </button>
        </div>
      )}
    </li>
  );
}

function StandingIcon({ standing }: { readonly standing: RunEffect['standing'] }) {
  switch (standing) {
    case 'done':
      return <IconDone />;
    case 'due':
    case 'waits':
      return <IconState state="queued" />;
    case 'begun':
      return <IconState state="sending" />;
    case 'left':
      return <IconState state="failed" />;
    case 'unclear':
      return <IconState state="uncertain" />;
    case 'dropped':
      return <IconState state="skipped" />;
    default:
      return standing satisfies never;
  }
}
