import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { ChangeFilters } from "@/components/changes/change-filters";
import { ChangeGroups } from "@/components/changes/change-groups";
import { SinceLastVisit } from "@/components/changes/since-last-visit";
import { CiteThis } from "@/components/cite/cite-this";
import { Lead } from "@/components/layout/lead";
import { PageBody } from "@/components/layout/page-body";
import { Section } from "@/components/layout/section";
import { CorrectionNotes } from "@/components/report/correction-notes";
import { caller } from "@/trpc/server";
import { changesSentence } from "@/wording/changes-sentence";
import { addressOf } from "../site-address";
import { type ChangesView, hrefOfChangesView, readChangesView, type SearchParams } from "./search-params";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Changes",
  description:
    "What changed in the safety valve agreements and in the figures published beside them: what it was, what it is, and where each is printed.",
  alternates: { canonical: "./", types: { "application/atom+xml": "/feeds/changes.atom" } },
};

export default async function ChangesPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const view = readChangesView(await searchParams);
  const [{ answer, unknown }, days] = await Promise.all([changesOf(view), caller.national.changeDays()]);
  const ofCouncil = answer.data.authority === null ? {} : { authority: answer.data.authority.slug };
  const notes = await caller.reports.notes(ofCouncil);
  const { data, nextCursor, meta } = answer;
  const filtered = data.authority !== null || view.kind !== null || view.document !== null;
  return (
    <PageBody meta={meta}>
      <Lead title="Changes" sentence={changesSentence(data, { kind: view.kind, unknown })}>
        <div className="mt-4 empty:hidden">
          <SinceLastVisit days={days} />
        </div>
        {notes.length === 0 ? null : (
          <p className="mt-4 prose-width text-sm text-ink-soft">
            Errors of our own stand apart: <a href="#notes">what we got wrong</a>.
          </p>
        )}
      </Lead>
      <ChangeFilters
        councils={data.councils}
        authority={data.authority}
        kind={view.kind}
        filtered={filtered || unknown !== null}
      />
      <ChangeGroups
        groups={data.groups}
        hrefOfDocument={
          view.document === null
            ? (document) => hrefOfChangesView({ document, authority: view.authority, kind: view.kind })
            : null
        }
      />
      <nav aria-label="More changes" className="screen-only flex flex-wrap gap-x-6 gap-y-2 pb-16 text-sm">
        {data.pages > 1 ? (
          <span>
            Page {data.page} of {data.pages} of this document’s changes
          </span>
        ) : null}
        {view.document !== null && data.page < data.pages ? (
          <a href={hrefOfChangesView({ ...view, page: data.page + 1 })}>Next page</a>
        ) : null}
        {view.document !== null && data.page > 1 ? (
          <a href={hrefOfChangesView({ ...view, page: data.page - 1 })}>Previous page</a>
        ) : null}
        {nextCursor === null ? null : (
          <a href={hrefOfChangesView({ ...view, cursor: nextCursor })}>Older changes</a>
        )}
        {view.cursor === null ? null : (
          <a href={hrefOfChangesView({ ...view, cursor: null })}>Newest changes</a>
        )}
        <a href="/feeds/changes.atom">Feed (Atom)</a>
        <a href="/api/v1/export/changes.csv">All changes of councils as CSV</a>
      </nav>
      {notes.length === 0 ? null : (
        <Section
          id="notes"
          heading="What we got wrong"
          note={<p>Notes of the people who run this site. They stay here, also when one is taken back.</p>}
        >
          <CorrectionNotes notes={notes} />
        </Section>
      )}
      <CiteThis title="Changes" address={addressOf("/changes")} meta={meta} />
    </PageBody>
  );
}

/** For a council that nobody knows, the changes of all of them, and its name to say so. */
async function changesOf({ authority, kind, document, cursor, page }: ChangesView) {
  const of = {
    ...(kind === null ? {} : { kind }),
    ...(document === null ? {} : { document }),
    ...(cursor === null ? {} : { cursor }),
    ...(document === null ? {} : { page }),
  };
  if (authority === null) return { answer: await caller.changes.groups(of), unknown: null };
  try {
    return { answer: await caller.changes.groups({ ...of, authority }), unknown: null };
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code !== "NOT_FOUND") throw error;
    return { answer: await caller.changes.groups(of), unknown: authority };
  }
}
