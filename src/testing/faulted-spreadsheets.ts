import type { PublicationId } from "@/sources/publication";
import { ArchivePublisher } from "./archive-publisher";
import { renamed, repacked } from "./changing-site";
import { type FaultedSource, REDESIGNED } from "./faulted-source";

const FUNDING = "https://skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG";
const ALLOCATIONS_PAGE = `${FUNDING}/2022-to-2023`;
const WORKBOOK = `${ALLOCATIONS_PAGE}/facsimile/dedicated-schools-grant_2022-to-2023_published-20-07-2023.ods`;
const STATISTICS = "https://explore-education-statistics.service.gov.uk/find-statistics";
const RELEASES = "https://content.explore-education-statistics.service.gov.uk/api/releases";

/** Just more than a workbook, or all of a zip, may unpack to; a zip of it has under 1 MB. */
const bomb = () => new Uint8Array(200_000_001);

/** The archive's documents as the department publishes them; 2022-23 is the year that fails. */
export const faultedAllocations: FaultedSource = {
  id: "dsg-allocations",
  addresses: { listing: /DSG\/2022-to-2023$/, document: /2022-to-2023_published-20-07-2023\.ods$/ },
  status: { listing: "partial", document: "partial" },
  publisher: async () => new ArchivePublisher("live"),
  changes: {
    "changed-markup": {
      what: "the page has no such link any more",
      make: (site) => site.change(ALLOCATIONS_PAGE, REDESIGNED),
      status: "partial",
      expected: { kind: "nothing-listed", words: /no link for all local authorities/ },
    },
    "renamed-heading": {
      what: "the workbook calls the column otherwise",
      make: async (site) =>
        site.change(
          WORKBOOK,
          repacked(
            await site.original(WORKBOOK),
            (path) => path === "content.xml",
            (bytes) => renamed(bytes, "High needs block", "Additional support"),
          ),
        ),
      status: "partial",
      expected: { kind: "missing-heading", words: /high needs block/i },
    },
    "zip-bomb": {
      what: "a small workbook unpacks to a huge one",
      make: async (site) =>
        site.change(
          WORKBOOK,
          repacked(await site.original(WORKBOOK), (path) => path === "content.xml", bomb),
        ),
      status: "partial",
      expected: { kind: "unreadable-document", words: /unpacks to \d+ MB/ },
    },
  },
};

export const faultedOutturn = faultedRelease(
  "section-251-outturn",
  "la-and-school-expenditure",
  "facsimile-2023-24",
  ["category_of_expenditure", "line_of_return"],
);

export const faultedPlans = faultedRelease("ehc-plans", "education-health-and-care-plans", "facsimile-2025", [
  ",ehcplans,",
  ",plans_in_all,",
]);

/** A release of Explore education statistics: one page, one zip. */
function faultedRelease(
  id: PublicationId,
  page: string,
  release: string,
  [heading, otherHeading]: readonly [string, string],
): FaultedSource {
  const files = `${RELEASES}/${release}/files`;
  const isTable = (path: string) => /^data\/.*\.csv$/.test(path);
  return {
    id,
    addresses: {
      listing: new RegExp(`/find-statistics/${page}$`),
      document: new RegExp(`/${release}/files$`),
    },
    status: { listing: "failed", document: "failed" },
    publisher: async () => new ArchivePublisher("live"),
    changes: {
      "changed-markup": {
        what: "the page doesn't carry its release any more",
        make: (site) => site.change(`${STATISTICS}/${page}`, REDESIGNED),
        status: "failed",
        expected: { kind: "nothing-listed", words: /doesn't say which release is current/ },
      },
      "renamed-heading": {
        what: "the table calls a column otherwise",
        make: async (site) =>
          site.change(
            files,
            repacked(await site.original(files), isTable, (bytes) => renamed(bytes, heading, otherHeading)),
          ),
        status: "held",
        expected: { kind: "missing-heading", words: /No file of the release has the headings/ },
      },
      "zip-bomb": {
        what: "a small zip unpacks to a huge one",
        make: async (site) => site.change(files, repacked(await site.original(files), isTable, bomb)),
        status: "failed",
        expected: { kind: "unreadable-document", words: /unpack to more than/ },
      },
    },
  };
}
