import type { AgreementTerm } from "../dsg/draft-figures";
import type { FinancialYear } from "../financial-year";
import { pence } from "../money";
import type { Locator } from "../provenance";
import type { AgreementVersion, Placed } from "./agreement-version";
import type { ChangePlace } from "./change";

/** What a term's row says of its place, in the columns of the store. */
interface PlacedRow {
  readonly locator: unknown;
  readonly citationUrl?: unknown;
}

export interface AgreementRow extends PlacedRow {
  readonly dfeCode: string;
  readonly version: string;
  readonly cohort: string;
  readonly fromYear: string | null;
  readonly toYear: string | null;
  readonly balanceBy: string | null;
  readonly clearedBy: string | null;
  readonly totalPence: bigint | null;
  readonly suspended: boolean;
  readonly monitoring: string | null;
  readonly review: string | null;
  readonly places?: unknown;
}

export interface AgreementTermRows {
  readonly agreement: AgreementRow;
  readonly profile: readonly (PlacedRow & {
    readonly financialYear: string;
    readonly deficitPence: bigint;
    readonly basis: string;
    readonly scope: string;
    readonly localContributions: string;
  })[];
  readonly payments: readonly (PlacedRow & {
    readonly financialYear: string | null;
    readonly covers: string;
    readonly status: string;
    readonly amountPence: bigint | null;
  })[];
  readonly localContributions: readonly (PlacedRow & {
    readonly financialYear: string | null;
    readonly status: string;
    readonly amountPence: bigint;
  })[];
  readonly conditions: readonly (PlacedRow & { readonly position: number; readonly text: string })[];
}

/** One version of an agreement from its rows, as the store has them or is about to. */
export function agreementOfRows(
  rows: AgreementTermRows,
  document: Pick<ChangePlace, "snapshotSha256" | "url">,
): AgreementVersion {
  const { agreement } = rows;
  const places = (agreement.places ?? {}) as Partial<Record<AgreementTerm, Locator>>;
  const at = ({ locator, citationUrl }: PlacedRow): ChangePlace => ({
    snapshotSha256: document.snapshotSha256,
    url: typeof citationUrl === "string" ? citationUrl : document.url,
    locator: locator as Locator,
  });
  const term = <T>(name: AgreementTerm, value: T): Placed<T> => ({
    value,
    at: { ...at(agreement), locator: places[name] ?? (agreement.locator as Locator) },
  });
  const year = (text: string | null) => text as FinancialYear | null;
  const money = (amount: bigint) => pence(Number(amount));
  const maybeMoney = (amount: bigint | null) => (amount === null ? null : money(amount));

  return {
    dfeCode: agreement.dfeCode,
    version: agreement.version,
    balanceBy: term("balanceBy", year(agreement.balanceBy)),
    clearedBy: term("clearedBy", year(agreement.clearedBy)),
    years: term("years", { from: year(agreement.fromYear), to: year(agreement.toYear) }),
    total: term("total", maybeMoney(agreement.totalPence)),
    suspended: term("suspended", agreement.suspended),
    monitoring: term("monitoring", agreement.monitoring),
    review: term("review", agreement.review),
    profile: rows.profile.map((row) => ({
      financialYear: row.financialYear as FinancialYear,
      deficit: money(row.deficitPence),
      footing: `${row.basis}, ${row.scope}, ${row.localContributions}`,
      at: at(row),
    })),
    payments: rows.payments.map((row) => ({
      financialYear: year(row.financialYear),
      covers: row.covers,
      status: row.status,
      amount: maybeMoney(row.amountPence),
      at: at(row),
    })),
    localContributions: rows.localContributions.map((row) => ({
      financialYear: year(row.financialYear),
      status: row.status,
      amount: money(row.amountPence),
      at: at(row),
    })),
    conditions: rows.conditions
      .toSorted((a, b) => a.position - b.position)
      .map((row, index) => ({ position: index + 1, text: row.text, at: at(row) })),
  };
}
