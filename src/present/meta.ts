import type { Meta } from "@/shapes/api-shapes";
import { countingFigures } from "./current-figures";
import type { Reading } from "./summaries";

const LICENCE = "Open Government Licence v3.0";

/** As the Open Government Licence asks for, https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/ */
const ATTRIBUTION =
  "Contains public sector information licensed under the Open Government Licence v3.0. Figures published by the Department for Education, English councils and Parliament; each names its own source.";

const INVENTED = "Invented for practice: no such council or figure exists.";

/**
 * What every answer says of the store as a whole.
 *
 * `generatedAt` is when the store was last brought up to date, not when somebody asked: unless a job
 * has run in between, two answers are equal to the byte and a cache can say so.
 *
 * @param practice whether the store is the practice set's, as the process was told
 */
export async function presentMeta({
  database,
  clock,
  practice = false,
}: Reading & { readonly practice?: boolean }): Promise<Meta> {
  const [counting, lastRun, live] = await Promise.all([
    countingFigures(database),
    database.ingestionRun.aggregate({ _max: { finishedAt: true } }),
    database.sourceAddress.aggregate({ where: { origin: "live" }, _max: { lastReachedAt: true } }),
  ]);
  const editions = await database.edition.findMany({
    where: { id: { in: [...counting.keys()] } },
    select: { publicationId: true, origin: true },
  });
  return {
    generatedAt: (lastRun._max.finishedAt ?? clock.now()).toISOString(),
    restsOn: restsOn(editions),
    practice,
    liveLastReachedAt: live._max.lastReachedAt?.toISOString() ?? null,
    licence: practice ? INVENTED : LICENCE,
    attribution: practice ? INVENTED : ATTRIBUTION,
  };
}

/**
 * The project's own record and the reference list come from the repository in every mode, so they say
 * nothing about where the published figures come from.
 */
export function restsOn(
  editions: readonly { readonly publicationId: string; readonly origin: string }[],
): Meta["restsOn"] {
  const origins = new Set(
    editions
      .filter(({ publicationId, origin }) => origin !== "register" && publicationId !== "local-authorities")
      .map(({ origin }) => origin),
  );
  if (origins.has("live")) return origins.has("archive") ? "mixed" : "live";
  return origins.has("archive") ? "archive" : "nothing";
}
