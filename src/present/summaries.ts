import type { Context } from "@/context";
import { type CalendarDate, londonDay } from "@/domain/calendar-date";
import type { Summary } from "@/shapes/api-shapes";
import type { CouncilEntry } from "./councils";
import type { SourceBook } from "./figure-source";
import { type HeldOutturn, latestOutturn, presentOutturn } from "./outturns";
import type { Programmes } from "./programmes";

/** What reading asks of the world: the store, and what day it is. */
export type Reading = Pick<Context, "database" | "clock">;

export function today({ clock }: Reading): CalendarDate {
  return londonDay(clock.now());
}

export function summaryOf(
  { record, slug }: CouncilEntry,
  programmes: Programmes,
  held: readonly HeldOutturn[],
  book: SourceBook,
): Summary {
  const latest = latestOutturn(held);
  const hidden = programmes.hiddenOf(record.dfeCode);
  return {
    gssCode: record.gssCode,
    dfeCode: record.dfeCode,
    name: record.commonName,
    slug,
    region: record.region,
    type: record.type,
    programme: programmes.programmeOf(record.dfeCode),
    status: programmes.statusOf(record.dfeCode),
    latestOutturn: latest === null ? null : presentOutturn(latest, book),
    openFlags: programmes.openFlagsOf(record.dfeCode),
    ...(hidden === null ? {} : { verdictsHidden: hidden }),
  };
}
