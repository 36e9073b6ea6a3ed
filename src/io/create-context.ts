import { join } from "node:path";
import type { Context } from "@/context";
import { bundledDocuments } from "./bundled-documents";
import { systemClock } from "./clock";
import { openDatabase } from "./database";
import { createLiveFetcher } from "./live-fetcher";
import { createLog } from "./log";
import { nobody } from "./practice-stages";
import { createSnapshotStore } from "./snapshot-store";

/** What the world outside gives to a process of this product. */
export interface ContextSettings {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly sourceProxy: string | null;
  readonly contactEmail: string | null;
  readonly baseUrl: string;
  readonly logLevel: string;
  /** Invented councils only: nothing is asked of any publisher. */
  readonly practice: boolean;
  readonly actor: string;
}

export function createContext(settings: ContextSettings): Context {
  return {
    database: openDatabase(settings.databaseUrl),
    snapshots: createSnapshotStore(join(settings.dataDir, "snapshots")),
    fetchers: settings.practice
      ? { bundled: bundledDocuments(true), live: nobody }
      : {
          bundled: bundledDocuments(false),
          live: createLiveFetcher({
            proxy: settings.sourceProxy,
            userAgent: userAgentOf(settings),
            clock: systemClock,
          }),
        },
    clock: systemClock,
    log: createLog(settings.logLevel),
    actor: settings.actor,
  };
}

/** Who asks, and whom to write to. */
export function userAgentOf({
  contactEmail,
  baseUrl,
}: Pick<ContextSettings, "contactEmail" | "baseUrl">): string {
  return `SafetyValveTracker/0.1 (+${contactEmail ?? baseUrl})`;
}
