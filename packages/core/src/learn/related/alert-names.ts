import { type Field, knownOf, type Reading, valueOf } from '../../model/index.ts';
import { contentOf } from './parts.ts';

/** Words by which a line tells of an alert, in the languages that are read. */
const ALERT =
  /alert|alarm|alerta|alerte|varsel|warnung|fired|firing|triggered|paged?\b|アラート|警報|告警|报警|警报|ausgelöst|déclench/i;
const LABEL = /\balert_?name["'`\s]{0,3}[=:]["'`\s]{0,3}([\p{L}\p{N}_.:-]{3,100})/giu;
const QUOTED =
  /(?:alert|alarm|alerta|alerte|varsel|アラート|告警)s?\s{0,2}[“"„«'`「]{1,2}([^“”"„«»'`「」\n]{3,100})[”"“»'`」]/giu;
const IN_CODE = /`([\p{L}][\p{L}\p{N}_:.-]{4,100})`\s{0,2}(?:alert|alarm|fired|firing|is firing|was firing)/giu;
/** `HighErrorRate`: three humps or more, since two are the names of products. */
const HUMPS = /\b(?:[A-Z][a-z0-9]{1,20}){3,10}\b/g;
const CODE = /(?:Exception|Error|Handler|Controller|Manager|Factory)$/;

const LONGEST_LINE = 2_000;

/**
 * The names of alerts that a document tells of: in quotes behind the word alert, as `alertname=…`, or as
 * `HighErrorRate` in a line that speaks of an alert. They are looked for in title, detection, timeline and evidence.
 */
export function alertNamesOf({ text, postmortem, sections }: Reading): readonly string[] {
  const { title, detection, timeline, evidence } = postmortem;
  const told: Field<string>[] = [detection.how, detection.alertQuality, ...detection.points.map((point) => point.text)];
  told.push(...timeline.slice(0, 500).flatMap((event) => [event.text, event.action]));
  told.push(...evidence.slice(0, 100).map((piece) => piece.text));
  const names = new Set<string>();
  for (const { value } of knownOf(told)) {
    for (const line of value.slice(0, 20_000).split('\n')) namesIn(line.slice(0, LONGEST_LINE), names);
  }
  for (const { names: kinds, headingPlace, to } of sections) {
    if (kinds.includes('detection') || kinds.includes('evidence') || kinds.includes('appendix'))
      namesIn(contentOf(text.slice(headingPlace.to, Math.min(to, headingPlace.to + 20_000))), names, false);
  }
  for (const name of (valueOf(title) ?? '').match(HUMPS) ?? []) if (!CODE.test(name)) names.add(name);
  return [...names].slice(0, 50);
}

function namesIn(line: string, names: Set<string>, withHumps = true): void {
  for (const pattern of [LABEL, QUOTED, IN_CODE]) {
    for (const [, name = ''] of line.matchAll(pattern)) names.add(name.trim());
  }
  if (!withHumps || !ALERT.test(line)) return;
  for (const name of line.match(HUMPS) ?? []) if (!CODE.test(name)) names.add(name);
}
