/** What is looked at of a reading: all of it stands in the address. */
export interface ReadingView {
  /** The line whose place is drawn. */
  readonly line: number | null;
  readonly only: "changed" | null;
  readonly page: number;
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address. What can't be understood counts as not said. */
export function readReadingView(params: SearchParams): ReadingView {
  const single = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  return {
    line: /^\d{1,5}$/.test(single("line")) ? Number(single("line")) : null,
    only: single("only") === "changed" ? "changed" : null,
    page: /^[1-9]\d{0,2}$/.test(single("page")) ? Number(single("page")) : 1,
  };
}

export function hrefOfReading(readingId: number, { line, only, page }: ReadingView): string {
  const params = new URLSearchParams();
  if (line !== null) params.set("line", String(line));
  if (only !== null) params.set("only", only);
  if (page > 1) params.set("page", String(page));
  const query = params.size === 0 ? "" : `?${params}`;
  return `/admin/review/${readingId}${query}${line === null ? "" : "#place"}`;
}
