import type { Decision } from "@/review/decide";
import { loadReviewQueue, type ReviewEntry } from "@/review/load-review-queue";
import { ReviewProblem } from "@/review/review-problem";
import { REVIEW_VERB } from "@/review/review-verbs";
import type { ReviewVerb } from "@/shapes/review-shapes";
import { type Job, JobProblem } from "./job";
import { CORRECTION_USAGE, CORRECTION_VERBS } from "./review-corrections";

const USAGE = ['review | review approve|reject|confirm|undo <reading> "<reason>"', ...CORRECTION_USAGE].join(
  " | ",
);

export const reviewJob: Job = {
  name: "review",
  description: `${USAGE}: what waits for a person, and deciding it`,
  // Not the lock of ingestion: a decision locks the publication it is about, for a moment.
  lock: "review",
  changesFigures: true,
  async run({ context, runId, args, progress }) {
    const [verb, reading, ...words] = args;
    if (verb === undefined) {
      const queue = await loadReviewQueue(context);
      for (const entry of queue) progress(describe(entry));
      progress(queue.length === 0 ? "Nothing waits for a person." : `${queue.length} waiting for a person.`);
      return { job: "review", runId, status: "ok", sources: [], queue };
    }
    if (isCorrectionVerb(verb)) {
      const made = await decided<object>(() => CORRECTION_VERBS[verb](context, args.slice(1), progress));
      return { job: "review", runId, status: "ok", sources: [], ...made };
    }
    if (!isVerb(verb) || !/^\d{1,9}$/.test(reading ?? "")) throw new JobProblem(`Usage: ${USAGE}`);
    const decision = await decided(() =>
      REVIEW_VERB[verb](context, { readingId: Number(reading), reason: words.join(" ") }),
    );
    progress(summarise(decision));
    return { job: "review", runId, status: "ok", sources: [], decision };
  },
};

/** @throws JobProblem with the words of a problem that is the person's to mend */
async function decided<T>(decide: () => Promise<T>): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    throw error instanceof ReviewProblem ? new JobProblem(error.message) : error;
  }
}

function isCorrectionVerb(verb: string): verb is keyof typeof CORRECTION_VERBS {
  return Object.hasOwn(CORRECTION_VERBS, verb);
}

function isVerb(verb: string): verb is ReviewVerb {
  return Object.hasOwn(REVIEW_VERB, verb);
}

const KINDS: Readonly<Record<ReviewEntry["kind"], string>> = {
  held: "held, nothing of it counts",
  "not-understood": "not understood",
  doubtful: "published with doubts",
  "unconfirmed-terms": "machine-read, not yet checked",
};

function describe({ readingId, kind, publication, title, url, figures, why, readAt }: ReviewEntry): string {
  return [
    `${readingId}  ${publication.id}: ${title} (${KINDS[kind]}; ${figures} figures; read ${readAt.toISOString()})`,
    `    ${url}`,
    ...why.map(({ message }) => `    ${message}`),
  ].join("\n");
}

function summarise({ verb, readingId, status, written }: Decision): string {
  return `${verb} ${readingId}: the reading is now ${status}; ${written} figures written.`;
}
