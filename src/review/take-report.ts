import type { Context } from "@/context";

/** What somebody outside says is wrong, checked by whoever takes it. */
export interface TakenReport {
  /** What it's about; at most one of the first three, `dfeCode` beside each of them. */
  readonly figure: string | null;
  readonly flagId: string | null;
  readonly dfeCode: string | null;
  /** In words, and what is shown of it at this moment. */
  readonly about: string;
  readonly shown: string;
  readonly text: string;
  readonly expected: string | null;
  readonly sourceUrl: string | null;
  /** In small letters; null: no answer is asked for. */
  readonly email: string | null;
}

/** Puts a report into the queue. @returns its number, by which people can name it */
export async function takeReport(
  { database, clock }: Pick<Context, "database" | "clock">,
  report: TakenReport,
): Promise<number> {
  const { id } = await database.errorReport.create({
    data: { ...report, state: "open", reportedAt: clock.now() },
  });
  return id;
}
