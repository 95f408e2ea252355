/** A form that credentials of one kind have. */
export interface SecretKind {
  /** As answers name it. */
  readonly kind: string;
  /**
   * Finds one. The group `secret`, or else the whole match, is what must not be told. Every quantifier has a bound and a
   * match begins at a fixed word or at the edge of one, so that a scan takes time in proportion to the text.
   */
  readonly pattern: RegExp;
  /** Whether what was found is random enough to be one; by default all is. */
  readonly isSecret?: (secret: string) => boolean;
}

const ASSIGNED = `["'\`]?[ \\t]{0,4}(?::|=>?)[ \\t]{0,4}["'\`]?`;

/** The more telling kinds come first: what one of them claims, no later one looks at. */
export const secretKinds: readonly SecretKind[] = [
  { kind: 'private-key', pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g },
  {
    kind: 'aws-access-key',
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])/g,
    isSecret: notExample,
  },
  {
    kind: 'aws-secret-key',
    pattern: assigned(
      'aws[_-]?(?:secret[_-]?(?:access[_-]?)?key|sk)|secretAccessKey',
      '[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])',
    ),
    isSecret: (secret) => notExample(secret) && isRandom(secret, 3.5),
  },
  {
    kind: 'github-token',
    pattern:
      /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9_])/g,
    isSecret: (secret) => isRandom(secret, 3),
  },
  {
    kind: 'gitlab-token',
    pattern: /(?<![A-Za-z0-9_-])gl(?:pat|ptt|dt|rt|cbt|ft|soat)-[A-Za-z0-9_-]{20,64}(?![A-Za-z0-9_-])/g,
    isSecret: (secret) => isRandom(secret, 3),
  },
  {
    kind: 'slack-token',
    pattern: /(?<![A-Za-z0-9])xox[abeoprs](?:\.xox[bp])?-[A-Za-z0-9-]{10,250}/g,
    isSecret: (secret) => isRandom(secret, 2.5),
  },
  { kind: 'slack-app-token', pattern: /(?<![A-Za-z0-9])xapp-\d-[A-Z0-9]{5,20}-\d{5,20}-[a-f0-9]{20,128}/g },
  {
    kind: 'slack-webhook',
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Z0-9]{5,20}\/[A-Z0-9]{5,20}\/[A-Za-z0-9]{16,80}/g,
    isSecret: (secret) => isRandom(secret, 3.5),
  },
  {
    kind: 'pagerduty-key',
    pattern: /Token token=["']?(?<secret>[A-Za-z0-9+_-]{20})(?![A-Za-z0-9+_-])/g,
    isSecret: (secret) => isRandom(secret, 3),
  },
  {
    kind: 'pagerduty-key',
    pattern: assigned(
      '(?:pager[_-]?duty|pd)(?:[_ -]?(?:api|rest|service|integration|routing|events?|v2|access)){0,3}[_ -]?(?:key|token)|routing[_-]?key|integration[_-]?key',
      '(?:[a-f0-9]{32}|[A-Za-z0-9+_-]{20}|R[A-Z0-9]{31})(?![A-Za-z0-9+_-])',
    ),
    isSecret: (secret) => isRandom(secret, 3),
  },
  {
    kind: 'json-web-token',
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{16,1000}/g,
  },
  {
    kind: 'google-api-key',
    pattern: /(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g,
    isSecret: (secret) => isRandom(secret, 3),
  },
  { kind: 'google-oauth-secret', pattern: /(?<![A-Za-z0-9_-])GOCSPX-[A-Za-z0-9_-]{28}(?![A-Za-z0-9_-])/g },
  {
    kind: 'stripe-key',
    pattern: /(?<![A-Za-z0-9_])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,120}(?![A-Za-z0-9])/g,
    isSecret: (secret) => isRandom(secret, 3),
  },
  {
    kind: 'npm-token',
    pattern: /(?<![A-Za-z0-9_])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g,
    isSecret: (secret) => isRandom(secret, 3),
  },
  { kind: 'sendgrid-key', pattern: /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g },
  {
    kind: 'model-api-key',
    pattern: /(?<![A-Za-z0-9_-])sk-(?:ant-|proj-|svcacct-|or-v1-)?[A-Za-z0-9_-]{32,200}(?![A-Za-z0-9_-])/g,
    isSecret: (secret) => isRandom(secret, 3.5) && /\d/.test(secret) && /[A-Z]/.test(secret),
  },
  {
    kind: 'grafana-token',
    pattern: /(?<![A-Za-z0-9_])(?:glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|glc_[A-Za-z0-9+/]{32,400})/g,
  },
  {
    kind: 'vault-token',
    pattern: /(?<![A-Za-z0-9_])hv[sbr]\.[A-Za-z0-9_-]{24,300}/g,
    isSecret: (secret) => isRandom(secret, 3),
  },
  {
    kind: 'debrief-token',
    pattern: /(?<![A-Za-z0-9_])debrief_[A-Za-z0-9_-]{30,60}(?![A-Za-z0-9_-])/g,
    isSecret: (secret) => isRandom(secret, 3.5),
  },
  { kind: 'azure-storage-key', pattern: /(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9/+]{42,86}={1,2})/g },
  {
    kind: 'url-password',
    pattern: /:\/\/[^\s/:@<>"'`]{0,100}:(?<secret>[^\s/@<>"'`]{3,200})@[A-Za-z0-9[]/g,
    isSecret: isPassword,
  },
  {
    kind: 'authorization-header',
    pattern:
      /authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:bearer|basic|token|apikey)[ \t]{1,4}(?<secret>[A-Za-z0-9._~+/=-]{16,2000})/gi,
    isSecret: (secret) => isRandom(secret, 3),
  },
  {
    kind: 'assigned-secret',
    pattern: assigned(
      'pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|(?:api|access|auth|client|encryption|private|secret|signing|master|admin)[_ -]?(?:key|secret|token|password)',
      '[^\\s"\'`<>|,;]{12,200}',
    ),
    isSecret: (secret) => isPassword(secret) && isMixed(secret) && isRandom(secret, 3.2),
  },
];

/** A name that ends with one of the words, something that assigns, and the value. */
function assigned(names: string, value: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])(?:[A-Za-z0-9]{1,30}[_-]){0,4}(?:${names})${ASSIGNED}(?<secret>${value})`, 'gi');
}

function notExample(secret: string): boolean {
  return !/EXAMPLE/i.test(secret);
}

/** Stands for a password rather than being one: `password`, `****`, `${PASSWORD}`, `[redacted]`. */
function isPassword(secret: string): boolean {
  if (/^[*x.•#-]{1,200}$/i.test(secret) || /^[$%{[(<]/.test(secret)) return false;
  return (
    !/^(?:pass(?:word|wd)?|pwd|secret|token|changeme|example|redacted|hidden|removed|user|none|null|undefined)$/i.test(
      secret,
    ) && notExample(secret)
  );
}

/** Words and dates joined by hyphens are a name: a key mixes letters and digits within one part. */
function isMixed(secret: string): boolean {
  if (/^(?:https?|mailto|file|s3|gs|arn):/i.test(secret)) return false;
  return secret.split(/[-_./:+=~@#]/).some((part) => part.length >= 8 && /[A-Za-z]/.test(part) && /\d/.test(part));
}

/** Shannon's entropy in bits for each character. */
function isRandom(secret: string, least: number): boolean {
  const counts = new Map<string, number>();
  for (const character of secret) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / secret.length) * Math.log2(count / secret.length);
  return bits >= least;
}
