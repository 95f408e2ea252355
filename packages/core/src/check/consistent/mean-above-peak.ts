import type { Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for a share of failed calls that lies above the stated peak of the error rate.
 *
 * @finds document: # Mail down\n\n## Metrics\n\n```json\n{ "calls_failed": 300, "calls_succeeded": 700, "error_rate_peak": 12.5 }\n```\n
 * @finds document: # Mail down\n\n## Metrics\n\n```json\n{ "failed_requests": 50, "successful_requests": 50, "peak_error_rate": 0.25 }\n```\n
 * @passes document: # Mail down\n\n## Metrics\n\n```json\n{ "calls_failed": 300, "calls_succeeded": 700, "error_rate_peak": 62.5 }\n```\n
 * @passes document: # Mail down\n\n## Metrics\n\n```json\n{ "calls_failed": 300, "error_rate_peak": 12.5 }\n```\n
 */
export const meanAbovePeak: Rule = {
  id: 'consistent/mean-above-peak',
  about: 'A share of failed calls that lies above the stated peak of the error rate.',
  reason: 'The mean of anything is at most its peak, so one of the two was counted otherwise, or over another time.',
  question: 'Over which time was the peak taken, and do both count the same calls?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: contradictionsNamed('mean-above-peak'),
};
