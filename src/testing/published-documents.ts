import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import type { CalendarDate } from "@/domain/calendar-date";
import { CouncilRegister } from "@/domain/local-authority/council-register";
import type { LocalAuthority } from "@/domain/local-authority/local-authority";
import type { FetchedDocument } from "@/sources/publication";

/** A file beside the test: `fixture(import.meta.url, "fixtures/caseload.csv")`. */
export function fixture(test: string, path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, test)));
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function documentOf(
  content: Uint8Array | string,
  url = "https://example.org/document",
): FetchedDocument {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  return { url, title: null, mediaType: null, bytes, origin: "live" };
}

/** A release as Explore education statistics packs it. */
export function releaseZip(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === "string" ? bytesOf(content) : content,
      ]),
    ),
  );
}

/** What a reading looks like once it is JSON: the form in which golden files keep it. */
export function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export function inventedCouncil(
  dfeCode: string,
  name: string,
  other: Partial<LocalAuthority> = {},
): LocalAuthority {
  return {
    dfeCode,
    gssCode: `X990000${dfeCode.slice(1)}`,
    name,
    slug: name.toLowerCase(),
    region: "Outer Example",
    type: "county",
    validFrom: "2009-01-01" as CalendarDate,
    validTo: null,
    predecessorGssCodes: [],
    successorGssCodes: [],
    spellings: [],
    centroid: null,
    ...other,
  };
}

export const FOUR_COUNCILS = [
  inventedCouncil("X01", "Exampleshire"),
  inventedCouncil("X02", "Sampleton"),
  inventedCouncil("X03", "Testbury"),
  inventedCouncil("X04", "Mockham"),
];

export const fourCouncils = new CouncilRegister(FOUR_COUNCILS);
