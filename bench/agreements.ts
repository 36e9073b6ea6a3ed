// How long an ingestion of the agreements takes from a page that lists one for each of many councils.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingest } from "@/ingest/ingest";
import { createLiveFetcher } from "@/io/live-fetcher";
import { fy } from "@/testing/agreements/invented-agreement";
import {
  agreementAddress,
  manyAgreements,
  manyCouncil,
  publishAgreement,
  termsOfMany,
} from "@/testing/agreements/many-agreements";
import { fillStore } from "@/testing/factories";
import { startReplica } from "@/testing/replica-server";
import { createTestContext } from "@/testing/test-context";
import { migrate } from "../scripts/database/migrate.mjs";
import { openDatabase } from "../scripts/database/open-database.mjs";

export const title = "Agreements of 150 invented councils, through a replica on loopback";

const COUNCILS = 150;

export async function run({ say }: { say: (text: string) => void }) {
  say(`printing ${COUNCILS} agreements`);
  const site = await manyAgreements(COUNCILS);
  const replica = await startReplica(site);
  const dataDir = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  const database = await openDatabase({ dataDir });
  try {
    await migrate(database.url);
    const onTest = await createTestContext(database.url);
    const fill = fillStore(onTest.database);
    const list = await fill.edition({ publication: "local-authorities", key: "list" });
    for (let number = 0; number < COUNCILS; number += 1) await fill.council(list, manyCouncil(number));
    const live = createLiveFetcher({ proxy: replica.address, userAgent: "bench", clock: onTest.clock });
    const context = { ...onTest, fetchers: { ...onTest.fetchers, live } };
    let runs = 0;
    const once = async () => {
      onTest.clock.forward(24);
      runs += 1;
      const begun = performance.now();
      const { sources } = await ingest(context, {
        runId: `bench-${runs}`,
        job: "ingest",
        trigger: "bench",
        mode: "live",
        only: ["safety-valve-agreements"],
        progress: () => undefined,
      });
      const source = sources.find((each) => each.source === "safety-valve-agreements");
      if (source?.error) throw new Error(source.error);
      return performance.now() - begun;
    };

    say("fetching them alone");
    const fetching = performance.now();
    for (let number = 0; number < COUNCILS; number += 1) {
      await live.fetch(agreementAddress(number), { etag: null, lastModified: null });
    }
    const fetched = performance.now() - fetching;
    say("into an empty store");
    const first = await once();
    const agreements = await context.database.agreement.count();
    if (agreements !== COUNCILS) throw new Error(`${agreements} agreements were read of ${COUNCILS}.`);
    say("again with nothing changed, then with one replaced");
    const second = await once();
    await publishAgreement(site, 7, { ...termsOfMany(7), balanceBy: fy("2026-27") });
    const third = await once();
    const changes = await context.database.change.count();
    if (changes !== 2) throw new Error(`One replaced agreement yielded ${changes} changes, not 2.`);
    await onTest.close();
    return [
      measurement("fetched, read, checked and stored", first, "fetching them alone", fetched),
      measurement("again, nothing changed", second, "into an empty store", first),
      measurement("again, one replaced", third, "into an empty store", first),
    ];
  } finally {
    await replica.close();
    await database.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function measurement(what: string, ours: number, comparedWith: string, theirs: number) {
  return { what, unit: "ms", better: "smaller", ours, comparedWith, theirs };
}
