import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "An empty page", robots: { index: false } };

/** What every page costs before anything stands on it; bench/lighthouse.mjs holds the others against it. */
export default function EmptyPage() {
  if (process.env.NODE_ENV === "production" && process.env.MEASURE_EMPTY_PAGE !== "yes") notFound();
  return (
    <main id="main">
      <h1>An empty page</h1>
    </main>
  );
}
