import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeArchive } from "./archive-folder";
import { COMMITTED_ARCHIVE } from "./committed-archive";
import { verifyArchive } from "./verify-archive";

const WORKBOOK =
  "skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG/2022-to-2023/facsimile/dedicated-schools-grant_2022-to-2023_published-20-07-2023.ods";

it("the committed archive is what its figures give", async () => {
  expect(await verifyArchive(COMMITTED_ARCHIVE)).toEqual([]);
});

describe("a copy of the archive", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "archive-"));
    await cp(COMMITTED_ARCHIVE, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("with one byte of a document changed: names that file and no other", async () => {
    const bytes = await readFile(join(folder, WORKBOOK));
    const middle = bytes.byteLength >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(join(folder, WORKBOOK), bytes);
    expect(await verifyArchive(folder)).toEqual([
      { path: WORKBOOK, message: "differs from what its figures give" },
    ]);
  });

  it("with a document missing: names it", async () => {
    await rm(join(folder, WORKBOOK));
    expect((await verifyArchive(folder)).map(({ path }) => path)).toEqual([WORKBOOK]);
  });

  it("with a file that nothing builds: names it, and building removes it", async () => {
    await writeFile(join(folder, "www.gov.uk/stray.html"), "stray");
    expect((await verifyArchive(folder)).map(({ path }) => path)).toEqual(["www.gov.uk/stray.html"]);
    expect((await writeArchive(folder)).removed).toEqual(["www.gov.uk/stray.html"]);
    expect(await verifyArchive(folder)).toEqual([]);
  });

  it("with a file of figures changed but not rebuilt: names the figures and the manifest", async () => {
    await appendFile(join(folder, "figures/register/events.csv"), "\n");
    expect((await verifyArchive(folder)).map(({ path }) => path)).toEqual([
      "figures/register/events.csv",
      "manifest.json",
    ]);
  });

  it("with the manifest changed: names the manifest", async () => {
    await appendFile(join(folder, "manifest.json"), "\n");
    expect((await verifyArchive(folder)).map(({ path }) => path)).toEqual(["manifest.json"]);
  });
});
