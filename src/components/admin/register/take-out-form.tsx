"use client";

import { useActionState } from "react";
import { Reason } from "@/components/admin/review/reason";
import { FormMessage } from "@/components/forms/form-message";
import { type EntryAction, UNTRIED } from "./entry-form-state";

/** Retires a row of the register, or brings a retired one back, with a reason. */
export function TakeOutForm({
  heading,
  meaning,
  button,
  action,
}: {
  readonly heading: string;
  readonly meaning: string;
  readonly button: string;
  readonly action: EntryAction;
}) {
  const [{ attempt, told, typed }, submit, sending] = useActionState(action, UNTRIED);
  return (
    <section aria-labelledby="take-out" className="screen-only pt-10">
      <h2 id="take-out" className="border-b border-rule-strong pb-1 text-lg">
        {heading}
      </h2>
      <p className="prose-width pt-2 pb-3 text-sm text-ink-soft">{meaning}</p>
      <form action={submit} aria-label={heading} className="grid max-w-xl gap-3">
        {told === null ? null : <FormMessage kind="problem">{told}</FormMessage>}
        <Reason key={attempt} id="take-out-reason" typed={typed?.reason} />
        <div>
          <button type="submit" className="button-quiet" disabled={sending}>
            {button}
          </button>
        </div>
      </form>
    </section>
  );
}
