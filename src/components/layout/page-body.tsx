import type { ReactNode } from "react";
import type { Meta } from "@/shapes/api-shapes";
import { ArchiveBanner } from "./archive-banner";

/** What every page with figures has: the banner where it is due, then the page itself. */
export function PageBody({
  meta,
  children,
}: {
  readonly meta: Pick<Meta, "restsOn" | "liveLastReachedAt"> | null;
  readonly children: ReactNode;
}) {
  return (
    <>
      {meta === null ? null : <ArchiveBanner meta={meta} />}
      <main id="main" tabIndex={-1} className="page-width grow focus:outline-none">
        {children}
      </main>
    </>
  );
}
