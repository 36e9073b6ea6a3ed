import { createHash } from "node:crypto";
import type { Context } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import type { Correction } from "@/domain/corrections/correction";
import { FLAG_RULES } from "@/domain/flags/rules";
import type { CouncilDossier } from "@/domain/verdicts/held-figures";
import { VERDICT_RULE_VERSION } from "@/domain/verdicts/verdict";
import { loadThresholds } from "@/store/load-thresholds";
import { assessCouncil } from "./assess-council";
import { dossiersOf } from "./dossiers-of";
import { loadDigests } from "./load-digests";
import { correctionsByCouncil, loadHeldRows } from "./load-held-rows";
import { loadNews } from "./load-news";
import { placesOf } from "./places-of";
import { type StoredChanges, storeAssessment } from "./store-assessment";

export interface AssessmentOutcome extends StoredChanges {
  readonly councils: number;
  /** Of these, how many had nothing new to look at. */
  readonly unchanged: number;
  readonly durationMs: number;
}

/**
 * Judges every council by what is held today, and keeps what came of it.
 *
 * A council is looked at anew only when its figures, the thresholds, a rule or the day have changed since;
 * judging the same again changes nothing. One council is stored whole or not at all.
 */
export async function assess(context: Context): Promise<AssessmentOutcome> {
  const started = performance.now();
  const { database, clock } = context;
  const now = clock.now();
  const today = londonDay(now);
  const [rows, thresholds, last] = await Promise.all([
    loadHeldRows(database),
    loadThresholds(database),
    loadDigests(database),
  ]);
  const places = placesOf(rows);
  const dossiers = dossiersOf(rows);
  const corrections = correctionsByCouncil(rows);
  const assessed = [...last.values()].map(({ assessedAt }) => assessedAt.getTime());
  const news = await loadNews(database, rows, new Date(Math.min(now.getTime(), ...assessed)), today);
  const changes = { raised: 0, worsened: 0, eased: 0, cleared: 0 };
  let unchanged = 0;
  for (const [dfeCode, dossier] of dossiers) {
    const digest = digestOf(dossier, corrections.get(dfeCode) ?? [], thresholds, today);
    const before = last.get(dfeCode);
    if (before?.digest === digest) {
      unchanged += 1;
      continue;
    }
    const assessment = assessCouncil(dossier, { thresholds, today });
    const latest = news.get(dfeCode);
    const stored = await database.$transaction((transaction) =>
      storeAssessment(transaction, assessment, places, {
        digest,
        now,
        // What a first look finds was there before.
        news: before !== undefined && latest !== undefined && latest > before.assessedAt,
      }),
    );
    for (const kind of Object.keys(changes) as (keyof typeof changes)[]) changes[kind] += stored[kind];
  }
  return {
    councils: dossiers.size,
    unchanged,
    ...changes,
    durationMs: Math.round(performance.now() - started),
  };
}

/** Raised with every change of what is kept of an assessment, so that it's made anew. */
const ASSESSMENT_VERSION = "4";

/** Of all that an assessment depends on. */
function digestOf(
  dossier: CouncilDossier,
  corrections: readonly Correction[],
  thresholds: object,
  today: string,
): string {
  const rules = FLAG_RULES.map(({ name, version }) => `${name} ${version}`);
  const hash = createHash("sha256");
  hash.update(JSON.stringify([ASSESSMENT_VERSION, VERDICT_RULE_VERSION, rules, thresholds, dossier]));
  // The sums are in the dossier; evidence names the reason and the source as well.
  for (const { publishedPence, reason, citationTitle, citationUrl, correctedOn } of corrections) {
    hash.update(JSON.stringify([Number(publishedPence), reason, citationTitle, citationUrl, correctedOn]));
  }
  // A council without a promise isn't judged by the calendar.
  if (dossier.signed) hash.update(today);
  return hash.digest("hex");
}
