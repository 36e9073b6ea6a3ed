// Every variable the product reads, what it may say, and what it means when it is not set. Checked before
// anything else happens, so a bad value costs a second, not a started half. Node built-ins only: it runs
// before dependencies are installed.
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * @typedef {object} Environment
 * @property {number} port
 * @property {string} baseUrl where people reach the site: scheme, host and port, no slash at the end
 * @property {string} dataDir absolute
 * @property {string | undefined} databaseUrl a PostgreSQL server; undefined: the embedded one under dataDir
 * @property {"auto" | "live" | "archive" | "practice"} sources
 * @property {string | undefined} sourceProxy no slash at the end
 * @property {string | undefined} contactEmail
 * @property {string | undefined} smtpUrl
 * @property {string | undefined} mailFrom
 * @property {string | undefined} sessionSecret
 * @property {{ email: string, password: string } | undefined} firstAdmin
 * @property {"all" | "web" | "worker"} role
 * @property {string | undefined} metricsToken
 * @property {"trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent"} logLevel
 * @property {boolean} loopbackWebhooks webhooks may be called on this machine itself: for tests
 * @property {number} trustProxy how many proxies in front of us may be believed about the client's address
 */

export const VARIABLES = /** @type {const} */ ([
  "PORT",
  "BASE_URL",
  "DATA_DIR",
  "DATABASE_URL",
  "SNAPSHOT_URL",
  "SOURCES",
  "SOURCE_PROXY",
  "CONTACT_EMAIL",
  "SMTP_URL",
  "MAIL_FROM",
  "SESSION_SECRET",
  "ADMIN_EMAIL",
  "ADMIN_PASSWORD",
  "ROLE",
  "METRICS_TOKEN",
  "LOG_LEVEL",
  "TRUST_PROXY",
  "LOOPBACK_WEBHOOKS",
]);

/** All bad values of one start at once. */
export class EnvironmentError extends Error {
  /** @param {string[]} problems */
  constructor(problems) {
    super(
      `The environment cannot be used (.env.example explains each variable):\n${problems.map((p) => `  ${p}`).join("\n")}`,
    );
    this.name = "EnvironmentError";
    this.problems = problems;
  }
}

/** Adds the variables of `.env`, where there is one; what the real environment says wins. @param {string} folder */
export function loadEnvironmentFile(folder) {
  const file = join(folder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * @param {Readonly<Record<string, string | undefined>>} variables an empty one counts as not set
 * @param {string} [folder] what a relative DATA_DIR starts from
 * @returns {Environment}
 * @throws {EnvironmentError} naming every bad value: what was met (never a secret) and what was expected
 */
export function readEnvironment(variables, folder = process.cwd()) {
  /** @type {string[]} */
  const problems = [];
  /**
   * @template T
   * @param {(typeof VARIABLES)[number]} name
   * @param {Rule<T>} rule
   */
  const read = (name, { accept, expected, secret }) => {
    const text = variables[name];
    if (text === undefined || text === "") return undefined;
    const value = accept(text);
    if (value === undefined) {
      problems.push(
        `${name} is ${secret ? "set to a value (not shown) that can't be used" : JSON.stringify(text)}: expected ${expected}.`,
      );
    }
    return value;
  };

  const port = read("PORT", wholeNumber(1, 65_535)) ?? 3000;
  const email = read("ADMIN_EMAIL", EMAIL);
  const password = read("ADMIN_PASSWORD", { ...atLeast(8), secret: true });
  if (Boolean(variables.ADMIN_EMAIL) !== Boolean(variables.ADMIN_PASSWORD)) {
    const [set, missing] = variables.ADMIN_EMAIL
      ? ["ADMIN_EMAIL", "ADMIN_PASSWORD"]
      : ["ADMIN_PASSWORD", "ADMIN_EMAIL"];
    problems.push(
      `${missing} is not set, but ${set} is: expected both, to create the first admin, or neither.`,
    );
  }
  if (variables.SNAPSHOT_URL) {
    problems.push(
      "SNAPSHOT_URL is set, but this version keeps snapshots under DATA_DIR only: expected it not to be set. " +
        "A store with the S3 protocol comes with a later release.",
    );
  }

  /** @type {Environment} */
  const environment = {
    port,
    baseUrl: read("BASE_URL", webAddress({ path: false })) ?? `http://localhost:${port}`,
    dataDir: read("DATA_DIR", folderIn(folder)) ?? resolve(folder, "data"),
    databaseUrl: read("DATABASE_URL", POSTGRES_ADDRESS),
    sources: read("SOURCES", oneOf("auto", "live", "archive", "practice")) ?? "auto",
    sourceProxy: read("SOURCE_PROXY", webAddress({ path: true })),
    contactEmail: read("CONTACT_EMAIL", EMAIL),
    smtpUrl: read("SMTP_URL", SMTP_ADDRESS),
    mailFrom: read("MAIL_FROM", SENDER),
    sessionSecret: read("SESSION_SECRET", { ...atLeast(32), secret: true }),
    firstAdmin: email && password ? { email, password } : undefined,
    role: read("ROLE", oneOf("all", "web", "worker")) ?? "all",
    metricsToken: read("METRICS_TOKEN", TOKEN),
    logLevel:
      read("LOG_LEVEL", oneOf("trace", "debug", "info", "warn", "error", "fatal", "silent")) ?? "info",
    trustProxy: read("TRUST_PROXY", PROXY_COUNT) ?? 0,
    loopbackWebhooks: read("LOOPBACK_WEBHOOKS", YES_OR_NO) ?? false,
  };
  if (
    environment.loopbackWebhooks &&
    !/^https?:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(environment.baseUrl)
  ) {
    problems.push(
      "LOOPBACK_WEBHOOKS is true, but BASE_URL is not on this machine: expected it not to be set. It is for tests; " +
        "on a public site it would let strangers call what listens on the machine.",
    );
  }
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
}

/**
 * Where a start or a job keeps what it holds. Invented councils never come near real ones: practice has a folder
 * and an embedded database of its own, whatever DATABASE_URL says.
 *
 * For whoever begins the other processes, and tells them the outcome as DATA_DIR and DATABASE_URL.
 *
 * @param {Pick<Environment, "dataDir" | "databaseUrl" | "sources">} environment
 * @returns {{ dataDir: string, databaseUrl: string | undefined }}
 */
export function homeOf({ dataDir, databaseUrl, sources }) {
  if (sources === "practice") return { dataDir: join(dataDir, "practice"), databaseUrl: undefined };
  return { dataDir, databaseUrl };
}

/**
 * @template T
 * @typedef {{ accept: (text: string) => T | undefined, expected: string, secret?: boolean }} Rule
 * `accept`: the value, or undefined when the text does not do
 */

/** @param {number} from @param {number} to @returns {Rule<number>} */
function wholeNumber(from, to) {
  return {
    accept: (text) =>
      /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined,
    expected: `a whole number from ${from} to ${to}`,
  };
}

/** @template {string} T @param {...T} choices @returns {Rule<T>} */
function oneOf(...choices) {
  const quoted = choices.map((choice) => JSON.stringify(choice));
  return {
    accept: (text) => choices.find((choice) => choice === text),
    expected: `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`,
  };
}

/** @param {number} length @returns {Rule<string>} */
function atLeast(length) {
  return {
    accept: (text) => (text.length >= length ? text : undefined),
    expected: `at least ${length} characters`,
  };
}

/** @param {string} base @returns {Rule<string>} */
function folderIn(base) {
  return {
    accept: (text) => {
      const folder = resolve(base, text);
      return existsSync(folder) && !statSync(folder).isDirectory() ? undefined : folder;
    },
    expected: "a folder, or a name at which one can be made",
  };
}

/** @param {{ path: boolean }} allow @returns {Rule<string>} */
function webAddress(allow) {
  return {
    accept: (text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      const plain = url && !url.username && !url.password && !url.search && !url.hash;
      if (!plain || !/^https?:$/.test(url.protocol) || !(allow.path || url.pathname === "/"))
        return undefined;
      return url.href.replace(/\/+$/, "");
    },
    expected: allow.path
      ? "an address like http://127.0.0.1:9000, without ? or #"
      : "an address like https://tracker.example.org, without a path",
  };
}

/** @type {Rule<string>} */
const POSTGRES_ADDRESS = {
  accept: (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url && /^postgres(ql)?:$/.test(url.protocol) && /^\/[^/]+$/.test(url.pathname) ? text : undefined;
  },
  expected: "postgresql://user:password@host:5432/name",
  secret: true,
};

/** @type {Rule<string>} */
const SMTP_ADDRESS = {
  accept: (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url && /^smtps?:$/.test(url.protocol) && url.hostname !== "" ? text : undefined;
  },
  expected: "smtp://user:password@host:587 or smtps://user:password@host:465",
  secret: true,
};

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** @type {Rule<string>} */
const EMAIL = {
  accept: (text) => (ADDRESS.test(text) ? text : undefined),
  expected: "an e-mail address",
};

/** @type {Rule<string>} */
const SENDER = {
  accept: (text) => {
    const address = /^[^<>\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text;
    return ADDRESS.test(address) ? text : undefined;
  },
  expected: 'an e-mail address, or a name with one: "Safety Valve Tracker <tracker@example.org>"',
};

/** @type {Rule<string>} */
const TOKEN = {
  accept: (text) => (/^[\x21-\x7e]+$/.test(text) ? text : undefined),
  expected: "letters, digits and signs without spaces, as they stand in a request's header",
  secret: true,
};

/** @type {Rule<boolean>} */
const YES_OR_NO = {
  accept: (text) => ({ true: true, false: false })[text],
  expected: '"true" or "false"',
};

/** @type {Rule<number>} */
const PROXY_COUNT = {
  accept: (text) => ({ true: 1, false: 0 })[text] ?? wholeNumber(0, 10).accept(text),
  expected: '"true", "false", or how many proxies stand in front (0 to 10)',
};
