import { describe, expect, it } from "vitest";
import { authorityAnswerShape } from "@/shapes/answer-shapes";
import { NOW } from "@/testing/factories";
import { useInventedEngland } from "@/testing/use-invented-england";
import { authorityProfile } from "./authority-profile";
import { presentMeta } from "./meta";

describe("a council", () => {
  const reading = useInventedEngland();

  async function profile(code: string) {
    const found = await authorityProfile(reading, code);
    if (!found) throw new Error(`No council ${code}.`);
    return found;
  }

  describe("one council", () => {
    it.each([
      ["its abolished ONS code", "X99000001", "X99000011"],
      ["its address name", "exampleshire", "X99000011"],
      ["an ended council", "X02", "X99000002"],
    ])("by %s", async (_, code, gssCode) => {
      expect((await profile(code)).gssCode).toBe(gssCode);
    });

    it("unknown, is nobody", async () => {
      expect(await authorityProfile(reading, "nowhere")).toBeNull();
    });

    it("is of the promised shape", async () => {
      const answer = { data: await profile("X01"), meta: await presentMeta(reading) };
      expect(authorityAnswerShape.parse(answer)).toEqual(answer);
    });

    it("knows what it came from and what it went into", async () => {
      expect((await profile("X01")).predecessors.map(({ gssCode }) => gssCode)).toEqual(["X99000001"]);
      expect((await profile("X02")).successors.map(({ slug }) => slug)).toEqual(["newshire"]);
      expect((await profile("X02")).validTo).toBe("2021-03-31");
    });

    it("lists agreements oldest first, the newest current, each with its own terms", async () => {
      const { agreements } = await profile("X01");
      expect(
        agreements.map(({ version, supersedes, current, profile, payments, conditions }) => ({
          version,
          supersedes,
          current,
          years: profile.map(({ financialYear }) => financialYear),
          payments: payments.map(({ status, plannedGbp, paidGbp, withheldGbp, amountUnknown }) =>
            Object.entries({ status, plannedGbp, paidGbp, withheldGbp, amountUnknown }).filter(
              ([, value]) => value !== undefined,
            ),
          ),
          conditions,
        })),
      ).toEqual([
        {
          version: "original",
          supersedes: undefined,
          current: false,
          years: ["2020-21", "2021-22"],
          payments: [
            [
              ["status", "paid"],
              ["paidGbp", 4_000_000],
            ],
          ],
          conditions: ["First.", "Second."],
        },
        {
          version: "revised-2024",
          supersedes: "original",
          current: true,
          // The source says neither which version it means nor how much was withheld.
          years: ["2023-24"],
          payments: [
            [
              ["status", "withheld"],
              ["amountUnknown", true],
            ],
          ],
          conditions: [],
        },
      ]);
    });

    it("keeps both versions of a year and marks the latest", async () => {
      const { allocations } = await profile("X01");
      expect(
        allocations.map((row) => [row.financialYear, row.publishedOn, row.latest, row.beforeDeductionsGbp]),
      ).toEqual([
        ["2020-21", null, true, 100],
        ["2023-24", "2023-07-20", false, 1_000],
        ["2023-24", "2024-03-28", true, 1_100],
      ]);
    });

    it("tells events by date, undated ones last", async () => {
      expect((await profile("X01")).events.map(({ summary }) => summary)).toEqual([
        "Signed.",
        "Revised.",
        "Some day.",
      ]);
    });
  });

  describe("where a figure comes from", () => {
    it.each([
      [
        "archive",
        "X01",
        (found: Awaited<ReturnType<typeof profile>>) => found.allocations[1]?.source,
        {
          origin: "archive",
          title: "The workbook itself",
          url: "https://example.org/the-workbook",
          note: "Rebuilt from published figures; cell of our facsimile. Figures taken from: The workbook itself",
        },
      ],
      [
        "archive without a citation",
        "X01",
        (found: Awaited<ReturnType<typeof profile>>) => found.allocations[0]?.source,
        {
          origin: "archive",
          title: "Document 2020-21",
          url: "https://example.org/dsg-allocations",
          note: "Rebuilt from published figures; cell of our facsimile.",
        },
      ],
      [
        "live",
        "X01",
        (found: Awaited<ReturnType<typeof profile>>) => found.allocations[2]?.source,
        {
          origin: "live",
          title: "Document 2023-24@2024-03-28",
          url: "https://example.org/dsg-allocations/2023-24@2024-03-28.csv",
        },
      ],
      [
        "register",
        "X01",
        (found: Awaited<ReturnType<typeof profile>>) => found.agreements[0]?.source,
        {
          origin: "register",
          title: "Cabinet paper",
          url: "https://example.org/cabinet",
          confidence: "high",
        },
      ],
    ])("%s", async (_, code, pick, expected) => {
      const source = pick(await profile(code));
      expect(source).toMatchObject({ ...expected, retrievedAt: NOW.toISOString() });
      expect(source && "note" in source).toBe("note" in expected);
    });
  });
});
