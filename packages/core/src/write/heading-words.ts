import type { SectionName } from '../model/index.ts';
import type { LabelName, Lexicon } from '../vocabulary/index.ts';

/** English headings as they are usually written; other languages name theirs first in their vocabulary. */
const ENGLISH: Readonly<Record<SectionName, string>> = {
  summary: 'Summary',
  impact: 'Impact',
  timeline: 'Timeline',
  rootCause: 'Root cause',
  fiveWhys: 'Five whys',
  contributingFactors: 'Contributing factors',
  trigger: 'Trigger',
  detection: 'Detection',
  response: 'Response',
  resolution: 'Resolution',
  wentWell: 'What went well',
  wentWrong: 'What went wrong',
  lucky: 'Where we got lucky',
  lessons: 'Lessons learned',
  actionItems: 'Action items',
  prevention: 'Prevention',
  metrics: 'Metrics',
  relatedIncidents: 'Related incidents',
  evidence: 'Evidence',
  communication: 'Communication',
  followUp: 'Follow-up',
  signOff: 'Sign-off',
  appendix: 'Appendix',
  background: 'Background',
  glossary: 'Glossary',
};

/** The usual heading of a section in a language. */
export function headingWords(lexicon: Lexicon, language: string, name: SectionName): string {
  const own = lexicon.languages.find(({ code }) => code === language)?.sections[name]?.[0];
  return language === 'en' || own === undefined ? ENGLISH[name] : capitalized(own);
}

/** The usual label of a value in a language; its name in words where no vocabulary has one. */
export function labelWords(lexicon: Lexicon, language: string, name: LabelName): string {
  const phrases = [language, 'en'].map(
    (code) => lexicon.languages.find((each) => each.code === code)?.labels[name]?.[0],
  );
  const spelled = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  if (language === 'en' && name.startsWith('time')) return capitalized(spelled);
  const own = phrases.find((phrase) => phrase !== undefined);
  return capitalized(own ?? spelled).replace(/\bid\b/, 'ID');
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
