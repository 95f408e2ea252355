import net from 'node:net';
import type { Context } from 'hono';
import type { AccessSettings } from '../accounts/access-settings.ts';
import type { Visitor } from '../accounts/visitor.ts';

/** Whether an address that asked, or was asked by the hop before it, is a proxy of ours. */
type IsProxy = (address: string, hop: number) => boolean;

const UNKNOWN = 'unknown';
const MAPPED = '::ffff:';

/**
 * @param trusted for a list, addresses, or subnets such as `10.0.0.0/8`
 * @throws RangeError for anything else
 */
export function proxiesOf(trusted: AccessSettings['trustProxy']): IsProxy {
  if (trusted === false) return () => false;
  if (trusted === true) return (_, hop) => hop === 0;
  const list = new net.BlockList();
  for (const each of trusted) {
    const { address, family, bits } = subnetOf(each);
    if (bits === null) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return (address) => {
    const family = familyOf(address);
    return family !== null && list.check(address, family);
  };
}

function subnetOf(written: string) {
  const [address = '', width] = written.split('/');
  const family = familyOf(address);
  const bits = width === undefined ? null : /^\d{1,3}$/.test(width) ? Number(width) : Number.NaN;
  const isGood = bits === null || bits <= (family === 'ipv4' ? 32 : 128);
  if (family === null || !isGood)
    throw new RangeError(`“${written}” is no address and no subnet, such as 10.0.0.0/8. Look at the trusted proxies.`);
  return { address, family, bits };
}

/** What is known of whoever sent a request. */
export function visitorOf(c: Context, isProxy: IsProxy): Visitor {
  const { incoming } = (c.env ?? {}) as {
    readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
  };
  return {
    address: clientAddress(incoming?.socket?.remoteAddress ?? null, c.req.header('x-forwarded-for') ?? null, isProxy),
    userAgent: c.req.header('user-agent') ?? null,
    cookie: c.req.header('cookie') ?? null,
  };
}

/**
 * The address to count by. Each proxy adds at the right whom it was asked by, so what stands left of the first one that is
 * no proxy of ours may be made up.
 *
 * @example clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.9', proxiesOf(['10.0.0.0/8'])) // '203.0.113.9'
 */
export function clientAddress(remote: string | null, forwarded: string | null, isProxy: IsProxy): string {
  let address = remote === null ? null : plain(remote);
  if (address === null) return UNKNOWN;
  const hops = (forwarded ?? '').split(',');
  for (let hop = 0; isProxy(address, hop); hop += 1) {
    const next = plain((hops.pop() ?? '').trim());
    if (next === null) break;
    address = next;
  }
  return network(address);
}

/** An address without port and brackets, and IPv4 as such; null for what is none. */
function plain(written: string): string | null {
  const bare =
    /^\[([^\]]{1,45})\](?::\d{1,5})?$/.exec(written)?.[1] ?? /^([\d.]{7,15}):\d{1,5}$/.exec(written)?.[1] ?? written;
  const address = bare.split('%')[0] ?? '';
  const mapped = address.toLowerCase().startsWith(MAPPED) ? address.slice(MAPPED.length) : address;
  if (net.isIPv4(mapped)) return mapped;
  return net.isIPv6(address) ? address : null;
}

/** One line to the internet has 2^64 addresses of IPv6 and counts as one. */
function network(address: string): string {
  if (!net.isIPv6(address)) return address;
  const [left = '', right] = address.toLowerCase().split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const missing = right === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`;
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  if (net.isIPv4(address)) return 'ipv4';
  return net.isIPv6(address) ? 'ipv6' : null;
}
