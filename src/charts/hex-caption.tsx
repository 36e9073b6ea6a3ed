import type { ReactElement } from "react";
import type { Status } from "@/shapes/api-shapes";
import { statusSentence, statusWord } from "@/wording/status";
import type { Point } from "./hex-grid";
import type { StatusPalette } from "./status-shapes";
import { textWidth } from "./text-width";

const WIDTH = 240;
const TEXT = 13;
const MOST_LINES = 7;

/** Name and sentence of a council, to be shown while it is pointed at. */
export function hexCaption(
  { name, status, sentence }: { readonly name: string; readonly status: Status; readonly sentence: string },
  at: Point,
  palette: StatusPalette,
): ReactElement {
  // What only repeats the word isn't written: of most councils of the country that would be all there is.
  const said = sentence === statusSentence(status) ? "" : saidAfter(status, sentence);
  const lines = said === "" ? [] : wrap(said, TEXT, WIDTH, MOST_LINES);
  return (
    <g className="hex-caption" transform={`translate(${at.x} ${at.y})`}>
      <text fontSize={17} fontWeight={700} fill={palette.ink}>
        {name}
      </text>
      <text y={20} fontSize={TEXT} fontWeight={700} fill={palette[status]}>
        {statusWord(status)}
      </text>
      {lines.map((line, index) => (
        <text key={line} y={39 + index * 17} fontSize={TEXT} fill={palette.inkSoft}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** What a sentence says after the status's word: sentences may begin with that word themselves. */
export function saidAfter(status: Status, sentence: string): string {
  const lead = `${statusWord(status)}: `;
  if (!sentence.startsWith(lead)) return sentence;
  const rest = sentence.slice(lead.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Text in lines no wider than a width; what doesn't fit into the last of them ends in "…". */
export function wrap(text: string, size: number, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]} …`];
}
