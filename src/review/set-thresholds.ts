import type { Context } from "@/context";
import { needsRecord, readThreshold, THRESHOLD_NAMES } from "@/domain/verdicts/read-threshold";
import type { Thresholds } from "@/domain/verdicts/thresholds";
import type { PrismaClient } from "@/generated/prisma/client";
import { loadThresholds, thresholdsOf } from "@/store/load-thresholds";
import { recordAudit } from "@/store/record-audit";
import { ReviewProblem } from "./review-problem";
import { statedAddress } from "./stated-address";
import { statedReason } from "./stated-reason";

/** Measures as a person types them; one that isn't there stays as it is. */
export type TypedThresholds = Partial<Readonly<Record<keyof Thresholds, string>>>;

export interface ThresholdsRequest {
  readonly typed: TypedThresholds;
  /** Why, in the words of the person who sets them. */
  readonly reason: string;
  /** What it rests on: a web address. Needed for judging years after 2025-26. */
  readonly source: string | null;
}

export interface ThresholdProblem {
  readonly name: keyof Thresholds;
  readonly message: string;
}

export interface ReadThresholds {
  readonly problems: readonly ThresholdProblem[];
  /** Those that would change, as they are kept. */
  readonly changes: readonly {
    readonly name: keyof Thresholds;
    readonly before: string;
    readonly after: string;
  }[];
  /** All of them, as they would be. */
  readonly proposed: Thresholds;
}

/** What somebody typed, read and held against what is in force. Nothing is stored. */
export async function readThresholds(
  { database }: { readonly database: Pick<PrismaClient, "threshold"> },
  typed: TypedThresholds,
): Promise<ReadThresholds> {
  const now = await loadThresholds(database);
  const problems: ThresholdProblem[] = [];
  const changes: { name: keyof Thresholds; before: string; after: string }[] = [];
  for (const name of THRESHOLD_NAMES) {
    const text = typed[name];
    if (text === undefined) continue;
    const read = readThreshold(name, text);
    if (read.kind === "problem") problems.push({ name, message: read.message });
    else if (read.stored !== String(now[name])) {
      changes.push({ name, before: String(now[name]), after: read.stored });
    }
  }
  const inForce = THRESHOLD_NAMES.map((name) => ({ name, value: String(now[name]) }));
  const proposed = thresholdsOf([...inForce, ...changes.map(({ name, after }) => ({ name, value: after }))]);
  return { problems, changes, proposed };
}

/**
 * Sets measures that the rules use. The earlier values stay in the record; setting them again is how this is taken
 * back. Takes hold with the next assessment.
 *
 * @throws ReviewProblem when a measure can't be read, nothing would change, or a reason or source is missing
 */
export async function setThresholds(
  context: Pick<Context, "database" | "clock" | "actor">,
  { typed, ...request }: ThresholdsRequest,
): Promise<ReadThresholds["changes"]> {
  const reason = statedReason(request.reason);
  const source = request.source?.trim() ? statedAddress(request.source) : null;
  return context.database.$transaction(async (transaction) => {
    // Two people who set the same measure at once: the second is told.
    await transaction.$executeRaw`LOCK TABLE "Threshold" IN SHARE ROW EXCLUSIVE MODE`;
    const { problems, changes, proposed } = await readThresholds({ database: transaction }, typed);
    const [problem] = problems;
    if (problem) throw new ReviewProblem("amount", problem.message);
    if (changes.length === 0) throw new ReviewProblem("wrong-state", "That is what is in force already.");
    const raised =
      changes.some(({ name }) => name === "judgedThrough") && needsRecord(proposed.judgedThrough);
    if (raised && source === null) {
      throw new ReviewProblem(
        "source",
        "Years after 2025 to 2026 are judged only once somebody has recorded what DfE’s page of 1 April 2026 says of the agreements: say it as the reason, and give the page’s address.",
      );
    }
    const { actor, clock } = context;
    const at = clock.now();
    await transaction.threshold.createMany({
      data: changes.map(({ name, after }) => ({ name, value: after, setAt: at, actor, reason, source })),
    });
    for (const { name, before, after } of changes) {
      await recordAudit(transaction, {
        ...{ actor, at, reason, verb: "threshold.set", subject: { kind: "threshold", id: name } },
        before: { value: before },
        after: { value: after, ...(source === null ? {} : { source }) },
      });
    }
    return changes;
  });
}
