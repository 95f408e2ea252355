import { describe, expect, test } from 'vitest';
import { figurePicture, insightsReport } from '../src/index.ts';
import { believableInsights } from './any-insights.ts';

const report = insightsReport(believableInsights(), { title: 'Year', made: '2026-11-20T08:30:00Z' });
const [light = '', dark = ''] = Array.from(
  report.matchAll(/:root\{(?:color-scheme:[^;]*;)?((?:--[a-z]+:#[0-9a-f]{6};)+)\}/g),
  ([, roles]) => roles ?? '',
);

const schemes = [
  ['light', rolesOf(light)],
  ['dark', rolesOf(dark)],
] as const;

describe.each(schemes)('in %s', (scheme, roles) => {
  test.each(['ink', 'soft', 'accent', 'warn', 'mark', 'second', 'third'])(
    '%s is read as text on paper and on cards',
    (role) => {
      expect(contrast(roles[role], roles.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(roles[role], roles.card)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('a frame is seen as a mark', () => {
    expect(contrast(roles.frame, roles.card)).toBeGreaterThanOrEqual(3);
  });

  test('the number in the strongest cell is read', () => {
    expect(contrast(roles.ink, mixed(roles.heat, roles.card, 0.64))).toBeGreaterThanOrEqual(4.5);
  });

  test('a picture of its own has the same colours', () => {
    const svg = figurePicture(believableInsights(), 'frequency', { scheme, width: 600 });
    expect(svg).toContain(`fill="${roles.card}"`);
    expect(svg).toContain(`fill="${roles.mark}"`);
  });
});

type Roles = Readonly<Record<string, string>>;

function rolesOf(declarations: string): Roles {
  return Object.fromEntries(
    Array.from(declarations.matchAll(/--([a-z]+):(#[0-9a-f]{6})/g), ([, role, colour]) => [role, colour]),
  );
}

function channels(colour = '#000000'): readonly number[] {
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255);
}

function mixed(over: string | undefined, under: string | undefined, opacity: number): string {
  const behind = channels(under);
  const parts = channels(over).map((part, index) => part * opacity + (behind[index] ?? 0) * (1 - opacity));
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The ratio of WCAG 2.2. */
function contrast(one: string | undefined, other: string | undefined): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string | undefined): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
