import { type Environment, readEnvironment } from "../../scripts/environment.mjs";
import type { NotifySettings } from "./create-notify-context";

/** What the environment says, as the parts of a process that run inside `npm start` or `npm run job` need it. */
export interface ProcessEnvironment {
  readonly settings: NotifySettings;
  readonly databaseUrl: string;
  readonly sourceMode: Environment["sources"];
  /** Every variable, read. */
  readonly variables: Environment;
}

/**
 * The environment of this process, checked as at the start.
 *
 * @param actor who acts in this process, for the records: "web", "scheduler", "command line"
 * @throws naming the bad values; or that no database is named, for a process begun on its own: the
 *   embedded one has an address only while it runs, and whoever starts it passes that on
 */
export function environment(actor: string): ProcessEnvironment {
  const variables = readEnvironment(process.env);
  const { databaseUrl, dataDir, sourceProxy, contactEmail, baseUrl, logLevel } = variables;
  if (databaseUrl === undefined) {
    throw new Error(
      "DATABASE_URL is not set. `npm start`, `npm run dev` and `npm run job` set it; begun in another way, this process needs it.",
    );
  }
  return {
    settings: {
      databaseUrl,
      dataDir,
      sourceProxy: sourceProxy ?? null,
      contactEmail: contactEmail ?? null,
      baseUrl,
      logLevel,
      practice: variables.sources === "practice",
      actor,
      smtpUrl: variables.smtpUrl ?? null,
      mailFrom: variables.mailFrom ?? null,
      sessionSecret: variables.sessionSecret ?? null,
      loopbackWebhooks: variables.loopbackWebhooks,
    },
    databaseUrl,
    sourceMode: variables.sources,
    variables,
  };
}
