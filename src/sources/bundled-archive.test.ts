import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DraftFigure } from "@/domain/dsg/draft-figures";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import { moneyOf } from "@/domain/money";
import { ehcPlans } from "./ehc-plans/publication";
import { evidenceRegister } from "./evidence-register/publication";
import { localAuthorities } from "./local-authorities/publication";
import type { DraftReading, FetchedDocument, Publication } from "./publication";
import { safetyValveAgreements } from "./safety-valve-agreements/publication";
import { section251Outturn } from "./section-251-outturn/publication";

/** What the repository bundles, read as the first start reads it: real figures about real councils. */
const ROOT = new URL("../../", import.meta.url);

const manifest: { documents: readonly { url: string; path: string }[] } = JSON.parse(
  readFileSync(new URL("archive/manifest.json", ROOT), "utf8"),
);

function bundled(url: string): FetchedDocument {
  const path = url.startsWith("repository:")
    ? url.slice("repository:".length)
    : `archive/${manifest.documents.find((document) => document.url === url)?.path}`;
  return {
    url,
    title: null,
    mediaType: null,
    bytes: new Uint8Array(readFileSync(new URL(path, ROOT))),
    origin: "archive",
  };
}

const councilList = localAuthorities.read(bundled("repository:archive/figures/local_authorities.csv"));
const authorities = councilList.figures.flatMap((figure) =>
  figure.type === "authority" ? [figure.authority] : [],
);
const councils = new CouncilRegister(authorities);

const RELEASES = "https://content.explore-education-statistics.service.gov.uk/api/releases";
const AGREEMENTS =
  "https://www.gov.uk/api/content/government/publications/dedicated-schools-grant-very-high-deficit-intervention";

const DOCUMENTS: readonly [Publication, string][] = [
  [localAuthorities, "repository:archive/figures/local_authorities.csv"],
  [section251Outturn, `${RELEASES}/facsimile-2023-24/files`],
  [ehcPlans, `${RELEASES}/facsimile-2025/files`],
  [safetyValveAgreements, AGREEMENTS],
  ...evidenceRegister.fixedDocuments.map(({ url }): [Publication, string] => [evidenceRegister, url ?? ""]),
];

function figuresOf<Type extends DraftFigure["type"]>(draft: DraftReading, type: Type) {
  return draft.figures.filter(
    (figure): figure is Extract<DraftFigure, { type: Type }> => figure.type === type,
  );
}

function registerFile(name: string): DraftReading {
  return evidenceRegister.read(bundled(`repository:archive/figures/register/${name}.csv`));
}

const millions = (amount: number) => moneyOf(amount, "million");

describe("every bundled document reads without anything above a note, and every council in it is known", () => {
  it.each(DOCUMENTS.map(([publication, url]) => ({ publication, url })))(
    "$url",
    async ({ publication, url }) => {
      const draft = await publication.read(bundled(url));
      expect(draft.edition).not.toBeNull();
      expect(draft.figures.length).toBeGreaterThan(0);
      const findings = [...draft.findings, ...publication.check(draft, councils, "archive")];
      expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
      const unknown = draft.figures.flatMap((figure) =>
        "council" in figure && figure.council && councils.find(figure.council).kind === "unknown"
          ? [figure.council]
          : [],
      );
      expect(unknown).toEqual([]);
    },
  );
});

describe("listings lead to the bundled releases", () => {
  it.each([
    [section251Outturn, "facsimile-2023-24"],
    [ehcPlans, "facsimile-2025"],
  ] as const)("%o", (publication, id) => {
    const listed = publication.findDocuments(bundled(publication.landingPage));
    expect(listed.documents.map(({ url }) => url)).toEqual([`${RELEASES}/${id}/files`]);
    expect(listed.findings).toEqual([]);
  });
});

describe("councils", () => {
  it("153 are live, with addresses of their own", () => {
    const live = authorities.filter(({ validTo }) => validTo === null);
    expect(live).toHaveLength(153);
    expect(new Set(live.map(({ slug }) => slug)).size).toBe(153);
  });

  it.each([
    ["801", "bristol"],
    ["810", "kingston-upon-hull"],
    ["314", "kingston-upon-thames"],
    ["840", "county-durham"],
    ["884", "herefordshire"],
    ["342", "st-helens"],
    ["839", "bournemouth-christchurch-and-poole"],
    ["838", "dorset"],
    ["835", "dorset-to-2019"],
    ["836", "poole"],
    ["837", "bournemouth"],
    ["909", "cumbria"],
    ["928", "northamptonshire"],
    ["933", "somerset"],
  ])("%s is at %s, in all its entries", (dfeCode, slug) => {
    expect(new Set(councils.history(dfeCode).map((authority) => authority.slug))).toEqual(new Set([slug]));
  });
});

describe("section 251, March 2024", () => {
  const outturns = figuresOf(
    section251Outturn.read(bundled(`${RELEASES}/facsimile-2023-24/files`)),
    "outturn",
  );

  it("151 councils, Kent with a net deficit of £67,167,405", () => {
    expect(outturns).toHaveLength(151);
    expect(outturns.find(({ council }) => council.dfeCode === "886")).toMatchObject({
      asAt: "2024-03-31",
      deficit: { kind: "value", value: moneyOf(67_167_405, "pound") },
      basis: "net",
      scope: "dsg",
    });
  });

  it.each(["Buckinghamshire", "Cumberland", "Westmorland and Furness"])(
    "%s has no figure, and isn't zero",
    (name) => {
      expect(outturns.find(({ council }) => council.name === name)?.deficit).toEqual({
        kind: "missing",
        reason: "not-available",
      });
    },
  );
});

it("EHC plans: England's 638,745 in January 2025, and 2019 to 2025", () => {
  const draft = ehcPlans.read(bundled(`${RELEASES}/facsimile-2025/files`));
  const totals = figuresOf(draft, "national-total");
  expect(totals.map(({ period }) => period)).toEqual([
    "2019",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
  ]);
  expect(totals.at(-1)?.value).toBe(638_745);
  expect(figuresOf(draft, "ehc-plans")).toHaveLength(1064);
});

it("38 agreements, 5, 9, 20 and 4 by year, on the page and in the register", async () => {
  const page = figuresOf(await safetyValveAgreements.read(bundled(AGREEMENTS)), "agreement-document");
  const register = figuresOf(registerFile("agreements"), "agreement").filter(
    ({ version }) => version === "original",
  );
  const cohorts = ["2020-21", "2021-22", "2022-23", "2023-24"];
  expect(cohorts.map((year) => page.filter(({ signedYear }) => signedYear === year).length)).toEqual([
    5, 9, 20, 4,
  ]);
  expect(cohorts.map((year) => register.filter(({ cohort }) => cohort === year).length)).toEqual([
    5, 9, 20, 4,
  ]);
  const codes = (figures: readonly { council: { name: string } }[]) =>
    figures
      .map(({ council }) => councils.find(council))
      .map((match) => match.kind === "found" && match.dfeCode)
      .sort();
  expect(codes(page)).toEqual(codes(register));
});

describe("the register, row by row", () => {
  const of = <Row extends { readonly council: { readonly name: string } }>(
    rows: readonly Row[],
    name: string,
  ) => rows.filter(({ council }) => council.name === name);

  it("Bury has two versions, the first with a balance year, the second without one known", () => {
    expect(of(figuresOf(registerFile("agreements"), "agreement"), "Bury")).toMatchObject([
      {
        version: "original",
        balanceBy: "2024-25",
        balanceBySource: "official",
        total: millions(20.5),
        suspended: false,
      },
      { version: "revised-2024", balanceBy: null, balanceBySource: null, total: millions(20.5) },
    ]);
  });

  it("a year by which an agreement ends or is cleared is no balance year", () => {
    const agreements = figuresOf(registerFile("agreements"), "agreement");
    expect(of(agreements, "Bracknell Forest")).toMatchObject([
      { to: "2029-30", balanceBy: null, clearedBy: null },
    ]);
    expect(of(agreements, "Hillingdon")).toMatchObject([
      { to: null, balanceBy: null, clearedBy: "2025-26", suspended: true },
    ]);
    expect(of(agreements, "Devon")).toMatchObject([
      { balanceBy: "2025-26", balanceBySource: "press", clearedBy: "2031-32" },
    ]);
  });

  it("Bristol planned £41.3m net for 2025-26 and £114.2m gross for 2027-28", () => {
    expect(of(figuresOf(registerFile("deficit_profile"), "profile-point"), "Bristol, City of")).toMatchObject(
      [
        {
          financialYear: "2025-26",
          deficit: millions(41.3),
          basis: "net",
          planSource: "plan",
          localContributions: "included",
        },
        {
          financialYear: "2027-28",
          deficit: millions(114.2),
          basis: "gross",
          planSource: "plan",
          localContributions: "unknown",
        },
      ],
    );
  });

  it("Hillingdon has two balances for March 2024, £25.0m apart, on different bases", () => {
    const march2024 = of(figuresOf(registerFile("actuals"), "outturn"), "Hillingdon").filter(
      ({ asAt }) => asAt === "2024-03-31",
    );
    const amounts = march2024.map(({ deficit, basis }) => [deficit.kind === "value" && deficit.value, basis]);
    expect(amounts).toEqual([
      [millions(25.6), "net"],
      [millions(50.6), "unknown"],
    ]);
  });

  it("Cambridgeshire's remaining £27.5m is withheld; Dorset's payment too, of an amount not known", () => {
    const payments = figuresOf(registerFile("payments"), "payment");
    expect(of(payments, "Cambridgeshire")).toMatchObject([
      { covers: "cumulative", throughDate: "2024-11-26", status: "paid", amount: millions(21.5) },
      { covers: "remainder", status: "withheld", amount: millions(27.5) },
    ]);
    expect(of(payments, "Dorset")).toMatchObject([
      { financialYear: "2023-24", covers: "year", status: "withheld", amount: null },
    ]);
  });

  it("copies of another publication name it, so that they aren't a second source", () => {
    const copies = figuresOf(registerFile("actuals"), "outturn").map(({ copyOf }) => copyOf);
    expect(new Set(copies)).toEqual(new Set([null, "derived-balances", "section-251-outturn"]));
  });

  it("nine statements are told apart from other events, and count as events too", () => {
    const draft = registerFile("events");
    expect(figuresOf(draft, "event")).toHaveLength(137);
    expect(
      figuresOf(draft, "statement")
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...Array(6).fill("off-track"), ...Array(3).fill("on-track")]);
  });

  it("balances worked back cover March 2020 to 2022, each with its error", () => {
    const derived = figuresOf(registerFile("derived_balances"), "outturn");
    expect([...new Set(derived.map(({ asAt }) => asAt))].sort()).toEqual([
      "2020-03-31",
      "2021-03-31",
      "2022-03-31",
    ]);
    expect(derived.every(({ error, kind }) => error !== null && error > 0 && kind === "derived")).toBe(true);
  });

  it("every row says where it was taken from", () => {
    const figures = evidenceRegister.fixedDocuments.flatMap(
      ({ url }) => evidenceRegister.read(bundled(url ?? "")).figures,
    );
    expect(figures.length).toBeGreaterThan(900);
    expect(figures.filter(({ citation }) => !citation?.title)).toEqual([]);
  });
});
