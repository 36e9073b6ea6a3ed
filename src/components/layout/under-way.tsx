"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** After that nobody believes a bar any more. */
const LONGEST_MS = 15_000;

/**
 * A thin bar at the top of the window while the next page is on its way, if that takes long enough to be noticed.
 *
 * Skeletons (`loading.tsx`) would be sent to every reader in place of the page, which only script can then put in.
 */
export function UnderWay() {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [leaving, setLeaving] = useState<string | null>(null);
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      if (leadsToAnotherPage(event)) setLeaving(here);
    };
    addEventListener("click", clicked);
    return () => removeEventListener("click", clicked);
  }, [here]);
  useEffect(() => {
    if (leaving === null) return;
    const timer = setTimeout(() => setLeaving(null), LONGEST_MS);
    return () => clearTimeout(timer);
  }, [leaving]);
  const underWay = leaving === here;
  return (
    <div className="screen-only">
      <p role="status" className="sr-only">
        {underWay ? "Loading the page" : ""}
      </p>
      <div
        hidden={!underWay}
        className="fixed inset-x-0 top-0 z-20 h-1 bg-accent opacity-100 transition-opacity delay-200 duration-150 motion-reduce:duration-0 starting:opacity-0"
      />
    </div>
  );
}

function leadsToAnotherPage(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return false;
  const { origin, pathname, search, target } = link;
  return (
    origin === location.origin &&
    (target === "" || target === "_self") &&
    !link.hasAttribute("download") &&
    !/^\/(api|feeds|charts)\//.test(pathname) &&
    (pathname !== location.pathname || search !== location.search)
  );
}
