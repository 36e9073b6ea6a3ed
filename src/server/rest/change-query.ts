import { z } from "zod";
import { londonDay } from "@/domain/calendar-date";
import { CHANGE_KINDS } from "@/domain/changes/change";
import type { ChangePosition } from "@/present/changes";
import { readCode, readWith } from "./read-parameter";

export const CHANGE_PARAMETERS = ["since", "authority", "kind", "include", "cursor", "limit"] as const;

export interface ChangeQuery {
  readonly since: Date | undefined;
  readonly authority: string | undefined;
  readonly kind: (typeof CHANGE_KINDS)[number] | undefined;
  readonly withNotNews: boolean;
  readonly cursor: ChangePosition | null;
  readonly limit: number;
}

const LIMIT = { usual: 100, most: 500 };
const HOUR_MS = 3_600_000;

/**
 * Reads the parameters of `/api/v1/changes`.
 *
 * @throws Problem (400) naming the parameter and what it may be
 */
export function readChangeQuery(parameters: URLSearchParams): ChangeQuery {
  const given = (name: (typeof CHANGE_PARAMETERS)[number]) => parameters.get(name) ?? undefined;
  return {
    since: readWith(
      given("since"),
      readSince,
      "since",
      "a date (2026-11-01) or an instant (2026-11-01T09:00:00Z)",
    ),
    authority: readWith(
      given("authority"),
      readCode,
      "authority",
      "an ONS code, a DfE code or an address name",
    ),
    kind: readWith(
      given("kind"),
      (text) => CHANGE_KINDS.find((kind) => kind === text) ?? null,
      "kind",
      `one of ${CHANGE_KINDS.join(", ")}`,
    ),
    withNotNews:
      readWith(given("include"), (text) => text === "not-news" || null, "include", "not-news") ?? false,
    cursor: readWith(given("cursor"), readCursor, "cursor", "the nextCursor of an earlier answer") ?? null,
    limit:
      readWith(given("limit"), readLimit, "limit", `a whole number from 1 to ${LIMIT.most}`) ?? LIMIT.usual,
  };
}

/** A day begins at midnight in London. */
function readSince(text: string): Date | null {
  if (z.iso.date().safeParse(text).success) {
    const midnight = Date.parse(`${text}T00:00:00Z`);
    const summer = new Date(midnight - HOUR_MS);
    return londonDay(summer) === text ? summer : new Date(midnight);
  }
  // A plus sign that wasn't escaped arrives as a space.
  const instant = text.replace(" ", "+");
  return z.iso.datetime({ offset: true }).safeParse(instant).success ? new Date(instant) : null;
}

function readLimit(text: string): number | null {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= LIMIT.most ? limit : null;
}

export function writeCursor({ detectedAt, id }: ChangePosition): string {
  return Buffer.from(`${detectedAt.toISOString()} ${id}`).toString("base64url");
}

export function readCursor(text: string): ChangePosition | null {
  const [instant = "", id = ""] = Buffer.from(text, "base64url").toString("latin1").split(" ");
  const known = z.iso.datetime().safeParse(instant).success && /^\d{1,9}$/.test(id);
  return known ? { detectedAt: new Date(instant), id: Number(id) } : null;
}
