import type { Programme, Status } from "@/shapes/api-shapes";
import { GRAVEST_FIRST, PROGRAMMES_IN_ORDER } from "@/wording/status";

export const SORTS = ["name", "region", "programme", "status", "deficit", "block", "plans"] as const;
export type Sort = (typeof SORTS)[number];

/** What the table of councils shows and in which order: all of it stands in the address. */
export interface CouncilView {
  readonly q: string;
  readonly programme: Programme | null;
  readonly status: Status | null;
  readonly region: string | null;
  readonly sort: Sort;
  readonly dir: "asc" | "desc";
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Words start at A, statuses with the gravest; sums start with the largest, since that is what people look for. */
export function firstDirection(sort: Sort): CouncilView["dir"] {
  return sort === "deficit" || sort === "block" || sort === "plans" ? "desc" : "asc";
}

/** Reads the address. What can't be understood counts as not said: an old link still shows the table. */
export function readCouncilView(params: SearchParams): CouncilView {
  const sort = oneOf(SORTS, single(params.sort)) ?? "name";
  const region = single(params.region)?.trim() ?? "";
  return {
    q: (single(params.q) ?? "").trim().slice(0, 100),
    programme: oneOf(PROGRAMMES_IN_ORDER, single(params.programme)),
    status: oneOf(GRAVEST_FIRST, single(params.status)),
    region: region === "" ? null : region,
    sort,
    dir: oneOf(["asc", "desc"] as const, single(params.dir)) ?? firstDirection(sort),
  };
}

/**
 * Whether somebody looks for a council rather than at the table: words and nothing else. One that they name in
 * full is where they want to go. The table's own addresses always say how it's sorted.
 */
export function isSearch(params: SearchParams): boolean {
  const said = Object.keys(params).filter((name) => params[name] !== undefined);
  return said.length === 1 && said[0] === "q" && (single(params.q) ?? "").trim() !== "";
}

/** The address of a view; what is as usual is left out. */
export function hrefOfCouncilView(view: CouncilView): string {
  return addressOf("/authorities", view);
}

/** The address of the same rows in the same order as a file. */
export function csvOfCouncilView(view: CouncilView): string {
  return addressOf("/authorities/table.csv", view);
}

function addressOf(path: string, { q, programme, status, region, sort, dir }: CouncilView): string {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  if (programme !== null) params.set("programme", programme);
  if (status !== null) params.set("status", status);
  if (region !== null) params.set("region", region);
  if (sort !== "name" || dir !== "asc" || q !== "") params.set("sort", sort);
  if (dir !== firstDirection(sort)) params.set("dir", dir);
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The view after a head was chosen: the same one again turns the order round. */
export function sortedBy(view: CouncilView, sort: Sort): CouncilView {
  const turned = view.dir === "asc" ? "desc" : "asc";
  return { ...view, sort, dir: view.sort === sort ? turned : firstDirection(sort) };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function oneOf<const T extends string>(allowed: readonly T[], value: string | undefined): T | null {
  return allowed.find((candidate) => candidate === value) ?? null;
}
