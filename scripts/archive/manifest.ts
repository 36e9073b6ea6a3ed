import { createHash } from "node:crypto";
import type { CalendarDate } from "@/domain/calendar-date";
import type { Citation } from "@/domain/provenance";
import { type ArchiveDocument, MEDIA_TYPES, pathInArchive, REBUILT } from "./archive-document";
import type { FigureFiles } from "./figure-rows";

export interface ManifestEntry {
  readonly url: string;
  /** Relative to the archive's folder. */
  readonly path: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly title: string;
  readonly publishedOn: CalendarDate | null;
  readonly citation: Citation | null;
  readonly note: string;
}

export interface Manifest {
  readonly documents: readonly ManifestEntry[];
}

const GATHERED = "The project's own file of figures; each row has its citation.";

/** Titles of the files that are themselves read as documents; the others feed the rebuilt ones. */
const FIGURE_TITLES: Readonly<Record<string, string>> = {
  "figures/local_authorities.csv": "Local authorities in England",
  "figures/high_needs_allocations.csv": "High needs block allocations",
  "figures/section_251_balances.csv": "Section 251 outturn, line 1.9.3",
  "figures/ehc_plans.csv": "Education, health and care plans",
  "figures/register/agreements.csv": "Register: safety valve agreements",
  "figures/register/deficit_profile.csv": "Register: planned deficits",
  "figures/register/payments.csv": "Register: payments under the agreements",
  "figures/register/actuals.csv": "Register: deficits at year ends",
  "figures/register/events.csv": "Register: events",
  "figures/register/stability_grant.csv": "Register: High Needs Stability Grant",
  "figures/register/derived_balances.csv": "Register: balances worked back from percentages",
  "figures/register/dbv_authorities.csv": "Register: Delivering Better Value members",
  "figures/register/policy_events.csv": "Register: national policy events",
  "figures/register/national_totals.csv": "Register: national figures",
};

/** What the archive holds, sorted by address. */
export function manifestOf(figures: FigureFiles, documents: readonly ArchiveDocument[]): Manifest {
  const entries = [
    ...[...figures].map(([path, bytes]) => figureEntry(path, bytes)),
    ...documents.map((document) => ({
      url: document.url,
      path: pathInArchive(document),
      mediaType: document.mediaType,
      sha256: sha256(document.bytes),
      size: document.bytes.byteLength,
      title: document.title,
      publishedOn: document.publishedOn,
      citation: document.citation,
      note: REBUILT,
    })),
  ];
  return { documents: entries.sort((a, b) => (a.url < b.url ? -1 : 1)) };
}

function figureEntry(path: string, bytes: Uint8Array): ManifestEntry {
  const title = FIGURE_TITLES[path];
  if (!title)
    throw new Error(`archive/${path} has no title; name it in scripts/archive/manifest.ts or remove it.`);
  return {
    url: `repository:archive/${path}`,
    path,
    mediaType: MEDIA_TYPES.csv,
    sha256: sha256(bytes),
    size: bytes.byteLength,
    title,
    publishedOn: null,
    citation: null,
    note: GATHERED,
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
