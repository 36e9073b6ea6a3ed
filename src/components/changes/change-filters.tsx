import Link from "next/link";
import { Choice } from "@/components/forms/choice";
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
      <Choice label="Council" name="authority" chosen={authority?.slug} none="All">
        {listed.map(({ slug, name }) => ({ value: slug, words: name }))}
      </Choice>
      <Choice label="What changed" name="kind" chosen={kind} none="Anything">
        {CHANGE_KINDS.map((one) => ({ value: one, words: changeKindWords(one) }))}
      </Choice>
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
