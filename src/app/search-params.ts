import type { NationalView } from "@/components/national/national-view";
import { PROGRAMMES, STATUSES } from "@/shapes/api-shapes";

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export const WHOLE_COUNTRY: NationalView = { programme: null, status: null, region: null, year: null };

/** Reads the address. What can't be understood counts as not said: an old link still shows the map. */
export function readFrontView(params: SearchParams): NationalView {
  const region = single(params.region)?.trim().slice(0, 100) ?? "";
  const year = single(params.year)?.trim() ?? "";
  return {
    programme: PROGRAMMES.find((programme) => programme === single(params.programme)) ?? null,
    status: STATUSES.find((status) => status === single(params.status)) ?? null,
    region: region === "" ? null : region,
    year: /^\d{4}-\d{2}$/.test(year) ? year : null,
  };
}

/** The address of a view, at its map; what is as usual is left out. */
export function hrefOfFrontView({ programme, status, region, year }: NationalView): string {
  const params = new URLSearchParams();
  if (programme !== null) params.set("programme", programme);
  if (status !== null) params.set("status", status);
  if (region !== null) params.set("region", region);
  if (year !== null) params.set("year", year);
  const query = params.toString();
  return query === "" ? "/#map" : `/?${query}#map`;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
