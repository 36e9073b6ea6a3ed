import { formatDay } from "@/wording/dates";
import {
  andMoreTitle,
  chartWords,
  DERIVED_READINGS,
  digestHeadings,
  followWords,
  whyAlert,
} from "@/wording/messages";
import { gravestFirst, itemOf, kickerOf, moreOf, notesOf, statementOf, titleOf } from "./alert-in-letter";
import type { Block, Letter } from "./letter";
import { siteLink } from "./link";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { clipped } from "./plain-words";
import { renderFitting } from "./render-letter";
import { assertToldOneWay, type MailedContent } from "./told-one-way";
import { WAYS_OUT } from "./ways-out";

/** The council's chart, which is sent along; `alt` says what it shows, for those who don't see it. */
export interface MailPicture {
  readonly alt?: string;
}

export type AlertMailSettings = MailSettings & {
  /** Null where no picture is sent along. */
  readonly picture: MailPicture | null;
};

/** One alert, or all that are told at once of one council. */
export type Alerted = MailedContent | readonly [MailedContent, ...MailedContent[]];

const LONGEST_ALT = 1_000;

/** How many statements of each alert are shown: from all that anybody reads in a message to as few as it takes. */
const STATEMENTS = [20, 10, 5, 1] as const;

/**
 * What is told at once of one council, the same for everybody who gets it.
 *
 * @throws when one matter is told both as good and as bad news
 */
export function renderAlertMail(alerted: Alerted, settings: AlertMailSettings): Promise<RenderedMail> {
  const contents = "kind" in alerted ? [alerted] : alerted;
  const why = whyAlert(
    contents.map(({ kind }) => kind),
    contents[0]?.council?.name ?? null,
  );
  return renderAlerted(alerted, settings, { why });
}

/** @param instead of what the alerts say by themselves */
export function renderAlerted(
  alerted: Alerted,
  settings: AlertMailSettings,
  instead: Pick<Letter, "why"> & Partial<Pick<Letter, "kicker" | "subject">>,
): Promise<RenderedMail> {
  const contents = "kind" in alerted ? ([alerted] as const) : alerted;
  assertToldOneWay(contents);
  const [gravest, ...others] = [...contents].sort(gravestFirst);
  if (gravest === undefined) throw new RangeError("An alert mail tells of at least one alert.");
  const letter = (most: number) => (): Letter => ({
    ...(others.length === 0
      ? letterOfOne(gravest, most, settings)
      : letterOfSeveral([gravest, ...others], most, settings)),
    ways: WAYS_OUT,
    figures: true,
    ...instead,
  });
  const [all, ...fewer] = STATEMENTS;
  return renderFitting([letter(all), ...fewer.map(letter)], settings);
}

type Own = Omit<Letter, "why" | "ways" | "figures">;

function letterOfOne(content: MailedContent, most: number, settings: AlertMailSettings): Own {
  const href = siteLink(settings, content.path);
  return {
    subject: content.title,
    preheader: content.lines.map(({ text }) => text).join(" "),
    kicker: kickerOf(content),
    heading: titleOf(content),
    under: formatDay(content.occurredAt),
    blocks: [
      {
        kind: "statements",
        statements: content.lines.slice(0, most).map(statementOf),
        more: moreOf(content, most, settings),
      },
      ...pictureOf(content, settings),
      { kind: "notes", notes: notesOf(content), apart: false },
      { kind: "action", way: { label: followWords(content.path), href }, address: href, note: null },
    ],
  };
}

function letterOfSeveral(
  contents: readonly [MailedContent, ...MailedContent[]],
  most: number,
  settings: AlertMailSettings,
): Own {
  const [gravest] = contents;
  const { council } = gravest;
  const names = council === null ? [] : [council.name];
  const href = siteLink(settings, council === null ? "/changes" : `/authorities/${council.slug}`);
  const derived = contents.some((content) => content.derived);
  return {
    subject: andMoreTitle(gravest.title, contents.length - 1),
    preheader: contents.map(({ title }) => title).join("; "),
    kicker: null,
    heading: digestHeadings(contents.length, names, false)[0],
    under: formatDay(gravest.occurredAt),
    blocks: [
      { kind: "items", items: contents.map((content) => itemOf(content, most, settings)) },
      ...pictureOf(gravest, settings),
      { kind: "notes", notes: derived ? [DERIVED_READINGS] : [], apart: true },
      {
        kind: "action",
        way: { label: followWords(council === null ? "/changes" : "/authorities/"), href },
        address: href,
        note: null,
      },
    ],
  };
}

function pictureOf({ council }: MailedContent, settings: AlertMailSettings): Block[] {
  const { picture } = settings;
  if (picture === null) return [];
  const alt = clipped(picture.alt ?? chartWords(council?.name ?? settings.siteName), LONGEST_ALT);
  const href = siteLink(settings, council === null ? "/" : `/authorities/${council.slug}`);
  return [{ kind: "picture", alt, href }];
}
