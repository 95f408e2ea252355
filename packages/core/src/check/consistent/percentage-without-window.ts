import type { Rule } from '../rule.ts';
import { contradictionsNamed } from './contradictions-named.ts';

/**
 * Looks for an availability without the time that it was taken over.
 *
 * @finds document: # Mail down\n\n**Impact**:\n\n- **SLO Impact**: Availability dropped from 99.9% to 95.2%\n ⟶ Availability dropped from 99.9% to 95.2%
 * @finds document: # Mail down\n\n## Impact\n\n- **Users Affected**: ~15% of API requests failed\n- **SLO Impact**: Availability fell to 91%\n
 * @passes document: # Mail down\n\n**Impact**:\n\n- **SLO Impact**: Availability over the 30 days dropped from 99.9% to 99.2%\n
 * @passes document: # Mail down\n\n**Impact**:\n\n- **SLO Impact**: None, the error budget was not touched\n
 */
export const percentageWithoutWindow: Rule = {
  id: 'consistent/percentage-without-window',
  about: 'An availability without the time that it was taken over.',
  reason: 'Five percent of a month are a day and a half, five percent of an hour are three minutes.',
  question: 'Over which time was it taken: the incident, the day, the month?',
  source: 'Google, The Site Reliability Workbook, chapter 2: Implementing SLOs',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: contradictionsNamed('percentage-without-window'),
};
