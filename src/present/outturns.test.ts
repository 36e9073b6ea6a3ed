import { describe, expect, it } from "vitest";
import type { Outturn as OutturnRow } from "@/generated/prisma/client";
import type { SourceBook } from "./figure-source";
import { balanceHistory, heldOutturns, latestOutturn, presentOutturn } from "./outturns";

interface Wish extends Partial<OutturnRow> {
  /** `s251 2024`, `register actuals`: the publication and the edition. */
  readonly from: string;
  readonly published?: string;
}

const PUBLICATIONS: Readonly<Record<string, string>> = {
  s251: "section-251-outturn",
  register: "evidence-register",
};

function store(...wishes: readonly Wish[]) {
  const origins = new Map<OutturnRow, Wish>();
  const editions = [...new Set(wishes.map(({ from }) => from))];
  const rows = wishes.map((wish, index) => {
    const row = {
      id: index + 1,
      editionId: editions.indexOf(wish.from) + 1,
      dfeCode: "X01",
      asAt: "2024-03-31",
      asAtInferred: false,
      deficitPence: BigInt(index + 1) * 100n,
      missing: null,
      errorPence: null,
      basis: "net",
      scope: "dsg",
      kind: "outturn",
      publishedOn: null,
      copyOf: null,
      confidence: null,
      ...wish,
    } as OutturnRow;
    origins.set(row, wish);
    return row;
  });
  const book: SourceBook = {
    sourceOf: () => {
      throw new Error("not asked for here");
    },
    publicationOf: (row) => PUBLICATIONS[part(row, 0)] ?? "",
    editionOf: (row) => ({
      id: row.editionId,
      key: part(row, 1),
      publishedOn: origins.get(row as OutturnRow)?.published ?? null,
    }),
  };
  const part = (row: { editionId: number }, index: number) =>
    editions[row.editionId - 1]?.split(" ")[index] ?? "";
  return { rows, book, held: heldOutturns(rows, book) };
}

const ids = (held: ReturnType<typeof heldOutturns>) => held.map(({ row }) => row.id);

describe("copies are one source", () => {
  const copy = { from: "register actuals", copyOf: "section-251-outturn" } as const;
  const derivedCopy = { from: "register actuals", copyOf: "derived-balances", kind: "derived" } as const;

  it.each<[string, Wish[], number[]]>([
    ["left out beside the original", [{ from: "s251 2024" }, copy], [1]],
    ["kept while the original isn't held", [copy], [1]],
    ["kept beside another council's", [{ from: "s251 2024", dfeCode: "X02" }, copy], [2, 1]],
    ["kept beside another date's", [{ from: "s251 2023", asAt: "2023-03-31" }, copy], [1, 2]],
    ["kept beside an original without a figure", [{ from: "s251 2024", deficitPence: null }, copy], [2, 1]],
    ["left out beside the balance worked back", [{ from: "register derived_balances" }, derivedCopy], [1]],
    [
      "kept beside a register row that isn't worked back",
      [{ from: "register actuals" }, derivedCopy],
      [1, 2],
    ],
    ["kept beside the return it doesn't copy", [{ from: "s251 2024" }, derivedCopy], [2, 1]],
  ])("%s", (_, wishes, expected) => {
    expect(ids(store(...wishes).held)).toEqual(expected);
  });
});

describe("order", () => {
  it("is by date and then publication", () => {
    const { held } = store(
      { from: "s251 2024", asAt: "2024-03-31" },
      { from: "register actuals", asAt: "2024-03-31" },
      { from: "s251 2023", asAt: "2023-03-31" },
    );
    expect(ids(held)).toEqual([3, 2, 1]);
  });
});

describe("restatements", () => {
  it("name the edition they supersede, in the order of publication", () => {
    const { held } = store(
      { from: "s251 2025", published: "2025-12-11" },
      { from: "s251 2024", published: "2024-12-12" },
    );
    expect(held.map(({ row, supersedes }) => [row.id, supersedes])).toEqual([
      [2, null],
      [1, "2024"],
    ]);
  });

  it.each<[string, Wish, Wish]>([
    ["of another scope", { from: "s251 2024" }, { from: "s251 2025", scope: "high-needs" }],
    ["of another date", { from: "s251 2024" }, { from: "s251 2025", asAt: "2025-03-31" }],
    ["of another publication", { from: "s251 2024" }, { from: "register actuals" }],
    ["gathered in the register", { from: "register derived_balances" }, { from: "register actuals" }],
    ["of the same edition", { from: "s251 2024" }, { from: "s251 2024" }],
  ])("aren't figures %s", (_, a, b) => {
    expect(store(a, b).held.map(({ supersedes }) => supersedes)).toEqual([null, null]);
  });
});

describe("the latest outturn", () => {
  it.each<[string, Wish[], number | null]>([
    ["none of no figures", [], null],
    [
      "the newest year end",
      [
        { from: "s251 b", asAt: "2024-03-31" },
        { from: "s251 a", asAt: "2023-03-31" },
      ],
      1,
    ],
    [
      "never a forecast, however new",
      [{ from: "s251 a" }, { from: "register actuals", asAt: "2026-03-31", kind: "forecast" }],
      1,
    ],
    ["nothing where all is forecast", [{ from: "register actuals", kind: "forecast" }], null],
    [
      "never of an inferred date",
      [{ from: "s251 a" }, { from: "register actuals", asAt: "2025-03-31", asAtInferred: true }],
      1,
    ],
    [
      "a newer year end even of another basis",
      [{ from: "s251 a" }, { from: "register actuals", asAt: "2025-03-31", basis: "gross" }],
      2,
    ],
    [
      "net of the whole grant before another basis",
      [{ from: "register actuals" }, { from: "s251 a", basis: "gross" }],
      1,
    ],
    [
      "net of the whole grant before high needs only",
      [{ from: "s251 a", scope: "high-needs" }, { from: "register actuals" }],
      2,
    ],
    ["official before gathered", [{ from: "register actuals" }, { from: "s251 a" }], 2],
    [
      "worked back from official before gathered",
      [{ from: "register derived_balances", kind: "derived" }, { from: "register actuals" }],
      1,
    ],
    ["final before provisional", [{ from: "s251 a", kind: "provisional" }, { from: "s251 a" }], 2],
    [
      "the later edition of two",
      [
        { from: "s251 b", published: "2025-12-11" },
        { from: "s251 a", published: "2024-12-12" },
      ],
      1,
    ],
    [
      "the surer of two gathered ones",
      [
        { from: "register actuals", confidence: "low" },
        { from: "register actuals", confidence: "high" },
      ],
      2,
    ],
    [
      "an older figure before a newer reason for absence",
      [
        { from: "s251 a", asAt: "2023-03-31" },
        { from: "s251 b", deficitPence: null, missing: "not-available" },
      ],
      1,
    ],
    [
      "the reason for absence where there is nothing else",
      [{ from: "s251 b", deficitPence: null, missing: "not-available" }],
      1,
    ],
  ])("is %s", (_, wishes, expected) => {
    expect(latestOutturn(store(...wishes).held)?.row.id ?? null).toBe(expected);
    expect(latestOutturn(store(...wishes).held.toReversed())?.row.id ?? null).toBe(expected);
  });
});

describe("the line of balances", () => {
  it("joins section 251 returns with what is derived from them, and nothing else", () => {
    const { held } = store(
      { from: "s251 2024", asAt: "2024-03-31", deficitPence: 6_716_740_599n },
      { from: "register derived_balances", kind: "derived", asAt: "2020-03-31", deficitPence: -500_000n },
      { from: "register actuals", asAt: "2025-03-31" },
      { from: "s251 2024", asAt: "2023-03-31", deficitPence: null, missing: "not-available" },
      { from: "s251 2024", asAt: "2022-03-31", scope: "high-needs" },
      { from: "s251 2024", asAt: "2021-03-31", basis: "gross" },
    );
    expect(balanceHistory(held)).toEqual([
      { asAt: "2020-03-31", deficitGbp: -5_000 },
      { asAt: "2024-03-31", deficitGbp: 67_167_405 },
    ]);
  });

  it("takes the return itself before its derivation, and the later edition before the earlier", () => {
    const { held } = store(
      { from: "s251 2025", published: "2025-12-11", deficitPence: 300n },
      { from: "register derived_balances", kind: "derived", deficitPence: 200n },
      { from: "s251 2024", published: "2024-12-12", deficitPence: 100n },
    );
    expect(balanceHistory(held)).toEqual([{ asAt: "2024-03-31", deficitGbp: 3 }]);
  });
});

describe("an outturn for the outside", () => {
  it.each([
    ["the row's own date of publication", "2024-11", "2024-12-12", "2024-11"],
    ["else that of its edition", null, "2024-12-12", "2024-12-12"],
    ["else none", null, undefined, undefined],
  ])("carries %s", (_, own, ofEdition, expected) => {
    const { held, book } = store({ from: "s251 2024", publishedOn: own, published: ofEdition });
    const [first] = held;
    if (!first) throw new Error("Nothing held.");
    const outturn = presentOutturn(first, { ...book, sourceOf: () => ({}) as never });
    expect(outturn.publishedOn).toBe(expected);
    expect(outturn.edition).toBe("2024");
  });
});
