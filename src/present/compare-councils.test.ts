import { describe, expect, it } from "vitest";
import type { Measure } from "@/domain/compare/measure";
import { comparedAnswerShape } from "@/shapes/compare-shapes";
import { useInventedEngland } from "@/testing/use-invented-england";
import { compareCouncils } from "./compare-councils";

describe("councils side by side", () => {
  const reading = useInventedEngland();
  const shape = comparedAnswerShape.shape.data;
  const compared = async (typed: readonly string[], measure: Measure = "net") => {
    const answer = await compareCouncils(reading, typed, measure);
    expect(shape.parse(answer)).toEqual(answer);
    return answer;
  };

  it("stand in the order in which they were typed, each once, by whatever name or code", async () => {
    const { councils, unresolved, beyond } = await compared([
      "X99000003",
      "exampleshire",
      "Newshire",
      "Oldshire",
    ]);
    expect(councils.map(({ name }) => name)).toEqual(["Newshire", "Exampleshire"]);
    expect([unresolved, beyond]).toEqual([[], []]);
  });

  it("aren't guessed: what names no one council is told back with those that may be meant", async () => {
    const { councils, unresolved } = await compared(["Exampelshire", "Sample", "shire", "atlantis"]);
    expect(councils.map(({ name }) => name)).toEqual(["Sample"]);
    expect(unresolved.map(({ typed, perhaps }) => [typed, perhaps.map(({ slug }) => slug)])).toEqual([
      ["Exampelshire", ["exampleshire"]],
      ["shire", ["exampleshire", "newshire", "pageshire"]],
      ["atlantis", []],
    ]);
  });

  it("show the net line of section 251 returns, each point the figure with its source", async () => {
    const { councils } = await compared(["exampleshire"]);
    expect(councils[0]?.series).toHaveLength(1);
    expect(councils[0]?.series[0]).toMatchObject({ basis: "net", scope: "dsg", kind: "actual" });
    expect(councils[0]?.series[0]?.points.map(({ at, value }) => [at, value])).toEqual([
      ["2020-03-31", 500],
      ["2024-03-31", 67_167_405],
    ]);
  });

  it.each(["net", "gross", "block", "plan", "allocation", "promised"] as const)(
    "by %s never join figures of unlike footing, and give each point what it was worked out from",
    async (measure) => {
      const { councils } = await compared(["exampleshire", "newshire", "sample", "pageshire"], measure);
      expect(councils).toHaveLength(4);
      for (const { series } of councils.flatMap((council) =>
        council.series.map((one) => ({ series: one })),
      )) {
        expect(series.points.map(({ at }) => at)).toEqual(series.points.map(({ at }) => at).toSorted());
        for (const { parts } of series.points) {
          expect(parts).toHaveLength(measure === "block" || measure === "plan" ? 2 : 1);
          const [first] = parts;
          if (first?.what === "deficit" || first?.what === "planned") {
            expect([first.figure.basis, first.figure.scope]).toEqual([series.basis, series.scope]);
          }
        }
      }
    },
  );

  it("say of a council of which nothing is held that there is nothing", async () => {
    expect((await compared(["sample"])).councils[0]?.series).toEqual([]);
  });

  it("offer all live councils by name", async () => {
    expect((await compared([])).choice.map(({ name }) => name)).toEqual([
      "Exampleshire",
      "Newshire",
      "Pageshire",
      "Sample",
    ]);
  });
});
