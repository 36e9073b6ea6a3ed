import { hasAddress } from "@/domain/alerts/mask-address";
import { readReason } from "@/domain/read-reason";
import { NotifyProblem } from "./notify-problem";

/**
 * The reason for a decision about messages. It stands in the record for good, where nobody's address belongs.
 *
 * @throws NotifyProblem when there is none, it's too long, or it holds an address
 */
export function statedReason(reason: string): string {
  const read = readReason(reason);
  if (read.stated === null) throw new NotifyProblem("reason", read.problem);
  if (hasAddress(read.stated)) {
    throw new NotifyProblem(
      "reason",
      "Leave e-mail addresses out of the reason: the record keeps it for good.",
    );
  }
  return read.stated;
}
