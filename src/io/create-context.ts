import { join } from "node:path";
import type { Context } from "@/context";
import { createBundledFetcher } from "./bundled-fetcher";
import { systemClock } from "./clock";
import { openDatabase } from "./database";
import { createLiveFetcher } from "./live-fetcher";
import { createLog } from "./log";
import { createSnapshotStore } from "./snapshot-store";

/** What the world outside gives to a process of this product. */
export interface ContextSettings {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly sourceProxy: string | null;
  readonly contactEmail: string | null;
  readonly baseUrl: string;
  readonly logLevel: string;
  readonly actor: string;
}

export function createContext(settings: ContextSettings): Context {
  const contact = settings.contactEmail ?? settings.baseUrl;
  return {
    database: openDatabase(settings.databaseUrl),
    snapshots: createSnapshotStore(join(settings.dataDir, "snapshots")),
    fetchers: {
      bundled: createBundledFetcher(),
      live: createLiveFetcher({
        proxy: settings.sourceProxy,
        userAgent: `SafetyValveTracker/0.1 (+${contact})`,
        clock: systemClock,
      }),
    },
    clock: systemClock,
    log: createLog(settings.logLevel),
    actor: settings.actor,
  };
}
