import Link from "next/link";
import type { Meta } from "@/shapes/api-shapes";
import { restsOnWords } from "@/wording/publications";

/** Says on every page when what it shows rests on the bundled archive, or on publishers not reached for days. */
export function ArchiveBanner({
  meta,
}: {
  readonly meta: Pick<Meta, "restsOn" | "liveLastReachedAt" | "generatedAt" | "practice">;
}) {
  // Practice has a banner of its own, on pages without figures too.
  if (meta.practice) return null;
  const words = restsOnWords(meta.restsOn, meta.liveLastReachedAt, meta.generatedAt);
  if (words === null) return null;
  return (
    <aside
      aria-label="About these figures"
      className="border-b border-notice-edge bg-notice text-xs sm:text-sm"
    >
      <p className="page-width py-2">
        <strong className="font-semibold">{words.lead}</strong> {words.rest}{" "}
        <Link href="/sources" prefetch={false}>
          See what was checked
        </Link>
      </p>
    </aside>
  );
}
