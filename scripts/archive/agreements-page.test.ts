import { strFromU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { committedDocuments, type DocumentFinder } from "./committed-archive";

let documentAt: DocumentFinder;
beforeAll(async () => {
  documentAt = await committedDocuments();
});

describe("the page of the agreements", () => {
  const page = () =>
    JSON.parse(
      strFromU8(
        documentAt(
          "https://www.gov.uk/api/content/government/publications/dedicated-schools-grant-very-high-deficit-intervention",
        ).bytes,
      ),
    );

  it("lists 38 documents, newest year first, then by place, none with an address", () => {
    const { attachments, featured_attachments } = page().details;
    const titles: string[] = attachments.map((attachment: { title: string }) => attachment.title);
    const signed = titles.map((title) => title.slice(-9));
    expect(attachments).toHaveLength(38);
    expect(featured_attachments).toEqual(attachments.map((attachment: { id: string }) => attachment.id));
    expect(new Set(featured_attachments).size).toBe(38);
    expect(attachments.every((attachment: { url: unknown }) => attachment.url === null)).toBe(true);
    expect(
      ["2023-2024", "2022-2023", "2021-2022", "2020-2021"].map(
        (year) => signed.filter((each) => each === year).length,
      ),
    ).toEqual([4, 20, 9, 5]);
    expect(signed).toEqual([...signed].sort().reverse());
    expect(titles.slice(0, 5)).toEqual([
      "Bracknell Forest: dedicated schools grant ‘safety valve’ agreement 2023-2024",
      "Bristol: dedicated schools grant ‘safety valve’ agreement 2023-2024",
      "Devon: dedicated schools grant ‘safety valve’ agreement 2023-2024",
      "Wiltshire: dedicated schools grant ‘safety valve’ agreement 2023-2024",
      "Barnsley: dedicated schools grant ‘safety valve’ agreement 2022-2023",
    ]);
  });

  it("knows its changes as exactly as they are known", () => {
    const { first_published_at, public_updated_at, details } = page();
    expect(first_published_at).toBe("2021-03-19");
    expect(public_updated_at).toBe("2026-04-01T16:04:00+01:00");
    expect(
      details.change_history.map((change: { public_timestamp: string }) => change.public_timestamp),
    ).toEqual(["2026-04-01", "2024-03-21", "2023", "2023-03", "2022-03", "2021-03-19"]);
  });
});
