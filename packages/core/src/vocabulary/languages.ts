import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { japanese } from './ja.ts';
import type { Language } from './language.ts';
import { norwegian } from './no.ts';
import { portuguese } from './pt.ts';
import { chinese } from './zh.ts';

/** The languages that are read without any setting. */
export const languages: readonly Language[] = [
  english,
  spanish,
  french,
  german,
  portuguese,
  norwegian,
  japanese,
  chinese,
];
