import type { AlertContent } from "@/shapes/alert-shapes";
import { formatDay } from "@/wording/dates";
import {
  CORRECTION_KICKER,
  correctionLead,
  correctionSubject,
  toldWords,
  WHY_CORRECTION,
} from "@/wording/messages";
import { statementOf, titleOf } from "./alert-in-letter";
import type { Block, Letter } from "./letter";
import type { RenderedMail } from "./mail-settings";
import { type AlertMailSettings, alertBlocks, alertHead, STATEMENTS } from "./render-alert-mail";
import { renderFitting } from "./render-letter";
import { WAYS_OUT } from "./ways-out";

/** What no longer stands, as it was told. */
export interface Retracted {
  /** The alerts that were sent, oldest first; those no longer known are left out. */
  readonly told: readonly Pick<AlertContent, "title" | "lines" | "occurredAt">[];
  readonly outcome: "withdrawn" | "corrected";
}

/** Alerts, and lines of each. */
const MOST_TOLD = 5;

/**
 * To those who were told something that no longer stands.
 *
 * @param content what is so now and why: its first line says the reason
 */
export function renderCorrectionMail(
  content: AlertContent,
  { told, outcome }: Retracted,
  settings: AlertMailSettings,
): Promise<RenderedMail> {
  const quotes = told.slice(-MOST_TOLD).map(
    (alert): Block => ({
      kind: "quote",
      lead: toldWords(formatDay(alert.occurredAt)),
      heading: titleOf(alert),
      lines: alert.lines.slice(0, MOST_TOLD).map((line) => statementOf(line).text),
    }),
  );
  const letter = (most: number) => (): Letter => ({
    ...alertHead(content),
    subject: correctionSubject(content.title),
    kicker: { words: CORRECTION_KICKER, mark: "none" },
    blocks: [
      ...quotes,
      { kind: "paragraph", text: correctionLead(outcome, told.length > 0) },
      ...alertBlocks(content, most, settings),
    ],
    why: WHY_CORRECTION,
    ways: WAYS_OUT,
  });
  const [all, ...fewer] = STATEMENTS;
  return renderFitting([letter(all), ...fewer.map(letter)], settings);
}
