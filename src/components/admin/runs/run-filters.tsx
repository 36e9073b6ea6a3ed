import Link from "next/link";
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
      <label className="grid gap-1 text-sm font-medium">
        State
        <select name="state" className="control font-normal" defaultValue={state ?? ""}>
          <option value="">Any</option>
          {RUN_STATES.map((one) => (
            <option key={one} value={one}>
              {runStateWords(one)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-sm font-medium">
        Source
        <select name="source" className="control font-normal" defaultValue={source ?? ""}>
          <option value="">Any</option>
          {sources.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-sm font-medium">
        Set off by
        <select name="by" className="control font-normal" defaultValue={by ?? ""}>
          <option value="">Anybody</option>
          <option value="asked">Somebody in the admin room</option>
          <option value="schedule">The schedule or the command line</option>
        </select>
      </label>
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
