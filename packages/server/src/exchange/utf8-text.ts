const REPLACEMENT = '\u{FFFD}';
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

/** A text with every byte of it, its mark of byte order too, or where the first byte stands that is no UTF-8. */
export type Utf8Text = { readonly text: string } | { readonly offset: number };

/**
 * @example utf8Text(new Uint8Array([0x61, 0xff])) // { offset: 1 }
 */
export function utf8Text(bytes: Uint8Array): Utf8Text {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let at = 0;
  let offset = 0;
  for (;;) {
    const next = text.indexOf(REPLACEMENT, at);
    if (next < 0) return { text };
    offset += Buffer.byteLength(text.slice(at, next));
    const isWritten = REPLACEMENT_BYTES.equals(bytes.subarray(offset, offset + REPLACEMENT_BYTES.length));
    if (!isWritten) return { offset };
    at = next + 1;
    offset += REPLACEMENT_BYTES.length;
  }
}
