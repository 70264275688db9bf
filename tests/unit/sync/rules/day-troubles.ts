/** What goes wrong around one computer: it sleeps, is restarted or dies at any instruction, is offline, is asked to wait, hears no answer. */
import type { Life } from '../life.ts';
import { MINUTE, type World } from '../world.ts';
import type { Dice } from './dice.ts';

export interface Computer {
  readonly world: World;
  readonly deaths: () => number;
  isAway(): boolean;
  /** Switched off until then (epoch milliseconds). */
  switchOff(until: number): void;
  /** Restarts one that has died, and arms what is to go wrong next. Nothing of one that is away. */
  trouble(isNight: boolean): Promise<void>;
  /** From now on everything is well. */
  recover(): Promise<void>;
}

/** @param more places at which it is to die as well. */
export function createComputer(world: World, { dice, chance, one }: Dice, more: readonly Place[] = []): Computer {
  let awakeAt = 0;
  let life = world.life();
  let deaths = 0;
  return {
    world,
    deaths: () => deaths,
    isAway,
    switchOff(until) {
      world.life().end();
      awakeAt = Math.max(awakeAt, until);
    },
    trouble,
    async recover() {
      awakeAt = 0;
      life.watched = null;
      world.network.mend();
      world.newLife(null);
      await world.restart();
    },
  };

  function isAway(): boolean {
    return awakeAt > world.clock.now();
  }

  async function trouble(isNight: boolean): Promise<void> {
    if (isAway()) return;
    if (world.life().isOver()) await world.restart();
    // An alarm may have started it anew.
    if (world.life() !== life) deaths += 1;
    life = world.life();
    world.network.mend();
    const roll = dice() * 100;
    if (isNight) world.network.arm({}, { kind: 'offline' });
    else if (roll < 6) world.network.arm({ times: 2 }, { kind: 'too-many', retryAfter: 90 });
    else if (roll < 12) world.network.arm({ method: 'GET', times: 3 }, { kind: 'drop', when: 'before' });
    else if (roll < 16) world.network.arm({ method: 'POST', times: 1 }, { kind: 'drop', when: 'after' });
    else if (roll < 20) world.network.arm({ method: 'POST', times: 1 }, { kind: 'drop', when: 'before' });
    else if (roll < 24) world.network.arm({ method: 'PUT', times: 1 }, { kind: 'drop', when: 'after' });
    if (chance(30)) life.endIn(Math.floor(dice() * 60));
    const [places, after] = [placesIn(world, more), Math.floor(dice() * 6)];
    const place = one(places);
    life.watched = chance(60) ? dyingAt(place, life, place === places[0] ? after : 0) : null;
    if (chance(2)) {
      life.end();
      awakeAt = world.clock.now() + Math.floor(dice() * 90) * MINUTE;
    }
  }
}

/** Nobody hears the answer to what cannot be undone, or has noted that it was shown; or a run is not stored yet, or just was. */
function placesIn({ ruleNotices }: World, more: readonly Place[]): readonly [Place, ...Place[]] {
  const shown = ruleNotices.length;
  return [
    (place) => /runs\.(?:create|change)$/.test(place),
    (place) => /^after POST .*\/send\//.test(place),
    (place) => /^after POST .*\/notes$/.test(place),
    (place) => /^after POST .*\/wplaty\//.test(place),
    () => ruleNotices.length > shown,
    ...more,
  ];
}

export type Place = (name: string) => boolean;

/** @param after so many such places. */
function dyingAt(isThere: Place, life: Life, after: number): (name: string) => void {
  let left = after;
  return (name) => {
    if (!isThere(name)) return;
    if (left === 0) life.end();
    left -= 1;
  };
}
