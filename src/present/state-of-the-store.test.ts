import { describe, expect, it } from "vitest";
import { NOW } from "@/testing/factories";
import { useInventedEngland } from "@/testing/use-invented-england";
import { presentMeta, restsOn } from "./meta";
import { publicationStates } from "./publication-states";

describe("the state of the store", () => {
  const reading = useInventedEngland();

  describe("publications", () => {
    const calendars = [
      {
        id: "dsg-allocations",
        nextExpected: () => "2026-12-31",
        due: () => ({
          name: "the announcement for 2025 to 2026",
          dueBy: "2024-12-31",
          shownBy: { kind: "year", year: "2025-26" },
        }),
      },
      { id: "never-heard-of", nextExpected: () => null },
    ] as unknown as Parameters<typeof publicationStates>[1];

    it("say what they rest on and what is due", async () => {
      const states = await publicationStates(reading, calendars);
      expect(states).toMatchObject([
        {
          id: "dsg-allocations",
          origin: "live",
          edition: "2023-24@2024-03-28",
          nextExpected: "2026-12-31",
          // The newest edition held is of 2023-24.
          overdue: true,
          overdueEdition: { name: "the announcement for 2025 to 2026", dueBy: "2024-12-31" },
          status: "partial",
          lastReachedAt: "2026-11-22T06:00:00.000Z",
          findings: [{ kind: "unusual-name", severity: "note", message: "Open." }],
        },
      ]);
      expect(states[0]?.editions.map(({ key, origin, figures }) => [key, origin, figures])).toEqual([
        ["2020-21", "archive", 2],
        ["2023-24", "archive", 3],
        ["2023-24@2024-03-28", "live", 2],
      ]);
    });
  });

  describe("meta", () => {
    it("says what the store rests on and when a publisher last answered", async () => {
      expect(await presentMeta(reading)).toMatchObject({
        generatedAt: NOW.toISOString(),
        restsOn: "mixed",
        liveLastReachedAt: "2026-11-22T06:00:00.000Z",
      });
    });

    it("says of the practice set, as the process was told, that all of it is invented", async () => {
      const invented = "Invented for practice: no such council or figure exists.";
      expect(await presentMeta({ ...reading, practice: true })).toMatchObject({
        practice: true,
        licence: invented,
        attribution: invented,
      });
      expect(await presentMeta(reading)).toMatchObject({
        practice: false,
        licence: expect.stringMatching(/^Open/),
      });
    });

    it.each([
      ["nothing", []],
      ["archive", ["archive"]],
      ["live", ["live"]],
      ["mixed", ["archive", "live"]],
      ["nothing", ["register"]],
      ["live", ["live", "register"]],
    ])("%s rests on %j", (expected, origins) => {
      expect(restsOn(origins.map((origin) => ({ publicationId: "ehc-plans", origin })))).toBe(expected);
    });

    it("takes the reference list for no sign of where figures come from", () => {
      expect(restsOn([{ publicationId: "local-authorities", origin: "archive" }])).toBe("nothing");
    });
  });
});
