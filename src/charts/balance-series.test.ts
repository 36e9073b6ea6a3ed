import { describe, expect, it } from "vitest";
import type { Agreement, Outturn, Source } from "@/shapes/api-shapes";
import { balanceSeries, runsOf, yearEndOf } from "./balance-series";

const source: Source = {
  publication: "section-251-outturn",
  title: "Exampleshire's return",
  url: "https://example.org/return",
  snapshotSha256: "0".repeat(64),
  retrievedAt: "2026-11-23T09:00:00.000Z",
  locator: {},
  origin: "archive",
  licence: "Open Government Licence v3.0",
};
const paper: Source = { ...source, publication: "evidence-register", url: "https://example.org/paper" };

function outturn(asAt: string, deficitGbp: number | null, rest: Partial<Outturn> = {}): Outturn {
  return {
    asAt,
    asAtInferred: false,
    deficitGbp,
    basis: "net",
    scope: "dsg",
    after: { safetyValve: "yes", stabilityGrant: "no", localContribution: "unknown" },
    kind: "outturn",
    source,
    ...rest,
  };
}

function planned(financialYear: string, basis: "net" | "gross"): Agreement["profile"][number] {
  return {
    financialYear,
    deficitGbp: 10_000_000,
    basis,
    scope: "dsg",
    localContributions: "unknown",
    planSource: "agreement",
    source: paper,
  };
}

describe("the net line", () => {
  it.each<[string, Partial<Outturn>]>([
    ["gross figures", { basis: "gross" }],
    ["figures of unknown basis", { basis: "unknown" }],
    ["figures of high needs only", { scope: "high-needs" }],
    ["figures of unknown scope", { scope: "unknown" }],
  ])("never joins %s", (_, unlike) => {
    const series = balanceSeries(
      [outturn("2022-03-31", 1), outturn("2023-03-31", 2, unlike), outturn("2024-03-31", 3)],
      [],
    );
    expect(series.net.map(({ asAt }) => asAt)).toEqual(["2022-03-31", "2024-03-31"]);
    expect(series.unlike).toHaveLength(1);
  });

  it("never joins a forecast", () => {
    const series = balanceSeries(
      [outturn("2024-03-31", 3), outturn("2025-03-31", 5, { kind: "forecast" })],
      [],
    );
    expect(series.net).toHaveLength(1);
    expect(series.forecasts).toHaveLength(1);
  });

  it("leaves out what isn't held rather than drawing it as zero", () => {
    expect(balanceSeries([outturn("2024-03-31", null, { missing: "not-held" })], []).net).toEqual([]);
  });

  it("is plain between neighbouring year ends of one family, thin otherwise", () => {
    const { segments } = balanceSeries(
      [
        outturn("2021-03-31", 1, { kind: "derived", source: paper }),
        outturn("2022-03-31", 2),
        outturn("2024-03-31", 3),
        outturn("2025-03-31", 4, { source: paper }),
      ],
      [],
    );
    expect(segments.map(({ plain }) => plain)).toEqual([true, false, false]);
  });

  it("takes the section 251 return where sources differ, and shows how far apart they are", () => {
    const series = balanceSeries(
      [outturn("2024-03-31", 50_600_000, { source: paper }), outturn("2024-03-31", 25_600_000)],
      [],
    );
    expect(series.net.map(({ deficitGbp }) => deficitGbp)).toEqual([25_600_000]);
    expect(series.ranges).toEqual([{ asAt: "2024-03-31", low: 25_600_000, high: 50_600_000 }]);
  });

  it.each<[string, Partial<Outturn>, number]>([
    ["its own draft", { kind: "provisional" }, 50_600_000],
    ["a rounding of itself", {}, 25_800_000],
  ])("does not disagree with %s", (_, rest, deficitGbp) => {
    const both = [
      outturn("2024-03-31", 25_600_000),
      outturn("2024-03-31", deficitGbp, { source: paper, ...rest }),
    ];
    expect(balanceSeries(both, []).ranges).toEqual([]);
  });
});

describe("forecasts", () => {
  it("stand only for year ends after the last outturn, the newest of each", () => {
    const forecast = (asAt: string, deficitGbp: number, publishedOn: string) =>
      outturn(asAt, deficitGbp, { kind: "forecast", publishedOn });
    const { forecasts } = balanceSeries(
      [
        outturn("2025-03-31", 1),
        forecast("2025-03-31", 2, "2025-02-01"),
        forecast("2026-03-31", 4, "2026-01-20"),
        forecast("2026-03-31", 3, "2025-09-01"),
      ],
      [],
    );
    expect(forecasts.map(({ asAt, deficitGbp }) => [asAt, deficitGbp])).toEqual([["2026-03-31", 4]]);
  });
});

describe("planned figures", () => {
  const profile = (...points: [string, "net" | "gross"][]) =>
    points.map(([year, basis]) => planned(year, basis));
  const version = (name: string, current: boolean, points: Agreement["profile"]) => ({
    ...{ version: name, current, profile: points },
  });

  it("are joined only within one basis", () => {
    const points = profile(["2024-25", "gross"], ["2023-24", "gross"], ["2023-24", "net"]);
    const { planned: series } = balanceSeries([], [version("original", true, points)]);
    expect(series.map(({ basis, points: drawn }) => [basis, drawn.map(({ asAt }) => asAt)])).toEqual([
      ["gross", ["2024-03-31", "2025-03-31"]],
      ["net", ["2024-03-31"]],
    ]);
  });

  it("are a first promise and the present one where the agreement was revised", () => {
    const { planned: series } = balanceSeries(
      [],
      [
        version("original", false, profile(["2023-24", "gross"])),
        version("revised", true, profile(["2024-25", "gross"])),
      ],
    );
    expect(series.map(({ version: name, role }) => [name, role])).toEqual([
      ["original", "first"],
      ["revised", "current"],
    ]);
  });

  it("are one line where the revision moved only payments", () => {
    const points = profile(["2023-24", "gross"], ["2024-25", "gross"]);
    const { planned: series } = balanceSeries(
      [],
      [version("original", false, points), version("revised", true, points)],
    );
    expect(series.map(({ version: name, role }) => [name, role])).toEqual([["revised", "only"]]);
  });

  it("stay the first promise where nothing is held of the revision", () => {
    const { planned: series } = balanceSeries(
      [],
      [version("original", false, profile(["2023-24", "gross"])), version("revised", true, [])],
    );
    expect(series.map(({ role }) => role)).toEqual(["first"]);
  });

  it("are not joined over years of which nothing is promised", () => {
    const runs = runsOf([{ asAt: "2022-03-31" }, { asAt: "2023-03-31" }, { asAt: "2026-03-31" }]);
    expect(runs.map((run) => run.length)).toEqual([2, 1]);
  });

  it("stand at the end of their year", () => expect(yearEndOf("2024-25")).toBe("2025-03-31"));
});
