import type { ReactNode } from "react";
import type { Meta } from "@/shapes/api-shapes";
import { formatInstant } from "@/wording/dates";
import { ArchiveBanner } from "./archive-banner";

/** What every page with figures has: the banner where it is due, then the page itself. */
export function PageBody({
  meta,
  children,
}: {
  readonly meta: Pick<Meta, "restsOn" | "liveLastReachedAt" | "generatedAt" | "practice"> | null;
  readonly children: ReactNode;
}) {
  return (
    <>
      {meta === null ? null : <ArchiveBanner meta={meta} />}
      <main id="main" tabIndex={-1} className="page-width grow focus:outline-none">
        {children}
        {meta === null ? null : (
          <p className="print-only text-xs text-ink-soft">
            Safety Valve Tracker, as it stood on {formatInstant(meta.generatedAt)}.
          </p>
        )}
      </main>
    </>
  );
}
