import type { Language } from '@debrief/core';
import type { FoundFile } from './find-files.ts';
import type { Look, Rendered } from './render.ts';

/** Loads one document and makes it ready to print. */
export type Renderer = (file: FoundFile, look: Look, languages: readonly Language[]) => Rendered;

const RENDERERS = {
  read: async () => (await import('./render.ts')).render,
  measure: async () => (await import('./render-measured.ts')).renderMeasured,
} as const satisfies Readonly<Record<string, () => Promise<Renderer>>>;

export type RendererName = keyof typeof RENDERERS;

/** A way to show documents, loaded when it is asked for: no command pays for another's start. */
export function rendererNamed(name: RendererName): Promise<Renderer> {
  return RENDERERS[name]();
}
