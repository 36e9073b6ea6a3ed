import type { HeldStatement } from "../verdicts/held-figures";
import { byDate, draftFlag, FIRST_VERSION, figure } from "./draft-flag";
import type { FlagRule } from "./flag";
import { surelyAfter } from "./in-time";
import { dateWords } from "./in-words";

export const saysOffTrack: FlagRule = {
  name: "says-off-track",
  version: "1",
  severity: "at-risk",
  title: "Said to be off track",
  meaning: "The council or DfE is cited as saying that the agreement is not being kept to.",
  formula:
    "A cited statement says that the agreement is off track, and no statement certainly later says that it is on track. Of a date known only in part no day is assumed.",
  thresholds: [],
  never: "A statement that an agreement is on track is shown, and makes nothing green.",
  weaknesses: [
    "What is said in a meeting may reach us through the press.",
    "A statement stands until another is found: silence does not clear it.",
  ],
  changes: FIRST_VERSION,
  find({ dossier }) {
    const onTrack = dossier.statements.filter(({ kind }) => kind === "on-track");
    const isContradicted = ({ date }: HeldStatement) =>
      onTrack.some((later) => surelyAfter(later.date, date));
    const standing = dossier.statements
      .filter((statement) => statement.kind === "off-track" && !isContradicted(statement))
      .toSorted(byDate);
    const latest = standing.at(-1);
    if (!latest) return [];
    return [
      draftFlag(saysOffTrack, {
        financialYear: null,
        subject: "",
        checked: true,
        size: null,
        summary: `${latest.by} (${dateWords(latest.date)}): ${latest.summary}`,
        evidence: standing.map(({ by, date, ref, summary }) => figure(`${by}: ${summary}`, null, ref, date)),
      }),
    ];
  },
};
