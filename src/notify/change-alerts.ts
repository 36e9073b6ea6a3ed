import type { AlertKind } from "@/domain/alerts/alert";
import { alertOfChange } from "@/domain/alerts/alert-of-change";
import type { ChangeKind, NotNews } from "@/domain/changes/change";
import { describeLocator, type Locator } from "@/domain/provenance";
import type { AlertContent, AlertLine } from "@/shapes/alert-shapes";
import { changeAlertTitle } from "@/wording/alert-titles";
import { changeInWords } from "@/wording/change-in-words";
import { changedOf } from "@/wording/changed-of";
import type { NamedCouncil } from "./load-known-of";
import type { UntoldChange, UntoldOverdue } from "./load-untold";

/** So many changes of one document stand in a message; all of them on the page it leads to. */
const MOST_LINES = 12;

/** What one document changed for one council, of one kind. */
export interface ChangeAlert {
  readonly kind: AlertKind;
  readonly changes: readonly [UntoldChange, ...UntoldChange[]];
}

/** Changes that belong in one alert: of one council, kind and document, noticed at once. */
export function changeAlerts(rows: readonly UntoldChange[]): readonly ChangeAlert[] {
  const together = new Map<string, { kind: AlertKind; changes: [UntoldChange, ...UntoldChange[]] }>();
  for (const row of rows) {
    const kind = alertOfChange({
      kind: row.kind as ChangeKind,
      subject: row.subject,
      notNews: row.notNews as NotNews | null,
    });
    if (kind === null) continue;
    const document = row.afterSnapshotSha256 ?? row.beforeSnapshotSha256 ?? "";
    const key = [kind, row.dfeCode, row.publicationId, document, row.detectedAt.toISOString()].join(" ");
    const alert = together.get(key);
    if (alert) alert.changes.push(row);
    else together.set(key, { kind, changes: [row] });
  }
  return [...together.values()];
}

/** @param council null where the changes concern no single one */
export function changeAlertContent(
  { kind, changes }: ChangeAlert,
  council: NamedCouncil | null,
): AlertContent {
  const lines = changes.map(lineOf);
  const [first] = changes;
  return {
    kind,
    tone: "neutral",
    council: council && { ...council },
    title: changeAlertTitle(
      council?.name ?? null,
      kind,
      lines.map(({ text }) => text),
    ),
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
    checked: true,
    derived: false,
    path: pathOf(first, council),
    occurredAt: first.detectedAt.toISOString(),
  };
}

function lineOf(change: UntoldChange): AlertLine {
  const after = change.afterUrl !== null;
  const url = change.afterUrl ?? change.beforeUrl;
  const locator = (after ? change.afterLocator : change.beforeLocator) as Locator | null;
  return {
    text: changeInWords(changedOf(change)),
    source:
      url === null
        ? null
        : { title: change.publication.title, url, where: locator === null ? "" : describeLocator(locator) },
  };
}

function pathOf(change: UntoldChange, council: NamedCouncil | null): string {
  const document = change.afterSnapshotSha256 ?? change.beforeSnapshotSha256;
  const asked = new URLSearchParams({
    ...(council === null ? {} : { authority: council.slug }),
    ...(document === null ? {} : { document }),
  }).toString();
  return asked === "" ? "/changes" : `/changes?${asked}`;
}

/** What is told of an edition that should be out and isn't. */
export function overdueContent({ message, publication, raisedAt }: UntoldOverdue): AlertContent {
  return {
    kind: "source-overdue",
    tone: "neutral",
    council: null,
    title: `Overdue: ${publication.title}`,
    lines: [{ text: message, source: { title: publication.title, url: publication.landingPage, where: "" } }],
    more: 0,
    checked: true,
    derived: false,
    path: "/sources",
    occurredAt: raisedAt.toISOString(),
  };
}
