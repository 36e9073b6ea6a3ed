import { describe, expect, it } from "vitest";
import type { Agreement } from "@/shapes/api-shapes";
import { paymentAmount, paymentCoverWords } from "./payments";

type Payment = Agreement["payments"][number];

const source: Payment["source"] = {
  publication: "evidence-register",
  title: "Exampleshire cabinet paper",
  url: "https://example.org/cabinet",
  snapshotSha256: "0".repeat(64),
  retrievedAt: "2026-11-23T09:00:00.000Z",
  locator: { row: 3 },
  origin: "register",
  licence: "Open Government Licence v3.0",
};

const paid: Payment = {
  financialYear: "2023-24",
  paidGbp: 5_000_000,
  status: "paid",
  covers: "year",
  source,
};

describe("what a payment covers", () => {
  it.each<[Partial<Payment>, string]>([
    [{}, "2023 to 2024"],
    [{ covers: "instalment" }, "one instalment in 2023 to 2024"],
    [{ covers: "instalment", financialYear: null }, "one instalment"],
    [{ covers: "cumulative", throughDate: "2025-03-31" }, "in total to 31 March 2025"],
    [{ covers: "cumulative" }, "in total so far"],
    [{ covers: "remainder", financialYear: null }, "all that was left"],
  ])("%o", (part, words) => expect(paymentCoverWords({ ...paid, ...part })).toBe(words));
});

describe("the sum of a payment", () => {
  it("is the one that its status names", () => {
    expect(paymentAmount(paid)).toBe(5_000_000);
    expect(paymentAmount({ ...paid, status: "withheld", withheldGbp: 2_000_000 })).toBe(2_000_000);
  });

  it("is not zero where the source gives none", () => {
    expect(paymentAmount({ ...paid, paidGbp: undefined, amountUnknown: true })).toBeNull();
  });
});
