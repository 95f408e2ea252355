import crypto from 'node:crypto';
import type { Acknowledged } from './acknowledged.ts';

export interface WritersOptions {
  /** Where the server answers now; it may move. */
  readonly url: () => string;
  readonly token: string;
  readonly count: number;
  /** Told of each write that was acknowledged. */
  readonly onAcknowledged: (acknowledged: Acknowledged) => void;
  /** Told of each that was not: its status, 0 where there was no answer. */
  readonly onRefused: (status: number, code: string) => void;
  /** The length of a text in characters, about. */
  readonly length?: number;
}

export interface Writers {
  /** Waits for the answers that are under way. */
  readonly stop: () => Promise<void>;
}

const WORDS =
  'kite feed queue alert heron ran full slow again wires café deploy rolled back 障害 page woke nobody'.split(' ');

/** Clients that create and change post-mortems one after the other, as fast as they are answered. */
export function startWriters(options: WritersOptions): Writers {
  const stopped = new AbortController();
  const running = Array.from({ length: options.count }, (_, index) => write(index));
  return {
    stop: async () => {
      stopped.abort();
      await Promise.all(running);
    },
  };

  async function write(index: number): Promise<void> {
    let own: Acknowledged | null = null;
    for (let turn = 0; !stopped.signal.aborted; turn += 1) {
      const text: string = textOf(`${index}-${turn}-${crypto.randomUUID()}`, options.length ?? 2_000);
      const isNew: boolean = own === null || turn % 4 === 0;
      const answer: Acknowledged | null = isNew ? await create(options, text) : await change(options, own, text);
      if (answer === null) await new Promise((resolve) => setTimeout(resolve, 20));
      own = answer;
    }
  }
}

/** A post-mortem of invented words that no other has. */
function textOf(mark: string, length: number): string {
  const lines = [
    `# Kite feed stood still ${mark}`,
    '',
    '**Severity:** SEV2',
    '',
    '## Timeline',
    '',
    '- 10:02 feed stops',
    '',
  ];
  lines.push('## Action items', '', `- [ ] Add an alert for ${mark}`, '', '## Summary', '');
  for (let size = lines.join('\n').length; size < length; size += 80)
    lines.push(Array.from({ length: 12 }, () => WORDS[crypto.randomInt(WORDS.length)]).join(' '));
  return `${lines.join('\n')}\n`;
}

function create(options: WritersOptions, text: string): Promise<Acknowledged | null> {
  return send(options, text, { method: 'POST', path: '/api/v1/postmortems', body: { text, fileName: 'kite.md' } });
}

function change(options: WritersOptions, own: Acknowledged | null, text: string): Promise<Acknowledged | null> {
  const body = { base: own?.revision, edit: { kind: 'text', text }, reason: 'Again' };
  return send(options, text, { method: 'PATCH', path: `/api/v1/postmortems/${own?.id}`, body });
}

async function send(
  { url, token, onAcknowledged, onRefused }: WritersOptions,
  text: string,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body: unknown },
): Promise<Acknowledged | null> {
  try {
    const answer = await fetch(`${url()}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const told = (await answer.json()) as { readonly id: string; readonly revision: number; readonly code?: string };
    if (!answer.ok) {
      onRefused(answer.status, told.code ?? '');
      return null;
    }
    const acknowledged = { id: told.id, revision: told.revision, textHash: crypto.hash('sha256', text) };
    onAcknowledged(acknowledged);
    return acknowledged;
  } catch {
    onRefused(0, 'no answer');
    return null;
  }
}
