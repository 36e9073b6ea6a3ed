import type { Context } from "@/context";
import { createContext } from "@/io/create-context";
import { environment } from "@/io/environment";
import { knownMigrations } from "@/io/known-migrations";
import type { PublicationCalendar } from "@/present/publication-states";
import { publications } from "@/sources/registry";

/** What answering a request may ask of the world. It can't fetch: only jobs do that. */
export interface RequestContext extends Pick<Context, "database" | "snapshots" | "clock" | "log"> {
  readonly publications: readonly PublicationCalendar[];
  readonly knownMigrations: () => Promise<readonly string[]>;
}

const kept = globalThis as { safetyValveContext?: RequestContext };

/**
 * The one context of this process, made when first asked for: a build has no database, and reloading
 * the code while developing must not open another pool of connections.
 */
export function createRequestContext(): RequestContext {
  kept.safetyValveContext ??= {
    ...createContext(environment("web").settings),
    publications,
    knownMigrations,
  };
  return kept.safetyValveContext;
}
