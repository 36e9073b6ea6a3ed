import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Environment, EnvironmentError, homeOf, readEnvironment, VARIABLES } from "./environment.mjs";

const problemsOf = (variables: Record<string, string>): string[] => {
  try {
    readEnvironment(variables, "/project");
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
};

describe("readEnvironment", () => {
  it("needs nothing", () => {
    expect(readEnvironment({}, "/project")).toEqual({
      port: 3000,
      baseUrl: "http://localhost:3000",
      dataDir: "/project/data",
      databaseUrl: undefined,
      sources: "auto",
      sourceProxy: undefined,
      contactEmail: undefined,
      smtpUrl: undefined,
      mailFrom: undefined,
      sessionSecret: undefined,
      firstAdmin: undefined,
      role: "all",
      metricsToken: undefined,
      logLevel: "info",
      trustProxy: 0,
      loopbackWebhooks: false,
    } satisfies Environment);
  });

  it("takes an empty variable for one that is not set", () => {
    const empty = Object.fromEntries(VARIABLES.map((name) => [name, ""]));
    expect(readEnvironment(empty, "/project")).toEqual(readEnvironment({}, "/project"));
  });

  it.each<[name: string, value: string, key: keyof Environment, read: unknown]>([
    ["PORT", "1", "port", 1],
    ["PORT", "65535", "port", 65535],
    ["PORT", "8080", "baseUrl", "http://localhost:8080"],
    ["BASE_URL", "https://tracker.example.org", "baseUrl", "https://tracker.example.org"],
    ["BASE_URL", "https://tracker.example.org/", "baseUrl", "https://tracker.example.org"],
    ["DATA_DIR", "elsewhere", "dataDir", "/project/elsewhere"],
    ["DATA_DIR", "/srv/tracker", "dataDir", "/srv/tracker"],
    ["DATABASE_URL", "postgresql://u:p@db:5432/tracker", "databaseUrl", "postgresql://u:p@db:5432/tracker"],
    [
      "DATABASE_URL",
      "postgres://db/tracker?sslmode=require",
      "databaseUrl",
      "postgres://db/tracker?sslmode=require",
    ],
    ["SOURCES", "auto", "sources", "auto"],
    ["SOURCES", "live", "sources", "live"],
    ["SOURCES", "archive", "sources", "archive"],
    ["SOURCES", "practice", "sources", "practice"],
    ["SOURCE_PROXY", "http://127.0.0.1:9000", "sourceProxy", "http://127.0.0.1:9000"],
    ["SOURCE_PROXY", "http://127.0.0.1:9000/", "sourceProxy", "http://127.0.0.1:9000"],
    ["CONTACT_EMAIL", "desk@example.org", "contactEmail", "desk@example.org"],
    ["SMTP_URL", "smtps://u:p@mail.example.org:465", "smtpUrl", "smtps://u:p@mail.example.org:465"],
    ["SMTP_URL", "smtp://localhost", "smtpUrl", "smtp://localhost"],
    ["MAIL_FROM", "tracker@example.org", "mailFrom", "tracker@example.org"],
    ["MAIL_FROM", "The Tracker <tracker@example.org>", "mailFrom", "The Tracker <tracker@example.org>"],
    ["SESSION_SECRET", "s".repeat(32), "sessionSecret", "s".repeat(32)],
    ["ROLE", "web", "role", "web"],
    ["ROLE", "worker", "role", "worker"],
    ["METRICS_TOKEN", "12345678", "metricsToken", "12345678"],
    ["LOG_LEVEL", "debug", "logLevel", "debug"],
    ["TRUST_PROXY", "true", "trustProxy", 1],
    ["TRUST_PROXY", "false", "trustProxy", 0],
    ["TRUST_PROXY", "10", "trustProxy", 10],
    ["LOOPBACK_WEBHOOKS", "true", "loopbackWebhooks", true],
    ["LOOPBACK_WEBHOOKS", "false", "loopbackWebhooks", false],
  ])("%s=%s is read as %s: %s", (name, value, key, read) => {
    expect(readEnvironment({ [name]: value }, "/project")[key]).toEqual(read);
  });

  it.each<[name: string, value: string, expected: string]>([
    ["PORT", "0", "a whole number from 1 to 65535"],
    ["PORT", "65536", "a whole number from 1 to 65535"],
    ["PORT", "3000.5", "a whole number from 1 to 65535"],
    ["PORT", "http", "a whole number from 1 to 65535"],
    ["BASE_URL", "tracker.example.org", "https://tracker.example.org"],
    ["BASE_URL", "ftp://tracker.example.org", "https://tracker.example.org"],
    ["BASE_URL", "https://example.org/tracker", "without a path"],
    ["BASE_URL", "https://u:p@example.org", "https://tracker.example.org"],
    ["DATABASE_URL", "mysql://u:p@db/tracker", "postgresql://user:password@host:5432/name"],
    ["DATABASE_URL", "postgresql://u:p@db", "postgresql://user:password@host:5432/name"],
    ["DATABASE_URL", "tracker", "postgresql://user:password@host:5432/name"],
    ["SOURCES", "Live", '"auto", "live", "archive" or "practice"'],
    ["SOURCE_PROXY", "127.0.0.1:9000", "http://127.0.0.1:9000"],
    ["SOURCE_PROXY", "http://127.0.0.1:9000/?a=b", "without ? or #"],
    ["CONTACT_EMAIL", "desk", "an e-mail address"],
    ["CONTACT_EMAIL", "desk@example", "an e-mail address"],
    ["SMTP_URL", "mail.example.org:25", "smtp://user:password@host:587"],
    ["MAIL_FROM", "The Tracker", "an e-mail address, or a name with one"],
    ["SESSION_SECRET", "s".repeat(31), "at least 32 characters"],
    ["ROLE", "both", '"all", "web" or "worker"'],
    ["METRICS_TOKEN", "with a space", "without spaces"],
    ["LOG_LEVEL", "verbose", '"trace", "debug", "info"'],
    ["TRUST_PROXY", "11", "how many proxies"],
    ["TRUST_PROXY", "yes", "how many proxies"],
    ["LOOPBACK_WEBHOOKS", "yes", '"true" or "false"'],
  ])("%s=%s stops the start", (name, value, expected) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
    expect(problems[0]).toContain(expected);
  });

  it("refuses a DATA_DIR that is a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "environment-"));
    writeFileSync(join(folder, "file"), "");
    expect(problemsOf({ DATA_DIR: join(folder, "file") })).toEqual([
      expect.stringContaining("expected a folder"),
    ]);
    expect(problemsOf({ DATA_DIR: folder })).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it("lets strangers call this machine only where this machine is the whole site", () => {
    const BASE_URL = "https://tracker.example.org";
    expect(problemsOf({ LOOPBACK_WEBHOOKS: "true", BASE_URL })).toEqual([
      expect.stringContaining("BASE_URL is not on this machine"),
    ]);
    expect(problemsOf({ LOOPBACK_WEBHOOKS: "false", BASE_URL })).toEqual([]);
    expect(problemsOf({ LOOPBACK_WEBHOOKS: "true", BASE_URL: "http://127.0.0.1:3100" })).toEqual([]);
  });

  it("takes the first admin's address and password together only", () => {
    const both = { ADMIN_EMAIL: "a@example.org", ADMIN_PASSWORD: "12345678" };
    expect(readEnvironment(both).firstAdmin).toEqual({ email: "a@example.org", password: "12345678" });
    expect(problemsOf({ ADMIN_EMAIL: both.ADMIN_EMAIL })).toEqual([
      expect.stringMatching(/^ADMIN_PASSWORD is not set/),
    ]);
    expect(problemsOf({ ADMIN_PASSWORD: both.ADMIN_PASSWORD })).toEqual([
      expect.stringMatching(/^ADMIN_EMAIL is not set/),
    ]);
    expect(problemsOf({ ...both, ADMIN_PASSWORD: "1234567" })).toEqual([
      expect.stringContaining("at least 8 characters"),
    ]);
  });

  it("says plainly what a later release brings", () => {
    expect(problemsOf({ SNAPSHOT_URL: "s3://bucket" })).toEqual([expect.stringContaining("later release")]);
  });

  it.each([
    ["DATABASE_URL", "mysql://u:hunter2hunter2@db/x"],
    ["SMTP_URL", "http://u:hunter2hunter2@mail"],
    ["SESSION_SECRET", "hunter2hunter2"],
    ["METRICS_TOKEN", "hunter2 hunter2"],
  ])("never repeats what %s said", (name, value) => {
    expect(problemsOf({ [name]: value }).join()).not.toContain("hunter2");
  });

  it("names all bad values at once", () => {
    const problems = problemsOf({ PORT: "x", ROLE: "y", SOURCES: "nowhere", SNAPSHOT_URL: "z" });
    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual([
      "PORT",
      "ROLE",
      "SNAPSHOT_URL",
      "SOURCES",
    ]);
  });
});

describe("homeOf", () => {
  const DATABASE_URL = "postgresql://u:p@db:5432/tracker";

  it.each([
    ["auto", { dataDir: "/project/data", databaseUrl: DATABASE_URL }],
    ["live", { dataDir: "/project/data", databaseUrl: DATABASE_URL }],
    ["archive", { dataDir: "/project/data", databaseUrl: DATABASE_URL }],
    ["practice", { dataDir: "/project/data/practice", databaseUrl: undefined }],
  ])("SOURCES=%s", (SOURCES, home) => {
    expect(homeOf(readEnvironment({ SOURCES, DATABASE_URL }, "/project"))).toEqual(home);
  });

  it("gives practice a folder of its own under the one that was named", () => {
    expect(homeOf(readEnvironment({ SOURCES: "practice", DATA_DIR: "/srv/tracker" }, "/project"))).toEqual({
      dataDir: "/srv/tracker/practice",
      databaseUrl: undefined,
    });
  });

  it("needs nothing else", () => {
    expect(homeOf(readEnvironment({}, "/project"))).toEqual({
      dataDir: "/project/data",
      databaseUrl: undefined,
    });
  });
});
