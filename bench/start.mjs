// From `npm start` to the ready line when everything is there already, beside the web server alone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

export const title = "A second start";

/** @param {{ say: (text: string) => void }} bench */
export async function run({ say }) {
  const dataDir = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    SOURCES: "archive",
    LOG_LEVEL: "silent",
  };
  try {
    say("first start, to fill the store");
    await timed(["scripts/start.mjs"], env, /^ready /);
    const times = [];
    for (let round = 1; round <= 3; round += 1) {
      say(`second start, round ${round}`);
      times.push(await timed(["scripts/start.mjs"], env, /^ready /));
    }
    say("the web server alone");
    const alone = await untilAnswer(port, env);
    const ours = times.sort((a, b) => a - b)[1] ?? 0;
    return [
      {
        what: "npm start to the ready line, everything there (median of 3)",
        unit: "ms",
        better: "smaller",
        ours,
        comparedWith: "next start alone, to its first answer",
        theirs: alone,
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @param {string[]} command @param {NodeJS.ProcessEnv} env @param {RegExp} until */
async function timed(command, env, until) {
  const begun = performance.now();
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let taken;
  for await (const line of createInterface({ input: child.stdout })) {
    if (taken === undefined && until.test(line.trim())) {
      taken = Math.round(performance.now() - begun);
      child.kill("SIGTERM");
    }
  }
  await exited;
  if (taken === undefined) throw new Error(`${command[0]} ended before it was ready.`);
  return taken;
}

/** @param {number} port @param {NodeJS.ProcessEnv} env */
async function untilAnswer(port, env) {
  const begun = performance.now();
  const next = ["node_modules/next/dist/bin/next", "start", "-p", String(port)];
  // /api/health asks no database, but a process must be given one.
  const DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
  const child = spawn(process.execPath, next, { env: { ...env, DATABASE_URL }, stdio: "ignore" });
  const exited = once(child, "exit");
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null || performance.now() - begun > 60_000) {
      child.kill("SIGKILL");
      throw new Error("next start ended, or didn't answer within a minute.");
    }
    await wait(10);
  }
  const taken = Math.round(performance.now() - begun);
  child.kill("SIGTERM");
  await exited;
  return taken;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
