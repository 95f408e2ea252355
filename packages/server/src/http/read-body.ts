import type { HonoRequest } from 'hono';
import { Problem } from '../problem.ts';
import { type JsonFault, jsonFault } from './json-fault.ts';

const JSON_TYPE = /^application\/(?:[a-z0-9.+-]{1,60}\+)?json$/;

/**
 * Reads the body of a request that takes JSON, so that what follows finds nothing in it but sound JSON of the allowed
 * size in UTF-8.
 *
 * @returns the text of the body
 * @throws Problem `unsupported-type`, `too-large`, `invalid-request`
 */
export async function readBody(request: HonoRequest, largest: number): Promise<string> {
  const [type = '', ...parameters] = (request.header('content-type') ?? '').toLowerCase().split(';');
  if (!JSON_TYPE.test(type.trim()))
    throw new Problem('unsupported-type', 'Send JSON, with the header Content-Type: application/json.');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))
    throw new Problem('unsupported-type', 'JSON is sent in UTF-8; send it so, and say no other charset.');
  const encoding = request.header('content-encoding');
  if (encoding !== undefined && encoding !== 'identity')
    throw new Problem('unsupported-type', 'Send the body as it is, without a Content-Encoding.');
  const text = decoded(await bytesOf(request, largest));
  const fault = soundness(text);
  if (fault !== null) {
    const { message, field } = fault;
    throw new Problem('invalid-request', `${field || 'The body'} is not taken. ${message}`, { field });
  }
  // What asks for the body after this finds it here.
  request.bodyCache.text = Promise.resolve(text) as unknown as string;
  return text;
}

async function bytesOf({ raw }: HonoRequest, largest: number): Promise<Uint8Array> {
  const tooLarge = new Problem('too-large', `The body is larger than ${largest} bytes, which is all that is taken.`);
  const said = Number(raw.headers.get('content-length') ?? 0);
  if (said > largest) throw tooLarge;
  if (raw.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of raw.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > largest) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Problem('invalid-request', 'The body is not UTF-8 throughout.');
  }
}

function soundness(text: string): JsonFault | null {
  try {
    JSON.parse(text);
  } catch (error) {
    return { message: `It is not JSON: ${(error as Error).message}.`.slice(0, 300), field: '' };
  }
  return jsonFault(text);
}
