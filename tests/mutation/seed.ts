import fc from 'fast-check';

/** So that no mutant lives on one day and dies on another by the luck of the examples. */
fc.configureGlobal({ seed: 20261122 });
