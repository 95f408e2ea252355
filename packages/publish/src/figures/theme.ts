/** What a colour is for. Light and dark give the same roles other colours; nothing names a colour elsewhere. */
type Role =
  | 'paper'
  | 'card'
  | 'ink'
  | 'soft'
  | 'line'
  | 'frame'
  | 'accent'
  | 'mark'
  | 'second'
  | 'third'
  | 'warn'
  | 'heat'
  | 'error'
  | 'ok'
  | 'accentfill'
  | 'warnfill'
  | 'errorfill'
  | 'okfill'
  | Phase;

/** The phases of an incident, each up to the instant that ends it. */
export type Phase = 'detect' | 'acknowledge' | 'diagnose' | 'mitigate' | 'restore';

/** A colour for each role, as SVG and CSS take it. */
export type Theme = Readonly<Record<Role, string>>;

export type Scheme = 'light' | 'dark';

/**
 * Text (`ink`, `soft`, `accent`, `warn`, `error`, `ok`) keeps a contrast of 4.5 to 1 on `paper` and `card` and on its own
 * fill, and marks (`mark`, `second`, `third`, `frame`, the phases) one of 3 to 1. Blue, vermilion and a dark yellow stay
 * apart for colour-blind readers.
 */
export const schemes: Readonly<Record<Scheme, Theme>> = {
  light: {
    paper: '#fbfbf9',
    card: '#ffffff',
    ink: '#1b1f24',
    soft: '#57606b',
    line: '#e4e4df',
    frame: '#83898f',
    accent: '#27598a',
    mark: '#2f6ca3',
    second: '#b4542a',
    third: '#7a6a12',
    warn: '#8a4b08',
    heat: '#4f86b8',
    error: '#a3261d',
    ok: '#1f6b3f',
    accentfill: '#e6edf5',
    warnfill: '#fbf0dc',
    errorfill: '#fbe9e7',
    okfill: '#e4f2e9',
    detect: '#b07a0c',
    acknowledge: '#bd5a2c',
    diagnose: '#8257a8',
    mitigate: '#2f6ca3',
    restore: '#7d93ab',
  },
  dark: {
    paper: '#141619',
    card: '#1b1e22',
    ink: '#e9ebee',
    soft: '#a5adb7',
    line: '#2f343a',
    frame: '#7a828b',
    accent: '#8ab8e8',
    mark: '#7fb2e3',
    second: '#e59063',
    third: '#d6bb4a',
    warn: '#e8b05c',
    heat: '#4a78a5',
    error: '#f0948b',
    ok: '#7fcb9c',
    accentfill: '#1f2d3a',
    warnfill: '#33280f',
    errorfill: '#3d1f1d',
    okfill: '#16301f',
    detect: '#d6a53c',
    acknowledge: '#d07f4f',
    diagnose: '#a582cc',
    mitigate: '#5f9bd4',
    restore: '#647f9c',
  },
};

/** Colours by name, for a page whose style sheet gives the names their colours. */
export const pageTheme: Theme = Object.fromEntries(
  Object.keys(schemes.light).map((role) => [role, `var(--${role})`]),
) as Theme;

export const systemFont = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
