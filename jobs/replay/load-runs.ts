import type { Context } from "@/context";
import type { Origin } from "@/domain/provenance";
import type { Capture, IngestionRun } from "@/generated/prisma/client";
import { publications } from "@/sources/registry";

/** What an address answered in a run. */
export interface PastAnswer {
  readonly url: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly capture: PastCapture | null;
  readonly at: Date;
  /** When the document was read; null where it wasn't. */
  readonly readAt: Date | null;
}

export type PastCapture = Capture & { readonly snapshot: { readonly mediaType: string } };

/** One publication's part of a run. */
export interface PastPart {
  readonly publicationId: string;
  readonly origin: Origin;
  /** In the order of asking. */
  readonly answers: readonly PastAnswer[];
  /** True where it's only known which documents were new, as of runs that were killed. */
  readonly isPieced: boolean;
}

export interface PastRun extends Pick<IngestionRun, "id" | "job" | "trigger" | "status" | "startedAt"> {
  readonly finishedAt: Date;
  /** Whether it was read to its end. */
  readonly isWhole: boolean;
  readonly parts: readonly PastPart[];
}

const WHOLE = ["ok", "partial"];

/** The runs that brought anything new, in their order, with what each met. */
export async function loadRuns({ database }: Context): Promise<readonly PastRun[]> {
  const runs = await database.ingestionRun.findMany({
    where: { OR: [{ answers: { some: {} } }, { captures: { some: {} } }] },
    include: {
      sources: { select: { publicationId: true, origin: true } },
      answers: { include: { capture: { include: { snapshot: true } } }, orderBy: { id: "asc" } },
      captures: { include: { snapshot: true }, orderBy: { id: "asc" } },
    },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
  });
  const readings = await database.reading.findMany({
    select: { runId: true, captureId: true, readAt: true },
  });
  const readIn = new Map(readings.map(({ runId, captureId, readAt }) => [`${runId} ${captureId}`, readAt]));

  return runs.map(({ answers, captures, sources, ...run }) => {
    const parts = publications.flatMap(({ id }): PastPart[] => {
      const kept = answers.filter(({ publicationId }) => publicationId === id);
      const [first] = kept;
      if (first) {
        const origin = first.origin as Origin;
        const told = kept.map(({ url, outcome, reason, capture, answeredAt, readAt }) => ({
          ...{ url, outcome, reason, capture, readAt },
          at: capture?.runId === run.id ? capture.retrievedAt : answeredAt,
        }));
        return [{ publicationId: id, origin, answers: told, isPieced: false }];
      }
      const met = captures.filter(({ publicationId }) => publicationId === id);
      const origin = met[0]?.origin ?? sources.find(({ publicationId }) => publicationId === id)?.origin;
      if (met.length === 0 || origin === undefined) return [];
      const pieced = met.map((capture) => ({
        ...{ url: capture.url, outcome: "fetched", reason: null, capture, at: capture.retrievedAt },
        readAt: readIn.get(`${run.id} ${capture.id}`) ?? null,
      }));
      return [{ publicationId: id, origin: origin as Origin, answers: pieced, isPieced: true }];
    });
    const last = parts.flatMap((part) => part.answers.map(({ at, readAt }) => readAt ?? at)).at(-1);
    return {
      ...run,
      finishedAt: run.finishedAt ?? last ?? run.startedAt,
      isWhole: WHOLE.includes(run.status),
      parts,
    };
  });
}
