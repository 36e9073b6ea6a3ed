import { RUN_STATES, type RunState } from "@/shapes/run-shapes";

/** Which runs are listed: all of it stands in the address. */
export interface RunsView {
  readonly state: RunState | null;
  readonly source: string | null;
  readonly by: "asked" | "schedule" | null;
  readonly page: number;
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address. What can't be understood counts as not said. */
export function readRunsView(params: SearchParams, sources: readonly string[]): RunsView {
  const single = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | null =>
    words.find((word) => word === single(name)) ?? null;
  return {
    state: oneOf("state", RUN_STATES),
    source: oneOf("source", sources),
    by: oneOf("by", ["asked", "schedule"]),
    page: /^[1-9]\d{0,2}$/.test(single("page")) ? Number(single("page")) : 1,
  };
}

export function hrefOfRunsView({ state, source, by, page }: RunsView): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, source, by })) if (value) params.set(name, value);
  if (page > 1) params.set("page", String(page));
  return params.size === 0 ? "/admin/runs" : `/admin/runs?${params}`;
}
