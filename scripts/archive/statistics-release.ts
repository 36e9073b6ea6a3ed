import type { Citation } from "@/domain/provenance";
import { type ArchiveDocument, MEDIA_TYPES, REBUILT, textBytes } from "./archive-document";
import { escaped } from "./ods";
import { reproducibleZip } from "./reproducible-zip";

/** A release on Explore education statistics: its publication page and the zip of its files. */
export interface StatisticsRelease {
  readonly publication: { readonly slug: string; readonly title: string };
  readonly slug: string;
  /** `Financial year 2023-24`. */
  readonly title: string;
  readonly yearTitle: string;
  readonly citation: Citation;
  /** What its documents say of themselves, where that isn't that they were rebuilt from published figures. */
  readonly origin?: string;
  readonly files: readonly ReleaseFile[];
}

export interface ReleaseFile {
  readonly name: string;
  readonly title: string;
  /** What is in it and what isn't, for the data guidance. */
  readonly guidance: string;
  readonly csv: string;
}

const SITE = "https://explore-education-statistics.service.gov.uk";
const CONTENT = "https://content.explore-education-statistics.service.gov.uk";

export function releaseDocuments(release: StatisticsRelease): ArchiveDocument[] {
  return [publicationPage(release), releaseZip(release)];
}

function releaseId(release: StatisticsRelease): string {
  return `facsimile-${release.slug}`;
}

function releaseZip(release: StatisticsRelease): ArchiveDocument {
  const { publication, title, files, citation } = release;
  const guidance = [
    publication.title,
    title,
    "",
    release.origin ?? REBUILT,
    `Figures taken from: ${citation.title}`,
    `${citation.url}`,
    "",
    "Data files",
    ...files.flatMap((file) => [
      "",
      file.title,
      "",
      `Filename: ${file.name}`,
      `Content summary: ${file.guidance}`,
    ]),
    "",
  ].join("\r\n");
  return {
    url: `${CONTENT}/api/releases/${releaseId(release)}/files`,
    mediaType: MEDIA_TYPES.zip,
    title: `${publication.title}: ${title}`,
    publishedOn: null,
    citation,
    bytes: reproducibleZip([
      ...files.map((file) => ({ path: `data/${file.name}`, content: file.csv })),
      { path: "data-guidance/data-guidance.txt", content: guidance },
    ]),
  };
}

function publicationPage(release: StatisticsRelease): ArchiveDocument {
  const { publication, slug, title, yearTitle, files } = release;
  const pageProps = {
    releaseVersion: {
      id: releaseId(release),
      slug,
      title,
      yearTitle,
      latestRelease: true,
      summary: release.origin ?? REBUILT,
      publication,
      downloadFiles: files.map((file) => ({ fileName: file.name, name: file.title, extension: "csv" })),
    },
  };
  const nextData = JSON.stringify(
    { props: { pageProps }, page: "/find-statistics/[publication]/[release]" },
    null,
    2,
  );
  const heading = escaped(publication.title);
  const page = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${heading}, ${title}</title></head>
<body>
<main>
<span class="govuk-caption-xl">${title}</span>
<h1 class="govuk-heading-xl">${heading}</h1>
<p class="govuk-body">${release.origin ?? REBUILT}</p>
</main>
<script id="__NEXT_DATA__" type="application/json">
${nextData.replaceAll("<", "\\u003c")}
</script>
</body>
</html>
`;
  return {
    url: `${SITE}/find-statistics/${publication.slug}`,
    mediaType: MEDIA_TYPES.html,
    title: publication.title,
    publishedOn: null,
    citation: null,
    bytes: textBytes(page),
  };
}
