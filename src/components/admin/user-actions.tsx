"use client";

import { useActionState } from "react";
import type { Role } from "@/domain/users/role";
import type { ListedUser } from "@/shapes/user-shapes";
import { OneTimeLink } from "./one-time-link";
import { UNTOUCHED, type UserAction } from "./user-form-state";

/** What can be done to somebody on the list of users. Behind a summary, so that nothing is pressed by accident. */
export function UserActions({
  user: { id, email, role, state },
  action,
}: {
  readonly user: Pick<ListedUser, "id" | "email" | "role" | "state">;
  readonly action: UserAction;
}) {
  const [{ problem, done, link }, submit, sending] = useActionState(action, UNTOUCHED);
  const button = (verb: string, words: string) => (
    <button type="submit" name="verb" value={verb} className="button-quiet" disabled={sending}>
      {words}
    </button>
  );
  return (
    <form action={submit}>
      <input type="hidden" name="userId" value={id} />
      {/* Another state has other buttons: they aren't put under somebody's finger. */}
      <details key={`${role} ${state}`} open={link !== null || problem !== null || undefined}>
        <summary className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4">
          Change<span className="sr-only"> {email}</span>
        </summary>
        <div className="flex flex-wrap gap-2 pt-1 pb-2">
          {state === "deactivated" ? (
            button("reactivate", "Let in again")
          ) : (
            <>
              {button(OTHER[role].verb, OTHER[role].words)}
              {button("renew-link", state === "invited" ? "New invitation" : "Link for a new password")}
              {button("deactivate", "Deactivate and sign out")}
            </>
          )}
        </div>
      </details>
      {problem === null ? null : (
        <p role="alert" className="text-sm font-semibold text-missed">
          {problem}
        </p>
      )}
      {done === null ? null : (
        <p role="status" className="text-sm text-ink-soft">
          {done}
        </p>
      )}
      {link === null ? null : <OneTimeLink link={link} />}
    </form>
  );
}

const OTHER: Readonly<Record<Role, { readonly verb: string; readonly words: string }>> = {
  admin: { verb: "make-editor", words: "Make an editor" },
  editor: { verb: "make-admin", words: "Make an admin" },
};
