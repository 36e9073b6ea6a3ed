import type { DraftFigure, StatementDraft } from "@/domain/dsg/draft-figures";
import type { PrintedCouncil } from "@/domain/local-authority/council-register";
import { EVENT_KINDS } from "@/domain/register/register-columns";
import { hostOf } from "./citation";
import { councilOf, registerFile, sourceOf } from "./register-file";

const COLUMNS = ["la_name", "date", "event_type", "summary", "source_url"] as const;

const STATEMENT_KINDS: Partial<Record<(typeof EVENT_KINDS)[number], StatementDraft<never>["kind"]>> = {
  says_on_track: "on-track",
  says_off_track: "off-track",
};

/** What happened to an agreement, and what was said of it: a statement counts as both. */
export const events = registerFile("events", "events", COLUMNS, (row) => {
  const eventKind = row.oneOf("event_type", EVENT_KINDS);
  const shared = {
    council: councilOf(row),
    date: row.maybe("date", row.partialDate),
    summary: row.words("summary"),
    ...sourceOf(row, "summary"),
  };
  const { title, url } = shared.citation;
  const figures: DraftFigure<PrintedCouncil>[] = [{ type: "event", kind: eventKind, ...shared }];
  const kind = STATEMENT_KINDS[eventKind];
  if (kind)
    figures.push({ type: "statement", kind, value: null, by: url === null ? title : hostOf(url), ...shared });
  return figures;
});
