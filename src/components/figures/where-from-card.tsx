import type { Correction, Source } from "@/shapes/api-shapes";
import { correctionWords } from "@/wording/correction";
import { formatInstant } from "@/wording/dates";
import { confidenceWords, originWords, placeWords, retrievedWords, sourceName } from "@/wording/origin";
import { reportPath } from "@/wording/report-path";

/** What a figure says of itself when asked where it is from. */
export interface FigureProvenance {
  /** The value in full, as it was published or reckoned: "£67,167,405", "638,745 plans". */
  readonly printed: string;
  /** What it is: "deficit of Exampleshire, after DfE money (net), 31 March 2024". */
  readonly what: string;
  /** Outturn, forecast, worked out with its error: only where that isn't plain. */
  readonly kind?: string | undefined;
  /** Where it isn't the published figure. */
  readonly correction?: Correction | undefined;
  readonly source: Source;
}

/**
 * The inside of the card; the same everywhere.
 *
 * Spans, not a list: the card stands inside sentences and headings, where HTML allows nothing bigger.
 */
export function WhereFromCard({ provenance }: { readonly provenance: FigureProvenance }) {
  const { printed, what, kind, correction, source } = provenance;
  return (
    <>
      <span className="where-from__value">{printed}</span>
      <span className="where-from__what">{what}</span>
      <span className="where-from__rows">
        {kind === undefined ? null : <Row label="Kind" detail={kind} />}
        {correction === undefined ? null : <Row label="Corrected" detail={correctionWords(correction)} />}
        <Row label={source.origin === "live" ? "Published in" : "Taken from"} detail={sourceName(source)} />
        <Row label="Place" detail={placeWords(source.locator, source.origin)} />
        <Row label="Origin" detail={`${originWords(source.origin)}; ${source.licence}`} />
        {source.note === undefined || source.origin === "archive" ? null : (
          <Row label="Note" detail={source.note} />
        )}
        <Row label={retrievedWords(source.origin)} detail={formatInstant(source.retrievedAt)} />
        {source.confidence === undefined ? null : (
          <Row label="Confidence" detail={confidenceWords(source.confidence)} />
        )}
      </span>
      <span className="where-from__links">
        <a href={source.url} rel="noreferrer">
          {source.origin === "live" ? "The publication" : "The page cited"}
        </a>
        <a href={`/api/v1/snapshots/${source.snapshotSha256}`}>Our snapshot</a>
        <a href={reportPath(source)}>Report an error</a>
      </span>
    </>
  );
}

function Row({ label, detail }: { readonly label: string; readonly detail: string }) {
  return (
    <>
      <b>{`${label} `}</b>
      <span>{`${detail} `}</span>
    </>
  );
}
