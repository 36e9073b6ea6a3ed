import { ToldProblem } from "@/domain/told-problem";

/**
 * - `email`: it isn't an e-mail address
 * - `known`: somebody has this address already
 * - `password`: too short, too long, or the address itself
 * - `link`: it isn't one, it was used, it expired, or a newer one took its place
 * - `no-such-user`
 * - `last-admin`: nobody would be left to run the site
 * - `wrong-state`: the user is active already, or isn't
 */
export type UserProblemKind =
  | "email"
  | "known"
  | "password"
  | "link"
  | "no-such-user"
  | "last-admin"
  | "wrong-state";

/** Why nothing was done about a user, in words for the person who tried. Nothing was changed. */
export class UserProblem extends ToldProblem {
  constructor(
    readonly kind: UserProblemKind,
    message: string,
  ) {
    super(message);
  }
}
