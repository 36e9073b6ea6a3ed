import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { CHART_SIZES, planBalanceChart } from "@/charts/balance-plan";
import { chartPoints } from "@/charts/chart-points";
import { CARD, LETTER } from "@/charts/chart-sheet";
import { councilTrajectory, type Trajectory } from "@/charts/council-trajectory";
import { touch } from "@/charts/place-labels";
import { ingest } from "@/ingest/ingest";
import { authorityProfile } from "@/present/authority-profile";
import { listAuthorities } from "@/present/list-authorities";
import type { Authority } from "@/shapes/api-shapes";
import { ArchivePublisher } from "@/testing/archive-publisher";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { loadPractice } from "./load-practice";

const SIZES = [
  ...Object.entries(CHART_SIZES),
  ["card", { ...CARD, text: CARD.labels }],
  // Its head and foot take about a fifth of it.
  ["letter", { ...LETTER, height: LETTER.height * 0.8, text: LETTER.labels }],
] as const;

async function councilsOf(context: TestContext): Promise<readonly Authority[]> {
  const profiles = [];
  for (const { dfeCode } of await listAuthorities(context))
    profiles.push(await authorityProfile(context, dfeCode));
  return profiles.filter((profile) => profile !== null);
}

describe.each([
  ["real", 153],
  ["practice", 12],
] as const)("the charts of all %s councils", (store, many) => {
  let database: TestDatabase;
  let context: TestContext;
  let drawn: readonly { readonly name: string; readonly trajectory: Trajectory }[] = [];
  let held: readonly Authority[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    context = await createTestContext(database.url, store === "real" ? new ArchivePublisher() : undefined);
    const progress = () => undefined;
    const signal = new AbortController().signal;
    if (store === "practice") {
      await loadPractice({
        ...{
          context,
          databaseUrl: database.url,
          runId: "charts",
          args: [],
          sourceMode: "practice",
          trigger: "test",
          signal,
          progress,
        },
      });
    } else {
      const run = { runId: "charts", job: "ingest", trigger: "test", mode: "archive" } as const;
      await ingest(context, { ...run, only: [], progress });
      await assess(context);
    }
    held = await councilsOf(context);
    drawn = held.flatMap((council) => {
      const trajectory = councilTrajectory(council);
      return trajectory === null ? [] : [{ name: council.name, trajectory }];
    });
  }, 300_000);
  afterAll(async () => {
    await context.close();
    await database.drop();
  });

  it("are there for every council of which a figure is held", () => {
    expect(held).toHaveLength(many);
    const without = held.filter(({ outturns }) => outturns.every(({ deficitGbp }) => deficitGbp === null));
    expect(drawn).toHaveLength(many - without.length);
  });

  it.each(SIZES)("have no word on another, on a line or outside, %s", (_, size) => {
    for (const { name, trajectory } of drawn) {
      const { labels, marks } = planBalanceChart(trajectory, size);
      const boxes = [...labels, ...marks].map(({ box }) => box);
      for (const [index, box] of boxes.entries()) {
        expect(
          boxes.slice(index + 1).some((other) => touch(box, other)),
          name,
        ).toBe(false);
        expect(box.x >= 0 && box.x + box.width <= size.width + 0.01, name).toBe(true);
        expect(box.y >= 0 && box.y + box.height <= size.height, name).toBe(true);
      }
    }
  });

  it.each(SIZES)("name every vertical line, the latest net figure and the judged gap, %s", (_, size) => {
    for (const { name, trajectory } of drawn) {
      const { labels, marks } = planBalanceChart(trajectory, size);
      const keys = labels.map(({ key }) => key);
      expect(marks, name).toHaveLength(trajectory.timeMarks.length);
      if (trajectory.net.length > 0) expect(keys, name).toContain("net");
      if (trajectory.gap !== null) expect(keys, name).toContain("gap");
    }
  });

  it("draw no figure that isn't held", () => {
    for (const { name, trajectory } of drawn) {
      const council = held.find((one) => one.name === name);
      const sizes = new Set([
        ...(council?.outturns ?? []).map(({ deficitGbp }) => deficitGbp),
        ...(council?.agreements ?? []).flatMap(({ profile }) => profile.map(({ deficitGbp }) => deficitGbp)),
        ...(council?.verdicts ?? []).flatMap(({ actualLowGbp, actualHighGbp }) => [
          actualLowGbp,
          actualHighGbp,
        ]),
      ]);
      for (const { lowGbp, highGbp } of chartPoints(trajectory)) {
        expect(sizes.has(lowGbp), name).toBe(true);
        expect(sizes.has(highGbp), name).toBe(true);
      }
    }
  });
});
