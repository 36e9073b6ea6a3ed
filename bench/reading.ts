// How long it takes to make figures of one document: DfE's own workbook, and one agreement.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extractText, getDocumentProxy } from "unpdf";
import type { FetchedDocument } from "@/sources/publication";
import { publicationById } from "@/sources/registry";

export const title = "Reading one document";

const REPEATS = 9;
const AGREEMENTS = "src/sources/safety-valve-agreements/fixtures/agreements";
/** DfE's workbook as published, where it's at hand; else our facsimile of one, which has its layout. */
const WORKBOOKS = [
  "../shared/facts/raw/dedicated-schools-grant_2024_07_20.ods",
  ...filesUnder("archive/skillsfunding.service.gov.uk").filter((path) => path.endsWith(".ods")),
];
/** Debian's own Python holds Debian's packages, whichever Python comes first in the path. */
const PYTHONS = ["/usr/bin/python3", "python3"];
const PANDAS = `
import sys, time, pandas, odf
times = []
for _ in range(${REPEATS}):
    begun = time.perf_counter()
    pandas.read_excel(sys.argv[1], engine="odf", sheet_name=None, header=None)
    times.append(time.perf_counter() - begun)
print(sorted(times)[len(times) // 2] * 1000)
`;

export async function run({ say }: { say: (text: string) => void }) {
  const workbook = WORKBOOKS.find((path) => existsSync(path));
  if (!workbook) throw new Error("There is no workbook to read; is the archive built?");
  say(`the workbook ${workbook}, ${REPEATS} times`);
  const dsg = publicationById("dsg-allocations");
  const asWorkbook = document(workbook, "dedicated-schools-grant_2023-to-2024.ods", "DSG allocations");
  const readWorkbook = await median(async () => {
    const { figures } = await dsg.read(asWorkbook);
    if (figures.length === 0) throw new Error(`Nothing was read of ${workbook}.`);
  });

  const agreements = filesUnder(AGREEMENTS).filter((path) => path.endsWith(".pdf"));
  const approved = agreements.flatMap((path) => {
    const { title, terms } = JSON.parse(readFileSync(path.replace(/pdf$/, "json"), "utf8"));
    return terms ? [document(path, "agreement.pdf", title)] : [];
  });
  say(`${approved.length} agreements, ${REPEATS} times each`);
  const reader = publicationById("safety-valve-agreements");
  const each = approved.map(
    (one) => () =>
      median(async () => {
        const { figures } = await reader.read(one);
        if (figures.length === 0) throw new Error(`Nothing was read of ${one.title}.`);
      }),
  );
  const texts = approved.map(
    (one) => () =>
      median(async () => {
        const proxy = await getDocumentProxy(new Uint8Array(one.bytes));
        await extractText(proxy);
        await proxy.destroy();
      }),
  );
  // Once each before any is measured: whichever came first would pay for the program's own warming up.
  await inTurn([...each, ...texts]);
  const ours = await inTurn(each);
  const bare = await inTurn(texts);
  const slowest = ours.indexOf(Math.max(...ours));
  return [
    measurement(
      "one DSG workbook, to figures",
      readWorkbook,
      "pandas with odfpy, to cells",
      pandas(workbook),
    ),
    measurement("one agreement, to terms, on average", mean(ours), "its bare text by unpdf", mean(bare)),
    measurement("the slowest agreement", ours[slowest] ?? 0, "its bare text by unpdf", bare[slowest] ?? 0),
  ];
}

function pandas(workbook: string): number | { skipped: string } {
  for (const python of PYTHONS) {
    const { status, stdout } = spawnSync(python, ["-c", PANDAS, workbook], { encoding: "utf8" });
    if (status === 0) return Number(stdout);
  }
  return { skipped: "no Python with pandas and odfpy (Debian: python3-pandas, python3-odf)" };
}

async function median(work: () => Promise<void>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let turn = 0; turn < REPEATS; turn += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0;
}

async function inTurn(measures: readonly (() => Promise<number>)[]): Promise<number[]> {
  const results: number[] = [];
  for (const measure of measures) results.push(await measure());
  return results;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function document(path: string, name: string, title: string): FetchedDocument {
  const url = `https://assets.publishing.service.gov.uk/media/0123456789abcdef01234567/${name}`;
  return { url, title, mediaType: null, bytes: new Uint8Array(readFileSync(path)), origin: "live" };
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .sort();
}

function measurement(what: string, ours: number, comparedWith: string, theirs: number | { skipped: string }) {
  return { what, unit: "ms", better: "smaller", ours, comparedWith, theirs };
}
