import { parseSigned, serializeSigned } from 'hono/utils/cookie';

/** The cookie that holds a session: its token, signed, so that a copy of the database alone opens no door. */
export interface SessionCookie {
  readonly name: string;
  readonly isSecure: boolean;
  /** The token that a header `Cookie` holds; null where it holds none, or one that was not signed here. */
  readonly read: (header: string | null) => Promise<string | null>;
  /** A header `Set-Cookie`; for null one that takes the cookie away. */
  readonly write: (token: string | null) => Promise<string>;
}

/** Over HTTPS the name begins with `__Host-`: then no other host, and nobody in between, can have set it. */
export function sessionCookie({
  secret,
  publicUrl,
  longestSessionSeconds,
}: {
  readonly secret: string;
  readonly publicUrl: string | null;
  readonly longestSessionSeconds: number;
}): SessionCookie {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  const name = isSecure ? '__Host-debrief' : 'debrief';
  const attributes = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax' } as const;
  return {
    name,
    isSecure,
    read: async (header) => {
      if (header === null || !header.includes(name)) return null;
      const token = (await parseSigned(header, secret, name))[name];
      return typeof token === 'string' ? token : null;
    },
    write: (token) =>
      serializeSigned(name, token ?? '', secret, { ...attributes, maxAge: token === null ? 0 : longestSessionSeconds }),
  };
}
