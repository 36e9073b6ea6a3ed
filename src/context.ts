import type { Citation, Origin } from "@/domain/provenance";
import type { PrismaClient } from "@/generated/prisma/client";

/** What a stage may ask of the world. Nothing else in the stages has effects. */
export interface Context {
  readonly database: PrismaClient;
  readonly snapshots: SnapshotStore;
  readonly fetchers: Fetchers;
  readonly clock: Clock;
  readonly log: Log;
  /** Who acts: `scheduler`, `command line`, an admin. */
  readonly actor: string;
}

export interface Clock {
  now(): Date;
}

export interface Log {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}

/** The bytes of every document ever met, named by their SHA-256; nothing in it is changed or removed. */
export interface SnapshotStore {
  keep(bytes: Uint8Array): Promise<{ sha256: string; size: number }>;
  read(sha256: string): Promise<Uint8Array | null>;
}

/** What the last answer said of itself, sent along so that an unchanged document isn't sent again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | ({
      readonly kind: "fetched";
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      /** Known beforehand only of documents in the archive. */
      readonly title: string | null;
      readonly publishedOn: string | null;
      readonly citation: Citation | null;
      readonly note: string | null;
    } & Validators)
  | { readonly kind: "not-modified" }
  /** The publisher (or the archive) says that there is no such document. */
  | { readonly kind: "absent"; readonly reason: string }
  /** Nobody answered: no network, no such host, nothing within the time. */
  | { readonly kind: "unreachable"; readonly reason: string }
  /** Somebody answered, but not with a document that may be used. */
  | { readonly kind: "refused"; readonly reason: string };

export interface Fetcher {
  readonly origin: Origin;
  fetch(url: string, validators: Validators): Promise<Fetched>;
}

export interface Fetchers {
  /** The project's own copy on disk: the archive, the evidence register, the reference list. */
  readonly bundled: Fetcher;
  readonly live: Fetcher;
}
