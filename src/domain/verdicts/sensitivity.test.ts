import { describe, expect, it } from "vitest";
import { aBalance, aDossier, anAgreement, aPlan, day, million, year } from "@/testing/dossiers";
import { toleranceSensitivity } from "./sensitivity";
import { THRESHOLDS } from "./thresholds";

const TODAY = day("2026-11-23");

/** Planned £20 million under a total of £20 million: at 1% the tolerance is £250,000, at 2% £400,000, at 5% £1 million. */
function tried(deficit: number, own: Parameters<typeof aPlan>[0] = {}) {
  const gross = {
    basis: "gross" as const,
    after: { safetyValve: "no", stabilityGrant: "no", localContribution: "no" } as const,
  };
  const dossier = aDossier({
    agreements: [anAgreement()],
    plans: [aPlan({ deficit: million(20), ...own })],
    balances: [aBalance({ ...gross, deficit: million(deficit) })],
  });
  return toleranceSensitivity(dossier, { thresholds: THRESHOLDS, today: TODAY }).map(
    ({ basisPoints, changed, missed }) => [basisPoints, changed, missed],
  );
}

describe("what another tolerance would change", () => {
  it.each([
    ["kept by any", 20, [0, 0], [0, 0], [0, 0]],
    ["the floor stays as it is", 20.25, [0, 0], [0, 0], [0, 0]],
    ["missed, and at 2% not", 20.4, [0, 1], [1, 0], [1, 0]],
    ["missed, and at 2% still", 20.41, [0, 1], [0, 1], [1, 0]],
    ["missed, and at 5% not", 21, [0, 1], [0, 1], [1, 0]],
    ["missed by any", 21.01, [0, 1], [0, 1], [0, 1]],
  ])("%s", (_, deficit, half, two, five) => {
    expect(tried(deficit)).toEqual([
      [50, ...half],
      [200, ...two],
      [500, ...five],
    ]);
  });

  it("leaves the signing year out", () => {
    const signing = tried(30, { financialYear: year("2021-22") });
    expect(signing.map(([, changed, missed]) => [changed, missed])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});
