import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const asked = `# INC-77: Edge proxy refused clients

**Date:** 2026-05-01
**Services affected:** edge-proxy

## Summary

The certificate of the proxy expired, so its clients were refused.

## Detection

Alert “HandshakeFailuresHigh” of alertmanager
`;

const relay = `# INC-41: Mail relay refused clients

**Date:** 2026-02-01
**Services affected:** mail-relay

## Summary

The certificate of the relay expired, and clients were refused for two hours.

## Detection

HandshakeFailuresHigh fired.

## Action items

- [ ] Renew each certificate by a job before it expired
- [x] Page for HandshakeFailuresHigh
- [ ] Rename the wiki page
`;

const fares = `# INC-42: Fares were rounded

**Date:** 2026-02-03

## Summary

Every fare above ten euros lost one cent, since the table of a partner was in other units.
`;

const files = { 'asked.md': asked, 'old/relay.md': relay, 'old/fares.md': fares };

interface Output {
  readonly file: string;
  readonly compared: number;
  readonly incidents: readonly {
    readonly file: string;
    readonly score: number;
    readonly reasons: readonly { readonly kind: string; readonly weight: number }[];
    readonly actions: readonly { readonly text: string; readonly state: string }[];
  }[];
  readonly leftOut: readonly { readonly file: string; readonly reason: string }[];
}

function json(folder: string, args: readonly string[], input?: string): Output {
  return JSON.parse(debrief(folder, ['related', ...args, '--format', 'json'], input).stdout) as Output;
}

describe('as text', () => {
  test('shows what was alike with its reasons and actions, and nothing else', () => {
    const { stdout, stderr, status } = debrief(folderWith(files), ['related', 'asked.md', '.']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('Like INC-77: Edge proxy refused clients\n1 alike among 2 documents\n');
    expect(stdout).toMatch(
      /1\. {2}INC-41: Mail relay refused clients {2}[\d.]+ points\n {4}2026-02-01 · INC-41 · old\/relay\.md/,
    );
    expect(stdout).toMatch(/\d\.\d +same alert: HandshakeFailuresHigh/);
    expect(stdout).toMatch(/\d\.\d +same words: .*certificate/);
    expect(stdout).toMatch(/· Renew each certificate by a job before it expired\n +open; speaks of /);
    expect(stdout).toMatch(/✓ Page for HandshakeFailuresHigh\n +done; names HandshakeFailuresHigh/);
    expect(stdout).not.toContain('wiki page');
    expect(stdout).not.toContain('Fares');
    expect(stdout).not.toContain('\u001B');
  });

  test('--explain says how each weight comes about and what was left out', () => {
    const later = relay.replace('INC-41', 'INC-90').replace('2026-02-01', '2026-06-01');
    const folder = folderWith({
      ...files,
      'later.md': later,
      'copy.md': `${asked}\n`,
      'form.md': '# [Title]\n\n## Summary\n\n[Text]\n',
    });
    const { stdout } = debrief(folder, ['related', 'asked.md', '.', '--explain']);
    expect(stdout).toMatch(/25 × rarity 1\.00, since 2 of 3 documents have it/);
    expect(stdout).toMatch(/100 × 0\.\d+, the share of what this text says that the other says too/);
    expect(stdout).toContain('copy.md was left out: it is the same text');
    expect(stdout).toContain('form.md was left out: it is a form that says nothing yet');
    expect(stdout).toContain('1 left out: they began later (--later takes them in)');
  });

  test('says that nothing alike was found', () => {
    const { stdout, status } = debrief(folderWith(files), ['related', 'old/fares.md', '.', '--later']);
    expect(stdout).toBe('Like INC-42: Fares were rounded\nnothing alike was found among 2 documents\n');
    expect(status).toBe(0);
  });

  test('says what a draft without a date or without words means', () => {
    const folder = folderWith({ ...files, 'draft.md': '# [Title]\n\n**Date:** YYYY-MM-DD\n' });
    const { stdout, status } = debrief(folder, ['related', 'draft.md', '.']);
    expect(stdout).toContain('This text gives no date');
    expect(stdout).toContain('This text says nothing yet that could be compared');
    expect(status).toBe(0);
  });
});

describe('as JSON', () => {
  test('has the same in parts that add up', () => {
    const { file, compared, incidents, leftOut } = json(folderWith(files), ['asked.md', 'old']);
    expect({ file, compared, leftOut }).toEqual({ file: 'asked.md', compared: 2, leftOut: [] });
    expect(incidents.map((incident) => incident.file)).toEqual(['old/relay.md']);
    const [found] = incidents;
    expect(found?.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(found?.score ?? 0, 6);
    expect(found?.actions.map(({ state }) => state)).toEqual(['open', 'done']);
  });

  test('from standard input, with later ones, up to a limit', () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [
        `${at}.md`,
        relay.replace('INC-41', `INC-10${at}`).replace('2026-02', '2026-09'),
      ]),
    );
    const folder = folderWith(many);
    expect(json(folder, ['-', '.'], asked).incidents).toEqual([]);
    expect(json(folder, ['-', '.', '--later'], asked).incidents).toHaveLength(5);
    expect(json(folder, ['-', '.', '--later', '--limit', '7'], asked).incidents).toHaveLength(7);
  });

  test('knows the services of the settings by their other names', () => {
    const settings = 'services:\n  - name: edge-proxy\n    aliases: [The front door]\n';
    const folder = folderWith({
      'debrief.yaml': settings,
      'asked.md': asked,
      'door.md':
        '# INC-3: The front door was shut\n\n**Date:** 2026-01-01\n\n## Summary\n\nAfter a change of rules nothing came in.\n',
    });
    expect(json(folder, ['asked.md', '.']).incidents[0]?.reasons.map(({ kind }) => kind)).toContain('service');
  });

  test('of so many documents that workers read them finds the same', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1600 }, (_, at) => [`${at}.md`, fares.replace('INC-42', `INC-${1000 + at}`)]),
    );
    const folder = folderWith({ ...many, 'relay.md': relay, 'asked.md': asked });
    const { compared, incidents } = json(folder, ['asked.md', '.']);
    expect(compared).toBe(1601);
    expect(incidents.map(({ file }) => file)).toEqual(['relay.md']);
    const few = json(folder, ['asked.md', 'relay.md', ...Object.keys(many).slice(0, 800)]);
    expect(incidents[0]?.actions).toEqual(few.incidents[0]?.actions);
    expect(incidents[0]?.reasons.map(({ kind }) => kind)).toEqual(few.incidents[0]?.reasons.map(({ kind }) => kind));
  });
});

describe('the document itself', () => {
  test('is not among what is compared, behind a link neither', () => {
    const folder = folderWith({ 'docs/asked.md': asked, 'docs/relay.md': relay });
    fs.symlinkSync('docs', path.join(folder, 'also'));
    const { compared, leftOut } = json(folder, ['also/asked.md', 'docs', 'docs/asked.md']);
    expect({ compared, leftOut }).toEqual({ compared: 1, leftOut: [] });
  });
});

describe('wrong use is explained, with status 2', () => {
  test.each([
    [['related'], 'name the post-mortem to find the like of'],
    [['related', 'asked.md'], 'and where to look for it'],
    [['related', 'asked.md', '-'], '- stands for the first file only'],
    [['related', 'asked.md', '.', '--limit', '0'], '--limit takes a number from 1, not “0”'],
    [['related', 'asked.md', '.', '--format', 'html'], '--format takes text or json, not “html”'],
    [['related', 'gone.md', '.'], 'gone.md: there is no such file or folder'],
    [['related', 'asked.md', 'nowhere'], 'nowhere: there is no such file or folder'],
    [['related', 'asked.md', '.', '--deep'], "Unknown option '--deep'"],
  ])('%j', (args, message) => {
    const { stderr, status } = debrief(folderWith(files), args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  test('a file that cannot be read is named, and the rest is compared', () => {
    const folder = folderWith({ ...files, 'old/odd.md': '' });
    const { stdout, stderr, status } = debrief(folder, ['related', 'asked.md', '.']);
    expect(stderr).toContain('old/odd.md: this file is empty');
    expect(stdout).toContain('INC-41');
    expect(status).toBe(2);
  });
});
