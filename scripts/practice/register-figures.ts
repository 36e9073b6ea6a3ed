import { blockIn } from "./allocation-figures";
import { slugOfCouncil } from "./council-list";
import { type Cell, csvFile, millions } from "./csv-file";
import type { PracticeCouncil, RegisterRows } from "./practice-council";
import { PRACTICE_PAGE, paperAddress } from "./practice-words";
import { isOutBy } from "./stages";

type Row = Readonly<Record<string, Cell>>;

interface RegisterFigures {
  /** Without `.csv`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files of the evidence register as they stood at a stage, in the columns of `archive/figures/register`. A
 * file without any row by then isn't there yet.
 */
export function registerFigures(councils: readonly PracticeCouncil[], stage: string): RegisterFigures[] {
  const rowsOf = <Kind extends keyof RegisterRows>(
    kind: Kind,
    write: (row: NonNullable<RegisterRows[Kind]>[number], council: PracticeCouncil) => Row | readonly Row[],
  ) =>
    councils.flatMap((council) =>
      (council.register?.[kind] ?? [])
        .filter(({ foundOn }) => isOutBy(stage, foundOn))
        .flatMap((row) => {
          const sourced = {
            la_name: council.name,
            source_url: paperAddress(slugOfCouncil(council), row.paper),
          };
          return [write(row, council)].flat().map((cells) => ({ ...sourced, ...cells }));
        }),
    );

  const files: readonly (readonly [name: string, columns: string, rows: readonly Row[]])[] = [
    [
      "agreements",
      "la_name agreement_version cohort signed_fy start_fy target_fy target_means target_source clearance_fy total_funding_gbp_m status status_date source_url confidence note",
      rowsOf("agreements", (row, { agreement }) => ({
        agreement_version: row.version,
        cohort: agreement?.cohort,
        signed_fy: agreement?.cohort,
        start_fy: row.from,
        target_fy: row.target?.year,
        target_means: row.target?.means,
        target_source: row.target ? "official" : null,
        clearance_fy: row.clearedBy,
        total_funding_gbp_m: millions(row.total, 1),
        status: row.status,
        status_date: row.statusDate,
        confidence: "high",
        note: row.note,
      })),
    ],
    [
      "deficit_profile",
      "la_name agreement_version financial_year planned_cumulative_deficit_gbp_m basis scope local_contributions plan_source basis_note source_url confidence",
      rowsOf("profile", (row) =>
        Object.entries(row.deficits).map(([year, deficit]) => ({
          agreement_version: row.version,
          financial_year: year,
          planned_cumulative_deficit_gbp_m: millions(deficit, 1),
          basis: "gross",
          scope: "dsg",
          local_contributions: row.localContributions ?? "unknown",
          plan_source: row.planSource,
          basis_note: row.wording,
          confidence: "high",
        })),
      ),
    ],
    [
      "payments",
      "la_name agreement_version financial_year covers through_date payment_gbp_m paid_or_planned source_url confidence",
      rowsOf("payments", (row) => ({
        agreement_version: row.version ?? "original",
        financial_year: row.year,
        covers: row.covers,
        through_date: row.through,
        payment_gbp_m: millions(row.amount),
        paid_or_planned: row.status,
        confidence: "high",
      })),
    ],
    [
      "actuals",
      "la_name as_at_date date_inferred deficit_gbp_m error_gbp_m kind basis scope local_contributions published_on basis_note source_url confidence copy_of",
      rowsOf("actuals", (row) => ({
        as_at_date: row.asAt,
        date_inferred: "no",
        deficit_gbp_m: millions(row.deficit),
        kind: row.kind ?? "outturn",
        basis: row.basis,
        scope: row.scope ?? "dsg",
        local_contributions: row.localContributions ?? "unknown",
        published_on: row.foundOn,
        basis_note: row.wording,
        confidence: "high",
      })),
    ],
    [
      "events",
      "la_name date event_type summary source_url",
      rowsOf("events", (row) => ({ date: row.date, event_type: row.kind, summary: row.summary })),
    ],
    [
      "stability_grant",
      "la_name as_at_date item value_gbp_m detail source_url",
      rowsOf("stabilityGrant", (row) => ({
        as_at_date: row.asAt,
        item: row.item,
        value_gbp_m: millions(row.amount),
        detail: row.detail,
      })),
    ],
    [
      "derived_balances",
      "la_code la_name as_at_date balance_gbp error_gbp basis_note source_url",
      rowsOf("derived", (row, { dfeCode }) => ({
        la_code: dfeCode,
        as_at_date: row.asAt,
        balance_gbp: -Math.round(row.deficit * 1_000_000),
        error_gbp: Math.round(row.error * 1_000_000),
        basis_note: "worked back from an invented percentage of the grant",
      })),
    ],
    ["dbv_authorities", "la_name tranche source_url", members(councils)],
    ["policy_events", "date event detail source_url", policyEvents(stage)],
    ["national_totals", "financial_year measure value_gbp_bn source_url", nationalTotals(councils, stage)],
  ];
  return files
    .filter(([, , rows]) => rows.length > 0)
    .map(([name, columns, rows]) => ({ name, bytes: csvFile(columns.split(" "), rows) }));
}

function members(councils: readonly PracticeCouncil[]): Row[] {
  return councils
    .filter(({ deliveringBetterValue }) => deliveringBetterValue !== undefined)
    .map(({ name, deliveringBetterValue }) => ({
      la_name: name,
      tranche: deliveringBetterValue,
      source_url: `${PRACTICE_PAGE}members`,
    }));
}

const POLICY_EVENTS = [
  {
    date: "2021-03-19",
    event: "The first practice agreements",
    detail: "Two invented agreements were listed",
  },
  {
    date: "2024-03-21",
    event: "A practice agreement under review",
    detail: "Mockham’s payments were suspended",
  },
  {
    date: "2026-02-09",
    event: "A practice High Needs Stability Grant",
    detail: "Nine tenths of each invented council’s eligible deficit is to be paid",
  },
];

function policyEvents(stage: string): Row[] {
  return POLICY_EVENTS.filter(({ date }) => isOutBy(stage, date)).map((event) => ({
    ...event,
    source_url: `${PRACTICE_PAGE}policy`,
  }));
}

function nationalTotals(councils: readonly PracticeCouncil[], stage: string): Row[] {
  return [2020, 2021, 2022, 2023, 2024, 2025, 2026]
    .filter((starts) => isOutBy(stage, `${starts}-07-31`))
    .map((starts) => ({
      financial_year: `${starts}-${String(starts + 1).slice(2)}`,
      measure: "high_needs_block_total",
      value_gbp_bn: (councils.reduce((total, council) => total + blockIn(council, starts), 0) / 1e9).toFixed(
        3,
      ),
      source_url: `${PRACTICE_PAGE}allocations`,
    }));
}
