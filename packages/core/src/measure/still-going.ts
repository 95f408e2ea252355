import type { InstantName, Postmortem } from '../model/index.ts';

/** First words of a status that says that an incident is not over. */
const GOING_ON =
  /^[^\p{L}]{0,10}(?:(?:still |currently )?(?:investigating|under investigation|ongoing|on-going|in progress|open|active|identified|acknowledged|triggered|declared|unresolved)|p[åa]g[åa]ende|p[åa]g[åa]r|under etterforskning|laufend|andauernd|in bearbeitung|in untersuchung|offen|en curso|en investigaci[oó]n|investigando|abierto|en cours|en investigation|ouvert|em andamento|em investiga[cç][aã]o|aberto|进行中|处理中|调查中|未解决|進行中|調査中|対応中|未解決)(?![\p{L}])/iu;

/** First words of a status in which the impact may be over, but the incident is not. */
const MITIGATED =
  /^[^\p{L}]{0,10}(?:mitigated|monitoring|contained|stabili[sz]ed|mitigert|entsch[aä]rft|mitigado|mitigada|att[eé]nu[eé]|已缓解|已遏制|緩和済み|監視中)(?![\p{L}])/iu;

/**
 * Whether the document says, by its status, that this end has not come yet. Without a status nothing is known: a
 * missing end is then unknown, never open.
 */
export function isStillGoing({ status }: Postmortem, end: InstantName): 'notYet' | 'notSaid' {
  const [written] = [status.incident, status.document].flatMap((field) =>
    field.state === 'known' ? [field.value.slice(0, 200)] : [],
  );
  if (written === undefined) return 'notSaid';
  if (GOING_ON.test(written)) return 'notYet';
  return MITIGATED.test(written) && end === 'resolved' ? 'notYet' : 'notSaid';
}
