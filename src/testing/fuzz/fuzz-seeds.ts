import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FetchedDocument, PublicationId } from "@/sources/publication";
import { EDITION } from "../allocation-editions";
import { makeExcel, makeOds, makeXlsx } from "../make-workbook";

/** What is mutated and counted together. A table is a CSV file, or a zip of them. */
export const FUZZ_KINDS = ["pdf", "workbook", "page", "table"] as const;
export type FuzzKind = (typeof FUZZ_KINDS)[number];

/** A document that is read well as it stands, and whose reader it is. */
export interface FuzzSeed {
  readonly name: string;
  readonly kind: FuzzKind;
  readonly publication: PublicationId;
  /** Whether the publication looks in it for documents. */
  readonly isListing: boolean;
  /** Seeds that take long to read come up less often. */
  readonly weight: number;
  readonly document: FetchedDocument;
}

const AGREEMENTS = "src/sources/safety-valve-agreements/fixtures/agreements";
const AGREEMENTS_PAGE =
  "https://www.gov.uk/government/publications/dedicated-schools-grant-very-high-deficit-intervention";

/** All seeds, in an order that only changes with the documents themselves. */
export function fuzzSeeds(root = process.cwd()): readonly FuzzSeed[] {
  return [
    ...agreements(root),
    ...archived(root, "archive"),
    ...archived(root, "archive/practice"),
    ...made(),
  ];
}

function agreements(root: string): FuzzSeed[] {
  const folder = join(root, AGREEMENTS);
  return readdirSync(folder)
    .filter((file) => /\.(?:pdf|html)$/.test(file))
    .sort()
    .map((file) => {
      const { title, url } = JSON.parse(readFileSync(join(folder, file.replace(/\.\w+$/, ".json")), "utf8"));
      return seed(file, file.endsWith(".pdf") ? "pdf" : "page", "safety-valve-agreements", {
        document: { url, title, bytes: bytesOf(join(folder, file)) },
      });
    });
}

interface Archived {
  readonly url: string;
  readonly path: string;
  readonly title: string;
}

/** The documents of an archive. Of England's, the workbooks are large, so they come up less often. */
function archived(root: string, folder: string): FuzzSeed[] {
  const manifests = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter(
      (path) =>
        /(?:^|[\\/])manifest\.json$/.test(path) && (folder !== "archive" || !path.includes("practice")),
    )
    .sort()
    .map((path) => JSON.parse(readFileSync(join(root, folder, path), "utf8")));
  const documents = new Map<string, Archived>(
    manifests.flatMap((manifest) => manifest.documents.map((each: Archived) => [each.path, each])),
  );
  return [...documents.values()].flatMap(({ url, path, title }) => {
    const publication = publicationOf(url);
    const file = join(root, folder, path);
    if (publication === null || !existsSync(file)) return [];
    const bytes = bytesOf(file);
    const kind = kindOf(path);
    return [
      seed(path, kind, publication, {
        document: { url, title, bytes },
        isListing: kind === "page",
        weight: bytes.length > 40_000 ? 1 : 8,
      }),
    ];
  });
}

function publicationOf(url: string): PublicationId | null {
  const known: readonly (readonly [RegExp, PublicationId])[] = [
    [/^repository:.*\/register\//, "evidence-register"],
    [/^repository:.*\/local_authorities\.csv$/, "local-authorities"],
    [/^repository:/, "local-authorities"],
    [/assets\.publishing|very-high-deficit-intervention/, "safety-valve-agreements"],
    [/skillsfunding|dsg-20\d\d/, "dsg-allocations"],
    [/facsimile-\d{4}-\d\d\/|la-and-school-expenditure/, "section-251-outturn"],
    [/facsimile-\d{4}\/|education-health-and-care-plans/, "ehc-plans"],
  ];
  return known.find(([pattern]) => pattern.test(url))?.[1] ?? null;
}

function kindOf(path: string): FuzzKind {
  if (path.endsWith(".pdf")) return "pdf";
  if (/\.(?:ods|xlsx?)$/.test(path)) return "workbook";
  return /\.(?:html|json)$/.test(path) ? "page" : "table";
}

/** Invented documents in forms that the archive doesn't hold. */
function made(): FuzzSeed[] {
  const address = "https://skillsfunding.service.gov.uk/download/allocations";
  const workbooks: Readonly<Record<string, readonly [Uint8Array, weight: number]>> = {
    "edition.ods": [makeOds(EDITION), 24],
    "edition.xlsx": [makeXlsx(EDITION), 24],
    // Refused as a whole.
    "edition.xls": [makeExcel(EDITION, "biff8"), 2],
  };
  const page = { url: AGREEMENTS_PAGE, title: null, bytes: new TextEncoder().encode(WEB_PAGE) };
  return [
    ...Object.entries(workbooks).map(([name, [bytes, weight]]) =>
      seed(name, "workbook", "dsg-allocations", {
        document: { url: `${address}/${name}`, title: "DSG allocations for all local authorities", bytes },
        weight,
      }),
    ),
    seed("agreements.html", "page", "safety-valve-agreements", {
      document: page,
      isListing: true,
      weight: 24,
    }),
  ];
}

const WEB_PAGE = `<!DOCTYPE html><html lang="en"><head><title>Agreements</title></head><body><main><h1>Dedicated schools grant: very high deficit intervention</h1>${[
  "Exampleshire",
  "Sampleton",
  "Testbury",
]
  .map(
    (name) =>
      `<section class="gem-c-attachment"><h3 class="gem-c-attachment__title"><a href="https://assets.publishing.service.gov.uk/media/1/${name}.pdf">${name}: dedicated schools grant \u2018safety valve\u2019 agreement 2021-2022</a></h3></section>`,
  )
  .join(
    "",
  )}<div id="details"><p>The agreements of 2021-22 &amp; later.</p><ul><li>one<ul><li>two</li></ul></li></ul></div><ol class="gem-c-published-dates__list"><li class="gem-c-published-dates__change-item"><time datetime="2022-03-24T10:00:00Z">24 March 2022</time><p class="gem-c-published-dates__change-note">First published.</p></li></ol></main></body></html>`;

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

function seed(
  name: string,
  kind: FuzzKind,
  publication: PublicationId,
  {
    document,
    isListing = false,
    weight = 8,
  }: {
    readonly document: Pick<FetchedDocument, "url" | "title" | "bytes">;
    readonly isListing?: boolean;
    readonly weight?: number;
  },
): FuzzSeed {
  return {
    ...{ name, kind, publication, isListing, weight },
    document: { ...document, mediaType: null, origin: "live" },
  };
}
