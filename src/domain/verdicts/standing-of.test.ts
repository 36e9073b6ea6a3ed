import { describe, expect, it } from "vitest";
import type { Standing } from "./held-figures";
import { type SaidBy, standingOf } from "./standing-of";

const ROW: SaidBy = {
  publicationId: "evidence-register",
  editionKey: "actuals",
  citationUrl: null,
  wording: null,
  copyOf: null,
};

const cited = (citationUrl: string, wording: string | null = null): SaidBy => ({
  ...ROW,
  citationUrl,
  wording,
});

describe("section 251 and all that comes from it is one source", () => {
  it.each<[string, Partial<SaidBy>]>([
    ["the return itself", { publicationId: "section-251-outturn", editionKey: "2023-24" }],
    [
      "the return in somebody's compilation",
      { publicationId: "section-251-outturn", citationUrl: "https://compilations.example/returns.csv" },
    ],
    ["the balances worked back", { editionKey: "derived_balances" }],
    ["a copy of the return", { copyOf: "section-251-outturn", citationUrl: "https://news.example/1" }],
    ["a copy of what was worked back", { copyOf: "derived-balances", citationUrl: "https://news.example/2" }],
  ])("%s", (_, said) => {
    expect(standingOf({ ...ROW, ...said })).toEqual({ standing: "section-251", family: "section-251" });
  });

  it("isn't told by an edition's name alone", () => {
    expect(
      standingOf({ ...ROW, publicationId: "another-publication", editionKey: "derived_balances" }).standing,
    ).toBe("press");
  });
});

describe("whose word it is", () => {
  it.each<[Standing, string, string | null]>([
    ["council", "https://exampleshire.gov.uk/about/budget", null],
    ["council", "https://www.exampleshire.gov.uk/news/send", "press notice of the council"],
    ["council", "https://democracy.sampleton.gov.uk/mgAi.aspx?ID=1", "schools forum"],
    ["council", "https://sites.testbury.gov.uk/newsroom/a", "council news"],
    ["council", "https://testbury.moderngov.co.uk/ieListDocuments.aspx?CId=1&MId=2", null],
    ["council", "https://moderngov.mockham.example/mgAi.aspx?ID=3", null],
    ["council", "https://modgov.mockham.example/ieDecisionDetails.aspx?ID=3", null],
    ["council", "https://councildecisions.oldshire.example/ieIssueDetails.aspx?IId=4", null],
    ["council", "https://councilgateway.oldshire.example/decisions/5", null],
    ["council", "https://opencouncil.network/meetings/1", null],
    ["council", "https://opengovernment.network/meetings/1", "minutes"],
    ["council", "https://oldshire.cmis.uk.com/papers/7", null],
    ["press", "https://gov.uk.news.example/oldshire", null],
    ["press", "https://notgov.uk/oldshire", null],
    ["press", "https://oldshire-news.example/deficit", "press from a cabinet report"],
    ["press", "https://schools.example/democracy.oldshire.gov.uk/copy", "schools forum minutes"],
    ["press", "https://party.example/oldshire", "council forecast quoted by the opposition group"],
    ["press", "no address at all", "schools forum paper"],
  ])("%s: %s", (standing, url, wording) => {
    expect(standingOf(cited(url, wording)).standing).toBe(standing);
  });

  it.each<[Standing, string, string | null]>([
    ["accounts", "https://oldshire.gov.uk/a.pdf", "Statement of Accounts 2023-24, note 12"],
    ["accounts", "https://oldshire.gov.uk/a.pdf", "audited accounts"],
    ["accounts", "https://oldshire.gov.uk/a.pdf", "the audited final accounts"],
    ["accounts", "https://oldshire.gov.uk/finance/statement-of-accounts-2024.pdf", null],
    ["accounts", "https://oldshire.gov.uk/finance/statement_of_accounts", "DSG adjustment account"],
    ["accounts", "https://oldshire.gov.uk/finance/Statement%20of%20Accounts.pdf", null],
    ["council", "https://oldshire.gov.uk/a.pdf", "draft statement of accounts"],
    ["council", "https://oldshire.gov.uk/a.pdf", "unaudited; from the statement of accounts"],
    ["council", "https://oldshire.gov.uk/a.pdf", "outturn, before accounts were audited accounts"],
    ["council", "https://oldshire.gov.uk/finance/draft-statement-of-accounts.pdf", null],
    ["council", "https://oldshire.gov.uk/a.pdf", "accumulated deficit on the DSG adjustment account"],
    ["press", "https://oldshire-news.example/a", "from the audited accounts"],
    ["press", "https://oldshire-news.example/statement-of-accounts", null],
  ])("%s: %s, %s", (standing, url, wording) => {
    expect(standingOf(cited(url, wording)).standing).toBe(standing);
  });

  it("is nobody's where nothing is cited: the lowest standing", () => {
    expect(standingOf(ROW)).toEqual({ standing: "press", family: "evidence-register" });
  });
});

describe("which source it is", () => {
  const family = (url: string) => standingOf(cited(url)).family;

  it.each([
    ["a scheme", "http://oldshire.gov.uk/a", "https://oldshire.gov.uk/a"],
    ["www", "https://www.oldshire.gov.uk/a", "https://oldshire.gov.uk/a"],
    ["a capital in the host", "https://Oldshire.gov.uk/a", "https://oldshire.gov.uk/a"],
    ["spaces around it", " https://oldshire.gov.uk/a ", "https://oldshire.gov.uk/a"],
    ["last slashes", "https://oldshire.gov.uk/a//", "https://oldshire.gov.uk/a"],
    ["a last slash", "https://oldshire.gov.uk/a/", "https://oldshire.gov.uk/a"],
    ["a place on the page", "https://oldshire.gov.uk/a#top", "https://oldshire.gov.uk/a"],
    ["the order of a query", "https://o.gov.uk/m?IId=1&PlanId=0", "https://o.gov.uk/m?PlanId=0&IId=1"],
    ["how it is shown", "https://o.gov.uk/m?IId=1&Opt=3", "https://o.gov.uk/m?IId=1"],
    ["how it was found", "https://o.gov.uk/m?utm_source=x", "https://o.gov.uk/m"],
    ["a visit", "http://cms.o.gov.uk/(S(abc55))/m.aspx?IId=1", "https://cms.o.gov.uk/m.aspx?IId=1"],
    ["words behind it", "https://o.example/files (data/x.csv)", "https://o.example/files (data/y.csv)"],
  ])("%s makes no difference", (_, one, other) => {
    expect(family(one)).toBe(family(other));
  });

  it.each([
    [
      "two papers of one committee system",
      "https://o.gov.uk/mgAi.aspx?ID=1",
      "https://o.gov.uk/mgAi.aspx?ID=2",
    ],
    ["a name that ends as what is left out", "https://o.gov.uk/m?copt=1", "https://o.gov.uk/m"],
    ["a name that begins as what is left out", "https://o.gov.uk/m?option=1", "https://o.gov.uk/m"],
    ["www within a host", "https://a.www.o.gov.uk/a", "https://a.o.gov.uk/a"],
    ["two pages", "https://o.gov.uk/a", "https://o.gov.uk/b"],
    ["two hosts", "https://o.gov.uk/a", "https://p.gov.uk/a"],
    ["a path in capitals", "https://o.gov.uk/A", "https://o.gov.uk/a"],
  ])("%s are two sources", (_, one, other) => {
    expect(family(one)).not.toBe(family(other));
  });

  it("is written as one would read it", () => {
    expect(family("https://www.o.gov.uk/m.aspx?ID=1&b=2")).toBe("o.gov.uk/m.aspx?b=2&id=1");
    expect(family("https://www.o.gov.uk/m/")).toBe("o.gov.uk/m");
    expect(family(" no address ")).toBe("no address");
  });

  it("a copy belongs to its original", () => {
    expect(standingOf({ ...cited("https://news.example/1"), copyOf: "oldshire-accounts" })).toEqual({
      standing: "press",
      family: "oldshire-accounts",
    });
  });

  it("a publication without a citation is its own source", () => {
    expect(standingOf({ ...ROW, publicationId: "dsg-allocations" }).family).toBe("dsg-allocations");
  });
});
