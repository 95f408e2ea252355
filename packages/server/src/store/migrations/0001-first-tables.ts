import { type Kysely, sql } from 'kysely';
import type { Store } from '../store.ts';
import { appendOnly } from './append-only.ts';

/** Where the databases name a type differently. */
const TYPES = {
  sqlite: { bytes: 'blob', counter: 'integer primary key autoincrement' },
  postgres: { bytes: 'bytea', counter: 'serial primary key' },
} as const;

export async function firstTables(database: Kysely<unknown>, kind: Store['kind']): Promise<void> {
  for (const statement of statementsFor(kind)) await sql.raw(statement).execute(database);
  for (const table of ['revisions', 'audit']) await appendOnly(database, kind, table);
}

function statementsFor(kind: Store['kind']): readonly string[] {
  const { bytes, counter } = TYPES[kind];
  return [
    `create table "people" (
       "id" text primary key, "name" text not null, "email" text not null unique, "emailVerified" integer not null,
       "image" text, "role" text not null, "deactivatedAt" text,
       "createdAt" text not null, "updatedAt" text not null)`,
    `create table "sessions" (
       "id" text primary key, "expiresAt" text not null, "token" text not null unique, "createdAt" text not null,
       "updatedAt" text not null, "ipAddress" text, "userAgent" text,
       "userId" text not null references "people" ("id") on delete cascade)`,
    `create index "sessions of a person" on "sessions" ("userId")`,
    `create table "accounts" (
       "id" text primary key, "accountId" text not null, "providerId" text not null,
       "userId" text not null references "people" ("id") on delete cascade,
       "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" text,
       "refreshTokenExpiresAt" text, "scope" text, "password" text,
       "createdAt" text not null, "updatedAt" text not null)`,
    `create index "accounts of a person" on "accounts" ("userId")`,
    `create table "verifications" (
       "id" text primary key, "identifier" text not null, "value" text not null, "expiresAt" text not null,
       "createdAt" text not null, "updatedAt" text not null)`,
    `create index "verifications by identifier" on "verifications" ("identifier")`,
    `create table "invitations" (
       "id" text primary key, "hash" text not null unique, "kind" text not null,
       "person" text references "people" ("id"), "email" text, "role" text not null, "invitedBy" text,
       "createdAt" text not null, "expiresAt" text not null, "usedAt" text)`,
    `create table "tokens" (
       "id" text primary key, "hash" text not null unique, "person" text not null references "people" ("id"),
       "name" text not null, "scopes" text not null, "createdAt" text not null, "expiresAt" text,
       "lastUsedAt" text, "revokedAt" text)`,
    `create table "settings" (
       "number" ${counter}, "text" text not null, "hash" text not null, "at" text not null, "person" text)`,
    `create table "texts" ("hash" text primary key, "text" text, "purgedAt" text)`,
    `create table "postmortems" (
       "id" text primary key, "state" text not null, "head" integer not null, "published" integer,
       "correction" integer, "stateReason" text, "mergedInto" text references "postmortems" ("id"),
       "fileName" text not null, "createdAt" text not null, "createdBy" text not null, "updatedAt" text not null,
       "publishedAt" text)`,
    `create index "postmortems by change" on "postmortems" ("updatedAt", "id")`,
    `create table "revisions" (
       "postmortem" text not null references "postmortems" ("id"), "number" integer not null, "line" text not null,
       "base" integer, "textHash" text not null references "texts" ("hash"), "substanceHash" text not null,
       "authors" text not null, "at" text not null, "reason" text not null,
       "previousHash" text not null, "hash" text not null, primary key ("postmortem", "number"))`,
    `create table "projections" (
       "postmortem" text primary key references "postmortems" ("id"), "revision" integer not null,
       "textHash" text not null, "settingsHash" text not null, "readerVersion" text not null,
       "title" text not null, "incidentId" text, "severity" text, "severityLevel" integer, "status" text,
       "startedAt" text, "summary" text, "template" text, "openActions" integer not null,
       "unknowns" integer not null, "errors" integer not null, "warnings" integer not null, "record" text not null)`,
    `create index "projections by start" on "projections" ("startedAt", "postmortem")`,
    `create index "projections by incident" on "projections" ("incidentId")`,
    ...['projectedServices', 'projectedFactors'].flatMap((table) => [
      `create table "${table}" (
         "postmortem" text not null references "postmortems" ("id"), "name" text not null,
         primary key ("postmortem", "name"))`,
      `create index "${table} by name" on "${table}" ("name")`,
    ]),
    ...searchTables[kind],
    `create table "actionItems" (
       "postmortem" text not null references "postmortems" ("id"), "id" text not null, "position" integer not null,
       "text" text not null, "owners" text not null, "due" text, "dueDay" text, "priority" text,
       "state" text not null, "ticket" text, "strength" text, "createdAt" text not null, "doneAt" text,
       "placeFrom" integer not null, "placeTo" integer not null, primary key ("postmortem", "id"))`,
    `create index "action items by id" on "actionItems" ("id")`,
    `create index "action items by due day" on "actionItems" ("state", "dueDay")`,
    `create table "approvals" (
       "id" text primary key, "postmortem" text not null references "postmortems" ("id"), "revision" integer not null,
       "substanceHash" text not null, "person" text not null references "people" ("id"), "roles" text not null,
       "at" text not null, "withdrawnAt" text)`,
    `create index "approvals of a post-mortem" on "approvals" ("postmortem")`,
    `create table "reviewRequests" (
       "id" text primary key, "postmortem" text not null references "postmortems" ("id"),
       "person" text not null references "people" ("id"), "askedBy" text not null, "at" text not null,
       "answeredAt" text)`,
    `create index "review requests of a post-mortem" on "reviewRequests" ("postmortem")`,
    `create index "review requests to a person" on "reviewRequests" ("person", "answeredAt")`,
    `create table "comments" (
       "id" text primary key, "postmortem" text not null references "postmortems" ("id"),
       "parent" text references "comments" ("id"), "person" text not null, "at" text not null, "text" text not null,
       "line" text not null, "placeFrom" integer, "placeTo" integer, "quoted" text, "resolvedAt" text,
       "resolvedBy" text, "deletedAt" text)`,
    `create index "comments of a post-mortem" on "comments" ("postmortem", "at")`,
    `create table "files" ("hash" text primary key, "mediaType" text not null, "bytes" ${bytes} not null)`,
    `create table "attachments" (
       "postmortem" text not null references "postmortems" ("id"), "path" text not null,
       "hash" text not null references "files" ("hash"), primary key ("postmortem", "path"))`,
    `create table "audit" (
       "sequence" integer primary key, "at" text not null, "actor" text not null, "action" text not null,
       "subject" text not null, "detail" text not null, "previousHash" text not null, "hash" text not null)`,
    `create index "audit by subject" on "audit" ("subject", "sequence")`,
    `create table "outbox" ("id" text primary key, "event" text not null, "payload" text not null, "at" text not null)`,
    `create table "answers" (
       "key" text not null, "actor" text not null, "requestHash" text not null, "status" integer not null,
       "headers" text not null, "body" text not null, "at" text not null, primary key ("actor", "key"))`,
    `create index "answers by time" on "answers" ("at")`,
  ];
}

/** Words are cut and folded before they get here, so both databases take them as they are. */
const searchTables: Readonly<Record<Store['kind'], readonly string[]>> = {
  sqlite: [
    `create table "searchRows" (
       "number" integer primary key autoincrement, "postmortem" text not null unique references "postmortems" ("id"),
       "at" text not null)`,
    `create index "search rows by time" on "searchRows" ("at", "number")`,
    `create virtual table "searchIndex" using fts5 (
       "title", "names", "body", content = '', contentless_delete = 1, tokenize = 'ascii')`,
  ],
  postgres: [
    `create table "searchRows" (
       "number" serial primary key, "postmortem" text not null unique references "postmortems" ("id"),
       "at" text not null, "tokens" tsvector not null)`,
    `create index "search rows by time" on "searchRows" ("at", "number")`,
    `create index "search rows by word" on "searchRows" using gin ("tokens")`,
  ],
};
