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

/** What sending messages asks of the world beside that. */
export interface NotifyContext extends Context {
  readonly site: Site;
  readonly mailer: Mailer;
  readonly webhooks: WebhookCaller;
  readonly pictures: Pictures;
  readonly secrets: Secrets;
}

/** How the outside knows this site. */
export interface Site {
  /** BASE_URL, without a slash at its end. */
  readonly baseUrl: string;
  readonly contactEmail: string | null;
  /** Every council and figure is invented. */
  readonly practice: boolean;
  /** The sender of every message: an address, or a name with one in angle brackets. */
  readonly mailFrom: string;
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

/** One mail to one recipient, as it is handed over. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Shown within the message where it says `cid:picture`. */
  readonly picture: Uint8Array | null;
  /** The same at every attempt, so that a mailbox can tell a second copy. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type MailOutcome =
  | { readonly kind: "accepted"; readonly response: string }
  /** `permanent`: asking again won't help. */
  | { readonly kind: "refused"; readonly permanent: boolean; readonly reason: string };

/** Hands mail to a server; without one, to a folder that a person can look into. */
export interface Mailer {
  readonly way: "smtp" | "outbox";
  /** Never throws: what goes wrong is an outcome. */
  send(mail: Mail): Promise<MailOutcome>;
  close(): Promise<void>;
}

export type WebhookOutcome =
  | { readonly kind: "accepted"; readonly status: number }
  /** `permanent`: the address may not be called, or says for good that it wants nothing. */
  | { readonly kind: "refused"; readonly permanent: boolean; readonly reason: string };

/** Calls an address that a stranger has named; private and local ones only where tests allow it. */
export interface WebhookCaller {
  /** Why this address may not be called, as far as can be told without calling; null: it may. */
  problemWith(url: string): Promise<string | null>;
  call(request: {
    readonly url: string;
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  }): Promise<WebhookOutcome>;
}

export interface Pictures {
  /** A council's chart; null when it can't be had now. */
  councilChart(slug: string): Promise<ChartPicture | null>;
}

export interface ChartPicture {
  readonly png: Uint8Array;
  /** What it shows, for those who don't see it; null: nobody said. */
  readonly words: string | null;
}

/** What only this installation knows. */
export interface Secrets {
  /** The token of one thing, such as a delivery: unguessable, and the same each time it's asked for. */
  tokenFor(purpose: string, id: string): string;
  /** So that a copy of the database alone gives nothing away. */
  seal(text: string): string;
  /** @throws when it was sealed with another secret, or tampered with */
  open(sealed: string): string;
}
