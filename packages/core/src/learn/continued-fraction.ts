const TINY = 1e-300;
const NEAR = 2e-16;
const MOST_STEPS = 50_000_000;

/**
 * 1 / (first + over₁ / (plus₁ + over₂ / (plus₂ + …))), from the front, until another step changes nothing. Source:
 * W. J. Lentz, Applied Optics 15 (1976), as changed by I. J. Thompson and A. R. Barnett (1986).
 */
export function continuedFraction(
  first: number,
  part: (step: number) => { readonly over: number; readonly plus: number },
): number {
  let denominator = 1 / (Math.abs(first) < TINY ? TINY : first);
  let numerator = 1 / TINY;
  let value = denominator;
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const { over, plus } = part(step);
    denominator = awayFromZero(plus + over * denominator);
    numerator = awayFromZero(plus + over / numerator);
    denominator = 1 / denominator;
    const change = denominator * numerator;
    value *= change;
    if (Math.abs(change - 1) <= NEAR) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
