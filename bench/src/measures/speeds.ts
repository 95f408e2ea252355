import type { Corpus } from '../corpus/corpus.ts';
import { table } from '../corpus/markdown.ts';
import { interleave, medianTime, timeRatio } from '../interleave.ts';
import type { Parse } from '../parsers.ts';

/** A lap goes over a small corpus several times, or it would measure little more than one collection of garbage. */
const fullLap = 30;

/** A table of how fast the same texts go through Debrief and through each peer; a lap reads about `lapMegabytes`. */
export function speedTable(
  { texts, megabytes }: Corpus,
  debrief: Parse,
  peers: Readonly<Record<string, Parse>>,
  lapMegabytes = fullLap,
): string {
  const passes = Math.max(1, Math.ceil(lapMegabytes / megabytes));
  const lap = (parse: Parse) => (): number => {
    let sum = 0;
    for (let pass = 0; pass < passes; pass += 1) for (const text of texts) sum += parse(text);
    return sum;
  };
  const sides = Object.entries({ Debrief: debrief, ...peers });
  const laps = interleave(Object.fromEntries(sides.map(([name, parse]) => [name, lap(parse)])));
  const own = laps['Debrief'] ?? [];
  return table(
    [`${texts.length} documents, ${megabytes.toFixed(1)} MB`, 'MB/s', "Debrief's speed ÷ this speed"],
    Object.entries(laps).map(([name, side]) => [
      name,
      ((passes * megabytes) / (medianTime(side) / 1_000)).toFixed(1),
      side === own ? '' : timeRatio(side, own).toFixed(2),
    ]),
  );
}
