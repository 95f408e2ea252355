export { type Beginning, contentOfBeginning, type HouseRules } from './beginning.ts';
export { draft, withCarried } from './draft.ts';
export { parseTemplate, type Template } from './template.ts';
export { unplaced } from './unplaced.ts';
export { nearestOf } from '../model/nearest.ts';
