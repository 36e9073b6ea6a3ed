import type { CSSProperties, ReactNode } from "react";
import { Link } from "react-email";
import type { Kicker, Way } from "./letter";
import { LIGHT, type MailColour } from "./mail-colours";
import { SANS, SERIF } from "./mail-fonts";
import { keptTogether, plainWords } from "./plain-words";

/*
 * Every mail client drops something: so colours stand inline for the light mail and as classes for the dark one,
 * and fonts inline for those that drop the style sheet.
 */

type Ink = Extract<MailColour, "ink" | "soft" | "faint" | "accent" | "missed" | "atRisk" | "good">;

const SIZE = {
  small: { fontSize: 14, lineHeight: "21px" },
  body: { fontSize: 17, lineHeight: "26px" },
} as const satisfies Record<string, CSSProperties>;

/** A paragraph. `above`: the space before it, in pixels. */
export function P({
  children,
  above = 0,
  size = "body",
  ink = "ink",
  bold = false,
}: {
  readonly children: ReactNode;
  readonly above?: number;
  readonly size?: keyof typeof SIZE;
  readonly ink?: Ink;
  readonly bold?: boolean;
}) {
  return (
    <p
      className={ink}
      style={{
        margin: `${above}px 0 0`,
        ...SIZE[size],
        color: LIGHT[ink],
        ...(bold ? { fontWeight: 600 } : {}),
      }}
    >
      {children}
    </p>
  );
}

/** @param props `as`: its level; `look`: that of another level */
export function H({
  children,
  as: Tag,
  look = Tag,
  above = 0,
}: {
  readonly children: ReactNode;
  readonly as: "h1" | "h2" | "h3";
  readonly look?: "h1" | "h2" | "h3";
  readonly above?: number;
}) {
  return (
    <Tag
      className={`${look} ink`}
      style={{ margin: `${above}px 0 0`, ...HEADING[look], fontWeight: 600, color: LIGHT.ink }}
    >
      {children}
    </Tag>
  );
}

const HEADING = {
  h1: { fontFamily: SERIF, fontSize: 30, lineHeight: "37px" },
  h2: { fontFamily: SERIF, fontSize: 24, lineHeight: "30px" },
  h3: { fontFamily: SANS, fontSize: 17, lineHeight: "25px" },
} as const satisfies Record<string, CSSProperties>;

export function A({ way: { label, href }, ink = "accent" }: { readonly way: Way; readonly ink?: Ink }) {
  return (
    <Link className={ink} href={href} style={{ color: LIGHT[ink], textDecorationLine: "underline" }}>
      {say(label)}
    </Link>
  );
}

const MARK: Readonly<Record<Kicker["mark"], { readonly sign: string; readonly ink: Ink }>> = {
  missed: { sign: "\u25b2", ink: "missed" },
  "at-risk": { sign: "\u25c6", ink: "atRisk" },
  good: { sign: "\u25cf", ink: "good" },
  none: { sign: "", ink: "soft" },
};

/** What sort of news: word, shape and colour. */
export function KickerLine({
  kicker,
  day,
  above = 0,
}: {
  readonly kicker: Kicker;
  readonly day?: string;
  readonly above?: number;
}) {
  const { sign, ink } = MARK[kicker.mark];
  return (
    <P size="small" ink={ink} above={above} bold>
      {sign === "" ? null : <span aria-hidden="true">{`${sign} `}</span>}
      {say(kicker.words)}
      {day === undefined ? null : (
        <span className="faint" style={{ color: LIGHT.faint, fontWeight: 400 }}>{`, ${say(day)}`}</span>
      )}
    </P>
  );
}

/** A strip of the column, with the same margins left and right as all. Outlook lays out tables, not boxes. */
export function Band({
  children,
  above = 0,
  below = 0,
  className = "paper",
  style,
}: {
  readonly children: ReactNode;
  readonly above?: number;
  readonly below?: number;
  readonly className?: string;
  readonly style?: CSSProperties;
}) {
  return (
    <table role="presentation" width="100%" border={0} cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td
            className={`side ${className}`}
            style={{ padding: `${above}px ${SIDE}px ${below}px`, fontFamily: SANS, ...style }}
          >
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export const SIDE = 32;

/** Anybody's words, as they may stand in a message. */
export function say(text: string): string {
  return keptTogether(plainWords(text));
}
