import { ToldProblem } from "@/domain/told-problem";

/**
 * - `reason`: none was given, it's too long, or it holds an address
 * - `no-such-batch`, `no-such-message`, `not-on-the-list`: there is none of that number
 * - `wrong-state`: this can't be done to a batch or a message in its state
 * - `address`: it isn't an e-mail address
 * - `on-the-list`: the address gets nothing already
 */
export type NotifyProblemKind =
  | "reason"
  | "no-such-batch"
  | "no-such-message"
  | "not-on-the-list"
  | "wrong-state"
  | "address"
  | "on-the-list";

/** Why nothing was done about messages, in words for the admin who tried. Nothing was changed. */
export class NotifyProblem extends ToldProblem {
  constructor(
    readonly kind: NotifyProblemKind,
    message: string,
  ) {
    super(message);
  }
}
