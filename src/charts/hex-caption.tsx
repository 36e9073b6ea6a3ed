import type { ReactElement } from "react";
import type { Status } from "@/shapes/api-shapes";
import { statusSentence, statusWord } from "@/wording/status";
import type { Point } from "./hex-grid";
import { textWidth } from "./text-width";

const WIDTH = 240;
/** As in the style sheet, which has the looks of what so many councils share. */
const TEXT = 13;
const MOST_LINES = 7;

/** Name and sentence of a council, to be shown while it is pointed at. */
export function hexCaption(
  { name, status, sentence }: { readonly name: string; readonly status: Status; readonly sentence: string },
  at: Point,
): ReactElement {
  const said = saidBeside(status, sentence);
  const lines = said === "" ? [] : wrap(said, TEXT, WIDTH, MOST_LINES);
  return (
    <text className="hex-caption" transform={`translate(${at.x} ${at.y})`}>
      {name}
      <tspan x={0} y={20} className={`hex-${status}`}>
        {statusWord(status)}
      </tspan>
      {lines.map((line, index) => (
        <tspan key={line} x={0} y={39 + index * 17} className="hex-said">
          {line}
        </tspan>
      ))}
    </text>
  );
}

/**
 * What a sentence says beside the status's word. Nothing where it only says that word at length: of most councils of
 * the country that would be all there is. Sentences may begin with the word themselves.
 */
export function saidBeside(status: Status, sentence: string): string {
  if (sentence === statusSentence(status)) return "";
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
