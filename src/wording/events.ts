import { formatYear } from "./dates";

const EVENT: Readonly<Record<string, string>> = {
  signed: "Signed",
  revised: "Revised",
  completed: "Completed",
  enhanced_monitoring: "Enhanced monitoring",
  judicial_review: "Judicial review",
  payment_released: "Payment released",
  payment_withheld: "Payment withheld",
  payments_rephased: "Payments rephased",
  says_off_track: "Says it is off track",
  says_on_track: "Says it is on track",
  suspended: "Payments suspended",
  under_review: "Under review",
  other: "Reported",
};

/** The kind of an event as a heading; a kind we have no word for is shown as it is written. */
export function eventWords(kind: string): string {
  return EVENT[kind.replaceAll("-", "_")] ?? sentenceCase(kind);
}

const STATEMENT: Readonly<Record<string, string>> = {
  "on-track": "on track",
  "off-track": "off track",
  rating: "rated",
};

/** What was said and by whom: "Off track, according to Exampleshire council". */
export function statementWords(by: string, kind: string): string {
  return `${sentenceCase(STATEMENT[kind] ?? kind)}, according to ${by}`;
}

const AGREEMENT_STATUS: Readonly<Record<string, string>> = {
  active: "Active when last reported",
  revised: "Revised since",
  completed: "Completed",
  suspended: "Payments suspended",
  "under-review": "Under review",
};

/**
 * The state of an agreement as the register has it; null where the register is silent.
 *
 * @param current of the version that replaced another, `revised` says what it is, not what became of it
 */
export function agreementStatusWords(status: string | undefined, current = false): string | null {
  if (status === undefined || status === "") return null;
  if (status === "revised" && current) return "A revision of the original";
  return AGREEMENT_STATUS[status.replaceAll("_", "-")] ?? sentenceCase(status);
}

/** Beside the register's own words, which give amounts without their unit. */
export const BARE_AMOUNTS = "An amount without a unit is in £ million: 13.9 stands for £13.9 million.";

const DOCUMENT_VERSION = /^(20\d\d-\d\d)-([0-9a-f]{8})$/;

/**
 * A version as a heading: "Original", "Revised 2024"; a document of its own by the year in its title and the
 * first digits of its SHA-256: "Document of 2022 to 2023 (1a2b3c4d)".
 */
export function versionWords(version: string): string {
  const [, year, digits] = DOCUMENT_VERSION.exec(version) ?? [];
  if (year && digits) return `Document of ${formatYear(year)} (${digits})`;
  return sentenceCase(version);
}

export function sentenceCase(slug: string): string {
  const words = slug.replaceAll(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
