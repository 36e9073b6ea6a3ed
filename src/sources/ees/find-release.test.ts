import { describe, expect, it } from "vitest";
import { documentOf } from "@/testing/published-documents";
import { findRelease } from "./find-release";

const VERSION = "2e60aacd-d46c-416a-af4d-9d2269506ff6";

const listing = (nextData: unknown) =>
  documentOf(
    `<html><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(nextData)}</script></html>`,
  );

const release = {
  id: VERSION,
  slug: "2025",
  title: "Reporting year 2025",
  published: "2025-06-26T08:30:00Z",
};

describe("the release's files", () => {
  it.each([
    ["today's site", { props: { pageProps: { releaseVersion: release } } }],
    ["the older site", { props: { pageProps: { release } } }],
    ["a summary", { props: { pageProps: { releaseVersionSummary: release } } }],
    [
      "deeper in the page",
      {
        props: {
          pageProps: { dehydratedState: { queries: [{ state: { data: { releaseVersion: release } } }] } },
        },
      },
    ],
    [
      "beside a reference without a name",
      { props: { releaseVersion: { id: "other" }, pageProps: { release } } },
    ],
    [
      "beside the publication, which has an id too",
      { props: { pageProps: { publication: { id: "p", title: "EHC plans" }, release } } },
    ],
    [
      "nearer to the root than an older one",
      { release, past: { releases: { release: { id: "old", title: "2024" } } } },
    ],
    [
      "in a cache of queries, under no name",
      {
        dehydratedState: {
          queries: [
            { state: { data: { id: "p", title: "EHC plans", releases: [{ ...release, id: "old" }] } } },
            { state: { data: { ...release, yearTitle: "2025" } } },
          ],
        },
      },
    ],
    [
      "with the version's id under its own name",
      { summary: { ...release, id: "series", releaseVersionId: VERSION } },
    ],
    [
      "before one that is only mentioned",
      { latestRelease: { id: "mentioned", title: "2026" }, page: { releaseVersion: release } },
    ],
  ])("%s", (_, nextData) => {
    expect(findRelease(listing(nextData))).toEqual({
      documents: [
        {
          url: `https://content.explore-education-statistics.service.gov.uk/api/releases/${VERSION}/files`,
          title: "Reporting year 2025",
          publishedOn: "2025-06-26",
          purpose: "figures",
        },
      ],
      findings: [],
    });
  });

  it("is dated in London", () => {
    const late = { ...release, published: "2025-06-26T23:30:00Z" };
    expect(findRelease(listing({ release: late })).documents[0]?.publishedOn).toBe("2025-06-27");
  });

  it.each([
    ["none", undefined],
    ["unreadable", "soon"],
  ])("has no date when the page gives %s", (_, published) => {
    expect(findRelease(listing({ release: { ...release, published } })).documents[0]?.publishedOn).toBeNull();
  });
});

describe("a page that names no release", () => {
  it.each([
    ["no JSON", documentOf("<html><p>Sorry</p></html>")],
    ["no release in it", listing({ props: { pageProps: { publication: { id: "p", title: "x" } } } })],
    ["a release without an id", listing({ release: { title: "2025" } })],
    ["an id that can't be part of an address", listing({ release: { id: "../secret", title: "2025" } })],
    ["an empty answer", documentOf("")],
  ])("%s: says what was expected", (_, document) => {
    const { documents, findings } = findRelease(document);
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([
      {
        kind: "nothing-listed",
        severity: "stop",
        expected: expect.stringContaining("releaseVersion"),
        met: expect.any(String),
      },
    ]);
  });
});
