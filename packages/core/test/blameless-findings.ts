import { check, type CheckContext, type Finding, proseOf, read } from '../src/index.ts';
import { blamelessRules } from '../src/check/blameless/rules.ts';

/** The headings of the sections in which sentences are tried. */
const HEADINGS: Readonly<Record<string, string>> = {
  cause: 'Root Cause',
  rootCause: 'Root Cause',
  contributing: 'Contributing Factors',
  contributingFactors: 'Contributing Factors',
  fiveWhys: '5 Whys',
  detection: 'Detection',
  summary: 'Summary',
  impact: 'Impact',
  wentWrong: 'What Went Wrong',
  went_wrong: 'What Went Wrong',
  wentWell: 'What Went Well',
  went_well: 'What Went Well',
  lucky: 'Where We Got Lucky',
  lessons: 'Lessons Learned',
  timeline: 'Timeline',
  action: 'Action Items',
  actionItems: 'Action Items',
  quote: 'Lessons Learned',
};

/** The smallest document that holds a sentence in a section. */
export function documentWith(section: string, text: string): string {
  const isListed = ['action', 'actionItems', 'timeline'].includes(section);
  return `# INC-7: Kites down\n\n## ${HEADINGS[section] ?? section}\n\n${isListed ? '- ' : ''}${text}\n`;
}

/** What the blameless rules find in a text. */
export function blamelessFindings(text: string, context: Partial<CheckContext> = {}): readonly Finding[] {
  const reading = read(text);
  return check(
    {
      reading,
      prose: proseOf(reading),
      measurements: [],
      contradictions: [],
      context: {
        now: 0,
        stage: 'review',
        severityLevel: null,
        people: [],
        teams: [],
        levels: {},
        knownIncidents: null,
        ...context,
      },
    },
    blamelessRules,
  );
}

/** Which rule each category of the labelled sentences is. */
export const categoryOf: Readonly<Record<string, string>> = {
  'individual-blame': 'B1',
  'human-error': 'B2',
  counterfactual: 'B3',
  hindsight: 'B4',
  'negative-descriptor': 'B5',
  'named-in-cause': 'B6',
  'single-root-cause': 'B7',
  'vague-action': 'B8',
  vigilance: 'B9',
  unmeasured: 'B10',
  animated: 'B11',
  'who-question': 'B12',
};

/** The categories that are found in a text. */
export function categoriesIn(text: string): readonly string[] {
  const found = blamelessFindings(text).map(({ rule }) => categoryOf[rule.slice('blameless/'.length)] ?? rule);
  return [...new Set(found)].toSorted();
}
