import net from 'node:net';
import type { Context } from 'hono';
import type { Visitor } from '../accounts/visitor.ts';

/** Says of an address whether it is one of our own proxies. */
export type IsProxy = (address: string) => boolean;

const UNKNOWN = 'unknown';
const MAPPED = '::ffff:';

/**
 * @param trusted addresses, or subnets such as `10.0.0.0/8`
 * @throws RangeError for anything else
 */
export function proxiesOf(trusted: readonly string[]): IsProxy {
  const list = new net.BlockList();
  for (const each of trusted) {
    const [address = '', bits] = each.split('/');
    const family = familyOf(address);
    const prefix = bits === undefined ? null : Number(bits);
    const isWrong =
      prefix !== null && !(Number.isInteger(prefix) && prefix >= 0 && prefix <= (family === 'ipv4' ? 32 : 128));
    if (family === null || isWrong || bits === '')
      throw new RangeError(`“${each}” is no address and no subnet, such as 10.0.0.0/8. Look at the trusted proxies.`);
    if (prefix === null) list.addAddress(address, family);
    else list.addSubnet(address, prefix, family);
  }
  return (address) => {
    const family = familyOf(address);
    return family !== null && list.check(address, family);
  };
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
  while (isProxy(address)) {
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
