import { Section } from "@/components/layout/section";
import type { ChangeGroup } from "@/shapes/change-shapes";
import { formatDate } from "@/wording/dates";
import { DocumentChanges } from "./change-groups";

/** The newest changes of one council, on its own page. */
export function CouncilChanges({
  slug,
  groups,
}: {
  readonly slug: string;
  readonly groups: readonly ChangeGroup[];
}) {
  return (
    <Section
      id="changes"
      heading="What changed"
      note={<p>At the publishers, since we began to watch them, newest first.</p>}
    >
      {groups.length === 0 ? (
        <p>Nothing has been seen to change.</p>
      ) : (
        <ol className="space-y-6">
          {groups.map((group) => (
            <li key={`${group.day} ${group.publication.id} ${group.document}`}>
              <p className="mb-1 text-sm text-ink-soft">{formatDate(group.day)}</p>
              <DocumentChanges
                group={group}
                named={false}
                hrefOfDocument={(document) => `/changes?authority=${slug}&document=${document}`}
              />
            </li>
          ))}
        </ol>
      )}
      <p className="screen-only mt-6 text-sm">
        <a href={`/changes?authority=${slug}`}>All changes of this council</a>
      </p>
    </Section>
  );
}
