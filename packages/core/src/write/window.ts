import type { Change, Place, Reading } from '../model/index.ts';
export function windowFor(_whole: Reading, _change: Change): readonly Place[] | null {
  return null;
}
