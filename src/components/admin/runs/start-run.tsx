import { readFromWords } from "@/wording/runs";

/** Asks for a run: which sources, from where, and whether it's only tried. */
export function StartRun({
  sources,
  practice,
}: {
  readonly sources: readonly { readonly id: string; readonly title: string }[];
  /** There is nobody to ask about invented councils. */
  readonly practice: boolean;
}) {
  const from = practice ? (["archive", "stored"] as const) : (["live", "archive", "stored"] as const);
  return (
    <form method="post" action="/api/admin/runs" className="screen-only max-w-3xl space-y-5 pb-10">
      <fieldset>
        <legend className="text-sm font-medium">Sources</legend>
        <p className="text-xs text-ink-faint">None ticked means all of them.</p>
        <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
          {sources.map(({ id, title }) => (
            <label key={id} className="flex min-h-11 items-center gap-3 text-sm">
              <input type="checkbox" name="source" value={id} className="size-5 shrink-0 accent-accent" />
              {title}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="grid max-w-96 gap-1 text-sm font-medium">
        Read
        <select name="from" className="control font-normal" defaultValue={from[0]}>
          {from.map((one) => (
            <option key={one} value={one}>
              {readFromWords(one)}
            </option>
          ))}
        </select>
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" name="how" value="do" className="button">
          Run
        </button>
        <button type="submit" name="how" value="try" className="button-quiet">
          Try without keeping
        </button>
        <p className="basis-full text-xs text-ink-faint sm:basis-auto">
          Trying shows what would change; nothing of it is kept.
        </p>
      </div>
    </form>
  );
}
