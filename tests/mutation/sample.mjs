/**
 * Lets Stryker try only some of its mutants, drawn by their place and kind: the same ones each time, however the files around them
 * change. A report counts the others as ignored, and in no score.
 */
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** @param {number} share of all mutants, 0 to 1. */
export function drawMutants(share) {
  const { instrument } = Instrumenter.prototype;
  // Stryker itself can leave out whole files, ranges and kinds, and would with the place of a mutant leave out what lies inside it.
  Instrumenter.prototype.instrument = async function drawn(...asked) {
    const { files, mutants } = await Reflect.apply(instrument, this, asked);
    const isDrawn = ({ fileName, location, mutatorName, replacement }) => {
      const { start, end } = location;
      const place = [start.line, start.column, end.line, end.column].join(':');
      const name = [relative('.', fileName), place, mutatorName, replacement].join('\n');
      return createHash('sha256').update(name).digest().readUInt32BE() < share * 2 ** 32;
    };
    return {
      files,
      mutants: mutants.map((mutant) =>
        isDrawn(mutant) ? mutant : { ...mutant, status: 'Ignored', statusReason: 'not drawn' },
      ),
    };
  };
}
