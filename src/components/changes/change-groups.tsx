import { Section } from "@/components/layout/section";
import type { ChangeGroup } from "@/shapes/change-shapes";
import { changeKindWords } from "@/wording/change-kinds";
import { formatDate } from "@/wording/dates";
import { formatCount } from "@/wording/money";
import { ChangeEntry } from "./change-entry";

/** More than this of one document are folded under one line: an edition can restate every council. */
const FOLDED_ABOVE = 5;
/** Beyond this the two sides and their cards would be most of the page. */
const BRIEF_ABOVE = 50;

/** Changes by day, and within a day by the document that brought them. */
export function ChangeGroups({
  groups,
  hrefOfDocument,
}: {
  readonly groups: readonly ChangeGroup[];
  /** Where all changes of a document stand; null: here. */
  readonly hrefOfDocument: ((document: string) => string) | null;
}) {
  const days = [...new Set(groups.map(({ day }) => day))];
  return days.map((day) => (
    <Section key={day} id={`day-${day}`} heading={formatDate(day)}>
      <div className="space-y-8">
        {groups
          .filter((group) => group.day === day)
          .map((group) => (
            <DocumentChanges
              key={`${group.publication.id} ${group.document}`}
              group={group}
              hrefOfDocument={hrefOfDocument}
            />
          ))}
      </div>
    </Section>
  ));
}

export function DocumentChanges({
  group,
  hrefOfDocument,
  named = true,
}: {
  readonly group: ChangeGroup;
  readonly hrefOfDocument: ((document: string) => string) | null;
  readonly named?: boolean;
}) {
  const { publication, count, changes, document } = group;
  const source = changes[0]?.evidence.after ?? changes[0]?.evidence.before ?? null;
  // The register's rows are each taken from another page: none of them is the document.
  const paper = source?.origin === "register" ? null : source;
  const brief = changes.length > BRIEF_ABOVE;
  const list = (
    <>
      <ul className="mt-3">
        {changes.map((change) => (
          <ChangeEntry key={change.id} change={change} named={named} brief={brief} />
        ))}
      </ul>
      {count > changes.length && hrefOfDocument !== null ? (
        <p className="mt-3 text-sm">
          <a href={hrefOfDocument(document)}>All {formatCount(count)} changes of this document</a>
        </p>
      ) : null}
    </>
  );
  return (
    <article>
      <h3 className="text-base">{paper?.title ?? publication.title}</h3>
      {paper === null ? null : (
        <p className="text-sm text-ink-soft">
          {publication.title}, <a href={paper.url}>the document</a>
        </p>
      )}
      {count > FOLDED_ABOVE ? (
        <details className="mt-2" open={hrefOfDocument === null}>
          <summary className="min-h-11 py-2 text-sm font-medium">
            {formatCount(count)} changes: {kindsOf(changes)}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </article>
  );
}

/** The first kinds among changes, in words: "document replaced, balance year and others". */
function kindsOf(changes: ChangeGroup["changes"]): string {
  const kinds = [...new Set(changes.map(({ kind }) => kind))].map(changeKindWords);
  const [first, ...rest] = kinds.slice(0, 3);
  const named = [first, ...rest.map(startingSmall)].join(", ");
  return kinds.length > 3 ? `${named} and others` : named;
}

/** Names and abbreviations keep their capitals. */
function startingSmall(words: string): string {
  return /^(?:DfE|EHC)/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
