import type { ReactElement } from "react";
import type { Status } from "@/shapes/api-shapes";
import { statusWord } from "@/wording/status";
import type { HexCell } from "./england-hexes";
import { hexCaption, saidBeside } from "./hex-caption";
import { borders, middleOf, outline, type Point, sizeOf } from "./hex-grid";
import { PAGE_STATUS_PALETTE, type StatusPalette, statusShape } from "./status-shapes";

export interface HexCouncil extends HexCell {
  readonly name: string;
  readonly slug: string;
  readonly region: string;
  readonly status: Status;
  /** How it stands, in words. */
  readonly sentence: string;
  /** False: left out by a filter, and drawn as ground only. */
  readonly chosen: boolean;
}

export interface HexMapInput {
  readonly title: string;
  readonly description: string;
  readonly councils: readonly HexCouncil[];
  /** The address of a council's page. */
  readonly hrefOf: (slug: string) => string;
}

/** What a place on the map is called in addresses, so that a list can point at it. */
export function hexId(short: string): string {
  return `hex-${short.toLowerCase()}`;
}

const EDGE = outline(0.95);
/** What the middle of a cell with a shape over its letters is moved by. */
const MARK_AT = -7.5;
const LETTERS_AT = 10.5;

/**
 * England as hexagons of one size, a council each: its status as fill, shape and word, its name and sentence when it
 * is pointed at, and the way to its page. A style sheet shows the caption and the focus; without one, the titles say
 * the same.
 */
export function hexMap(
  { title, description, councils, hrefOf }: HexMapInput,
  id: string,
  palette: StatusPalette = PAGE_STATUS_PALETTE,
): ReactElement {
  const { width, height } = sizeOf(councils);
  const hatch = `${id}-hatch`;
  const regions = [...new Set(councils.map(({ region }) => region))].sort();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset, and "img" would hide its links.
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="hex-map"
      strokeWidth={1.2}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M3 0V6" stroke={palette.unknown} strokeWidth="1.5" strokeOpacity="0.75" />
        </pattern>
      </defs>
      {regions.map((region) => (
        <g key={region}>
          <title>{region}</title>
          {councils
            .filter((council) => council.region === region)
            .sort((a, b) => a.row - b.row || a.column - b.column)
            .map((council) => (
              <Hex key={council.short} {...{ council, hatch, palette }} href={hrefOf(council.slug)} />
            ))}
        </g>
      ))}
      <path
        d={borders(councils)}
        stroke={palette.paper}
        strokeWidth={5.5}
        strokeLinecap="round"
        pointerEvents="none"
      />
    </svg>
  );
}

interface HexProps {
  readonly council: HexCouncil;
  readonly hatch: string;
  readonly href: string;
  readonly palette: StatusPalette;
}

function Hex({ council, hatch, href, palette }: HexProps) {
  const { name, short, status, sentence, chosen } = council;
  const middle = middleOf(council);
  const said = saidBeside(status, sentence);
  // React's types know only the links of HTML, which can't be moved like a drawing's.
  const place = { transform: `translate(${middle.x} ${middle.y})` };
  const quiet = status === "no-agreement";
  const ink = status === "unknown" ? palette.ink : palette.paper;
  return (
    <a href={href} id={hexId(short)} className="hex" data-council={short} {...place}>
      <title>{`${name}. ${statusWord(status)}${said === "" ? "" : `: ${said}`}`}</title>
      {/* Drawn, not used: of a shape used 153 times a browser makes 153 trees of its own. */}
      {!chosen || quiet ? (
        <path className="hex-edge hex-ground" d={EDGE} />
      ) : (
        <path
          className="hex-edge"
          d={EDGE}
          fill={status === "unknown" ? `url(#${hatch})` : palette[status]}
          stroke={palette[status]}
        />
      )}
      {chosen ? (
        <>
          {statusShape(
            status,
            status === "unknown" ? palette.unknown : quiet ? palette["no-agreement"] : ink,
            { className: "hex-mark", transform: `translate(0 ${MARK_AT})` },
          )}
          {status === "unknown" ? (
            <rect className="hex-letters" x={-13} y={2} width={26} height={11} rx={2} fill={palette.paper} />
          ) : null}
          <text
            className={quiet ? "hex-letters hex-quiet" : "hex-letters"}
            y={LETTERS_AT}
            fill={quiet ? undefined : ink}
          >
            {short}
          </text>
        </>
      ) : null}
      {hexCaption({ name, status, sentence }, captionPlace(middle))}
    </a>
  );
}

/** The caption always stands in the same corner: over the North Sea. */
function captionPlace({ x, y }: Point): Point {
  const tenths = (units: number) => Math.round(units * 10) / 10;
  return { x: tenths(CAPTION.x - x), y: tenths(CAPTION.y - y) };
}
const CAPTION: Point = { x: 430, y: 24 };
