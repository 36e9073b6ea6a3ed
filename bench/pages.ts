// How fast a kept page is sent, beside a static page of Next with the same bytes; and how long after an ingestion a
// changed figure is on its page.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { Agent, get, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ingest } from "@/ingest/ingest";
import { createLiveFetcher } from "@/io/live-fetcher";
import {
  manyAgreements,
  manyCouncil,
  publishAgreement,
  termsOfMany,
} from "@/testing/agreements/many-agreements";
import { fillStore } from "@/testing/factories";
import { startReplica } from "@/testing/replica-server";
import { createTestContext } from "@/testing/test-context";
import { build } from "../scripts/build.mjs";
import { migrate } from "../scripts/database/migrate.mjs";
import { openDatabase } from "../scripts/database/open-database.mjs";
import { createSupervision } from "../scripts/supervision.mjs";

export const title = "Pages: kept and sent, and changed by an ingestion";

const COUNCILS = 20;
const READERS = 16;
const MEASURED_MS = 5_000;
const ROUNDS = 3;
/** As a kept page writes it. */
const NEW_TOTAL = /&#163;93(\.0)? million|&#163;93,000,000/;

type Say = (text: string) => void;

export async function run({ say }: { say: Say }) {
  say("building what is out of date");
  const supervision = createSupervision(process.cwd());
  await build(process.cwd(), ["web", "jobs"], (command) => supervision.step("The build", command));
  const folder = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(folder, 0o711); // the account PostgreSQL runs as must pass
  const site = await manyAgreements(COUNCILS);
  const replica = await startReplica(site);
  const database = await openDatabase({ dataDir: folder });
  const web: Service[] = [];
  try {
    await migrate(database.url);
    const onTest = await createTestContext(database.url);
    const fill = fillStore(onTest.database);
    const list = await fill.edition({ publication: "local-authorities", key: "list" });
    for (let number = 0; number < COUNCILS; number += 1) await fill.council(list, manyCouncil(number));
    const live = createLiveFetcher({ proxy: replica.address, userAgent: "bench", clock: onTest.clock });
    const context = { ...onTest, fetchers: { ...onTest.fetchers, live } };
    let runs = 0;
    const ingestOnce = async () => {
      onTest.clock.forward(24);
      runs += 1;
      await ingest(context, {
        runId: `bench-${runs}`,
        job: "ingest",
        trigger: "bench",
        mode: "live",
        only: ["safety-valve-agreements"],
        progress: () => undefined,
      });
    };
    await ingestOnce();

    const ours = await serve(
      ["dist/web.mjs"],
      { DATABASE_URL: database.url, DATA_DIR: folder },
      process.cwd(),
    );
    web.push(ours);
    const council = manyCouncil(7).name.toLowerCase();
    const address = `${ours.address}/authorities/${council}`;
    const first = await timed(() => read(address));
    const again = await timed(() => read(address));
    const page = (await read(address)).body;

    say(`building a static page of ${page.length} bytes`);
    const still = await staticPage(join(folder, "still"), page, supervision);
    web.push(still);
    const rates = { kept: [] as number[], still: [] as number[] };
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`sending, round ${round} of ${ROUNDS}`);
      rates.still.push(await rate(`${still.address}/`));
      rates.kept.push(await rate(address));
    }

    say("replacing an agreement");
    await publishAgreement(site, 7, { ...termsOfMany(7), total: 93 });
    if (NEW_TOTAL.test(page)) throw new Error("The page says the new total before it was published.");
    await ingestOnce();
    const changed = await timed(async () => {
      while (!NEW_TOTAL.test((await read(address)).body)) await wait(20);
    }, 30_000);
    await onTest.close();
    return [
      line(
        "a kept council page",
        "pages a second",
        "larger",
        median(rates.kept),
        "a static page of Next with the same bytes",
        median(rates.still),
      ),
      line("a kept page, to its last byte", "ms", "smaller", again, "rendering it", first),
      line("a changed figure on the page, after the ingestion", "ms", "smaller", changed, "the limit", 5_000),
    ];
  } finally {
    for (const { child } of web) child.kill("SIGKILL");
    await replica.close();
    await database.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An application of one page that is rendered at the build, with about as many bytes. */
async function staticPage(folder: string, page: string, supervision: ReturnType<typeof createSupervision>) {
  mkdirSync(join(folder, "app"), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("package.json", JSON.stringify({ name: "still", private: true, type: "module" }));
  write(
    "next.config.js",
    `export default { outputFileTracingRoot: "/", turbopack: { root: "/" }, compress: false };\n`,
  );
  write(
    "app/layout.js",
    'export default ({ children }) => <html lang="en"><body>{children}</body></html>;\n',
  );
  // Next sends a page's content twice, as HTML and for the browser's own use, so half the bytes make it as long.
  const text = page.slice(0, page.length / 2).replaceAll(/[^\w ]/g, "x");
  write("app/page.js", `export default () => <p>${text}</p>;\n`);
  const next = join(process.cwd(), "node_modules/next/dist/bin/next");
  await supervision.step("The static page's build", [process.execPath, next, "build", folder], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  const service = await serve([next, "start", folder], {}, folder);
  const { length } = (await read(`${service.address}/`)).body;
  if (Math.abs(length - page.length) > 0.1 * page.length)
    throw new Error(`The static page has ${length} bytes, not about ${page.length}: they can't be compared.`);
  return service;
}

interface Service {
  readonly address: string;
  readonly child: ChildProcess;
}

async function serve(command: readonly string[], env: Record<string, string>, cwd: string): Promise<Service> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const last = command.includes("start") ? ["-p", String(port)] : [];
  const child = spawn(process.execPath, [...command, ...last], {
    cwd,
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "silent",
      PORT: String(port),
      BASE_URL: address,
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (const deadline = performance.now() + 60_000; ; await wait(50)) {
    if (
      await read(`${address}/`).then(
        ({ status }) => status === 200,
        () => false,
      )
    )
      return { address, child };
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`${command[0]} doesn't answer.`);
  }
}

interface Read {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function read(address: string): Promise<Read> {
  return new Promise((resolve, reject) => {
    get(address, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    }).on("error", reject);
  });
}

/** Takes a page to its last byte and looks at none of them: making text of it would be the readers' pace, not the site's. */
function take(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answers ${answer.statusCode}.`));
      answer.on("end", resolve).on("error", reject).resume();
    }).on("error", reject);
  });
}

/** Pages a second that several readers get, one after another each, over connections that stay open. */
async function rate(address: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  await take(address, agent);
  const begun = performance.now();
  let pages = 0;
  const reader = async () => {
    while (performance.now() - begun < MEASURED_MS) {
      await take(address, agent);
      pages += 1;
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  agent.destroy();
  return (pages * 1000) / (performance.now() - begun);
}

async function timed(work: () => Promise<unknown>, limit = 60_000): Promise<number> {
  const begun = performance.now();
  const patience = new AbortController();
  const late = wait(limit, undefined, { signal: patience.signal }).then(
    () => Promise.reject(new Error(`Not done after ${limit / 1000} s.`)),
    () => undefined,
  );
  await Promise.race([work(), late]);
  patience.abort();
  return performance.now() - begun;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function line(
  what: string,
  unit: string,
  better: "larger" | "smaller",
  ours: number,
  comparedWith: string,
  theirs: number,
) {
  return { what, unit, better, ours, comparedWith, theirs };
}
