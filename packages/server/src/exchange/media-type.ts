/** Pictures that a browser draws and never runs. Any other file is only ever handed out to be saved. */
const SIGNS: readonly (readonly [mediaType: string, sign: readonly (number | null)[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38, null, 0x61]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
  ['image/avif', [null, null, null, null, 0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66]],
];

/** What is told of every other file, whatever its name says. */
const UNKNOWN = 'application/octet-stream';

/** The type of a file by its first bytes. SVG and HTML have none here: they can hold scripts. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const found = SIGNS.find(([, sign]) => sign.every((byte, index) => byte === null || bytes[index] === byte));
  return found?.[0] ?? UNKNOWN;
}

/** Whether a browser may show it where it stands. */
export function isPicture(mediaType: string): boolean {
  return SIGNS.some(([known]) => known === mediaType);
}
