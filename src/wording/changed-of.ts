import type { ChangeKind, ChangeValue } from "@/domain/changes/change";
import { pence, wholePounds } from "@/domain/money";
import type { Changed, PublishedChangeValue } from "@/shapes/change-shapes";

/** A change as it is recorded: sums in pence, null where nothing is said. */
export interface RecordedChange {
  readonly kind: string;
  readonly financialYear: string | null;
  readonly agreementVersion: string | null;
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** A recorded change as it is told: sums in whole pounds, their difference that of the sums shown. */
export function changedOf(recorded: RecordedChange): Changed {
  const { financialYear, agreementVersion, subject } = recorded;
  const before = publishedValue(recorded.before as ChangeValue | null);
  const after = publishedValue(recorded.after as ChangeValue | null);
  return {
    kind: recorded.kind as ChangeKind,
    ...(financialYear === null ? {} : { financialYear }),
    ...(agreementVersion === null ? {} : { agreementVersion }),
    ...(subject === null ? {} : { subject }),
    before,
    after,
    ...sizeOf(before, after),
  };
}

/** Of the sums as they are shown, so that the three add up. */
export function sizeOf(
  before: PublishedChangeValue | null,
  after: PublishedChangeValue | null,
): { readonly sizeGbp?: number } {
  return before?.kind === "money" && after?.kind === "money"
    ? { sizeGbp: after.amountGbp - before.amountGbp }
    : {};
}

export function publishedValue(value: ChangeValue | null): PublishedChangeValue | null {
  return value?.kind === "money" ? { kind: "money", amountGbp: wholePounds(pence(value.pence)) } : value;
}
