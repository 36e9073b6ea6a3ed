import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock, Fetched, Fetcher, NotifyContext } from "@/context";
import type { Origin } from "@/domain/provenance";
import { openDatabase } from "@/io/database";
import { createSnapshotStore } from "@/io/snapshot-store";
import {
  type InventedMailServer,
  type InventedPictures,
  type InventedWebhooks,
  inventedCorrespondents,
} from "./invented-correspondents";

/** A clock that stands still until it's told to go on. */
export class FrozenClock implements Clock {
  #now: Date;

  constructor(start = "2026-11-23T09:00:00Z") {
    this.#now = new Date(start);
  }

  now(): Date {
    return this.#now;
  }

  forward(hours: number): Date {
    this.#now = new Date(this.#now.getTime() + hours * 3_600_000);
    return this.#now;
  }
}

/** A publisher in memory: what it gives at an address, or how it fails there. */
export class InventedPublisher implements Fetcher {
  readonly #answers = new Map<string, Fetched>();
  /** How it answers for what it wasn't given. */
  otherwise: Fetched = { kind: "absent", reason: "no such page (404)" };

  constructor(readonly origin: Origin) {}

  publish(url: string, content: string | Uint8Array, mediaType = "application/json"): void {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    this.#answers.set(url, {
      kind: "fetched",
      bytes,
      mediaType,
      etag: null,
      lastModified: null,
      title: null,
      publishedOn: null,
      citation: null,
      note: null,
    });
  }

  answer(url: string, answer: Fetched): void {
    this.#answers.set(url, answer);
  }

  async fetch(url: string): Promise<Fetched> {
    return this.#answers.get(url) ?? this.otherwise;
  }
}

export interface TestContext extends NotifyContext {
  readonly clock: FrozenClock;
  readonly fetchers: { readonly bundled: InventedPublisher; readonly live: InventedPublisher };
  readonly mailer: InventedMailServer;
  readonly webhooks: InventedWebhooks;
  readonly pictures: InventedPictures;
  close(): Promise<void>;
}

/** A context on a database of one's own, with a frozen clock, publishers, mail server and webhooks in memory, and snapshots in a temporary folder. */
export async function createTestContext(
  databaseUrl: string,
  bundled = new InventedPublisher("archive"),
): Promise<TestContext> {
  const folder = await mkdtemp(join(tmpdir(), "svt-snapshots-"));
  const database = openDatabase(databaseUrl);
  const silent = () => undefined;
  return {
    database,
    snapshots: createSnapshotStore(folder),
    fetchers: { bundled, live: new InventedPublisher("live") },
    clock: new FrozenClock(),
    log: { debug: silent, info: silent, warn: silent, error: silent },
    actor: "test",
    ...inventedCorrespondents(),
    async close() {
      await database.$disconnect();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
