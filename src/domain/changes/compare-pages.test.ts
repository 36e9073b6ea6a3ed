import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { financialYearStarting } from "../financial-year";
import type { DraftChange } from "./change";
import { comparePages } from "./compare-pages";
import type { FoundPage, PageAttachment } from "./page-content";

const ASSETS = "https://assets.example.org";

type Attachment = Omit<PageAttachment<string | null>, "position">;

function agreement(council: string, name: string, file = `${name}.pdf`, underReview = false): Attachment {
  const plainTitle = `${name}: dedicated schools grant ‘safety valve’ agreement 2021-2022`;
  return {
    title: underReview ? `${plainTitle} (under review)` : plainTitle,
    url: `${ASSETS}/${file}`,
    agreement: { council, signedYear: financialYearStarting(2021), underReview, plainTitle },
  };
}

const guidance = (title = "Guidance", file = "guidance.pdf"): Attachment => ({
  ...{ title, url: `${ASSETS}/${file}`, agreement: null },
});

const exampleshire = agreement("X01", "Exampleshire");
const sampleton = agreement("X02", "Sampleton");

function page({
  attachments = [exampleshire, sampleton, guidance()],
  ...rest
}: Partial<Omit<FoundPage, "attachments">> & {
  readonly attachments?: readonly Attachment[];
} = {}): FoundPage {
  return {
    title: "Very high deficit intervention",
    form: "entry",
    paragraphs: ["Agreements with councils.", "Five are under review."],
    withdrawn: false,
    withdrawnBecause: null,
    notes: [{ date: "2024-03-21T16:00:00Z", text: "Added four agreements." }],
    attachments: attachments.map((attachment, index) => ({ ...attachment, position: index + 1 })),
    ...rest,
  };
}

const compare = (after: FoundPage, before: FoundPage = page()) =>
  comparePages(
    { page: before, at: { snapshotSha256: "a".repeat(64), url: "https://example.org/page" } },
    { page: after, at: { snapshotSha256: "b".repeat(64), url: "https://example.org/page" } },
  );

const said = ({ kind, dfeCode, subject, before, after }: DraftChange) => ({
  ...{ kind, dfeCode, subject, before, after },
});
const text = (words: string) => ({ kind: "text", text: words }) as const;
const truth = (holds: boolean) => ({ kind: "truth", holds }) as const;

describe("two pages", () => {
  it.each<[string, FoundPage]>([
    ["the same", page()],
    ["attachments in another order", page({ attachments: [guidance(), sampleton, exampleshire] })],
    [
      "straight quotes in a title",
      page({
        attachments: [
          { ...exampleshire, title: exampleshire.title.replaceAll(/[‘’]/g, "'") },
          sampleton,
          guidance(),
        ],
      }),
    ],
    [
      "an agreement's file at a new address: told from the file",
      page({ attachments: [agreement("X01", "Exampleshire", "new.pdf"), sampleton, guidance()] }),
    ],
    [
      "a copy without addresses",
      page({ attachments: [exampleshire, sampleton, guidance()].map((each) => ({ ...each, url: null })) }),
    ],
    ["paragraphs moved", page({ paragraphs: ["Five are under review.", "Agreements with councils."] })],
    [
      "the web page with texts of its own",
      page({ form: "web-page", paragraphs: ["Applies to England", "Agreements with councils."] }),
    ],
    ["the web page without its notes", page({ form: "web-page", notes: [] })],
    [
      "a note's time written otherwise",
      page({ notes: [{ date: "2024-03-21T16:00:00.000+00:00", text: "Added four agreements." }] }),
    ],
  ])("%s: no change", (_, after) => {
    expect(compare(after)).toEqual([]);
    expect(compare(page(), after)).toEqual([]);
  });

  const testbury = agreement("X03", "Testbury");
  it.each<[string, FoundPage, Partial<DraftChange>[]]>([
    [
      "an agreement added",
      page({ attachments: [exampleshire, testbury, sampleton, guidance()] }),
      [
        {
          kind: "attachment-added",
          dfeCode: "X03",
          subject: testbury.title,
          before: null,
          after: text(`${ASSETS}/Testbury.pdf`),
        },
      ],
    ],
    [
      "an agreement removed",
      page({ attachments: [exampleshire, guidance()] }),
      [
        {
          kind: "attachment-removed",
          dfeCode: "X02",
          subject: sampleton.title,
          before: text(`${ASSETS}/Sampleton.pdf`),
          after: null,
        },
      ],
    ],
    [
      "put under review",
      page({ attachments: [exampleshire, agreement("X02", "Sampleton", "Sampleton.pdf", true), guidance()] }),
      [
        {
          kind: "review-status-changed",
          dfeCode: "X02",
          subject: "under-review",
          before: truth(false),
          after: truth(true),
        },
      ],
    ],
    [
      "put under review with a new file: its file is told elsewhere",
      page({ attachments: [exampleshire, agreement("X02", "Sampleton", "new.pdf", true), guidance()] }),
      [
        {
          kind: "review-status-changed",
          dfeCode: "X02",
          subject: "under-review",
          before: truth(false),
          after: truth(true),
        },
      ],
    ],
    [
      "an agreement renamed and moved",
      page({ attachments: [exampleshire, agreement("X02", "Borough of Sampleton"), guidance()] }),
      [
        {
          ...{
            kind: "attachment-renamed",
            dfeCode: "X02",
            subject: agreement("X02", "Borough of Sampleton").title,
          },
          ...{ before: text(sampleton.title), after: text(agreement("X02", "Borough of Sampleton").title) },
        },
      ],
    ],
    [
      "guidance at a new address",
      page({ attachments: [exampleshire, sampleton, guidance("Guidance", "guidance-2.pdf")] }),
      [
        {
          kind: "attachment-replaced",
          subject: "Guidance",
          before: text(`${ASSETS}/guidance.pdf`),
          after: text(`${ASSETS}/guidance-2.pdf`),
        },
      ],
    ],
    [
      "guidance renamed",
      page({ attachments: [exampleshire, sampleton, guidance("Guidance, updated")] }),
      [
        {
          kind: "attachment-renamed",
          subject: "Guidance, updated",
          before: text("Guidance"),
          after: text("Guidance, updated"),
        },
      ],
    ],
    [
      "its text",
      page({ paragraphs: ["Agreements with councils.", "Four are under review.", "More soon."] }),
      [
        {
          kind: "page-text-changed",
          subject: "text",
          before: text("Five are under review."),
          after: text("Four are under review.\nMore soon."),
        },
      ],
    ],
    [
      "its title",
      page({ title: "Safety valve agreements" }),
      [
        {
          kind: "page-text-changed",
          subject: "title",
          before: text("Very high deficit intervention"),
          after: text("Safety valve agreements"),
        },
      ],
    ],
    [
      "a change note",
      page({ notes: [{ date: "2026-04-01T09:00:00Z", text: "Added information." }, ...page().notes] }),
      [
        {
          kind: "page-note-added",
          subject: "2026-04-01T09:00:00Z",
          before: null,
          after: text("Added information."),
        },
      ],
    ],
    [
      "withdrawn",
      page({ withdrawn: true, withdrawnBecause: "The policy has ended." }),
      [
        {
          kind: "page-withdrawn",
          subject: "The policy has ended.",
          before: truth(false),
          after: truth(true),
        },
      ],
    ],
  ])("%s", (_, after, expected) => {
    expect(compare(after).map(said)).toEqual(
      expected.map((change) => ({ dfeCode: null, subject: null, ...change })),
    );
  });

  it("name the row of the attachment, and the page where there is none", () => {
    const [added] = compare(
      page({ attachments: [exampleshire, agreement("X03", "Testbury"), sampleton, guidance()] }),
    );
    expect(added).toMatchObject({
      beforeAt: { snapshotSha256: "a".repeat(64), locator: {} },
      afterAt: { snapshotSha256: "b".repeat(64), locator: { row: 2 } },
    });
  });
});

describe("for any two pages", () => {
  const attachment = fc
    .tuple(
      fc.constantFrom("X01", "X02", "X03", null),
      fc.constantFrom("a.pdf", "b.pdf", "c.pdf"),
      fc.boolean(),
    )
    .map(([code, file, review]) =>
      code === null
        ? guidance(`Guide ${file}`, file)
        : agreement(code, `Council ${code}`, `${code}${file}`, review),
    );
  const attachments = fc.uniqueArray(attachment, {
    selector: ({ title, agreement: of }) => of?.council ?? title,
    maxLength: 6,
  });

  it("equal ones make no change, whatever their order", () => {
    fc.assert(
      fc.property(attachments, (list) => {
        expect(compare(page({ attachments: [...list].reverse() }), page({ attachments: list }))).toEqual([]);
      }),
    );
  });

  it("every attachment that only one of them lists is told once", () => {
    fc.assert(
      fc.property(attachments, attachments, (before, after) => {
        const names = (list: readonly Attachment[]) =>
          new Set(list.map(({ title, agreement: of }) => of?.council ?? title));
        const [was, is] = [names(before), names(after)];
        const changes = compare(page({ attachments: after }), page({ attachments: before }));
        const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
        expect(count("attachment-added")).toBe([...is].filter((name) => !was.has(name)).length);
        expect(count("attachment-removed")).toBe([...was].filter((name) => !is.has(name)).length);
      }),
    );
  });
});
