"use server";

import { revalidatePath } from "next/cache";
import type { ThresholdFormState } from "@/components/admin/thresholds/threshold-form-state";
import { THRESHOLD_NAMES } from "@/domain/verdicts/read-threshold";
import { caller } from "@/trpc/server";
import { toldProblem } from "../told-problem";

/** Looks at what other thresholds would change; sets them once that has been looked at. */
export async function tryThresholds(before: ThresholdFormState, form: FormData): Promise<ThresholdFormState> {
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const { preview, set, current } = caller.admin.thresholds;
  const step = textOf("step");
  let typed = Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, textOf(name)]));
  const [reason, source] = [textOf("reason"), textOf("source")];
  const attempt = before.attempt + 1;
  const nothing = { attempt, reason, source, preview: null, problem: null, done: null };
  try {
    if (step === "built-in") {
      const { measures } = await current();
      typed = Object.fromEntries(measures.map(({ name, builtIn }) => [name, builtIn]));
    }
    // Only what was looked at is set.
    const isSeen = THRESHOLD_NAMES.every((name) => typed[name] === before.typed?.[name]);
    if (step === "set" && isSeen) {
      await set({ typed, reason, source: source.trim() === "" ? null : source });
      revalidatePath("/admin/thresholds");
      return {
        ...{ ...nothing, reason: "", source: "", typed: null },
        done: "They are in force. The councils are judged anew in a moment.",
      };
    }
    const looked = await preview({ typed });
    const problem = looked.problems.length === 0 ? null : "Nothing was tried: mend what is marked below.";
    return { ...nothing, typed, preview: looked, problem };
  } catch (error) {
    return { ...nothing, typed, preview: before.preview, problem: toldProblem(error) };
  }
}
