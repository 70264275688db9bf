/** Answers of a service that are kept for a while. What follows from them is worked out anew each time. */
import type { Clock } from './clock';

export interface Remembered {
  of(scope: string): Once;
  forget(scope: string): void;
}

/** The same question, asked once while its answer is kept. @param name tells it from others of its scope. */
type Once = <Asked extends readonly unknown[], Answer extends { readonly ok: boolean }>(
  name: string,
  ask: (...asked: Asked) => Promise<Answer>,
) => (...asked: Asked) => Promise<Answer>;

interface Kept {
  readonly at: number;
  readonly answer: Promise<{ readonly ok: boolean }>;
}

export function remembered(clock: Clock, keptMs: number): Remembered {
  const scopes = new Map<string, Map<string, Kept>>();

  return {
    of(scope) {
      const known = scopes.get(scope) ?? new Map<string, Kept>();
      scopes.set(scope, known);
      return (name, ask) =>
        (...asked) => {
          const about = `${name} ${JSON.stringify(asked)}`;
          const kept = known.get(about);
          if (kept !== undefined && Math.abs(clock.now() - kept.at) < keptMs) {
            return kept.answer as ReturnType<typeof ask>;
          }
          const answer = ask(...asked);
          known.set(about, { at: clock.now(), answer });
          const drop = () => known.delete(about);
          // Only what was answered is worth keeping; a refusal may be over the next time.
          answer.then(({ ok }) => ok || drop(), drop);
          return answer;
        };
    },

    forget: (scope) => void scopes.delete(scope),
  };
}
