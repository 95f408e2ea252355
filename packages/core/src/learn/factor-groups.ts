import { fold } from '../model/fold.ts';

/**
 * General groups of what contributes to incidents, by folded beginnings of words; the first that fits counts, so the
 * narrow ones come first. A guess by words and shown as one: a team's own list in `debrief.yaml` says what is meant.
 */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'certificate or expiry': [
    'certificat|zertifikat|certificado|sertifikat|tls chain|expire|expiry|abgelaufen|vencid|expiration',
    'token had run out|licence ran out|license ran out',
  ],
  'retry storm': ['retry|retries|retried|thundering herd|stampede|backoff|back off'],
  'monitoring gap': [
    'no alert|no alarm|not alert|without an alert|alert on|alert was|alert did|alert rule|alerting',
    'monitoring|not monitored|unmonitored|nobody noticed|no metric|dashboard|uberwach|kein alarm',
    'sin alerta|aucune alerte|sem alerta|overvak|not visible|invisible',
  ],
  'schema or data migration': ['migration|schema|backfill|alter table|data conversion|bad data|corrupt'],
  'missing test': [
    'no test|not tested|untested|not covered|test did|tests did|test coverage|staging|test data',
    'not exercised|never exercised|nicht getestet|load test',
  ],
  'configuration change': [
    'config|konfigur|setting|feature flag|flag was|parameter|environment variable|yaml|default|hard coded',
    'hardcoded|fixed in code',
  ],
  deploy: ['deploy|release|rollout|roll out|rolled out|ship|new version|despliegue|utrull|upgrade'],
  capacity: [
    'capacity|out of memory|oom|memory limit|memory leak|disk full|disk space|ran out of|exhaust|saturat',
    'overload|too many connections|connection pool|pool size|pool was|quota|limit|queue|throughput',
    'traffic|load|kapazitat|capacidad|capacite|kapasitet|full|headroom',
  ],
  network: ['network|dns|packet loss|routing|bgp|firewall|load balancer|netzwerk|reseau|nettverk'],
  dependency: [
    'third party|vendor|provider|upstream|dependency|dependencies|external service|supplier|partner',
    'abhangigkeit|proveedor|fournisseur|leverandor|library|cloud',
  ],
  'runbook or documentation': ['runbook|run book|playbook|documentation|not documented|undocumented|dokumentation'],
  'manual step': ['manual|by hand|typed|copy and paste|copied|von hand|manuell|ran the wrong|mistyped'],
  'ownership or hand-over': ['nobody own|no owner|ownership|hand over|handover|no one own|unowned|escalat'],
};

const PATTERNS = Object.entries(GROUPS).map(([name, words]) => [name, new RegExp(` (?:${words.join('|')})`)] as const);

const UNSPACED: readonly (readonly [string, RegExp])[] = [
  ['certificate or expiry', /証明書|证书|憑證|期限切れ|过期/],
  ['retry storm', /リトライ|重试|重試/],
  ['monitoring gap', /監視|监控|監控|アラート|告警/],
  ['configuration change', /設定|配置/],
  ['deploy', /デプロイ|リリース|发布|部署|發布/],
  ['capacity', /容量|メモリ|内存|枯渇|耗尽|過負荷/],
  ['network', /ネットワーク|网络|網路/],
];

const LONGEST = 600;

/**
 * The general group that a factor belongs to by its words, or null.
 *
 * @example factorGroup('The connection pool was sized for last year') // 'capacity'
 */
export function factorGroup(text: string): string | null {
  const words = ` ${fold(text.slice(0, LONGEST))} `;
  const found =
    PATTERNS.find(([, pattern]) => pattern.test(words)) ?? UNSPACED.find(([, pattern]) => pattern.test(words));
  return found?.[0] ?? null;
}
