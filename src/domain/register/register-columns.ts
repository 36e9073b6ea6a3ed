import { BASES, KINDS, LOCAL_CONTRIBUTIONS, PLAN_SOURCES, SCOPES } from "../dsg/balance";
import { GRANT_ITEMS } from "../dsg/grant-item";
import { CONFIDENCES } from "../provenance";

/**
 * The files of the evidence register, by their names without `.csv`; also the keys of their editions. Agreements come
 * first: the others speak of them.
 */
export const REGISTER_FILES = [
  "agreements",
  "deficit_profile",
  "payments",
  "actuals",
  "events",
  "stability_grant",
  "derived_balances",
  "dbv_authorities",
  "policy_events",
  "national_totals",
] as const;
export type RegisterFileName = (typeof REGISTER_FILES)[number];

export const EVENT_KINDS = [
  "signed",
  "revised",
  "payments_rephased",
  "under_review",
  "suspended",
  "payment_withheld",
  "payment_released",
  "enhanced_monitoring",
  "says_on_track",
  "says_off_track",
  "judicial_review",
  "completed",
  "other",
] as const;

export const COVERS = ["year", "instalment", "cumulative", "remainder"] as const;
export const PAYMENT_STATUSES = ["planned", "paid", "withheld", "released"] as const;
export const TARGET_MEANS = ["balance", "clearance", "end"] as const;
export const TARGET_SOURCES = ["official", "press"] as const;
/** What a figure may be a copy of; a copy of what is held is no source of its own. */
export const COPIED = ["section-251-outturn", "derived-balances"] as const;

/** What may stand in a cell. */
export type RegisterCellKind =
  | { readonly kind: "council" | "line" | "words" | "day" | "partial-date" | "year" | "citation" }
  | { readonly kind: "amount"; readonly in: "million" | "billion" | "pound" }
  | { readonly kind: "choice"; readonly of: readonly string[] };

export interface RegisterColumn {
  readonly name: string;
  readonly cell: RegisterCellKind;
  readonly required: boolean;
}

const column = (name: string, cell: RegisterCellKind, required: boolean): RegisterColumn => ({
  name,
  cell,
  required,
});
const needed = (name: string, cell: RegisterCellKind) => column(name, cell, true);
const maybe = (name: string, cell: RegisterCellKind) => column(name, cell, false);

const COUNCIL = needed("la_name", { kind: "council" });
const LINE = { kind: "line" } as const;
const WORDS = { kind: "words" } as const;
const DAY = { kind: "day" } as const;
const PARTIAL_DATE = { kind: "partial-date" } as const;
const YEAR = { kind: "year" } as const;
const MILLIONS = { kind: "amount", in: "million" } as const;
const choice = (of: readonly string[]) => ({ kind: "choice", of }) as const;
const SOURCE = needed("source_url", { kind: "citation" });
const CONFIDENCE = needed("confidence", choice(CONFIDENCES));
const VERSION = needed("agreement_version", LINE);

/** The columns of each file, in the order in which they stand. */
export const REGISTER_COLUMNS: Readonly<Record<RegisterFileName, readonly RegisterColumn[]>> = {
  agreements: [
    ...[COUNCIL, VERSION, needed("cohort", YEAR), maybe("signed_fy", YEAR), maybe("start_fy", YEAR)],
    ...[maybe("target_fy", YEAR), maybe("target_means", choice(TARGET_MEANS))],
    ...[maybe("target_source", choice(TARGET_SOURCES)), maybe("clearance_fy", YEAR)],
    ...[maybe("total_funding_gbp_m", MILLIONS), maybe("status", LINE), maybe("status_date", PARTIAL_DATE)],
    ...[SOURCE, CONFIDENCE, needed("note", WORDS)],
  ],
  deficit_profile: [
    ...[COUNCIL, VERSION, needed("financial_year", YEAR)],
    needed("planned_cumulative_deficit_gbp_m", MILLIONS),
    ...[needed("basis", choice(BASES)), needed("scope", choice(SCOPES))],
    ...[needed("local_contributions", choice(LOCAL_CONTRIBUTIONS))],
    ...[needed("plan_source", choice(PLAN_SOURCES)), needed("basis_note", WORDS), SOURCE, CONFIDENCE],
  ],
  payments: [
    ...[COUNCIL, VERSION, maybe("financial_year", YEAR), needed("covers", choice(COVERS))],
    ...[maybe("through_date", DAY), maybe("payment_gbp_m", MILLIONS)],
    ...[needed("paid_or_planned", choice(PAYMENT_STATUSES)), SOURCE, CONFIDENCE],
  ],
  actuals: [
    ...[COUNCIL, needed("as_at_date", DAY), needed("date_inferred", choice(["no", "yes"]))],
    ...[needed("deficit_gbp_m", MILLIONS), maybe("error_gbp_m", MILLIONS), needed("kind", choice(KINDS))],
    ...[needed("basis", choice(BASES)), needed("scope", choice(SCOPES))],
    ...[needed("local_contributions", choice(LOCAL_CONTRIBUTIONS)), maybe("published_on", PARTIAL_DATE)],
    ...[needed("basis_note", WORDS), SOURCE, CONFIDENCE, maybe("copy_of", choice(COPIED))],
  ],
  events: [
    ...[COUNCIL, maybe("date", PARTIAL_DATE), needed("event_type", choice(EVENT_KINDS))],
    ...[needed("summary", WORDS), SOURCE],
  ],
  stability_grant: [
    ...[COUNCIL, maybe("as_at_date", PARTIAL_DATE), needed("item", choice(GRANT_ITEMS))],
    ...[maybe("value_gbp_m", MILLIONS), needed("detail", WORDS), SOURCE],
  ],
  derived_balances: [
    ...[needed("la_code", LINE), COUNCIL, needed("as_at_date", DAY)],
    ...[
      needed("balance_gbp", { kind: "amount", in: "pound" }),
      needed("error_gbp", { kind: "amount", in: "pound" }),
    ],
    ...[needed("basis_note", WORDS), SOURCE],
  ],
  dbv_authorities: [COUNCIL, maybe("tranche", LINE), SOURCE],
  policy_events: [maybe("date", PARTIAL_DATE), needed("event", LINE), maybe("detail", WORDS), SOURCE],
  national_totals: [
    ...[needed("financial_year", YEAR), needed("measure", LINE)],
    ...[needed("value_gbp_bn", { kind: "amount", in: "billion" }), SOURCE],
  ],
};

/** Files whose rows are worked out by a program: a person may edit or retire one, and adds none by hand. */
export const WORKED_OUT: readonly RegisterFileName[] = ["derived_balances"];

export function isRegisterFile(name: string): name is RegisterFileName {
  return (REGISTER_FILES as readonly string[]).includes(name);
}
