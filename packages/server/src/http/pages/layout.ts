import { markup, type Markup } from '@debrief/publish';
import type { Context } from 'hono';
import type { Actor } from '../../context.ts';
import type { Environment } from '../environment.ts';
import { takeFlash } from './flash.ts';
import type { Site } from './site.ts';
import { styleHref } from './stylesheet.ts';

type NavName = 'home' | 'postmortems' | 'actions' | 'people' | 'settings' | 'account' | 'new' | null;

export interface Page {
  readonly title: string;
  readonly nav: NavName;
  /** All of `main`, which brings its own `h1`. */
  readonly main: Markup;
  readonly status?: number;
}

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Answers with a whole page. What one person sees stays out of every cache. */
export function sendPage(c: Context<Environment>, site: Site, page: Page): Response {
  const said = takeFlash(c);
  const actor = c.get('actor') ?? null;
  c.header('content-security-policy', CONTENT_SECURITY_POLICY);
  c.header('cache-control', 'private, no-store');
  c.header('referrer-policy', 'same-origin');
  c.header('x-content-type-options', 'nosniff');
  return c.html(`<!doctype html>\n${wholePage(page, site, { said, actor }).toString()}`, (page.status ?? 200) as 200);
}

function wholePage(
  { title, nav, main }: Page,
  { basePath }: Site,
  { said, actor }: { readonly said: string | null; readonly actor: Actor | null },
): Markup {
  return markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Debrief</title>
<link rel="stylesheet" href="${styleHref(basePath)}">
</head>
<body>
<a class="skip" href="#main">Go to the content</a>
<header class="top">
${actor === null ? markup`<a class="name" href="${basePath}/">debrief</a>` : topBar(actor, nav, basePath)}
</header>
<main id="main">
${said === null ? null : markup`<div class="page-said" role="status"><p class="note good">${said}</p></div>`}
${main}
</main>
</body>
</html>
`;
}

function topBar(actor: Actor, nav: NavName, basePath: string): Markup {
  const link = (name: Exclude<NavName, null>, path: string, words: string, key: string | null = null): Markup =>
    markup`<a href="${basePath}${path}"${key === null ? null : markup` accesskey="${key}"`}${nav === name ? markup` aria-current="page"` : null}>${words}</a>`;
  const role = actor.kind === 'person' ? actor.role : null;
  return markup`<a class="name" href="${basePath}/">debrief</a>
<nav aria-label="Main">${link('home', '/', 'Home', 'h')}${link('postmortems', '/postmortems', 'Post-mortems', 'p')}${link('actions', '/actions', 'Actions', 'a')}${role === 'admin' ? markup`${link('people', '/people', 'People')}${link('settings', '/settings', 'Settings')}` : null}</nav>
<form role="search" action="${basePath}/postmortems" method="get"><label class="unseen" for="top-search">Search post-mortems</label><input id="top-search" type="search" name="q" placeholder="Search" accesskey="s" maxlength="400"></form>
${role === 'viewer' ? null : markup`<a class="button" href="${basePath}/new" accesskey="n">New post-mortem</a>`}
${actor.kind === 'person' ? link('account', '/account', readableName(actor.name)) : null}`;
}

function readableName(name: string): string {
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}
