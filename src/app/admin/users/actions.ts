"use server";

import { revalidatePath } from "next/cache";
import { addressOf } from "@/app/site-address";
import type { UserFormState } from "@/components/admin/user-form-state";
import { readRole } from "@/domain/users/role";
import type { NewLink } from "@/shapes/user-shapes";
import { caller } from "@/trpc/server";
import { toldProblem } from "../told-problem";

const textOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Adds somebody to the list; the answer shows their link, this once. */
export async function invite(_before: UserFormState, form: FormData): Promise<UserFormState> {
  const email = textOf(form, "email");
  const role = readRole(textOf(form, "role")) ?? "editor";
  const values = { email, role };
  try {
    const link = await caller.admin.users.invite({ email, role });
    revalidatePath("/admin/users");
    return { problem: null, done: null, link: shown(link), values: null };
  } catch (error) {
    return { problem: toldProblem(error), done: null, link: null, values };
  }
}

/** What an admin does to somebody on the list: which button was pressed says what. */
export async function changeUser(_before: UserFormState, form: FormData): Promise<UserFormState> {
  const userId = textOf(form, "userId");
  const { users } = caller.admin;
  const nothing = { problem: null, done: null, link: null, values: null };
  try {
    switch (textOf(form, "verb")) {
      case "renew-link":
        return { ...nothing, link: shown(await users.renewLink({ userId })) };
      case "make-admin":
        await users.changeRole({ userId, role: "admin" });
        return { ...nothing, done: "Is an admin from now on." };
      case "make-editor":
        await users.changeRole({ userId, role: "editor" });
        return { ...nothing, done: "Is an editor from now on." };
      case "deactivate":
        await users.deactivate({ userId });
        return { ...nothing, done: "Signed out everywhere, and can't sign in any more." };
      case "reactivate":
        await users.reactivate({ userId });
        return { ...nothing, done: "Can sign in again." };
      default:
        return { ...nothing, problem: "Press one of the buttons." };
    }
  } catch (error) {
    return { ...nothing, problem: toldProblem(error) };
  } finally {
    revalidatePath("/admin/users");
  }
}

function shown({ email, purpose, token, expiresAt }: NewLink): UserFormState["link"] {
  return {
    email,
    purpose,
    address: `${addressOf("/sign-in/password")}?link=${token}`,
    expiresAt: expiresAt.toISOString(),
  };
}
