import type { Meta } from "@/shapes/api-shapes";

/**
 * The page's figures as a schema.org Dataset, for search engines and reference managers. Not shown, not run. The
 * practice set isn't described to anybody.
 */
export function DatasetDescription({
  name,
  description,
  address,
  downloads,
  meta: { generatedAt, practice, attribution },
}: {
  readonly name: string;
  readonly description: string;
  /** The whole permanent address of the page. */
  readonly address: string;
  /** Whole addresses of files with these figures. */
  readonly downloads: readonly {
    readonly address: string;
    readonly mediaType: "text/csv" | "application/json";
  }[];
  readonly meta: Pick<Meta, "generatedAt" | "practice" | "attribution">;
}) {
  if (practice) return null;
  const dataset = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    ...{ name, description, url: address, identifier: address, dateModified: generatedAt },
    license: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    creditText: attribution,
    isAccessibleForFree: true,
    inLanguage: "en-GB",
    spatialCoverage: { "@type": "Place", name: "England" },
    creator: { "@type": "Organization", name: "Safety Valve Tracker", url: new URL("/", address).href },
    distribution: downloads.map((file) => ({
      "@type": "DataDownload",
      contentUrl: file.address,
      encodingFormat: file.mediaType,
    })),
  };
  // A name with a closing tag in it must not close the element.
  const json = JSON.stringify(dataset).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the contents of a script element can't be written otherwise.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
