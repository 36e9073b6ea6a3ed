import { londonDay } from "@/domain/calendar-date";
import type { ChangeGroup } from "@/shapes/change-shapes";
import { type ChangeFilter, type ChangePosition, NEWEST_FIRST, presentChanges, whereOf } from "./changes";
import type { Reading } from "./summaries";

/** So many changes of one document are shown at once; the rest has a page of its own. */
const SHOWN_OF_A_DOCUMENT = 8;
/** Of a document that is asked for, so many on a page. */
const ON_A_PAGE = 100;
/** An edition can restate every council: the rows looked through are light, those shown are few. */
const LOOKED_THROUGH = 5_000;

export interface ChangeGroups {
  readonly groups: readonly ChangeGroup[];
  readonly next: ChangePosition | null;
  /** Pages of the document that was asked for; 1 where none was. */
  readonly pages: number;
  /** The page shown: the last one where a later one was asked for. */
  readonly page: number;
}

/**
 * Changes by the day and document that brought them, newest first: an edition that restates 151 councils
 * is one group.
 *
 * @param limit of groups
 * @param asked with a document named, its changes are shown page by page: which of them
 */
export async function changeGroups(
  reading: Reading,
  filter: ChangeFilter,
  limit: number,
  after: ChangePosition | null = null,
  asked = 1,
): Promise<ChangeGroups> {
  const keys = await reading.database.change.findMany({
    where: whereOf(filter, after),
    select: {
      id: true,
      detectedAt: true,
      publicationId: true,
      beforeSnapshotSha256: true,
      afterSnapshotSha256: true,
    },
    orderBy: [...NEWEST_FIRST],
    take: LOOKED_THROUGH,
  });
  const groups = new Map<string, (typeof keys)[number][]>();
  let next: ChangePosition | null = null;
  for (const [index, row] of keys.entries()) {
    const key = `${londonDay(row.detectedAt)} ${row.publicationId} ${documentOf(row)}`;
    if (!groups.has(key) && groups.size === limit) {
      const last = keys[index - 1];
      next = last ? { detectedAt: last.detectedAt, id: last.id } : null;
      break;
    }
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const longest = Math.max(1, ...[...groups.values()].map((rows) => rows.length));
  const pages = filter.document === undefined ? 1 : Math.ceil(longest / ON_A_PAGE);
  const page = Math.min(asked, pages);
  const shownOf = (rows: readonly { readonly id: number }[]) =>
    filter.document === undefined
      ? inOrder(rows).slice(0, SHOWN_OF_A_DOCUMENT)
      : inOrder(rows).slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  const ids = [...groups.values()].flatMap(shownOf);
  const [rows, publications] = await Promise.all([
    reading.database.change.findMany({ where: { id: { in: ids } } }),
    reading.database.publication.findMany({ select: { id: true, title: true } }),
  ]);
  const changes = await presentChanges(
    reading,
    rows.sort((a, b) => a.id - b.id),
  );
  const changeById = new Map(changes.map((change) => [change.id, change]));
  const titles = new Map(publications.map(({ id, title }) => [id, title]));
  return {
    next,
    pages,
    page,
    groups: [...groups.values()].flatMap((members): ChangeGroup[] => {
      const [newest] = members;
      if (!newest) return [];
      const id = newest.publicationId;
      return [
        {
          day: londonDay(newest.detectedAt),
          publication: { id, title: titles.get(id) ?? id },
          document: documentOf(newest),
          count: members.length,
          changes: shownOf(members).flatMap((member) => changeById.get(member) ?? []),
        },
      ];
    }),
  };
}

/** Within a document as it was recorded: page, then agreement by council, term and year. */
function inOrder(rows: readonly { readonly id: number }[]): number[] {
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

function documentOf(row: {
  readonly beforeSnapshotSha256: string | null;
  readonly afterSnapshotSha256: string | null;
}): string {
  return row.afterSnapshotSha256 ?? row.beforeSnapshotSha256 ?? "";
}
