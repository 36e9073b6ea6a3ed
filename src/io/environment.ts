import { type Environment, readEnvironment } from "../../scripts/environment.mjs";

export type { Environment };

let known: Environment | undefined;

/**
 * The process's environment, read and checked once. Started by `npm start` or `npm run job` it has been
 * checked already, and DATABASE_URL names the embedded database where that is the one in use.
 */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}
