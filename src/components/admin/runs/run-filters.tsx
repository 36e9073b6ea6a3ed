import Link from "next/link";
import { Choice } from "@/components/forms/choice";
import { RUN_STATES, type RunState } from "@/shapes/run-shapes";
import { runStateWords } from "@/wording/runs";

/** A plain form to the same page: it works with and without script. */
export function RunFilters({
  sources,
  state,
  source,
  by,
}: {
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  readonly state: RunState | null;
  readonly source: string | null;
  readonly by: "asked" | "schedule" | null;
}) {
  const filtered = state !== null || source !== null || by !== null;
  return (
    <form
      action="/admin/runs"
      method="get"
      aria-label="Filter the runs"
      className="screen-only grid items-end gap-3 pb-6 sm:grid-cols-[repeat(3,minmax(0,1fr))_auto_auto]"
    >
      <Choice label="State" name="state" chosen={state} none="Any">
        {RUN_STATES.map((one) => ({ value: one, words: runStateWords(one) }))}
      </Choice>
      <Choice label="Source" name="source" chosen={source} none="Any">
        {sources.map(({ id, title }) => ({ value: id, words: title }))}
      </Choice>
      <Choice label="Set off by" name="by" chosen={by} none="Anybody">
        {[
          { value: "asked", words: "Somebody in the admin room" },
          { value: "schedule", words: "The schedule or the command line" },
        ]}
      </Choice>
      <button type="submit" className="button">
        Show
      </button>
      {filtered ? (
        <Link href="/admin/runs" prefetch={false} className="inline-flex min-h-11 items-center text-sm">
          All runs
        </Link>
      ) : null}
    </form>
  );
}
