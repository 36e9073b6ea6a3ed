import type { ListedUser } from "@/shapes/user-shapes";
import { formatInstant } from "@/wording/dates";
import { UserActions } from "./user-actions";
import type { UserAction } from "./user-form-state";

/** Everybody on the list, one below the other: on a phone a table of this would be too wide to read. */
export function UserList({
  users,
  ownId,
  action,
}: {
  readonly users: readonly ListedUser[];
  /** Of whoever looks at it. */
  readonly ownId: string;
  readonly action: UserAction;
}) {
  return (
    <ul className="border-t border-rule">
      {users.map((user) => (
        <li
          key={user.id}
          className="grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <div>
            <p className="font-medium break-all">
              {user.email}
              {user.id === ownId ? <span className="font-normal text-ink-soft"> (you)</span> : null}
            </p>
            <p className="text-sm text-ink-soft">
              {ROLE_WORDS[user.role]}. {stateWords(user)}
            </p>
          </div>
          <UserActions user={user} action={action} />
        </li>
      ))}
    </ul>
  );
}

const ROLE_WORDS = { admin: "Admin", editor: "Editor" } as const;

function stateWords({ state, addedAt, lastSignInAt, sessions, linkUntil }: ListedUser): string {
  const link = linkUntil === null ? "" : ` A link works until ${formatInstant(linkUntil.toISOString())}.`;
  const signedIn =
    lastSignInAt === null
      ? "Never signed in."
      : `Last signed in ${formatInstant(lastSignInAt.toISOString())}.`;
  switch (state) {
    case "deactivated":
      return `Deactivated. ${signedIn}`;
    case "invited":
      return `Invited ${formatInstant(addedAt.toISOString())}, no password yet.${link || " The link has expired."}`;
    case "active": {
      const now =
        sessions === 0 ? "" : ` Signed in now in ${sessions === 1 ? "one browser" : `${sessions} browsers`}.`;
      return `${signedIn}${now}${link}`;
    }
  }
}
