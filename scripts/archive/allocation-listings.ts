import { type FinancialYear, startYear, yearInAddress } from "@/domain/financial-year";
import {
  type AllocationEdition,
  allocationEditions,
  editionFileName,
  yearInTitle,
} from "./allocation-editions";
import { allocationWorkbook } from "./allocation-workbook";
import { type ArchiveDocument, MEDIA_TYPES, REBUILT, textBytes } from "./archive-document";
import { type FigureFiles, groupedBy } from "./figure-rows";
import { escaped } from "./ods";

/**
 * The allocation workbooks and, for each year, the publisher's page that links to them.
 *
 * @param origin what each says of itself: that it isn't the publication
 */
export function allocationDocuments(figures: FigureFiles, origin: string = REBUILT): ArchiveDocument[] {
  const byYear = groupedBy(allocationEditions(figures), (edition) => edition.year);
  return [...byYear].flatMap(([year, editions]) => {
    // The figures of 2019-20 were an attachment on GOV.UK; later years are on the funding service.
    const listing =
      startYear(year) < 2020 ? contentEntry(year, editions, origin) : fundingPage(year, editions, origin);
    const workbooks = editions.map((edition) => ({
      url: workbookAddress(listing.url, edition),
      mediaType: MEDIA_TYPES.ods,
      title: `Dedicated schools grant (DSG): ${yearInTitle(year)} allocations`,
      publishedOn: edition.publishedOn,
      citation: edition.citation,
      bytes: allocationWorkbook(edition, origin),
    }));
    return [listing, ...workbooks];
  });
}

/** The publisher's own address of the file isn't known, so it lies under the page that lists it. */
function workbookAddress(listing: string, edition: AllocationEdition): string {
  return `${listing}/facsimile/${editionFileName(edition)}`;
}

function fundingPage(
  year: FinancialYear,
  editions: readonly AllocationEdition[],
  origin: string,
): ArchiveDocument {
  const url = `https://skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG/${yearInAddress(year)}`;
  const title = `Dedicated schools grant (DSG) ${yearInTitle(year)}`;
  const newestFirst = [...editions].reverse();
  const links = newestFirst.map((edition) => {
    const undated = edition.publishedOn ? "" : " (copy that does not state its publication date)";
    const path = new URL(workbookAddress(url, edition)).pathname;
    return `<li><a class="govuk-link" href="${escaped(path)}">Download DSG allocations for all local authorities and regions${undated}</a></li>`;
  });
  const page = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<main>
<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body">${origin}</p>
<ul class="govuk-list">
${links.join("\n")}
</ul>
</main>
</body>
</html>
`;
  return {
    url,
    mediaType: MEDIA_TYPES.html,
    title,
    publishedOn: null,
    citation: null,
    bytes: textBytes(page),
  };
}

function contentEntry(
  year: FinancialYear,
  editions: readonly AllocationEdition[],
  origin: string,
): ArchiveDocument {
  const basePath = `/government/publications/dedicated-schools-grant-dsg-${yearInAddress(year)}`;
  const url = `https://www.gov.uk/api/content${basePath}`;
  const title = `Dedicated schools grant (DSG): ${yearInTitle(year)}`;
  const attachments = editions.map((edition) => ({
    attachment_type: "file",
    content_type: MEDIA_TYPES.ods,
    filename: editionFileName(edition),
    id: editionFileName(edition),
    title: `DSG allocations ${yearInTitle(year)} for all local authorities`,
    url: workbookAddress(url, edition),
  }));
  const entry = {
    base_path: basePath,
    title,
    description: origin,
    schema_name: "publication",
    locale: "en",
    details: {
      body: `<p>${origin}</p>`,
      attachments,
      featured_attachments: attachments.map((attachment) => attachment.id),
    },
    links: {},
  };
  const bytes = textBytes(`${JSON.stringify(entry, null, 2)}\n`);
  return { url, mediaType: MEDIA_TYPES.json, title, publishedOn: null, citation: null, bytes };
}
