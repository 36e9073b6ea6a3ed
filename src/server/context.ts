import { join } from "node:path";
import type { Context, Fetcher, Mailer, Secrets, WebhookCaller } from "@/context";
import { bundledDocuments } from "@/io/bundled-documents";
import { systemClock } from "@/io/clock";
import { openDatabase } from "@/io/database";
import { environment } from "@/io/environment";
import { knownMigrations } from "@/io/known-migrations";
import { createLog } from "@/io/log";
import { type Machine, readMachine } from "@/io/machine";
import { createSecrets } from "@/io/secrets";
import { sessionSecret } from "@/io/session-secret";
import { createSnapshotStore } from "@/io/snapshot-store";
import { problemWithAddress, strict } from "@/io/webhook-address";
import type { PublicationCalendar } from "@/present/publication-states";
import { publications } from "@/sources/registry";
import type { Auth } from "./auth";

/** What answering a request may ask of the world. It can't fetch, send or call: only jobs do that. */
export interface RequestContext extends Pick<Context, "database" | "snapshots" | "clock" | "log"> {
  readonly publications: readonly PublicationCalendar[];
  readonly knownMigrations: () => Promise<readonly string[]>;
  readonly machine: () => Promise<Machine>;
  /** Every council and figure in the store is invented. */
  readonly practice: boolean;
  readonly secrets: Secrets;
  /** Where mail goes: what is asked for by mail may reach nobody. */
  readonly mailWay: Mailer["way"];
  readonly webhooks: Pick<WebhookCaller, "problemWith">;
  /** The project's own files on disk, such as the evidence register: nobody outside is asked. */
  readonly bundled: Fetcher;
  /** The host of this site, without its port. */
  readonly ownHost: string;
}

/** Who is let into the admin room, and from where. */
export interface FrontDoor {
  readonly auth: Auth;
  /** BASE_URL: the address that requests to change something have to come from. */
  readonly baseUrl: string;
}

const kept = globalThis as { safetyValveContext?: RequestContext; safetyValveDoor?: Promise<FrontDoor> };

/**
 * The one context of this process, made when first asked for: a build has no database, and reloading
 * the code while developing must not open another pool of connections.
 */
export function createRequestContext(): RequestContext {
  kept.safetyValveContext ??= openRequestContext();
  return kept.safetyValveContext;
}

function openRequestContext(): RequestContext {
  const { settings, variables } = environment("web");
  return {
    database: openDatabase(settings.databaseUrl),
    snapshots: createSnapshotStore(join(settings.dataDir, "snapshots")),
    clock: systemClock,
    log: createLog(settings.logLevel),
    publications,
    knownMigrations,
    machine: () => readMachine(settings.dataDir),
    practice: settings.practice,
    secrets: createSecrets(sessionSecret(settings.dataDir, variables.sessionSecret)),
    mailWay: variables.smtpUrl === undefined ? "outbox" : "smtp",
    webhooks: {
      problemWith: (url) => problemWithAddress(url, { ...strict, loopback: settings.loopbackWebhooks }),
    },
    bundled: bundledDocuments(settings.practice),
    ownHost: new URL(settings.baseUrl).hostname,
  };
}

/** The one front door of this process. What it takes is loaded when somebody comes: readers need none of it. */
export function frontDoor(): Promise<FrontDoor> {
  kept.safetyValveDoor ??= openFrontDoor();
  return kept.safetyValveDoor;
}

async function openFrontDoor(): Promise<FrontDoor> {
  const { settings, variables } = environment("web");
  const { createAuth } = await import("./auth");
  const { database, log } = createRequestContext();
  const secret = sessionSecret(settings.dataDir, variables.sessionSecret);
  return {
    auth: createAuth({ database, log, baseUrl: settings.baseUrl, secret }),
    baseUrl: settings.baseUrl,
  };
}

/** METRICS_TOKEN, where it's set. */
export function metricsToken(): string | undefined {
  return environment("web").variables.metricsToken;
}
