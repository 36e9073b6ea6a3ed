import { describe, expect, it } from "vitest";
import { aBalance, aDossier, anAgreement, aPlan, date, day, million, year } from "@/testing/dossiers";
import { rankActuals, signingYear, supersedes } from "./choose-actual";
import type { HeldBalance } from "./held-figures";

/** Later ones come first by name, so that no tie is decided rightly by chance. */
let families = 1_000;
const net = (own: Partial<HeldBalance> = {}) => aBalance({ family: `family ${--families}`, ...own });
const gross = (own: Partial<HeldBalance> = {}) => net({ basis: "gross", ...own });

function ranked(balances: readonly HeldBalance[]) {
  const agreement = anAgreement();
  return rankActuals(aDossier({ agreements: [agreement], balances }), agreement, aPlan());
}

const first = (balances: readonly HeldBalance[]) => ranked(balances).comparable[0]?.balance;

describe("which outturn counts first", () => {
  const pairs: readonly (readonly [string, HeldBalance, HeldBalance])[] = [
    [
      "the promise's own basis before a better source",
      gross({ standing: "press" }),
      net({ standing: "accounts" }),
    ],
    ["audited accounts before section 251", net({ standing: "accounts" }), net({ standing: "section-251" })],
    [
      "section 251 before the council's report",
      net({ standing: "section-251" }),
      net({ standing: "council" }),
    ],
    ["the council's report before the press", net({ standing: "council" }), net({ standing: "press" })],
    [
      "a better source's provisional figure before another's final one of another basis",
      gross({ standing: "press", kind: "provisional" }),
      net({ standing: "accounts" }),
    ],
    [
      "the later publication before the earlier",
      net({ publishedOn: date("2025-12-04") }),
      net({ publishedOn: date("2025-07-01") }),
    ],
    ["a dated publication before an undated", net({ publishedOn: date("2025") }), net({ publishedOn: null })],
    [
      "a surely later one before one of some day in the year",
      net({ publishedOn: date("2025-02") }),
      net({ publishedOn: date("2025") }),
    ],
    [
      "the lower of two otherwise equal",
      net({ family: "a", deficit: million(3) }),
      net({ family: "b", deficit: million(2) }),
    ],
  ];

  it.each(pairs)("%s", (_, better, worse) => {
    expect(first([better, worse])).toBe(better);
    expect(first([worse, better])).toBe(better);
  });

  it("by name, and then by place in the store, where nothing else tells", () => {
    const [a, c] = [net({ family: "a" }), net({ family: "c" })];
    expect(first([c, a])).toBe(a);
    const [one, two] = [net({ family: "a" }), net({ family: "a" })];
    expect(first([two, one])).toBe(one);
  });

  it("the lower of two that one source gives for one day", () => {
    const [high, low] = [
      net({ family: "a", deficit: million(3) }),
      net({ family: "a", deficit: million(2) }),
    ];
    expect(first([high, low])).toBe(low);
  });

  it("one of each source, whatever else it says", () => {
    const better = net({ family: "one", standing: "council" });
    const worse = net({ family: "one", standing: "press", deficit: million(30) });
    expect(ranked([worse, better]).comparable.map(({ balance }) => balance)).toEqual([better]);
  });

  it("a source's figure on the promise's basis speaks for it", () => {
    const own = gross({ family: "one" });
    expect(ranked([net({ family: "one" }), own]).comparable.map(({ balance }) => balance)).toEqual([own]);
  });
});

describe("a final figure replaces provisional ones", () => {
  const provisional = net({ kind: "provisional", standing: "accounts" });

  it.each<[string, HeldBalance, boolean]>([
    ["of the same day, basis and scope", net({ standing: "press" }), true],
    ["as a derived one does", net({ kind: "derived" }), true],
    ["not on another basis", gross(), false],
    ["not of another scope", net({ scope: "high-needs" }), false],
    ["not of another day", net({ asAt: day("2024-03-31") }), false],
    ["not another provisional one", net({ kind: "provisional" }), false],
  ])("%s", (_, final, expected) => {
    expect(supersedes(final, provisional)).toBe(expected);
    expect(supersedes(final, net())).toBe(false);
  });

  it("in the ranking", () => {
    const final = net({ standing: "press" });
    expect(ranked([provisional, final]).comparable.map(({ balance }) => balance)).toEqual([final]);
  });

  it("only where it decides anything itself", () => {
    const doubtful = net({ confidence: "low" });
    expect(ranked([provisional, doubtful]).comparable.map(({ balance }) => balance)).toEqual([provisional]);
  });
});

it("what was set aside is told, forecasts and other days aren't", () => {
  const doubtful = net({ confidence: "low" });
  const { rejected } = ranked([doubtful, net({ kind: "forecast" }), net({ asAt: day("2024-03-31") }), net()]);
  expect(rejected).toEqual([{ balance: doubtful, reason: "actual-doubtful" }]);
});

it("money flows from the first signature on", () => {
  const first = anAgreement({ cohort: year("2020-21") });
  const later = anAgreement({ cohort: year("2023-24"), version: "revised" });
  const dossier = aDossier({ agreements: [first, later] });
  expect(signingYear(dossier, later.cohort)).toBe("2020-21");
  expect(signingYear(dossier, year("2019-20"))).toBe("2019-20");
});
