// kill -9 of the worker, the database or both at thirty random moments while two thousand messages go out: nobody
// misses one, and one comes twice only if it was accepted and the kill kept that from being recorded.
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { systemClock } from "@/io/clock";
import { openDatabase } from "@/io/database";
import { createSecrets } from "@/io/secrets";
import { alertRows } from "@/testing/alert-rows";
import { Chance } from "@/testing/fuzz/chance";
import { openWebhookReceiver, type WebhookReceiver } from "@/testing/webhook-receiver";
import { build } from "../scripts/build.mjs";
import { migrate } from "../scripts/database/migrate.mjs";
import { createSupervision } from "../scripts/supervision.mjs";
import { type MovingServer, openMovingServer } from "./mail/moving-server";

export const title = "Alerts: worker and database killed while messages go out";
export const long = true;

const MAILS = 1_700;
const CALLS = 300;
const MESSAGES = MAILS + CALLS;
const KILLS = 30;
const SECRET = "a secret of this benchmark, long enough";
const HOOK_SECRET = "whsec_of this benchmark";
const WITHIN_MS = 30 * 60_000;

type Victim = "worker" | "database" | "both";

export async function run({ say }: { say: (text: string) => void }) {
  const seed = Number(process.env.BENCH_SEED ?? Date.now() % 1_000_000);
  say(
    `seed ${seed} (BENCH_SEED=${seed} repeats the moments); load of the machine ${loadavg()[0]?.toFixed(1)}`,
  );
  const supervision = createSupervision(process.cwd());
  await build(process.cwd(), ["jobs"], (command) => supervision.step("The build", command));
  const server = await openMovingServer();
  const sink = await openSink();
  const hooks = await openWebhookReceiver(HOOK_SECRET);
  const folder = mkdtempSync(join(tmpdir(), "svt-bench-data-"));
  const trial = new Trial(server, sink, hooks, folder);
  try {
    await migrate(server.url);
    await trial.queue();
    const moments = momentsOf(seed);
    for (const [index, { after, victim, delayMs }] of moments.entries()) {
      await trial.untilTaken(after);
      await pause(delayMs);
      const doubt = await trial.kill(victim);
      say(`${index + 1}: ${victim} after ${after} of ${MESSAGES}; ${doubt} accepted and not recorded`);
    }
    await trial.untilDone();
    return trial.verdict(say);
  } finally {
    await trial.stop();
    sink.child.kill();
    await hooks.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Moment {
  readonly after: number;
  readonly victim: Victim;
  readonly delayMs: number;
}

/** Spread over the whole batch, some of them close together. */
function momentsOf(seed: number): Moment[] {
  const chance = new Chance(String(seed));
  return Array.from({ length: KILLS }, () => ({
    after: chance.between(1, MESSAGES - 20),
    victim: chance.oneOf<Victim>(["worker", "worker", "database", "both"]),
    delayMs: chance.between(0, 40),
  })).sort((a, b) => a.after - b.after);
}

interface Sink {
  readonly child: ChildProcess;
  readonly port: number;
  /** By reader. */
  readonly taken: Map<string, number>;
  readonly ids: Set<string>;
}

async function openSink(): Promise<Sink> {
  const taken = new Map<string, number>();
  const ids = new Set<string>();
  const child = fork("bench/mail/sink.mjs", { env: { ...process.env, TELL_EACH: "1" } });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  child.on("message", ({ to, id }: { to: string; id: string }) => {
    taken.set(to, (taken.get(to) ?? 0) + 1);
    ids.add(id);
  });
  return { child, port, taken, ids };
}

class Trial {
  #worker: ChildProcess | null = null;
  /** How often each was accepted while a kill kept that from being recorded. */
  readonly #doubts = new Map<string, number>();
  readonly #database;
  #calling = true;

  constructor(
    private readonly server: MovingServer,
    private readonly sink: Sink,
    private readonly hooks: WebhookReceiver,
    private readonly folder: string,
  ) {
    this.#database = openDatabase(server.url);
  }

  async queue(): Promise<void> {
    const rows = alertRows(this.#database, { clock: systemClock, secrets: createSecrets(SECRET) });
    const batchId = await rows.batch();
    const alertIds = [await rows.alert(batchId)];
    const owner = await rows.subscriber("owner@example.net");
    for (let call = 0; call < CALLS; call += 1) {
      const subscriptionId = await rows.webhook(owner, `${this.hooks.url}/${call}`, HOOK_SECRET);
      await rows.delivery({ channel: "webhook", subscriptionId, alertIds, batchId });
    }
    await rows.readers(MAILS, alertIds, batchId);
    this.#start();
    void this.#callOften();
  }

  #start(): void {
    this.#worker = spawn(process.execPath, ["dist/scheduler.mjs"], {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        PATH: process.env.PATH,
        ...{
          NODE_ENV: "production",
          DATABASE_URL: this.server.url,
          DATA_DIR: this.folder,
          SOURCES: "archive",
        },
        ...{ LOG_LEVEL: "silent", SMTP_URL: `smtp://127.0.0.1:${this.sink.port}`, SESSION_SECRET: SECRET },
        ...{ BASE_URL: "http://127.0.0.1:1", LOOPBACK_WEBHOOKS: "true" },
      },
    });
  }

  /** What the worker does by itself each minute, each two seconds: there are thirty deaths to get over. */
  async #callOften(): Promise<void> {
    while (this.#calling) {
      await this.#database.$executeRaw`
        SELECT call_worker(task, task || ':bench') FROM unnest(ARRAY['deliver-mail', 'deliver-webhooks']) AS task`.catch(
        () => undefined, // killed just now
      );
      await pause(2_000);
    }
  }

  async untilTaken(count: number): Promise<void> {
    await until(
      async () => this.sink.taken.size + new Set(this.hooks.calls.map(({ key }) => key)).size >= count,
    );
  }

  /** @returns how many are in doubt now */
  async kill(victim: Victim): Promise<number> {
    const worker = this.#worker;
    if (victim !== "worker") this.server.kill();
    if (victim !== "database" && worker) {
      worker.kill("SIGKILL");
      if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
    }
    await pause(200); // what had left the worker arrives
    if (victim !== "worker") await this.server.restart();
    if (victim === "database") return 0; // the worker lives, and still knows what it has sent
    const doubt = await this.#inDoubt();
    for (const one of doubt) this.#doubts.set(one, (this.#doubts.get(one) ?? 0) + 1);
    // Whoever held them is dead: as if five minutes had passed.
    await this.#asked(() =>
      this.#database.delivery.updateMany({
        where: { state: "sending" },
        data: { leasedUntil: new Date(Date.now() - 1_000) },
      }),
    );
    this.#start();
    return doubt.length;
  }

  async #inDoubt(): Promise<string[]> {
    const rows = await this.#asked(() =>
      this.#database.delivery.findMany({
        where: { state: { not: "sent" } },
        select: { subscription: { select: { webhookUrl: true, subscriber: { select: { email: true } } } } },
      }),
    );
    const called = new Set(this.hooks.calls.map(({ path }) => `${this.hooks.url}${path}`));
    return rows
      .map(({ subscription }) => subscription?.webhookUrl ?? subscription?.subscriber.email ?? "")
      .filter((one) => this.sink.taken.has(one) || called.has(one));
  }

  untilDone(): Promise<void> {
    return until(
      async () =>
        (await this.#asked(() => this.#database.delivery.count({ where: { state: "sent" } }))) === MESSAGES,
    );
  }

  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch {
        await pause(250); // not up yet
      }
    }
  }

  verdict(say: (text: string) => void) {
    const calls = new Map<string, number>();
    for (const { path } of this.hooks.calls) {
      const address = `${this.hooks.url}${path}`;
      calls.set(address, (calls.get(address) ?? 0) + 1);
    }
    const problems: string[] = [];
    const measured = [
      { what: "mails", came: this.sink.taken, all: MAILS, names: this.sink.ids.size },
      {
        what: "webhook calls",
        came: calls,
        all: CALLS,
        names: new Set(this.hooks.calls.map(({ key }) => key)).size,
      },
    ].map(({ what, came, all, names }) => {
      const twice = [...came].filter(([, times]) => times > 1);
      const copies = twice.reduce((sum, [, times]) => sum + times - 1, 0);
      const excused = twice.filter(([one, times]) => times - 1 <= (this.#doubts.get(one) ?? 0)).length;
      say(
        `${what}: ${came.size} of ${all} arrived; ${copies} came again, all of them accepted but not recorded at a kill: ${excused === twice.length}`,
      );
      if (came.size !== all) problems.push(`${all - came.size} ${what} never came`);
      if (names !== all) problems.push(`${what} came under ${names} names instead of ${all}`);
      if (excused < twice.length)
        problems.push(`${twice.length - excused} ${what} came again without a reason`);
      return {
        ...{ what: `${what} that arrived, through ${KILLS} kills`, unit: what, better: "larger" },
        ...{ ours: came.size, comparedWith: `all; ${copies} of them came again`, theirs: all },
      };
    });
    if (this.hooks.refused.length > 0)
      problems.push(`webhooks that were refused: ${this.hooks.refused.join(", ")}`);
    if (problems.length > 0) throw new Error(problems.join("; "));
    return measured;
  }

  async stop(): Promise<void> {
    this.#calling = false;
    this.#worker?.kill("SIGKILL");
    await this.#database.$disconnect().catch(() => undefined);
  }
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + WITHIN_MS; !(await what()); await pause(5)) {
    if (Date.now() > deadline) throw new Error("It took more than half an hour.");
  }
}
