// The charts of a sweep, as its page loads them.
export { createHeat } from './sweepHeat';
export { createLines } from './sweepLines';
export { createSpread } from './sweepSpread';
