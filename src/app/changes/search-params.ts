import type { ChangeKind } from "@/domain/changes/change";
import { readChangeKind } from "@/wording/change-kinds";

/** What the page of changes shows: all of it stands in the address. */
export interface ChangesView {
  readonly authority: string | null;
  readonly kind: ChangeKind | null;
  /** A document by its SHA-256: all that it changed. */
  readonly document: string | null;
  readonly cursor: string | null;
  /** Of the document's changes. */
  readonly page: number;
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address. What can't be understood counts as not said: an old link still shows the changes. */
export function readChangesView(params: SearchParams): ChangesView {
  const single = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
  };
  return {
    authority: single("authority").slice(0, 100) || null,
    kind: readChangeKind(single("kind")),
    document: /^[0-9a-f]{64}$/.test(single("document")) ? single("document") : null,
    cursor: single("cursor").slice(0, 200) || null,
    page: readPage(single("page")),
  };
}

const LAST_PAGE = 50;

function readPage(value: string): number {
  const page = /^\d{1,3}$/.test(value) ? Number(value) : 1;
  return Math.min(Math.max(page, 1), LAST_PAGE);
}

/** The address of a view; what is as usual is left out. */
export function hrefOfChangesView(view: Partial<ChangesView>): string {
  const params = new URLSearchParams();
  for (const name of ["authority", "kind", "document", "cursor"] as const) {
    const value = view[name];
    if (value) params.set(name, value);
  }
  if (view.document && view.page !== undefined && view.page > 1) params.set("page", String(view.page));
  const query = params.toString();
  return query === "" ? "/changes" : `/changes?${query}`;
}
