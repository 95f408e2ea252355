import type { Generated } from 'kysely';

/** ISO 8601 in UTC with milliseconds, such as `2026-05-01T10:02:00.000Z`; it sorts as it passes. */
type Time = string;
/** JSON as text: both databases keep it byte for byte, which hashes need. */
type Json = string;
/** 0 or 1. */
type Flag = number;

/** The rows of both databases. Columns are named as the code names things. */
export interface Tables {
  readonly postmortems: PostmortemTable;
  readonly revisions: RevisionTable;
  readonly texts: TextTable;
  readonly projections: ProjectionTable;
  readonly projectedServices: ProjectedNameTable;
  readonly projectedFactors: ProjectedNameTable;
  readonly searchRows: SearchRowTable;
  readonly actionItems: ActionItemTable;
  readonly approvals: ApprovalTable;
  readonly reviewRequests: ReviewRequestTable;
  readonly comments: CommentTable;
  readonly attachments: AttachmentTable;
  readonly files: FileTable;
  readonly people: PersonTable;
  readonly sessions: SessionTable;
  readonly accounts: AccountTable;
  readonly verifications: VerificationTable;
  readonly invitations: InvitationTable;
  readonly tokens: TokenTable;
  readonly settings: SettingsTable;
  readonly audit: AuditTable;
  readonly outbox: OutboxTable;
  readonly answers: AnswerTable;
}

/** A document's life. Its text is never here. */
interface PostmortemTable {
  readonly id: string;
  readonly state: PostmortemState;
  /** The number of the newest revision of the main line. */
  readonly head: number;
  /** The revision that readers see since it was published; null before. */
  readonly published: number | null;
  /** The newest revision of a correction that is being written; null where there is none. */
  readonly correction: number | null;
  /** Why it was dismissed. */
  readonly stateReason: string | null;
  readonly mergedInto: string | null;
  /** The path it was imported from, or the name it is exported under. */
  readonly fileName: string;
  readonly createdAt: Time;
  readonly createdBy: string;
  readonly updatedAt: Time;
  readonly publishedAt: Time | null;
}

export type PostmortemState = 'draft' | 'review' | 'approved' | 'published' | 'archived' | 'dismissed' | 'merged';

/** Append-only, and chained by hashes within a document. */
interface RevisionTable {
  readonly postmortem: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly line: RevisionLine;
  /** The revision that this one was made from; null for the first. */
  readonly base: number | null;
  readonly textHash: string;
  readonly substanceHash: string;
  /** Ids of people, or names of machines. */
  readonly authors: Json;
  readonly at: Time;
  readonly reason: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** After publishing, `main` takes follow-up edits alone; anything else is written on the line `correction`. */
export type RevisionLine = 'main' | 'correction';

/** Texts by their SHA-256. A purged one keeps its hash, so that chains still verify. */
interface TextTable {
  readonly hash: string;
  readonly text: string | null;
  readonly purgedAt: Time | null;
}

/** What was read from the revision that readers see. It can be thrown away and made again. */
interface ProjectionTable {
  readonly postmortem: string;
  readonly revision: number;
  readonly textHash: string;
  readonly settingsHash: string;
  readonly readerVersion: string;
  readonly title: string;
  readonly incidentId: string | null;
  readonly severity: string | null;
  readonly severityLevel: number | null;
  readonly status: string | null;
  /** Of the incident; null where the document does not tell. */
  readonly startedAt: Time | null;
  readonly summary: string | null;
  readonly template: string | null;
  readonly openActions: number;
  readonly unknowns: number;
  readonly errors: number;
  readonly warnings: number;
  /** The `IncidentRecord` of learning. */
  readonly record: Json;
}

interface ProjectedNameTable {
  readonly postmortem: string;
  readonly name: string;
}

/** What lists are ordered by and searches find; the index of words stands beside it in the way of each database. */
interface SearchRowTable {
  readonly number: Generated<number>;
  readonly postmortem: string;
  /** When the incident began; where that is unknown, when the document was made. */
  readonly at: Time;
}

/** An action item that stays the same one while its words and place change. */
interface ActionItemTable {
  readonly postmortem: string;
  readonly id: string;
  /** Its place in the document's list, from 0. */
  readonly position: number;
  readonly text: string;
  readonly owners: Json;
  readonly due: string | null;
  readonly dueDay: string | null;
  readonly priority: string | null;
  readonly state: 'done' | 'open' | 'cancelled' | 'unknown';
  readonly ticket: string | null;
  readonly strength: string | null;
  readonly createdAt: Time;
  readonly doneAt: Time | null;
  /** Offsets into the text of the projected revision. */
  readonly placeFrom: number;
  readonly placeTo: number;
}

/** Holds as long as the substance of the document has this hash. */
interface ApprovalTable {
  readonly id: string;
  readonly postmortem: string;
  readonly revision: number;
  readonly substanceHash: string;
  readonly person: string;
  /** The roles that the person had in the roster at that time. */
  readonly roles: Json;
  readonly at: Time;
  readonly withdrawnAt: Time | null;
}

interface ReviewRequestTable {
  readonly id: string;
  readonly postmortem: string;
  readonly person: string;
  readonly askedBy: string;
  readonly at: Time;
  readonly answeredAt: Time | null;
}

/** Anchored to a place that moves with the text; null offsets where that text is gone. */
interface CommentTable {
  readonly id: string;
  readonly postmortem: string;
  /** The comment it answers. */
  readonly parent: string | null;
  readonly person: string;
  readonly at: Time;
  /** Empty where it was taken back. */
  readonly text: string;
  /** The line of revisions whose newest text its place is in. */
  readonly line: RevisionLine;
  readonly placeFrom: number | null;
  readonly placeTo: number | null;
  /** What stood at the place when it was written. */
  readonly quoted: string | null;
  readonly resolvedAt: Time | null;
  readonly resolvedBy: string | null;
  readonly deletedAt: Time | null;
}

/** A picture or other file that a document links to by its relative path. */
interface AttachmentTable {
  readonly postmortem: string;
  readonly path: string;
  readonly hash: string;
}

interface FileTable {
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The people of the accounts library, with what Debrief adds to them. */
interface PersonTable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: Flag;
  readonly image: string | null;
  readonly role: PersonRole;
  readonly deactivatedAt: Time | null;
  readonly createdAt: Time;
  readonly updatedAt: Time;
}

/** A browser in which a person is signed in. */
interface SessionTable {
  readonly id: string;
  /** What the cookie holds, beside a signature. */
  readonly token: string;
  readonly userId: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Time;
  /** When it was last used, give or take some minutes. */
  readonly updatedAt: Time;
  /** When it is over however much it is used. */
  readonly expiresAt: Time;
}

/** A way to sign in: for now a password, whose provider is `credential`. */
interface AccountTable {
  readonly id: string;
  readonly accountId: string;
  readonly providerId: string;
  readonly userId: string;
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
  readonly accessTokenExpiresAt: Time | null;
  readonly refreshTokenExpiresAt: Time | null;
  readonly scope: string | null;
  /** Salt and key of scrypt. */
  readonly password: string | null;
  readonly createdAt: Time;
  readonly updatedAt: Time;
}

/** What the accounts library asks to be confirmed; nothing yet. */
interface VerificationTable {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expiresAt: Time;
  readonly createdAt: Time;
  readonly updatedAt: Time;
}

export type PersonRole = 'admin' | 'editor' | 'viewer';

/** A link that works once. Only the hash of its secret is kept. */
interface InvitationTable {
  readonly id: string;
  readonly hash: string;
  readonly kind: 'first' | 'invite' | 'reset';
  /** For a reset, whose password. */
  readonly person: string | null;
  readonly email: string | null;
  readonly role: PersonRole;
  readonly invitedBy: string | null;
  readonly createdAt: Time;
  readonly expiresAt: Time;
  readonly usedAt: Time | null;
}

interface TokenTable {
  readonly id: string;
  readonly hash: string;
  readonly person: string;
  readonly name: string;
  readonly scopes: Json;
  readonly createdAt: Time;
  readonly expiresAt: Time | null;
  readonly lastUsedAt: Time | null;
  readonly revokedAt: Time | null;
}

/** The texts of `debrief.yaml`, the newest of which counts. */
interface SettingsTable {
  readonly number: Generated<number>;
  readonly text: string;
  readonly hash: string;
  readonly at: Time;
  readonly person: string | null;
}

/** Append-only, and chained by hashes over the whole workspace. */
interface AuditTable {
  readonly sequence: number;
  readonly at: Time;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Json;
  readonly previousHash: string;
  readonly hash: string;
}

/** What others are to be told, written with what happened. */
interface OutboxTable {
  readonly id: string;
  readonly event: string;
  readonly payload: Json;
  readonly at: Time;
}

/** Answers to requests with an idempotency key. */
interface AnswerTable {
  readonly key: string;
  readonly actor: string;
  readonly requestHash: string;
  readonly status: number;
  readonly headers: Json;
  readonly body: string;
  readonly at: Time;
}
