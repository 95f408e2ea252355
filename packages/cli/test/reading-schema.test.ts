import { read } from '@debrief/core';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { jsonForm } from '../src/json-form.ts';
import { readingSchema, readOutput } from '../src/reading-schema.ts';

type DeepMutable<T> = T extends readonly unknown[]
  ? DeepMutable<T[number]>[]
  : T extends object
    ? { -readonly [K in keyof T]: DeepMutable<T[K]> }
    : T;

type Made = DeepMutable<{ file: string; reading: ReturnType<typeof jsonForm> }[]>;

test('the schema takes all that a reading can hold, which the compiler checks', () => {
  const covers = (made: Made): z.input<typeof readOutput> => made;
  const made = [{ file: 'a.md', reading: jsonForm(read('# Mail delayed\n\n**Severity:** SEV2\n')) }];
  expect(readOutput.parse(covers(made as Made))).toEqual(made);
});

test('the schema is draft 2020-12 and names its subject', () => {
  expect(readingSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'debrief read --format json',
    type: 'array',
  });
});

const fixtures = path.join(import.meta.dirname, '../../core/test/fixtures');

test.each(fs.readdirSync(fixtures).filter((name) => name.endsWith('.md')))(
  'what is read of %s is in the schema, all of it',
  (name) => {
    const reading = jsonForm(read(fs.readFileSync(path.join(fixtures, name), 'utf8'), { fileName: name }));
    const written: unknown = JSON.parse(JSON.stringify([{ file: name, reading }]));
    expect(readOutput.parse(written)).toEqual(written);
  },
);
