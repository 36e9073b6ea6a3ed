import type { Context } from "@/context";

/**
 * What a run says while it goes on, kept with it for people who look later or elsewhere. Lines are kept in their
 * order, one after the other; one that can't be kept is lost, and the run goes on.
 */
export function keepLines(context: Pick<Context, "database" | "clock" | "log">, runId: string) {
  let kept: Promise<unknown> = Promise.resolve();
  return {
    say(text: string): void {
      const at = context.clock.now();
      kept = kept
        .then(() => context.database.runLine.create({ data: { runId, at, text } }))
        .catch((error: unknown) =>
          context.log.warn("A line of a run could not be kept", { runId, text, error: String(error) }),
        );
    },
    /** Settles once everything said so far is kept. */
    async settled(): Promise<void> {
      await kept;
    },
  };
}
