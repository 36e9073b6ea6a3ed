import type { Context } from "@/context";
import { type Money, pence } from "@/domain/money";
import { readMoney } from "@/domain/read-money";
import { figureAddress, readFigureAddress } from "@/review/figure-address";
import { loadCorrectableFigures } from "@/review/load-correctable-figures";
import { type CorrectionMade, loadCorrectionsMade } from "@/review/load-corrections-made";
import { recordCorrection } from "@/review/record-correction";
import { withdrawCorrection } from "@/review/withdraw-correction";
import { JobProblem } from "./job";

/** What `review` does with corrections, by its verb; each says what it did and returns it for `--json`. */
export const CORRECTION_VERBS = { figures, correct, "withdraw-correction": withdraw, corrections } as const;

export const CORRECTION_USAGE = [
  "review figures <council>",
  'review correct <figure> <pounds> <day> "<source>" <address or -> "<reason>"',
  'review withdraw-correction <correction> "<reason>"',
  "review corrections",
] as const;

type Progress = (line: string) => void;

async function figures(context: Context, [council = ""]: readonly string[], progress: Progress) {
  const found = await loadCorrectableFigures(context, council);
  for (const { address, name, agreementVersion, publishedPence, publication, url } of found) {
    const version = agreementVersion === null ? "" : ` (agreement ${agreementVersion})`;
    progress(
      `${figureAddress(address)}  ${name}${version}: ${pounds(publishedPence)}\n    ${publication}: ${url}`,
    );
  }
  return {
    figures: found.map(({ address, publishedPence, ...figure }) => ({
      figure: figureAddress(address),
      publishedGbp: Number(publishedPence) / 100,
      ...figure,
    })),
  };
}

async function correct(
  context: Context,
  [figure = "", amount = "", correctedOn = "", title = "", url = "", ...words]: readonly string[],
  progress: Progress,
) {
  const address = readFigureAddress(figure);
  if (address === null) {
    throw new JobProblem(`"${figure}" isn't a figure. "review figures <council>" lists them.`);
  }
  const { id, publishedPence, correctedPence } = await recordCorrection(context, {
    figure: address,
    corrected: readPounds(amount),
    source: { title, url: url === "-" ? null : url },
    correctedOn,
    reason: words.join(" "),
  });
  progress(
    `correction ${id}: ${figure} published as ${pounds(publishedPence)}, corrected to ${pounds(correctedPence)}.`,
  );
  return { correction: id };
}

async function withdraw(
  context: Context,
  [correction = "", ...words]: readonly string[],
  progress: Progress,
) {
  if (!/^\d{1,9}$/.test(correction)) throw new JobProblem(`Usage: ${CORRECTION_USAGE[2]}`);
  const withdrawn = await withdrawCorrection(context, {
    correctionId: Number(correction),
    reason: words.join(" "),
  });
  const effect = withdrawn.applied
    ? "the figure stands as published again"
    : "it had been overtaken, no figure changes";
  progress(`correction ${correction} withdrawn: ${effect}.`);
  return { correction: Number(correction) };
}

async function corrections(context: Context, _: readonly string[], progress: Progress) {
  const made = await loadCorrectionsMade(context);
  for (const one of made) progress(describe(one));
  if (made.length === 0) progress("Nothing has been corrected.");
  return {
    corrections: made.map(({ correction, figure, state }) => ({
      id: correction.id,
      ...{ figure, state, dfeCode: correction.dfeCode },
    })),
  };
}

function describe({ correction, state, figure }: CorrectionMade): string {
  const { id, dfeCode, publishedPence, correctedPence, citationTitle, reason, actor, recordedAt } =
    correction;
  return [
    `${id}  ${dfeCode} ${figure}: published as ${pounds(publishedPence)}, corrected to ${pounds(correctedPence)} (${state})`,
    `    ${citationTitle}, ${correction.correctedOn}: ${reason}`,
    `    recorded by ${actor}, ${recordedAt.toISOString()}`,
  ].join("\n");
}

/** @throws JobProblem for what isn't an amount: a figure is never corrected to "not available" */
function readPounds(text: string): Money {
  const read = readMoney(text);
  if (read.kind !== "amount")
    throw new JobProblem(`"${text}" isn't an amount of pounds, such as 22600000 or -1,250,000.`);
  return read.amount;
}

function pounds(amount: bigint): string {
  return (pence(Number(amount)) / 100).toLocaleString("en-GB", { style: "currency", currency: "GBP" });
}
