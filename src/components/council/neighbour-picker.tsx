import Link from "next/link";
import type { Comparison } from "@/shapes/comparison-shape";

/** The reader's own neighbours, kept in the address: a form that works without script. */
export function NeighbourPicker({
  slug,
  comparison: { neighbours, chosen, choices },
}: {
  readonly slug: string;
  readonly comparison: Pick<Comparison, "neighbours" | "chosen" | "choices">;
}) {
  const shown = neighbours ?? [];
  const others = choices.filter(({ slug: other }) => shown.every((one) => one.slug !== other));
  return (
    <details className="screen-only mt-1" open={chosen}>
      <summary className="min-h-11 py-2 text-sm font-medium">Choose other councils</summary>
      <form action={`/authorities/${slug}#beside-others`} className="max-w-[42rem] pb-2">
        {shown.length === 0 ? null : (
          <fieldset>
            <legend className="text-sm text-ink-soft">Keep these</legend>
            <div className="mt-1 grid gap-x-6 sm:grid-cols-2">
              {shown.map((one) => (
                <label key={one.slug} className="flex min-h-9 items-center gap-2 text-sm">
                  <input
                    type="checkbox"
                    name="neighbours"
                    value={one.slug}
                    defaultChecked
                    className="size-5 accent-[var(--accent)]"
                  />
                  {one.name}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <label className="mt-3 block text-sm">
          <span className="text-ink-soft">Add a council</span>
          <select name="neighbours" defaultValue="" className="control mt-1">
            <option value="">none</option>
            {others.map((one) => (
              <option key={one.slug} value={one.slug}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <p className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
          <button type="submit" className="button">
            Show these
          </button>
          {chosen ? (
            <Link href={`/authorities/${slug}#beside-others`} prefetch={false}>
              Back to the councils most like it
            </Link>
          ) : null}
        </p>
      </form>
    </details>
  );
}
