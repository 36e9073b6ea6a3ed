import Link from "next/link";
import { Section } from "@/components/layout/section";
import type { ReportSubject } from "@/shapes/report-shapes";
import { formatInstant } from "@/wording/dates";
import { originWords, placeWords, retrievedWords, sourceName } from "@/wording/origin";

/** What a report is about, as it stands: each figure as published, and where it comes from. */
export function ReportedSubject({ subject }: { readonly subject: ReportSubject }) {
  const { kind, path, lines, today, source } = subject;
  return (
    <Section
      id="about"
      heading={kind === "figure" ? "As published" : "As it stands"}
      note={
        path === "/" ? undefined : (
          <p>
            <Link href={path}>{kind === "flag" ? "The flag’s own page" : "The council’s page"}</Link>
          </p>
        )
      }
    >
      <SubjectFacts lines={lines} today={today} source={source} />
    </Section>
  );
}

export function SubjectFacts({ lines, today, source }: Pick<ReportSubject, "lines" | "today" | "source">) {
  return (
    <dl className="max-w-3xl border-b border-rule text-sm">
      {lines.map(({ label, value, corrected }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none moves.
        <Row key={index} name={label}>
          {value}
          {corrected === null ? null : <span className="unit">Corrected to {corrected}.</span>}
        </Row>
      ))}
      {today === null ? null : (
        <Row name="Today">
          {today.length === 0
            ? "It counts no longer, and nothing stands in its place."
            : `It counts no longer. In its place: ${today.map(({ label, value }) => `${label}: ${value}`).join("; ")}.`}
        </Row>
      )}
      {source === null ? null : (
        <>
          <Row name={source.origin === "live" ? "Published in" : "Taken from"}>
            <a href={source.url} rel="noreferrer">
              {sourceName(source)}
            </a>
          </Row>
          <Row name="Place">{placeWords(source.locator, source.origin)}</Row>
          <Row name="Origin">{originWords(source.origin)}</Row>
          <Row name={retrievedWords(source.origin)}>{formatInstant(source.retrievedAt)}</Row>
        </>
      )}
    </dl>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="grid gap-x-6 border-t border-rule py-2 sm:grid-cols-[16rem_minmax(0,1fr)]">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
