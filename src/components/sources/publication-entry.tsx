import { Badge } from "@tremor/react";
import clsx from "clsx";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { RecordTable } from "@/components/tables/record-table";
import type { PublicationState } from "@/shapes/api-shapes";
import { formatDate, formatInstant } from "@/wording/dates";
import { formatCount } from "@/wording/money";
import { originWords, shortOriginWords } from "@/wording/origin";
import {
  instantWords,
  nextExpectedWords,
  publicationStatusWords,
  severityWords,
} from "@/wording/publications";

/** One publication: what it is, how fresh it is, what was found, which editions are held. */
export function PublicationEntry({ publication }: { readonly publication: PublicationState }) {
  const { id, title, publisher, landingPage, licence, cadence, origin, editions, findings } = publication;
  const live = origin === "live";
  return (
    <Section
      id={id}
      heading={title}
      note={
        <>
          <p>{publisher}</p>
          <p>
            <a href={landingPage}>The publisher’s page</a>
          </p>
          <p>{licence}</p>
        </>
      }
    >
      <dl className="grid gap-x-8 gap-y-4 text-sm sm:grid-cols-2 xl:grid-cols-4">
        <Fact name="State">{publicationStatusWords(publication.status)}</Fact>
        <Fact
          name={live ? "Last checked" : publication.status === "failed" ? "Last tried" : "Our copy last read"}
        >
          {instantWords(publication.lastCheckedAt)}
        </Fact>
        {live ? (
          <Fact name="Last changed">{instantWords(publication.lastChangedAt)}</Fact>
        ) : (
          <Fact name="From the publisher itself">
            {origin === "register" ? "the register is our own" : "nothing shown yet"}
          </Fact>
        )}
        <Fact name="Next edition" urgent={publication.overdue}>
          {nextExpectedWords(publication)}
        </Fact>
        <Fact name="Comes out" wide>
          {cadence}
        </Fact>
        <Fact name="What we show rests on" wide>
          {origin === null ? "nothing yet" : originWords(origin)}
        </Fact>
      </dl>
      <Findings findings={findings} />
      <Editions title={title} editions={editions} />
    </Section>
  );
}

function Fact({
  name,
  urgent = false,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly urgent?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={clsx(wide && "sm:col-span-2")}>
      <dt className="text-xs text-ink-faint">{name}</dt>
      <dd className={clsx("mt-0.5", urgent && "font-semibold text-at-risk")}>{children}</dd>
    </div>
  );
}

function Findings({ findings }: Pick<PublicationState, "findings">) {
  if (findings.length === 0) {
    return <p className="mt-6 text-sm text-ink-soft">Nothing was found wanting at the last reading.</p>;
  }
  return (
    <div className="mt-6">
      <h3 className="text-base">What was found</h3>
      <ul className="mt-2 space-y-2 border-l-2 border-notice-edge pl-4 text-sm">
        {findings.map(({ kind, severity, message, council, raisedAt }) => (
          <li key={`${kind} ${council ?? ""} ${message}`} className="prose-width">
            {message}{" "}
            <span className="text-ink-soft">
              {severityWords(severity)}; {formatInstant(raisedAt)}.
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Editions({ title, editions }: Pick<PublicationState, "title" | "editions">) {
  if (editions.length === 0) return null;
  return (
    <details className="mt-6">
      <summary className="w-fit text-sm font-medium text-accent underline decoration-1 underline-offset-4">
        {editions.length === 1 ? "The edition held" : `The ${editions.length} editions held`}
      </summary>
      <div className="mt-3">
        <RecordTable
          caption={`Editions of ${title}`}
          captionHidden
          rows={editions}
          keyOf={({ key, origin }) => `${key} ${origin}`}
          columns={[
            {
              key: "title",
              head: "Edition",
              names: true,
              cell: ({ title: name, source }) => (
                <>
                  <a href={`/api/v1/snapshots/${source.snapshotSha256}`}>{name}</a>
                  <span className="unit wrap-anywhere">{source.url}</span>
                </>
              ),
            },
            {
              key: "published",
              head: "Published",
              from: "wide",
              cell: ({ publishedOn }) => (publishedOn === null ? "date not stated" : formatDate(publishedOn)),
            },
            {
              key: "origin",
              head: "Origin",
              cell: ({ origin }) => <Badge size="xs">{shortOriginWords(origin)}</Badge>,
            },
            { key: "figures", head: "Figures", numeric: true, cell: ({ figures }) => formatCount(figures) },
          ]}
        />
      </div>
    </details>
  );
}
