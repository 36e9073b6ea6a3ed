import { describe, expect, it } from "vitest";
import type { Allocation } from "@/generated/prisma/client";
import { latestAllocations } from "./allocations";
import type { SourceBook } from "./figure-source";

const book: SourceBook = {
  sourceOf: () => {
    throw new Error("not asked for here");
  },
  publicationOf: () => "dsg-allocations",
  editionOf: ({ editionId }) => ({ id: editionId, key: `edition ${editionId}`, publishedOn: null }),
};

type Version = [publishedOn: string | null, year?: string, dfeCode?: string];

function rowsOf(versions: readonly Version[]): Allocation[] {
  return versions.map(
    ([publishedOn, financialYear = "2023-24", dfeCode = "X01"], index) =>
      ({ id: index + 1, editionId: index + 1, publishedOn, financialYear, dfeCode }) as Allocation,
  );
}

describe("the latest published version", () => {
  it.each<[string, Version[], number[]]>([
    ["the only one", [["2023-07-20"]], [1]],
    ["the newest date", [["2024-03-28"], ["2023-07-20"]], [1]],
    ["never an undated one where a dated one exists", [["2023-07-20"], [null]], [1]],
    ["the last edition of undated ones", [[null], [null]], [2]],
    ["for each year", [["2023-07-20"], ["2022-07-21", "2022-23"]], [1, 2]],
    ["for each council", [["2024-03-28"], ["2023-07-20", "2023-24", "X02"]], [1, 2]],
  ])("%s", (_, versions, expected) => {
    const rows = rowsOf(versions);
    const idsOf = (given: readonly Allocation[]) =>
      [...latestAllocations(given, book)].map(({ id }) => id).sort();
    expect(idsOf(rows)).toEqual(expected);
    expect(idsOf(rows.toReversed())).toEqual(expected);
  });
});
