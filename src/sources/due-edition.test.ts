import { describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/calendar-date";
import type { FinancialYear } from "@/domain/financial-year";
import { type DueEdition, overdueEdition } from "./due-edition";
import type { PublicationId } from "./publication";
import { publicationById, publications } from "./registry";

const day = (text: string) => text as CalendarDate;
const due = (id: PublicationId, today: string) => publicationById(id).due?.(day(today));

describe("the newest edition that should be out", () => {
  it.each([
    // In time on the day itself, late on the next one.
    ["section-251-outturn", "2026-01-31", "the outturn of 2023 to 2024", "2025-01-31", "2023-24"],
    ["section-251-outturn", "2026-02-01", "the outturn of 2024 to 2025", "2026-01-31", "2024-25"],
    ["section-251-outturn", "2026-11-23", "the outturn of 2024 to 2025", "2026-01-31", "2024-25"],
    ["section-251-outturn", "2027-01-31", "the outturn of 2024 to 2025", "2026-01-31", "2024-25"],
    ["section-251-outturn", "2027-02-01", "the outturn of 2025 to 2026", "2027-01-31", "2025-26"],
    ["ehc-plans", "2026-06-30", "the count of January 2025", "2025-06-30", "2024-25"],
    ["ehc-plans", "2026-07-01", "the count of January 2026", "2026-06-30", "2025-26"],
    ["dsg-allocations", "2025-12-31", "the update of July 2025", "2025-07-31", "2025-05-30"],
    ["dsg-allocations", "2026-01-01", "the announcement for 2026 to 2027", "2025-12-31", "2026-27"],
    ["dsg-allocations", "2026-03-31", "the announcement for 2026 to 2027", "2025-12-31", "2026-27"],
    ["dsg-allocations", "2026-04-01", "the update of March 2026", "2026-03-31", "2026-01-28"],
    ["dsg-allocations", "2026-07-31", "the update of March 2026", "2026-03-31", "2026-01-28"],
    ["dsg-allocations", "2026-08-01", "the update of July 2026", "2026-07-31", "2026-05-30"],
    // November is usual but not certain: nothing is late for want of it.
    ["dsg-allocations", "2026-12-01", "the update of July 2026", "2026-07-31", "2026-05-30"],
  ] as const)("%s, on %s: %s, by %s", (id, today, name, dueBy, shownBy) => {
    const shown =
      shownBy.length === 7 ? { kind: "year", year: shownBy } : { kind: "published", from: shownBy };
    expect(due(id, today)).toEqual({ name, dueBy, shownBy: shown });
  });

  it.each(["local-authorities", "safety-valve-agreements", "evidence-register"] as const)(
    "%s: nothing is ever due",
    (id) => {
      expect(due(id, "2026-11-23")).toBeUndefined();
      expect(overdueEdition(publicationById(id), [], day("2026-11-23"))).toBeNull();
    },
  );

  it.each(publications.filter(({ due: rule }) => rule))(
    "$id: the day after a usual day has gone by, that day is the one gone by",
    ({ due: rule, nextExpected }) => {
      const usual = nextExpected(day("2026-03-01"));
      const after = new Date(Date.parse(usual ?? "") + 86_400_000).toISOString().slice(0, 10);
      expect(rule?.(day(after)).dueBy).toBe(usual);
    },
  );
});

describe("an edition that is overdue", () => {
  const today = day("2026-11-23");
  const calendar = (shownBy: DueEdition["shownBy"]) => ({
    due: () => ({ name: "the count", dueBy: day("2026-06-30"), shownBy }),
  });
  const byYear = calendar({ kind: "year", year: "2025-26" as FinancialYear });
  const byDay = calendar({ kind: "published", from: day("2026-05-30") });
  const edition = (financialYear: string | null, publishedOn: string | null) => ({
    financialYear: financialYear as FinancialYear | null,
    publishedOn: publishedOn as CalendarDate | null,
  });

  it.each([
    ["nothing at hand", byYear, [], true],
    ["the year before", byYear, [edition("2024-25", "2026-06-30")], true],
    ["that year", byYear, [edition("2025-26", null)], false],
    ["a later year", byYear, [edition("2026-27", null)], false],
    ["no year", byYear, [edition(null, "2026-06-30")], true],
    ["an earlier one and that year", byYear, [edition("2025-26", null), edition("2024-25", null)], false],
    ["published the day before it could be", byDay, [edition("2025-26", "2026-05-29")], true],
    ["published on the first day it could be", byDay, [edition("2025-26", "2026-05-30")], false],
    ["published late", byDay, [edition("2025-26", "2026-10-01")], false],
    ["without a date", byDay, [edition("2026-27", null)], true],
  ])("%s", (_, rule, atHand, overdue) => {
    expect(overdueEdition(rule, atHand, today)?.name ?? null).toBe(overdue ? "the count" : null);
  });
});
