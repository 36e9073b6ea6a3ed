import type { Context, Fetched, Fetcher } from "@/context";

/** What an address answered, and what was made of it. */
export interface Answer {
  readonly url: string;
  /** `reread`: nobody was asked, the stored document was read once more. */
  readonly outcome: Fetched["kind"] | "reread";
  readonly reason: string | null;
  readonly answeredAt: Date;
  captureId: number | null;
  /** The bytes were met there for the first time, or again after others. */
  isNew: boolean;
  readAt: Date | null;
}

/** The same fetcher, whose answers are kept with the run. */
export function notingAnswers(fetcher: Fetcher, context: Pick<Context, "clock">, answers: Answer[]): Fetcher {
  return {
    origin: fetcher.origin,
    async fetch(url, validators) {
      const fetched = await fetcher.fetch(url, validators);
      answers.push({
        url,
        outcome: fetched.kind,
        reason: "reason" in fetched ? fetched.reason : null,
        answeredAt: context.clock.now(),
        captureId: null,
        isNew: false,
        readAt: null,
      });
      return fetched;
    },
  };
}

/** Completes the last answer of an address. */
export function noteAnswer(
  { answers }: { readonly answers: readonly Answer[] },
  url: string,
  said: Partial<Pick<Answer, "captureId" | "isNew" | "readAt">>,
): void {
  const answer = answers.findLast((candidate) => candidate.url === url);
  if (answer) Object.assign(answer, said);
}
