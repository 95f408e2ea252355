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
  | 'heat';

/** A colour for each role, as SVG and CSS take it. */
export type Theme = Readonly<Record<Role, string>>;

export type Scheme = 'light' | 'dark';

/**
 * Text (`ink`, `soft`, `accent`, `warn`) keeps a contrast of 4.5 to 1 on `paper` and `card`, and marks (`mark`, `second`,
 * `third`, `frame`) one of 3 to 1. Blue, vermilion and a dark yellow stay apart for colour-blind readers.
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
  },
};

/** Colours by name, for a page whose style sheet gives the names their colours. */
export const pageTheme: Theme = Object.fromEntries(
  Object.keys(schemes.light).map((role) => [role, `var(--${role})`]),
) as Theme;

export const systemFont = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
