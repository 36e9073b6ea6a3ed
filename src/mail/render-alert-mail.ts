import type { AlertContent } from "@/shapes/alert-shapes";
import { formatDay } from "@/wording/dates";
import { chartWords, followWords, whyAlert } from "@/wording/messages";
import { kickerOf, moreOf, notesOf, statementOf, titleOf } from "./alert-in-letter";
import type { Block, Letter } from "./letter";
import { siteLink } from "./link";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { clipped } from "./plain-words";
import { renderFitting } from "./render-letter";
import { WAYS_OUT } from "./ways-out";

/** The council's chart, which is sent along; `alt` says what it shows, for those who don't see it. */
export interface MailPicture {
  readonly alt?: string;
}

export type AlertMailSettings = MailSettings & {
  /** Null where no picture is sent along. */
  readonly picture: MailPicture | null;
};

const LONGEST_ALT = 1_000;

/** How many statements are shown: from all that anybody reads in a message to as few as it takes. */
export const STATEMENTS = [20, 10, 5, 1] as const;

/**
 * One alert by itself, the same for everybody who gets it. For a correction of what was told before there is
 * `renderCorrectionMail`.
 */
export function renderAlertMail(content: AlertContent, settings: AlertMailSettings): Promise<RenderedMail> {
  const letter = (most: number) => (): Letter => ({
    ...alertHead(content),
    blocks: alertBlocks(content, most, settings),
    why: whyAlert(content.kind, content.council?.name ?? null),
    ways: WAYS_OUT,
  });
  const [all, ...fewer] = STATEMENTS;
  return renderFitting([letter(all), ...fewer.map(letter)], settings);
}

export function alertHead(
  content: AlertContent,
): Pick<Letter, "subject" | "preheader" | "kicker" | "heading" | "under"> {
  return {
    subject: content.title,
    preheader: content.lines.map(({ text }) => text).join(" "),
    kicker: kickerOf(content),
    heading: titleOf(content),
    under: formatDay(content.occurredAt),
  };
}

/** @param most statements that are shown */
export function alertBlocks(content: AlertContent, most: number, settings: AlertMailSettings): Block[] {
  const { council, path } = content;
  const { picture } = settings;
  const href = siteLink(settings, path);
  const chart = (alt: string | undefined) =>
    clipped(alt ?? chartWords(council?.name ?? settings.siteName), LONGEST_ALT);
  return [
    {
      kind: "statements",
      statements: content.lines.slice(0, most).map(statementOf),
      more: moreOf(content, most, settings),
    },
    ...(picture === null ? [] : [{ kind: "picture" as const, alt: chart(picture.alt) }]),
    { kind: "notes", notes: notesOf(content) },
    { kind: "action", way: { label: followWords(path), href }, address: href, note: null },
  ];
}
