import type { FlagAlert } from "@/domain/alerts/alert-of-flags";
import { pence, wholePounds } from "@/domain/money";
import { describeLocator } from "@/domain/provenance";
import type { AlertContent, AlertLine } from "@/shapes/alert-shapes";
import { readEvidence, type StoredEvidence } from "@/store/stored-evidence";
import { flagNewsSentence, flagNewsTitle } from "@/wording/alert-titles";
import { formatGbp } from "@/wording/money";
import type { FlagNewsEvent } from "./flag-events";
import type { CitedDocument, NamedCouncil } from "./load-known-of";
import type { UntoldCorrection } from "./load-untold";

type Cited = ReadonlyMap<number, CitedDocument>;

/** Figures behind one flag that stand in a message; the flag's own page has them all. */
const MOST_FIGURES = 4;

/** What an alert about flags says: what was found, in the rule's own words, and the figures it rests on. */
export function flagAlertContent(
  { kind, tone, told }: FlagAlert<FlagNewsEvent>,
  council: NamedCouncil,
  cited: Cited,
): AlertContent {
  const [first, ...others] = told;
  if (!first) throw new RangeError("An alert tells of at least one flag.");
  return {
    kind,
    tone,
    council: { ...council },
    title: flagNewsTitle(council.name, first.rule, first.kind),
    lines: [sentenceOf(first), ...figuresOf(first, cited), ...others.flatMap((event) => [sentenceOf(event)])],
    more: 0,
    checked: told.every(({ checked }) => checked),
    derived: true,
    path: `/flags/${first.flagId}`,
    occurredAt: first.at.toISOString(),
  };
}

function sentenceOf(event: FlagNewsEvent): AlertLine {
  return { text: flagNewsSentence(event), source: null };
}

function figuresOf({ kind, evidence }: FlagNewsEvent, cited: Cited): AlertLine[] {
  if (kind === "cleared") return [];
  return readEvidence(evidence)
    .filter(({ value, place }) => value !== null && place !== null)
    .slice(0, MOST_FIGURES)
    .map((figure) => ({
      text: `${figure.label}: ${formatGbp(wholePounds(pence(figure.value ?? 0)))}`,
      source: sourceOf(figure, cited),
    }));
}

function sourceOf({ place }: StoredEvidence, cited: Cited): AlertLine["source"] {
  if (place === null) return null;
  const document = cited.get(place.readingId);
  const url = place.citationUrl ?? document?.url;
  if (url === undefined) return null;
  return {
    title: place.citationTitle ?? document?.title ?? url,
    url,
    // A place in our register is none in what it cites.
    where: place.citationUrl === null ? describeLocator(place.locator) : "",
  };
}

/** What those are told who were told of a flag that a person has since withdrawn, or put back. */
export function correctionContent(
  { kind, at, flag, summary }: UntoldCorrection,
  alertKind: AlertContent["kind"],
  council: NamedCouncil,
): AlertContent {
  const rule = flag.rule as FlagNewsEvent["rule"];
  const withdrawn = kind === "withdrawn";
  const reason = flag.withdrawnReason ?? summary;
  return {
    kind: alertKind,
    tone: "neutral",
    council: { ...council },
    title: flagNewsTitle(council.name, rule, withdrawn ? "withdrawn" : "restored"),
    lines: [
      ...(withdrawn ? [{ text: `We told you: ${flag.summary}`, source: null }] : []),
      {
        text: flagNewsSentence({
          ...{ kind: withdrawn ? "withdrawn" : "restored", rule, summary: flag.summary, reason },
        }),
        source: null,
      },
    ],
    more: 0,
    checked: true,
    derived: true,
    path: `/flags/${flag.id}`,
    occurredAt: at.toISOString(),
  };
}
