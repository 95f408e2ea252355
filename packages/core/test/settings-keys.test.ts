import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { firstSettings } from '../../cli/src/first-settings.ts';
import { defaultSettings, idSchemes, languages } from '../src/index.ts';
import { languageCodes } from '../src/model/language-code.ts';
import { readSettings } from '../src/workspace/read-settings.ts';
import { settingsSchema } from '../src/workspace/settings-schema.ts';
import { readText } from '../../../test/repository.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const schema = z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' }) as Schema;

/** Every key of a schema as a path: `services[].name`, `review.approvers.*.count`. */
function keysOf({ properties = {}, additionalProperties, items, anyOf = [] }: Schema, path = ''): readonly string[] {
  const own = Object.entries(properties).flatMap(([key, inner]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [name, ...keysOf(inner, name)];
  });
  const each = typeof additionalProperties === 'object' ? keysOf(additionalProperties, `${path}.*`) : [];
  return [
    ...own,
    ...each,
    ...(items === undefined ? [] : keysOf(items, `${path}[]`)),
    ...anyOf.flatMap((one) => keysOf(one, path)),
  ];
}

/** The keys of a value in the same form; where the schema has no such key, a name of one's own is `*`. */
function keysIn(value: unknown, known: readonly string[], path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysIn(item, known, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return known.includes(name) ? [name, ...keysIn(inner, known, name)] : keysIn(inner, known, `${path}.*`);
  });
}

const keys = keysOf(schema);

/** The default of a key as the page writes it, nothing where there is none to write. */
function defaultsOf(key: string): readonly string[] {
  if (key === 'actions.daysUntilDue')
    return Object.entries(defaultSettings.actions.daysUntilDue).map(([name, days]) => `${name}: ${days}`);
  const value = key
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], defaultSettings);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function sorted(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].toSorted();
}

test('the schema has keys to compare with', () => {
  expect(keys.length).toBeGreaterThan(40);
  expect(sorted(keys)).toHaveLength(keys.length);
  expect(keys).toContain('services[].slos[].target');
});

test('the schema and the settings have the same keys at their top', () => {
  expect(sorted(keys.filter((key) => !/[.[]/.test(key)))).toEqual(sorted(Object.keys(defaultSettings)));
});

test('the languages that can be set are those that are read', () => {
  expect(sorted(languageCodes)).toEqual(sorted(languages.map(({ code }) => code)));
});

describe('the settings that debrief init writes', () => {
  const uncommented = firstSettings.replace(/^( *)#(?=\S)/gm, '$1');

  test('are those that hold without them', () => {
    const { settings, messages } = readSettings(firstSettings);
    expect(messages).toEqual([]);
    const scheme = idSchemes[defaultSettings.incidentId.scheme];
    expect(settings).toEqual({ ...defaultSettings, incidentId: { scheme } });
  });

  test('are valid with everything taken in', () => {
    expect(readSettings(uncommented).messages).toEqual([]);
  });

  test('name every key', () => {
    expect(sorted(keysIn(parse(uncommented), keys))).toEqual(sorted(keys));
  });

  test('stay within a screen, without a tab', () => {
    for (const line of firstSettings.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(firstSettings).not.toMatch(/\t|\r| $/m);
  });
});

describe('docs/settings.md', () => {
  const text = readText('docs/settings.md');
  const rows = Array.from(text.matchAll(/^\| `([^`|]+)` \|([^|]*)\|/gm), ([, key = '', cell = '']) => ({
    key,
    values: Array.from(cell.matchAll(/`([^`]+)`/g), ([, value = '']) => value),
  }));
  const examples = Array.from(text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm), ([, example = '']) => example);

  test('names every key, and none that is not there', () => {
    const patterns = new Set(['{date}', '{time}', '{counter}', '{slug}', ...Object.keys(idSchemes)]);
    expect(sorted(rows.map(({ key }) => key).filter((key) => !patterns.has(key)))).toEqual(sorted(keys));
  });

  test('gives the defaults as they are', () => {
    const told = rows.map(({ key, values }) => ({ key, values, expected: defaultsOf(key) }));
    const known = told.filter(({ expected }) => expected.length > 0);
    expect(known.length).toBeGreaterThan(7);
    expect(known.map(({ key, values }) => [key, values])).toEqual(known.map(({ key, expected }) => [key, expected]));
  });

  test('gives the patterns as they are', () => {
    const named = rows.filter(({ key, values }) => key in idSchemes && values.length > 0);
    expect(Object.fromEntries(named.map(({ key, values }) => [key, values[0]]))).toEqual(idSchemes);
  });

  test.each(examples.map((example) => [example]))('has an example that is read without a message, %#', (example) => {
    expect(example).not.toBe('');
    expect(readSettings(example).messages).toEqual([]);
  });

  test('has an example of every key at the top', () => {
    expect(sorted(examples.flatMap((example) => Object.keys(parse(example) as object)))).toEqual(
      sorted(Object.keys(defaultSettings)),
    );
  });
});
