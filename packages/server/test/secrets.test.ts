import { describe, expect, test } from 'vitest';
import { secretKinds } from '../src/secret/secret-kinds.ts';
import { addedSecrets } from '../src/secret/added-secrets.ts';
import { secretsIn } from '../src/secret/secrets-in.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Characters that look random, made anew so that no test holds anything that looks like a credential. */
function random(length: number, seed: number, alphabet = ALPHABET): string {
  let state = seed * 2_654_435_761 + 12_345;
  let out = '';
  while (out.length < length) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    out += alphabet[(state >>> 8) % alphabet.length];
  }
  return out;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const HEX = '0123456789abcdef';

const forms: readonly (readonly [kind: string, made: (seed: number) => readonly [text: string, secret: string]])[] = [
  ['aws-access-key', (seed) => alone(`AKIA${random(16, seed, UPPER)}`)],
  ['aws-secret-key', (seed) => within('aws_secret_access_key = ', random(40, seed), '')],
  ['github-token', (seed) => alone(`ghp_${random(36, seed)}`)],
  ['github-token', (seed) => alone(`github_pat_${random(22, seed)}_${random(59, seed + 1)}`)],
  ['gitlab-token', (seed) => alone(`glpat-${random(20, seed)}`)],
  ['slack-token', (seed) => alone(`xoxb-${random(12, seed, '0123456789')}-${random(24, seed)}`)],
  [
    'slack-webhook',
    (seed) =>
      alone(`hooks.slack.com/services/T${random(8, seed, UPPER)}/B${random(8, seed, UPPER)}/${random(24, seed)}`),
  ],
  ['pagerduty-key', (seed) => within('Authorization: Token token=', random(20, seed), '')],
  ['pagerduty-key', (seed) => within('"routing_key": "', random(32, seed, HEX), '"')],
  ['pagerduty-key', (seed) => within('PAGERDUTY_API_KEY=', random(20, seed), '')],
  ['json-web-token', (seed) => alone(`eyJ${random(30, seed)}.eyJ${random(60, seed)}.${random(43, seed)}`)],
  ['google-api-key', (seed) => alone(`AIza${random(35, seed)}`)],
  ['stripe-key', (seed) => alone(`sk_live_${random(24, seed)}`)],
  ['npm-token', (seed) => alone(`npm_${random(36, seed)}`)],
  ['debrief-token', (seed) => alone(`debrief_${random(32, seed)}`)],
  ['azure-storage-key', (seed) => within('AccountKey=', `${random(86, seed)}==`, ';')],
  ['url-password', (seed) => within('postgres://ingest:', `${random(9, seed)}x1`, '@db.example.org/kite')],
  ['authorization-header', (seed) => within("curl -H 'Authorization: Bearer ", random(40, seed), "'")],
  ['assigned-secret', (seed) => within('DB_PASSWORD="', `aB3${random(17, seed)}`, '"')],
  ['assigned-secret', (seed) => within('client_secret: ', `aB3${random(29, seed)}`, '')],
];

function alone(secret: string): readonly [string, string] {
  return [secret, secret];
}

function within(before: string, secret: string, after: string): readonly [string, string] {
  return [before + secret + after, secret];
}

describe('what looks like a credential', () => {
  test.each(forms)('%s is found where it stands, in prose, code and tables', (kind, made) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const [written, secret] = made(seed);
      for (const text of [
        written,
        `We ran \`${written}\` by hand.`,
        `| 10:02 | ${written} |\n`,
        `\`\`\`\n${written}\n\`\`\``,
      ]) {
        const found = secretsIn(text);
        expect(found.map((each) => each.kind)).toEqual([kind]);
        expect(text.slice(found[0]?.place.from, found[0]?.place.to)).toBe(secret);
      }
    }
  });

  test('a private key is', () => {
    for (const name of ['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED '])
      expect(secretsIn(`-----BEGIN ${name}PRIVATE KEY-----\nMII`)).toMatchObject([{ kind: 'private-key' }]);
  });

  test.each([
    'The token: it expired on 2026-05-01, and nobody saw.',
    'Password: rotated by the team, see the runbook',
    'password: ********',
    'token=${DEPLOY_TOKEN}',
    'secret: [redacted by the tool]',
    'https://grafana.example.org/d/kite?orgId=1&from=1714557600000&to=1714561200000',
    'commit 4f2a9c1d7e8b3a6f5c0d9e8f7a6b5c4d3e2f1a0b fixed it',
    'AKIAIOSFODNN7EXAMPLE stands in every manual',
    'The deploy payments-api-7c9d8f6b5-x2x4z was rolled back at 10:02',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'postgres://user:password@localhost/db',
    'postgres://ingest:${PASSWORD}@db/kite',
    'trace 550e8400-e29b-41d4-a716-446655440000',
    'secret: payments-db-credentials-2024-05-01',
    'api key: see https://vault.example.org/ui/vault/secrets/kv/show/payments2024key',
    'eyJ is how such a token begins',
    '-----BEGIN PUBLIC KEY-----',
    'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  ])('is none in: %s', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });

  test('is asked about only where an edit adds it', () => {
    const [secret] = alone(`ghp_${random(36, 7)}`);
    const before = `Old: ${secret}\nNew:\n`;
    expect(addedSecrets(before, [{ from: 0, to: 3, insert: 'Then' }])).toEqual([]);
    const other = `ghp_${random(36, 8)}`;
    expect(
      addedSecrets(before, [{ from: before.length - 1, to: before.length - 1, insert: ` ${other}` }]),
    ).toMatchObject([{ kind: 'github-token', place: { from: before.length, to: before.length + 40 } }]);
  });

  test('is found where an edit puts its halves together', () => {
    const secret = `ghp_${random(36, 9)}`;
    const before = `${secret.slice(0, 20)} ${secret.slice(20)}\n`;
    expect(addedSecrets(before, [{ from: 20, to: 21, insert: '' }])).toMatchObject([{ kind: 'github-token' }]);
  });

  test('takes time in proportion to the text, whatever it is made of', () => {
    const pieces = [
      'eyJ',
      'eyJa.',
      'eyJaaaaaaaaaaaaaa.eyJ',
      '://a:',
      '://',
      'a-a_',
      'token=',
      'pd_key_',
      '-----BEGIN ',
      'xoxb-',
      'A',
      'a ',
      'pager-duty-',
      'gh',
      'authorization: bearer ',
    ];
    const slow = pieces.flatMap((piece) => {
      const time = (size: number): number => {
        const text = piece.repeat(Math.ceil(size / piece.length));
        const start = performance.now();
        secretsIn(text);
        return performance.now() - start;
      };
      time(20_000);
      const large = time(1_000_000);
      return large > 3_000 ? [`${piece}: ${Math.round(large)} ms for 1 MB`] : [];
    });
    expect(slow).toEqual([]);
  });

  test('has patterns without an unbounded quantifier', () => {
    for (const { pattern } of secretKinds) {
      const bare = pattern.source.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/g, '.');
      expect(bare).not.toMatch(/[*+]|,\}/);
    }
  });
});
