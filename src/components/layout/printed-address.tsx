"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Where a printed page can be found again, filters and all. */
export function PrintedAddress({ site }: { /** No slash at the end. */ readonly site: string }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  return `${site}${path === "/" ? "" : path}${query === "" ? "" : `?${query}`}`;
}
