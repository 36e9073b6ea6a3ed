import type { Source } from "@/shapes/api-shapes";
import { Figure } from "./figure";

/** The sources of something that is worked out from several figures, each with its card. */
export function WhereFromList({
  what,
  sources,
}: {
  readonly what: string;
  readonly sources: readonly Source[];
}) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
      <span>Worked out from</span>
      {sources.map((source, index) => (
        <Figure
          key={`${source.snapshotSha256} ${JSON.stringify(source.locator)}`}
          shown={`figure ${index + 1}`}
          provenance={{ printed: `Figure ${index + 1} of ${sources.length}`, what, source }}
        />
      ))}
    </p>
  );
}
