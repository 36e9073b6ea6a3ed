import { type CalendarDate, londonDay } from "@/domain/calendar-date";
import type { Finding } from "@/domain/finding";
import { readNextData } from "@/formats/next-data";
import type { FetchedDocument, ListedDocuments } from "../publication";

const CONTENT = "https://content.explore-education-statistics.service.gov.uk/api/releases";

/** Where the site has kept the release it shows, newest form first. */
const RELEASE_NAMES = [
  "releaseVersion",
  "releaseVersionSummary",
  "release",
  "latestReleaseVersion",
  "latestRelease",
];

interface Release {
  readonly versionId: string;
  readonly title: string;
  readonly published: CalendarDate | null;
}

/**
 * Finds the current release on an Explore education statistics publication page.
 *
 * The page carries its content as JSON whose shape changes with the site; what is looked for is an object
 * under a release's name that has an id and says which release it is, wherever it stands. An amended
 * release has a new id, so the address of its files is new too.
 */
export function findRelease(listing: FetchedDocument): ListedDocuments {
  const nextData = readNextData(new TextDecoder().decode(listing.bytes));
  if (nextData.kind === "none") return notUnderstood(nextData.reason);
  const release = releaseIn(nextData.value);
  if (!release) return notUnderstood("its JSON names no release with an id");
  return {
    documents: [
      {
        url: `${CONTENT}/${release.versionId}/files`,
        title: release.title,
        publishedOn: release.published,
        purpose: "figures",
      },
    ],
    findings: [],
  };
}

function notUnderstood(met: string): ListedDocuments {
  const finding: Finding = {
    kind: "nothing-listed",
    severity: "stop",
    message:
      "The publication page doesn't say which release is current, so its files can't be found. Yesterday's figures stand; compare the page with what the reader expects.",
    expected: `a release version's id in __NEXT_DATA__, under one of ${RELEASE_NAMES.join(", ")}`,
    met,
  };
  return { documents: [], findings: [finding] };
}

type Json = Readonly<Record<string, unknown>>;

function releaseIn(value: unknown): Release | null {
  const met = objectsIn(value);
  for (const name of RELEASE_NAMES) {
    for (const [key, object] of met) {
      const release = key === name ? readRelease(object, "id") : null;
      if (release) return release;
    }
  }
  // Under another name: something that names the version it is, or that has what only releases have.
  for (const [, object] of met) {
    const release = readRelease(object, "releaseVersionId");
    if (release) return release;
  }
  for (const [key, object] of met) {
    const release = isListed(key) || textOf(object, "yearTitle") === null ? null : readRelease(object, "id");
    if (release) return release;
  }
  return null;
}

/** Entries of a list are the releases there have been, the current one among them or not. */
function isListed(key: string): boolean {
  return /^\d+$/.test(key);
}

/** Every object with the name it stands under, nearest to the root first. */
function objectsIn(root: unknown): [string, Json][] {
  const met: [string, Json][] = [];
  let level: [string, unknown][] = [["", root]];
  while (level.length > 0) {
    const next: [string, unknown][] = [];
    for (const [name, value] of level) {
      if (typeof value !== "object" || value === null) continue;
      if (!Array.isArray(value)) met.push([name, value as Json]);
      next.push(...Object.entries(value));
    }
    level = next;
  }
  return met;
}

/** An id alone isn't enough: a reference to a release elsewhere has one too, without a name or slug. */
function readRelease(object: Json, idName: "id" | "releaseVersionId"): Release | null {
  const versionId = textOf(object, idName);
  const title = textOf(object, "title") ?? textOf(object, "yearTitle") ?? textOf(object, "slug");
  if (versionId === null || title === null || !/^[\w-]+$/.test(versionId)) return null;
  const published = new Date(textOf(object, "published") ?? Number.NaN);
  return { versionId, title, published: Number.isNaN(published.getTime()) ? null : londonDay(published) };
}

function textOf(object: Json, name: string): string | null {
  const value = object[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
