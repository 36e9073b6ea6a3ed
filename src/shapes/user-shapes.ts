import { z } from "zod";
import { ROLES } from "@/domain/users/role";

export const roleShape = z.enum(ROLES);

/** Somebody who may enter the admin room, as the list of users shows them. */
export const listedUserShape = z.object({
  id: z.string(),
  email: z.string(),
  role: roleShape,
  /** invited: they haven't chosen a password yet */
  state: z.enum(["active", "invited", "deactivated"]),
  addedAt: z.date(),
  lastSignInAt: z.date().nullable(),
  /** In how many browsers they are signed in now. */
  sessions: z.number().int(),
  /** Until when the one-time link made for them last can be used; null: there is none. */
  linkUntil: z.date().nullable(),
});
export type ListedUser = z.infer<typeof listedUserShape>;

/** A one-time link, shown to whoever made it and to nobody again. */
export const newLinkShape = z.object({
  email: z.string(),
  purpose: z.enum(["invitation", "reset"]),
  token: z.string(),
  expiresAt: z.date(),
});
export type NewLink = z.infer<typeof newLinkShape>;
