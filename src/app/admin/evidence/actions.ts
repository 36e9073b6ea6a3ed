"use server";

import { redirect } from "next/navigation";
import { type EntryFormState, fieldOf } from "@/components/admin/register/entry-form-state";
import type { ImportFormState } from "@/components/admin/register/import-form-state";
import { REGISTER_COLUMNS, type RegisterFileName } from "@/domain/register/register-columns";
import { LARGEST_IMPORT_BYTES } from "@/shapes/register-shapes";
import { caller } from "@/trpc/server";
import { toldProblem } from "../told-problem";

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Adds a row, where there is no address, or edits the one of that address. */
export async function keepRow(
  file: RegisterFileName,
  address: string | null,
  before: EntryFormState,
  form: FormData,
): Promise<EntryFormState> {
  const cells = Object.fromEntries(
    REGISTER_COLUMNS[file].map(({ name }) => [name, textOf(form, fieldOf(name))]),
  );
  const reason = textOf(form, "reason");
  const seenDoubts = form.getAll("seen").filter((doubt) => typeof doubt === "string");
  const state = {
    attempt: before.attempt + 1,
    told: null,
    problems: [],
    doubts: [],
    typed: { cells, reason },
  };
  const outcome = await tried(() => caller.admin.register.keep({ file, address, cells, reason, seenDoubts }));
  if ("told" in outcome) return { ...state, ...outcome };
  if (outcome.done.kind === "not-kept") {
    const { problems, doubts } = outcome.done;
    return { ...state, problems, doubts };
  }
  redirect(`/admin/evidence/${file}/${outcome.done.address}`);
}

export async function retireRow(
  file: RegisterFileName,
  address: string,
  before: EntryFormState,
  form: FormData,
): Promise<EntryFormState> {
  const reason = textOf(form, "reason");
  const outcome = await tried(() => caller.admin.register.retire({ file, address, reason }));
  if ("told" in outcome) return notDone(before, outcome.told, reason);
  redirect(`/admin/evidence/${file}/${outcome.done.address}`);
}

export async function restoreRow(
  file: RegisterFileName,
  entryId: number,
  before: EntryFormState,
  form: FormData,
): Promise<EntryFormState> {
  const reason = textOf(form, "reason");
  const outcome = await tried(() => caller.admin.register.restore({ entryId, reason }));
  if ("told" in outcome) return notDone(before, outcome.told, reason);
  redirect(`/admin/evidence/${file}/${outcome.done.address}`);
}

/** Looks at a file that somebody brings; keeps its rows once that has been looked at. */
export async function importRows(before: ImportFormState, form: FormData): Promise<ImportFormState> {
  const brought = form.get("file");
  const isFile = brought instanceof File && brought.size > 0;
  const text = unixLines(isFile ? await brought.text() : textOf(form, "csv"));
  // What is larger than a file may be is told as such.
  const csv = text.slice(0, LARGEST_IMPORT_BYTES + 1);
  const reason = textOf(form, "reason");
  const step = textOf(form, "step");
  // Only what was looked at is kept.
  const keep = csv === before.csv && (step === "all" || step === "the good ones") ? step : "nothing";
  const despiteDoubts = form.get("despite") === "yes";
  const state = { attempt: before.attempt + 1, csv, reason };
  if (csv.trim() === "") {
    return { ...state, report: null, problem: "Choose a CSV file, or put its text below." };
  }
  const outcome = await tried(() => caller.admin.register.import({ csv, reason, keep, despiteDoubts }));
  if ("told" in outcome) return { ...state, report: before.report, problem: outcome.told };
  const { file, kept } = outcome.done;
  if (kept > 0 && file !== null) redirect(`/admin/evidence/${file}?kept=${kept}`);
  const problem =
    keep === "nothing" ? null : "Nothing was kept: look at what has to be mended or looked at first.";
  return { ...state, report: outcome.done, problem };
}

/** Browsers send the line ends of a field as CR LF, whatever they were. */
function unixLines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

function notDone(before: EntryFormState, told: string, reason: string): EntryFormState {
  return { ...before, attempt: before.attempt + 1, told, typed: { cells: {}, reason } };
}

async function tried<T>(work: () => Promise<T>): Promise<{ readonly done: T } | { readonly told: string }> {
  try {
    return { done: await work() };
  } catch (error) {
    return { told: toldProblem(error) };
  }
}
