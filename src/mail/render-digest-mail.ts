import type { Frequency } from "@/domain/alerts/alert";
import type { AlertContent } from "@/shapes/alert-shapes";
import {
  DERIVED_READINGS,
  digestHeadings,
  digestUnder,
  moreWords,
  NO_COUNCIL,
  periodWords,
  whyDigest,
} from "@/wording/messages";
import { gravestFirst, itemOf } from "./alert-in-letter";
import type { Block, Letter } from "./letter";
import { siteLink } from "./link";
import type { MailSettings, RenderedMail } from "./mail-settings";
import { fitsSubject, renderFitting } from "./render-letter";
import { assertToldOneWay, type MailedContent } from "./told-one-way";
import { WAYS_OUT } from "./ways-out";

export interface DigestPeriod {
  readonly frequency: Exclude<Frequency, "instant">;
  /** ISO 8601. */
  readonly from: string;
  /** ISO 8601. */
  readonly until: string;
}

interface Fullness {
  readonly alerts: number;
  /** Of each alert. */
  readonly statements: number;
}

/** How much is shown: from all that anybody reads in a message to as little as it takes. */
const ALL: Fullness = { alerts: 100, statements: 6 };
const LESS: readonly Fullness[] = [
  { alerts: 100, statements: 2 },
  { alerts: 60, statements: 1 },
  { alerts: 30, statements: 1 },
  { alerts: 15, statements: 1 },
];

/**
 * All that is new for somebody, by council, the gravest first. What doesn't fit is counted and linked to.
 *
 * @returns null when there is nothing new: then nothing is sent
 * @throws when one matter is told both as good and as bad news, which those who gather alerts prevent
 */
export async function renderDigestMail(
  contents: readonly MailedContent[],
  period: DigestPeriod,
  settings: MailSettings,
): Promise<RenderedMail | null> {
  assertToldOneWay(contents);
  if (contents.length === 0) return null;
  const ordered = [...contents].sort(gravestFirst);
  const letter = (fullness: Fullness) => () => digestLetter(ordered, period, fullness, settings);
  return renderFitting([letter(ALL), ...LESS.map(letter)], settings);
}

function digestLetter(
  ordered: readonly AlertContent[],
  { frequency, from, until }: DigestPeriod,
  { alerts, statements }: Fullness,
  settings: MailSettings,
): Letter {
  const days = periodWords(from, until);
  const shown = ordered.slice(0, alerts);
  const headings = digestHeadings(ordered.length, councilNames(ordered), ordered.some(ofNoCouncil));
  const subjects =
    ordered.length === 1 ? ordered.map(({ title }) => title) : headings.map((one) => `${one}, ${days}`);
  return {
    subject: subjects.find((subject) => fitsSubject(subject, settings)) ?? subjects.at(-1) ?? days,
    preheader: ordered.map(({ title }) => title).join("; "),
    kicker: null,
    heading: headings[0],
    under: digestUnder(frequency, days),
    blocks: [
      ...byCouncil(shown).map((contents) => groupOf(contents, statements, settings)),
      ...(ordered.length === shown.length ? [] : [leftOut(ordered.length - shown.length, settings)]),
      { kind: "notes", notes: shown.some(({ derived }) => derived) ? [DERIVED_READINGS] : [], apart: true },
    ],
    why: whyDigest(frequency),
    ways: WAYS_OUT,
    figures: true,
  };
}

function ofNoCouncil({ council }: AlertContent): boolean {
  return council === null;
}

function councilNames(contents: readonly AlertContent[]): string[] {
  return [
    ...new Map(
      contents.flatMap(({ council }) => council ?? []).map(({ dfeCode, name }) => [dfeCode, name]),
    ).values(),
  ];
}

/** In the order in which each council is first met. */
function byCouncil(contents: readonly AlertContent[]): AlertContent[][] {
  const groups = new Map<string | null, AlertContent[]>();
  for (const content of contents) {
    const key = content.council?.dfeCode ?? null;
    groups.set(key, [...(groups.get(key) ?? []), content]);
  }
  return [...groups.values()];
}

function groupOf(contents: readonly AlertContent[], statements: number, settings: MailSettings): Block {
  const council = contents[0]?.council ?? null;
  return {
    kind: "group",
    heading: council?.name ?? NO_COUNCIL,
    href: council === null ? null : siteLink(settings, `/authorities/${council.slug}`),
    items: contents.map((content) => itemOf(content, statements, settings)),
  };
}

function leftOut(count: number, settings: MailSettings): Block {
  return {
    kind: "statements",
    statements: [],
    more: { label: `${moreWords(count)}: all changes on the site`, href: siteLink(settings, "/changes") },
  };
}
