"use client";

import { useActionState } from "react";
import { Field } from "@/components/forms/field";
import { OneTimeLink } from "./one-time-link";
import { UNTOUCHED, type UserAction } from "./user-form-state";

/** Adds somebody to the list of users; the link for them appears below. */
export function InviteForm({ action }: { readonly action: UserAction }) {
  const [{ problem, link, values }, submit, sending] = useActionState(action, UNTOUCHED);
  return (
    <form action={submit} className="max-w-[42rem]">
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_9rem_auto]">
        <Field
          key={values?.email ?? "email"}
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="off"
          required
          problem={problem}
          defaultValue={values?.email ?? ""}
        />
        <div>
          <label htmlFor="role" className="block text-sm font-medium">
            Role
          </label>
          <select
            key={values?.role ?? "role"}
            id="role"
            name="role"
            defaultValue={values?.role ?? "editor"}
            className="control mt-1"
          >
            <option value="editor">Editor</option>
            <option value="admin">Admin</option>
          </select>
        </div>
        <button type="submit" className="button" disabled={sending}>
          Make the invitation
        </button>
      </div>
      {link === null ? null : <OneTimeLink link={link} />}
    </form>
  );
}
