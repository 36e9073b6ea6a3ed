import Link from "next/link";
import { Choice } from "@/components/forms/choice";
import type { AuditPage, AuditQuery } from "@/shapes/audit-shapes";
import { auditActor, auditVerb } from "@/wording/audit";

/** A plain form to the same page: it works with and without script. */
export function AuditFilters({
  query,
  actors,
  verbs,
}: {
  readonly query: AuditQuery;
  readonly actors: AuditPage["actors"];
  readonly verbs: AuditPage["verbs"];
}) {
  const filtered = [query.actor, query.verb, query.subject, query.day].some((value) => value !== undefined);
  return (
    <form
      action="/admin/audit"
      method="get"
      aria-label="Search the record"
      className="screen-only grid items-end gap-3 pb-6 sm:grid-cols-2 xl:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
    >
      <Choice name="actor" label="Who" none="Anybody" chosen={query.actor}>
        {actors.map(({ id, email }) => ({ value: id, words: auditActor(id, email) }))}
      </Choice>
      <Choice name="verb" label="What" none="Anything" chosen={query.verb}>
        {verbs.map((verb) => ({ value: verb, words: auditVerb(verb) }))}
      </Choice>
      <div>
        <label htmlFor="subject" className="block text-sm font-medium">
          To what: a kind, an id or an address
        </label>
        <input
          id="subject"
          name="subject"
          className="control mt-1"
          defaultValue={query.subject}
          autoComplete="off"
        />
      </div>
      <div>
        <label htmlFor="day" className="block text-sm font-medium">
          On the day
        </label>
        <input id="day" name="day" type="date" className="control mt-1" defaultValue={query.day} />
      </div>
      <div className="flex items-center gap-4">
        <button type="submit" className="button">
          Search
        </button>
        {filtered ? (
          <Link href="/admin/audit" prefetch={false} className="inline-flex min-h-11 items-center text-sm">
            Show all
          </Link>
        ) : null}
      </div>
    </form>
  );
}
