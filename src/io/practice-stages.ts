import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Fetched, Fetcher } from "@/context";
import { type CalendarDate, readCalendarDate } from "@/domain/calendar-date";
import { createBundledFetcher } from "./bundled-fetcher";

export const PRACTICE_FOLDER = "archive/practice";

/** The practice archive as it stood on one day. */
export interface PracticeStage {
  readonly day: CalendarDate;
  /** The stage's manifest, for whoever asks whether the stage has changed. */
  readonly manifest: string;
  readonly fetcher: Fetcher;
}

/**
 * The stages of the practice archive, oldest first: each a folder named by its day, with a manifest of all that had
 * been published by then.
 *
 * @throws when there is none: the archive comes with the project
 */
export function practiceStages(folder: string = PRACTICE_FOLDER): readonly PracticeStage[] {
  const stages = readdirSync(folder)
    .sort()
    .flatMap((name): PracticeStage[] => {
      const day = readCalendarDate(name);
      if (day === null) return [];
      const manifest = `${name}/manifest.json`;
      return [{ day, manifest: join(folder, manifest), fetcher: createBundledFetcher(folder, manifest) }];
    });
  if (stages.length === 0) throw new Error(`${folder} holds no stage; restore it from the repository.`);
  return stages;
}

/** What practice has in place of the publishers: nobody is asked about invented councils. */
export const nobody: Fetcher = {
  origin: "live",
  fetch: async (): Promise<Fetched> => ({ kind: "refused", reason: "practice asks no publisher" }),
};
