/** An invented post-mortem with all that a page shows: times, numbers, questions, a table, tasks, code. */
export const KITE_FEED = `---
services: [kite-feed, harbour-db]
factors: [limit fixed in code]
---

# Kite feed stood still while the harbour pool was exhausted

**Incident ID:** INC-2026-014
**Severity:** SEV2
**Date:** 2026-11-13
**Status:** Resolved
**Incident Commander:** Robin Vale
**Services:** kite-feed, harbour-db

## Summary

A join in call routing held each connection for up to ten seconds. At the evening peak the pool of twenty ran dry and 17.9 % of calls were answered with 503.

## Timeline

| Time (UTC) | Event | Action taken |
|---|---|---|
| 14:30 | Impact begins: share of 503 answers passes 5 % | – |
| 14:35 | Detected: alert \`HighAPIErrorRate\` fires | On-call responder paged |
| 14:37 | Acknowledged by the responder | Incident channel opened |
| 14:45 | Cause found: a slow join holds connections | Query found in the pool dashboard |
| 15:00 | Mitigated: pool raised from 20 to 50 | Error share falls within two minutes |
| 15:15 | Resolved: health checks pass on all instances | Status page updated |

## Impact

1,234 of 6,912 calls were answered with 503 between 14:30 and 15:15. Users affected: [number or share]. Revenue: [$X]. No data was lost.

## Root cause

The join had no index on \`campaigns.tenant_id\`. The reviewer should have caught the missing index.

\`\`\`
ERROR  pool exhausted after 10000 ms  active=20 idle=0 waiting=143  a long line that has to be scrolled on a phone
\`\`\`

## What went well

- The alert fired within five minutes.

## Action items

- [ ] Add an index on campaigns.tenant_id — Owner: Robin Vale — Due: 2026-11-20
- [x] Alert when pool use passes 80 % — Owner: Sam Reed — Due: 2026-11-18
`;
