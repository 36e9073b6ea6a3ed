/** The sums that can be corrected: those that pages show and rules judge by. Signs as in their tables. */
export const CORRECTABLE = {
  allocation: ["beforeDeductionsPence", "afterDeductionsPence"],
  outturn: ["deficitPence"],
  inYearBalance: ["balancePence"],
  agreement: ["totalPence"],
  profilePoint: ["deficitPence"],
  payment: ["amountPence"],
  localContribution: ["amountPence"],
} as const;
export type CorrectableTable = keyof typeof CORRECTABLE;
export type CorrectableColumn = (typeof CORRECTABLE)[CorrectableTable][number];

export const CORRECTABLE_TABLES = Object.keys(CORRECTABLE) as readonly CorrectableTable[];

export function isCorrectableTable(table: string): table is CorrectableTable {
  return Object.hasOwn(CORRECTABLE, table);
}

/** A deficit or balance can be either side of zero; what is allotted, paid or promised can't be below it. */
export function canBeNegative(column: CorrectableColumn): boolean {
  return column === "deficitPence" || column === "balancePence";
}

/** What was published, what it should have been, and who says so. */
export interface Correction {
  readonly table: string;
  readonly column: string;
  /** What the figure is of, and what it said: the correction is of that figure and no other. */
  readonly series: string;
  readonly fingerprint: string;
  readonly publishedPence: bigint;
  readonly correctedPence: bigint;
  readonly reason: string;
  readonly citationTitle: string;
  readonly citationUrl: string | null;
  /** When its source said so. */
  readonly correctedOn: string;
}

/**
 * - `applies`: the figure still says what was corrected
 * - `overtaken`: the publisher has changed the figure, or our reading of it has; the correction is only history
 * - `withdrawn`: a person took it back
 */
export const CORRECTION_STATES = ["applies", "overtaken", "withdrawn"] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];
