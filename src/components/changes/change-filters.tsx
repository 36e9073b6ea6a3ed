import Link from "next/link";
import { CHANGE_KINDS, type ChangeKind } from "@/domain/changes/change";
import type { Change } from "@/shapes/change-shapes";
import { changeKindWords } from "@/wording/change-kinds";

interface Council {
  readonly slug: string;
  readonly name: string;
}

/** A plain form to the same page: it works with and without script. */
export function ChangeFilters({
  councils,
  authority,
  kind,
  filtered,
}: {
  readonly councils: readonly Council[];
  readonly authority: Change["authority"];
  readonly kind: ChangeKind | null;
  readonly filtered: boolean;
}) {
  const listed =
    authority === null || councils.some(({ slug }) => slug === authority.slug)
      ? councils
      : [authority, ...councils];
  return (
    <form
      action="/changes"
      method="get"
      aria-label="Filter the changes"
      className="screen-only grid items-end gap-3 pb-8 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto_auto]"
    >
      <label className="grid gap-1 text-sm font-medium">
        Council
        <select name="authority" className="control font-normal" defaultValue={authority?.slug ?? ""}>
          <option value="">All</option>
          {listed.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-sm font-medium">
        What changed
        <select name="kind" className="control font-normal" defaultValue={kind ?? ""}>
          <option value="">Anything</option>
          {CHANGE_KINDS.map((one) => (
            <option key={one} value={one}>
              {changeKindWords(one)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        Show
      </button>
      {filtered ? (
        <Link href="/changes" className="inline-flex min-h-11 items-center text-sm">
          All changes
        </Link>
      ) : null}
    </form>
  );
}
