/**
 * Minutes until a budget is used up at a burn rate: `remaining × W / burn`. Null where nothing burns, or nothing is left.
 *
 * @param remaining Share of the budget that is left, 1 for all of it.
 * @example minutesToExhaustion({ burn: 1_000, windowMinutes: 43_200 }) // 43.2
 */
export function minutesToExhaustion({
  burn,
  windowMinutes,
  remaining = 1,
}: {
  readonly burn: number;
  readonly windowMinutes: number;
  readonly remaining?: number;
}): number | null {
  return burn > 0 && remaining > 0 ? (remaining * windowMinutes) / burn : null;
}
