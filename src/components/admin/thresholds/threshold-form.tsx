"use client";

import { useActionState } from "react";
import { Reason } from "@/components/admin/review/reason";
import { Field } from "@/components/forms/field";
import { FormMessage } from "@/components/forms/form-message";
import type { ThresholdsInForce } from "@/shapes/threshold-shapes";
import { formatInstant } from "@/wording/dates";
import { rulesUsing, thresholdHint, thresholdName, thresholdValue } from "@/wording/thresholds";
import { type ThresholdAction, UNTRIED_THRESHOLDS } from "./threshold-form-state";
import { ThresholdPreview } from "./threshold-preview";

/** Sets what the rules are measured with: first a look at what would change, then the setting, with a reason. */
export function ThresholdForm({
  inForce: { measures, builtIn },
  rulesOf,
  action,
}: {
  readonly inForce: ThresholdsInForce;
  /** The titles of the rules that are measured with each. */
  readonly rulesOf: Readonly<Record<string, readonly string[]>>;
  readonly action: ThresholdAction;
}) {
  const [state, submit, sending] = useActionState(action, UNTRIED_THRESHOLDS);
  const { attempt, typed, preview, problem, done } = state;
  const changes = preview?.changes ?? [];
  const isSound = preview !== null && preview.problems.length === 0;
  return (
    <form action={submit} className="max-w-3xl">
      {problem === null ? null : <FormMessage kind="problem">{problem}</FormMessage>}
      {done === null ? null : <FormMessage kind="done">{done}</FormMessage>}
      <div key={attempt} className="grid gap-5">
        {measures.map(({ name, typed: now, set }) => (
          <div key={name} className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
            <Field
              name={name}
              label={thresholdName(name)}
              hint={thresholdHint(name)}
              defaultValue={typed?.[name] ?? now}
              problem={preview?.problems.find((one) => one.name === name)?.message}
              autoComplete="off"
            />
            <div className="self-end text-xs text-ink-faint">
              <p>
                {set === null
                  ? `As built in. `
                  : `Set by ${set.by}, ${formatInstant(set.at)}: ${set.reason} Built in: ${thresholdValue(name, builtIn)}. `}
                {set?.source ? <a href={set.source}>What it rests on</a> : null}
              </p>
              <details>
                <summary className="w-fit text-accent underline underline-offset-4">
                  {rulesUsing(rulesOf[name]?.length ?? 0)}
                  <span className="sr-only">: {thresholdName(name)}</span>
                </summary>
                <p>{rulesOf[name]?.join("; ")}</p>
              </details>
            </div>
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-3 pt-6">
        <button
          type="submit"
          name="step"
          value="preview"
          formNoValidate
          className="button"
          disabled={sending}
        >
          Look at what would change
        </button>
        <button
          type="submit"
          name="step"
          value="built-in"
          formNoValidate
          className="button-quiet"
          disabled={sending}
        >
          Try those built in
        </button>
      </div>
      {preview === null || !isSound ? null : <ThresholdPreview preview={preview} />}
      {!isSound || changes.length === 0 ? null : (
        <section
          aria-labelledby="set"
          key={`set ${attempt}`}
          className="grid gap-4 border-t border-rule-strong pt-4"
        >
          <h2 id="set" className="text-lg">
            Set them
          </h2>
          <Reason
            id="threshold-reason"
            typed={state.reason}
            hint="Stays in the audit log, and beside the measure here."
          />
          <Field
            name="source"
            label="What it rests on (may be left out)"
            hint="A web address. Needed to judge years after 2025 to 2026: the page on which DfE says what became of the agreements."
            type="url"
            defaultValue={state.source}
          />
          <div>
            <button type="submit" name="step" value="set" className="button" disabled={sending}>
              Set what was looked at
            </button>
          </div>
        </section>
      )}
    </form>
  );
}
