import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AdminHeading } from "@/components/admin/admin-heading";
import { CONFIRM_FORM, Decide } from "@/components/admin/review/decide";
import { Decisions } from "@/components/admin/review/decisions";
import { Drawn } from "@/components/admin/review/drawn-place";
import { GoneLines, LINES_ON_A_PAGE, ReadLines } from "@/components/admin/review/read-lines";
import { FormMessage } from "@/components/forms/form-message";
import { caller } from "@/trpc/server";
import { formatInstant } from "@/wording/dates";
import { formatCount } from "@/wording/money";
import { shortOriginWords } from "@/wording/origin";
import { placeSentence, readingSentence } from "@/wording/review";
import { adminPage } from "../../admin-page";
import { whatWasSaid } from "../../what-was-said";
import { hrefOfReading, readReadingView } from "./search-params";

export const metadata: Metadata = { title: "Review of a document" };

export default adminPage("/admin/review/[id]", async ({ params, searchParams }) => {
  const readingId = /^[1-9]\d{0,8}$/.test(String(params.id)) ? Number(params.id) : null;
  if (readingId === null) notFound();
  const view = readReadingView(searchParams);
  const { entry, place } = await lookAt(readingId, view.line);
  const said = await whatWasSaid(`/admin/review/${readingId}`);
  const listed =
    view.only === "changed" ? entry.lines.filter(({ change }) => change !== "same") : entry.lines;
  const pages = Math.max(1, Math.ceil(listed.length / LINES_ON_A_PAGE));
  const page = Math.min(view.page, pages);
  const mayConfirm = entry.may.includes("confirm");
  // All boxes of the form have to be on one page.
  const shown = mayConfirm ? listed : listed.slice((page - 1) * LINES_ON_A_PAGE, page * LINES_ON_A_PAGE);
  const changed = entry.lines.filter(({ change }) => change !== "same").length;
  const open = entry.findings.filter(({ isOpen, severity }) => isOpen || severity !== "note");
  return (
    <>
      <AdminHeading
        title={entry.title}
        above={
          <Link href="/admin/review" prefetch={false}>
            All that waits
          </Link>
        }
      >
        {readingSentence(entry)}
      </AdminHeading>
      {said === null ? null : <FormMessage kind={said.kind}>{said.text}</FormMessage>}
      <dl className="grid gap-x-8 gap-y-3 pb-6 text-sm sm:grid-cols-2 xl:grid-cols-4">
        <Fact name="Source">{entry.publication}</Fact>
        <Fact name="Met">
          {formatInstant(entry.retrievedAt)} ({shortOriginWords(entry.origin)})
        </Fact>
        <Fact name="Read">
          {formatInstant(entry.readAt)},{" "}
          <Link href={`/admin/runs/${entry.runId}`} prefetch={false}>
            in this run
          </Link>
        </Fact>
        <Fact name="Document">
          <a href={`/api/v1/snapshots/${entry.snapshotSha256}`}>download it as it was met</a>
        </Fact>
      </dl>
      {open.length === 0 ? null : (
        <section aria-labelledby="why" className="pb-6">
          <h2 id="why" className="pb-2 text-xl">
            What speaks against it
          </h2>
          <ul className="space-y-2 border-l-2 border-notice-edge pl-4 text-sm">
            {open.map(({ message, expected, met, isOpen }) => (
              <li key={message} className="prose-width wrap-anywhere">
                {message}
                {expected === null ? "" : ` Expected: ${expected}.`}
                {met === null ? "" : ` Met: ${met}.`}
                {isOpen ? "" : " (settled)"}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="grid gap-x-8 gap-y-6 pb-8 xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <section aria-labelledby="document" id="place" className="min-w-0 xl:sticky xl:top-4 xl:self-start">
          <h2 id="document" className="text-xl">
            The document
          </h2>
          <p className="pb-2 text-sm text-ink-soft">{placeSentence(place)}</p>
          <Drawn place={place} />
        </section>
        <section aria-labelledby="lines" className="min-w-0">
          <h2 id="lines" className="text-xl">
            What was read of it
          </h2>
          <p className="pb-2 text-sm text-ink-soft">
            {entry.lines.length === 0
              ? "Nothing."
              : `${formatCount(entry.lines.length)} lines${entry.status === "published" ? "" : `, ${formatCount(changed)} of them differ from what counts today`}.`}{" "}
            {entry.status !== "published" && changed > 0 && changed < entry.lines.length ? (
              view.only === "changed" ? (
                <a href={hrefOfReading(readingId, { ...view, only: null, page: 1 })}>Show all</a>
              ) : (
                <a href={hrefOfReading(readingId, { ...view, only: "changed", page: 1 })}>Only those</a>
              )
            ) : null}
          </p>
          <ReadLines
            entry={entry}
            shown={shown}
            meant={view.line}
            hrefOf={(line) => hrefOfReading(readingId, { ...view, line: line.index })}
            form={mayConfirm ? CONFIRM_FORM : null}
          />
          {mayConfirm || pages === 1 ? null : (
            <nav aria-label="More lines" className="screen-only flex gap-x-6 pt-3 text-sm">
              <span>
                Page {page} of {pages}
              </span>
              {page < pages ? <a href={hrefOfReading(readingId, { ...view, page: page + 1 })}>Next</a> : null}
              {page > 1 ? <a href={hrefOfReading(readingId, { ...view, page: page - 1 })}>Previous</a> : null}
            </nav>
          )}
          <GoneLines gone={entry.gone} />
        </section>
      </div>
      <Decide entry={entry} typed={said?.typed ?? {}} />
      <Decisions decisions={entry.decisions} />
    </>
  );
});

async function lookAt(readingId: number, line: number | null) {
  try {
    const [entry, place] = await Promise.all([
      caller.admin.review.byId({ readingId }),
      caller.admin.review.place({ readingId, line }),
    ]);
    return { entry, place };
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-faint">{name}</dt>
      <dd className="mt-0.5 wrap-anywhere">{children}</dd>
    </div>
  );
}
