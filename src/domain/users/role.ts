/**
 * What somebody may do in the admin room. An editor decides about figures and words: reviews readings, confirms
 * terms, writes register entries, answers reports, publishes replies. An admin does that, and runs the machine.
 */
export const ROLES = ["editor", "admin"] as const;

export type Role = (typeof ROLES)[number];

/** @param text as stored or given in a form */
export function readRole(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}

/** Whether somebody with a role may do what is for another. */
export function mayActAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
