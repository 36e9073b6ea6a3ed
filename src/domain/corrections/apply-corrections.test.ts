import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCorrections } from "./apply-corrections";
import type { Correction } from "./correction";

const row = {
  series: "outturn|X01|2025-03-31",
  fingerprint: "as printed",
  deficitPence: 2_000n as bigint | null,
  basis: "net",
};
const correction: Correction = {
  ...{ table: "outturn", column: "deficitPence", series: row.series, fingerprint: row.fingerprint },
  ...{ publishedPence: 2_000n, correctedPence: 200n, reason: "A digit too many." },
  ...{ citationTitle: "Erratum", citationUrl: null, correctedOn: "2026-01-31" },
};

describe("a correction", () => {
  it.each<[string, Partial<typeof row>, Partial<Correction>, bigint | null]>([
    ["is of the figure it was made for", {}, {}, 200n],
    ["may turn a deficit into a surplus", {}, { correctedPence: -200n }, -200n],
    ["may say that there is none", {}, { correctedPence: 0n }, 0n],
    ["is not of another figure", { series: "outturn|X02|2025-03-31" }, {}, 2_000n],
    ["is not of the same figure once it says something else", { fingerprint: "as mended" }, {}, 2_000n],
    ["is not of a sum that was not published", { deficitPence: 2_001n }, {}, 2_001n],
    ["is not of a missing sum", { deficitPence: null }, {}, null],
    ["is not of another table", {}, { table: "inYearBalance" }, 2_000n],
    ["is not of another sum", {}, { column: "errorPence" }, 2_000n],
  ])("%s", (_, figure, made, shown) => {
    const corrections = [{ ...correction, ...made }];
    const [applied] = applyCorrections("outturn", [{ ...row, ...figure }], corrections);
    expect(applied?.deficitPence).toBe(shown);
    const corrected = shown !== { ...row, ...figure }.deficitPence;
    expect(applied?.corrections).toEqual(corrected ? corrections : []);
  });

  it("leaves the row as it was given and everything beside the sum as it is", () => {
    const given = Object.freeze({ ...row });
    const [applied] = applyCorrections("outturn", [given], [correction]);
    expect(given).toEqual(row);
    expect(applied).toEqual({ ...row, deficitPence: 200n, corrections: [correction] });
  });

  it("of two of one sum the later counts", () => {
    const later = { ...correction, correctedPence: 300n };
    expect(applyCorrections("outturn", [row], [correction, later])).toMatchObject([
      { deficitPence: 300n, corrections: [later] },
    ]);
  });

  it("of one sum of an allocation leaves the other", () => {
    const allocation = { ...row, beforeDeductionsPence: 10n, afterDeductionsPence: 8n };
    const made = { ...correction, table: "allocation", publishedPence: 8n, correctedPence: 9n };
    const [applied] = applyCorrections(
      "allocation",
      [allocation],
      [{ ...made, column: "afterDeductionsPence" }],
    );
    expect(applied).toMatchObject({ beforeDeductionsPence: 10n, afterDeductionsPence: 9n });
  });

  it("is of every repetition of the figure", () => {
    expect(
      applyCorrections("outturn", [row, row], [correction]).map(({ deficitPence }) => deficitPence),
    ).toEqual([200n, 200n]);
  });
});

describe("corrections", () => {
  const figures = fc.array(
    fc.record({
      series: fc.constantFrom("a", "b"),
      fingerprint: fc.constantFrom("1", "2"),
      deficitPence: fc.option(fc.bigInt({ min: -5n, max: 5n })),
    }),
  );

  it("without any, every row stands as published", () => {
    fc.assert(
      fc.property(figures, (rows) => {
        expect(applyCorrections("outturn", rows, [])).toEqual(
          rows.map((one) => ({ ...one, corrections: [] })),
        );
      }),
    );
  });

  it("change nothing but the sums they are of, and those only to what they say", () => {
    const made = fc.array(
      fc.record({
        series: fc.constantFrom("a", "b"),
        fingerprint: fc.constantFrom("1", "2"),
        publishedPence: fc.bigInt({ min: -5n, max: 5n }),
        correctedPence: fc.bigInt({ min: 6n, max: 9n }),
      }),
    );
    fc.assert(
      fc.property(figures, made, (rows, some) => {
        const applied = applyCorrections(
          "outturn",
          rows,
          some.map((one) => ({ ...correction, ...one })),
        );
        for (const [index, { corrections, ...shown }] of applied.entries()) {
          const given = rows[index];
          if (corrections.length === 0) expect(shown).toEqual(given);
          else expect(shown).toEqual({ ...given, deficitPence: corrections[0]?.correctedPence });
        }
      }),
    );
  });
});
