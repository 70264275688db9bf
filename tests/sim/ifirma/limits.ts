import { dateInWarsaw } from '../clock.ts';
import type { SimResponse } from '../http.ts';
import type { Account } from './account.ts';
import { refusal, refused } from './answer.ts';

/**
 * 100 requests a minute and 15,000 a day for a user (ifirma-api 7). Requests that are turned away do not count, so a client
 * that waits as long as `Retry-After` says gets through.
 */
export interface Limits {
  /** null: within the limits, and counted. */
  admit(account: Account): SimResponse | null;
}

const MINUTE = 60_000;

export const createLimits = (): Limits => {
  const recent = new Map<string, number[]>();
  const days = new Map<string, { readonly date: string; count: number }>();

  const turnedAway = ({ switches }: Account, waitMs: number): SimResponse => {
    const page = {
      status: 429,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: '<!DOCTYPE html><html lang="pl"><body><h1>Zbyt wiele żądań</h1></body></html>',
    };
    switch (switches.limitAnswer) {
      case '429':
        return { ...page, headers: { ...page.headers, 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) } };
      case '429-bare':
        return page;
      case 'kod-100':
        return refused(refusal(100, 'Przekroczono limit żądań'));
      default:
        return switches.limitAnswer satisfies never;
    }
  };

  return {
    admit(account) {
      const now = account.clock.now();
      const { requestsPerMinute, requestsPerDay } = account.switches;
      const times = (recent.get(account.login) ?? []).filter((time) => time > now - MINUTE && time <= now);
      const oldest = times[times.length - requestsPerMinute];
      if (times.length >= requestsPerMinute) return turnedAway(account, (oldest ?? now) + MINUTE - now);
      const date = dateInWarsaw(now);
      const known = days.get(account.login);
      const day = known?.date === date ? known : { date, count: 0 };
      if (day.count >= requestsPerDay) return turnedAway(account, 3_600_000);
      times.push(now);
      day.count++;
      recent.set(account.login, times);
      days.set(account.login, day);
      return null;
    },
  };
};
