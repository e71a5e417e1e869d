// The statistics charts, as pages load them.
export { createCurves } from './curves';
export { createHistogram } from './histogram';
