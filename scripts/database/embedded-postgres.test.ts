import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leaveServer, serverRuns } from "./embedded-postgres.mjs";

let dataDir: string;
let users: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "embedded-"));
  chmodSync(dataDir, 0o711);
  users = [];
});

afterEach(async () => {
  for (const user of users) user.kill("SIGKILL");
  await leaveServer({ dataDir, whoever: true });
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process that opens the database, says how it went, and releases it when its input ends. */
const USER = `
  import { openDatabase } from "./scripts/database/open-database.mjs";
  try {
    const { url, release } = await openDatabase({ dataDir: process.argv[1] });
    console.log(url);
    process.stdin.resume().on("end", async () => { await release(); });
  } catch (error) {
    console.log("refused: " + error.message);
  }
`;

async function open(): Promise<{ said: string; release(): Promise<void>; kill(): Promise<void> }> {
  const user = spawn(process.execPath, ["--input-type=module", "-e", USER, dataDir], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  users.push(user);
  const exit = once(user, "exit");
  const [said] = (await once(createInterface(user.stdout), "line")) as [string];
  return {
    said,
    release: async () => {
      user.stdin.end();
      await exit;
    },
    kill: async () => {
      user.kill("SIGKILL");
      await exit;
    },
  };
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const postmaster = () =>
  Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

describe("the embedded database", () => {
  it("is one server for all who come at once, stopped by the last to leave", async () => {
    const [first, second, third] = await Promise.all([open(), open(), open()]);
    expect(second.said).toBe(first.said);
    expect(third.said).toBe(first.said);
    await first.release();
    await third.release();
    expect(await ask(second.said, "SELECT 1")).toBe(1);
    await second.release();
    expect(serverRuns(dataDir)).toBe(false);
    expect(readdirSync(join(dataDir, "postgres-users"))).toEqual([]);
  });

  it("keeps what was written, folds every letter, and tells the time in UTC", async () => {
    const first = await open();
    await ask(first.said, "CREATE TABLE kept AS SELECT 'É' AS letter");
    await first.release();
    const second = await open();
    expect(await ask(second.said, "SELECT lower(letter) FROM kept")).toBe("é");
    expect(await ask(second.said, "SHOW timezone")).toBe("UTC");
  });

  it("outlives a user killed outright; the next one takes it over and may stop it", async () => {
    const first = await open();
    await first.kill();
    expect(serverRuns(dataDir)).toBe(true);
    const second = await open();
    expect(second.said).toBe(first.said);
    await second.release();
    expect(serverRuns(dataDir)).toBe(false);
  });

  it("starts again after it was killed outright, and what was committed is there", async () => {
    const first = await open();
    await ask(first.said, "CREATE TABLE kept AS SELECT 7 AS seven");
    process.kill(postmaster(), "SIGKILL");
    const second = await open();
    expect(await ask(second.said, "SELECT seven FROM kept")).toBe(7);
  });

  it("is not misled by a dead server's number that now belongs to another program", async () => {
    const first = await open();
    await first.kill();
    const dead = postmaster();
    process.kill(dead, "SIGKILL");
    await vi.waitFor(() => expect(serverRuns(dataDir)).toBe(false));
    const file = join(dataDir, "postgres", "postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(String(dead), String(process.pid)));
    expect((await open()).said).toMatch(/^postgresql:/);
  });

  it("says what to do about another major version", async () => {
    await (await open()).release();
    writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "9\n");
    expect((await open()).said).toMatch(/^refused: .* was made by PostgreSQL 9, and here is PostgreSQL \d+/);
  });

  it("begins again where a start was killed while the database was being made", async () => {
    mkdirSync(join(dataDir, "postgres-new-1"));
    writeFileSync(join(dataDir, "postgres-new-1", "half"), "");
    writeFileSync(join(dataDir, "postgres-lock"), "1999999999 1\n");
    expect((await open()).said).toMatch(/^postgresql:/);
    expect(existsSync(join(dataDir, "postgres-new-1"))).toBe(false);
  });

  it("never takes a folder of something else for its own", async () => {
    mkdirSync(join(dataDir, "postgres"));
    writeFileSync(join(dataDir, "postgres", "letter.txt"), "");
    expect((await open()).said).toMatch(/^refused: .* holds files, but no PostgreSQL database/);
  });

  it.runIf(process.getuid?.() === 0 && process.platform === "linux")(
    "starts below a folder that only root may enter",
    async () => {
      chmodSync(dataDir, 0o700);
      expect((await open()).said).toMatch(/^postgresql:/);
    },
  );
});
