import fs from 'node:fs';
import path from 'node:path';

/** The program itself: its package starts it from a Node script, whose start-up is none of its own doing. */
export function rumdl(): string | undefined {
  const packages = path.join(import.meta.dirname, '../node_modules/@rumdl');
  const [program] = fs.globSync('*/rumdl{,.exe}', { cwd: packages });
  return program && path.join(packages, program);
}
