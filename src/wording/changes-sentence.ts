import type { ChangeKind } from "@/domain/changes/change";
import type { Change, ChangeGroup } from "@/shapes/change-shapes";
import { changeKindWords } from "./change-kinds";
import { formatDate } from "./dates";

/** What the page of changes answers first: how fresh the last one is, or that there is none. */
export function changesSentence(
  { groups, authority }: { readonly groups: readonly ChangeGroup[]; readonly authority: Change["authority"] },
  { kind, unknown }: { readonly kind: ChangeKind | null; readonly unknown: string | null },
): string {
  if (unknown !== null) return `We know no council “${unknown}”, so the changes of all councils are shown.`;
  const sort = kind === null ? "" : ` of the kind “${changeKindWords(kind)}”`;
  const whose = authority === null ? "" : ` about ${authority.name}`;
  const [newest] = groups;
  if (!newest) {
    return sort === "" && whose === ""
      ? "Nothing has changed at the publishers since we began to watch them."
      : `No change${sort}${whose} has been noticed.`;
  }
  return `The last change${sort}${whose} was noticed on ${formatDate(newest.day)}.`;
}
