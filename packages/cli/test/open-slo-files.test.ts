import path from 'node:path';
import { expect, test } from 'vitest';
import { findHouse } from '../src/house-file.ts';
import { withOpenSloFiles } from '../src/open-slo-files.ts';
import { folderWith } from './command.ts';

function slo(service: string, name: string, target = 0.999): string {
  return `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: ${service}
  indicatorRef: answered
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: ${target} }]
`;
}

const settings = `services:
  - name: Checkout
    aliases: [checkout-api]
    slos:
      - { name: answered, indicator: availability, target: 99.9, window: 30d }
openslo: ["slo/*.yaml", more.yaml]
`;

test('the objectives of files join the services of the settings', async () => {
  const folder = folderWith({
    'debrief.yaml': settings,
    'slo/a.yaml': `${slo('checkout-api', 'Answered', 0.95)}---\n${slo('checkout-api', 'fast-latency', 0.99)}`,
    'slo/b.yaml': slo('search', 'search-answered'),
    'slo/readme.txt': 'no objective',
  });
  const house = await withOpenSloFiles(await findHouse(folder));
  expect(house.settings.services.map(({ name, slos }) => [name, slos.map((each) => [each.name, each.target])])).toEqual(
    [
      [
        'Checkout',
        [
          ['answered', 99.9],
          ['fast-latency', 99],
        ],
      ],
      ['search', [['search-answered', 99.9]]],
    ],
  );
  expect(house.problems).toEqual([
    `${path.join(folder, 'slo/a.yaml')}:9: “Answered” of “Checkout” was given before; the first one counts. Take one of them out.`,
    `${path.join(folder, 'more.yaml')}: there is no such file or folder; check the path`,
  ]);
});

test('a pattern without a file, a file without an objective and a broken one are told with file and line', async () => {
  const folder = folderWith({
    'debrief.yaml': 'openslo: ["none/*.yaml", odd.yaml, empty.yaml, folder, "../up.yaml"]\n',
    'odd.yaml': slo('search', 'answered', 99.9),
    'empty.yaml': 'kind: ConfigMap\n',
    'folder/x.txt': 'x',
  });
  const house = await withOpenSloFiles(await findHouse(folder));
  const shown = house.problems.map((problem) => problem.replaceAll(`${folder}${path.sep}`, ''));
  expect(shown).toEqual([
    'debrief.yaml:1: “openslo” takes a path or pattern beside or below debrief.yaml, such as slo/*.yaml.',
    'debrief.yaml: no file matches “none/*.yaml” of “openslo”; check the pattern',
    'odd.yaml:9: “spec.objectives.target” takes a share above 0 and below 1, such as 0.999; for 99.9 use “targetPercent”.',
    'odd.yaml:9: An objective needs “target”, such as 0.999, or “targetPercent”, such as 99.9.',
    'empty.yaml:1: There is no objective in this file. It takes objects with “apiVersion: openslo/v1” and “kind: SLO”.',
    'folder: this is a folder',
  ]);
});

test('without files the house stays as it is', async () => {
  const house = await findHouse(folderWith({ 'debrief.yaml': 'zone: UTC\n' }));
  expect(await withOpenSloFiles(house)).toBe(house);
});
