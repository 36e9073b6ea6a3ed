import type { ReactNode } from "react";
import { Reason } from "@/components/admin/review/reason";

/** One thing that can be decided: what it does, why, and its button. */
export function DecisionForm({
  action,
  about,
  verb,
  button,
  loud = false,
  reasonHint,
  typed,
  children,
}: {
  readonly action: string;
  /** What is decided about, as the form's hidden field. */
  readonly about: { readonly name: string; readonly value: string };
  readonly verb: string;
  readonly button: string;
  readonly loud?: boolean;
  readonly reasonHint: string;
  /** The reason that was typed before, where it couldn't be decided. */
  readonly typed: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <form
      method="post"
      action={action}
      aria-label={button}
      className="grid max-w-3xl gap-2 border-l-2 border-rule-strong pl-4"
    >
      <input type="hidden" name={about.name} value={about.value} />
      <p className="text-sm">{children}</p>
      <Reason id={`reason-${verb}`} typed={typed} hint={reasonHint} />
      <div>
        <button type="submit" name="verb" value={verb} className={loud ? "button" : "button-quiet"}>
          {button}
        </button>
      </div>
    </form>
  );
}
