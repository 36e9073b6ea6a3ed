import type { CalendarDate, PartialDate } from "@/domain/calendar-date";
import { compareVersions, versionOfTerm } from "@/domain/dsg/agreement-versions";
import type { After, Basis, Kind, Known, LocalContributions, PlanSource, Scope } from "@/domain/dsg/balance";
import type { FinancialYear } from "@/domain/financial-year";
import { type Money, NO_MONEY, pence } from "@/domain/money";
import type { Confidence } from "@/domain/provenance";
import type {
  CouncilDossier,
  FigureRef,
  HeldAgreement,
  HeldBalance,
  HeldInYearBalance,
  HeldPayment,
  HeldPlan,
} from "@/domain/verdicts/held-figures";
import { standingOf } from "@/domain/verdicts/standing-of";
import type {
  AgreementRow,
  HeldRows,
  InYearBalanceRow,
  OutturnRow,
  PaymentRow,
  ProfilePointRow,
} from "./load-held-rows";
import { withoutRepetitions } from "./without-repetitions";

/** What is held, as the rules look at it: one dossier for each council, by DfE code. */
export function dossiersOf(rows: HeldRows): ReadonlyMap<string, CouncilDossier> {
  const outturns = byCouncil(withoutRepetitions(rows.outturn, rows.editions));
  const agreements = byCouncil(rows.agreement);
  const documents = byCouncil(rows.agreementDocument);
  const plans = byCouncil(rows.profilePoint);
  const payments = byCouncil(rows.payment);
  const localContributions = byCouncil(rows.localContribution);
  const inYearBalances = byCouncil(rows.inYearBalance);
  const statements = byCouncil(rows.statement);
  const events = byCouncil(rows.event.flatMap(withCouncil));
  const grantItems = byCouncil(rows.stabilityGrantItem);

  return new Map(
    rows.councils.map((dfeCode) => {
      const versions = (agreements.get(dfeCode) ?? [])
        .map((row) => ({ row, ...inTime(row, rows) }))
        .sort((a, b) => compareVersions(a, b) || a.row.id - b.row.id);
      const ofVersion = (named: string) => versionOfTerm(named, versions);
      const listed = documents.get(dfeCode) ?? [];
      const dossier: CouncilDossier = {
        dfeCode,
        signed: versions.length > 0 || listed.length > 0,
        agreements: versions.map(({ row }) => heldAgreement(row, payments.get(dfeCode) ?? [])),
        listings: listed.map((row) => ({
          ref: refOf("agreementDocument", row),
          listedOn: (rows.editions.get(row.editionId)?.publishedOn ?? null) as PartialDate | null,
          underReview: row.underReview,
        })),
        plans: (plans.get(dfeCode) ?? []).map((row) => heldPlan(row, ofVersion)),
        payments: (payments.get(dfeCode) ?? []).map((row) => heldPayment(row, ofVersion)),
        localContributions: (localContributions.get(dfeCode) ?? []).map((row) => ({
          ref: refOf("localContribution", row),
          agreementVersion: ofVersion(row.agreementVersion),
          financialYear: row.financialYear as FinancialYear | null,
          amount: pence(Number(row.amountPence)),
          status: row.status as "planned" | "paid-into-dsg" | "held-in-reserve",
        })),
        balances: (outturns.get(dfeCode) ?? []).flatMap((row) => heldBalance(row, rows.editions)),
        inYearBalances: (inYearBalances.get(dfeCode) ?? []).flatMap((row) =>
          heldInYearBalance(row, rows.editions),
        ),
        statements: (statements.get(dfeCode) ?? []).map((row) => ({
          ref: refOf("statement", row),
          date: row.date as PartialDate | null,
          by: row.by,
          kind: row.kind as "on-track" | "off-track" | "rating",
          value: row.value,
          summary: row.summary,
        })),
        events: (events.get(dfeCode) ?? []).map((row) => ({
          ref: refOf("event", row),
          date: row.date as PartialDate | null,
          kind: row.kind,
          summary: row.summary,
        })),
        grantItems: (grantItems.get(dfeCode) ?? []).map((row) => ({
          ref: refOf("stabilityGrantItem", row),
          asAt: row.asAt as PartialDate | null,
          item: row.item,
          amount: moneyOrNull(row.amountPence),
          summary: row.summary,
        })),
      };
      return [dfeCode, dossier];
    }),
  );
}

type Editions = HeldRows["editions"];

function heldAgreement(row: AgreementRow, payments: readonly PaymentRow[]): HeldAgreement {
  return {
    ref: refOf("agreement", row),
    version: row.version,
    cohort: row.cohort as FinancialYear,
    signedOn: row.signedOn as PartialDate | null,
    from: row.fromYear as FinancialYear | null,
    to: row.toYear as FinancialYear | null,
    balanceBy: row.balanceBy as FinancialYear | null,
    balanceBySource: row.balanceBySource as HeldAgreement["balanceBySource"],
    clearedBy: row.clearedBy as FinancialYear | null,
    total: moneyOrNull(row.totalPence) ?? promisedInAll(row, payments),
    suspended: row.suspended,
    status: row.status,
    statusDate: row.statusDate as PartialDate | null,
    checked: row.checked,
    knownFrom: knownFrom(row),
    confidence: row.confidence as Confidence | null,
  };
}

/**
 * What a document's own payments add up to, where it prints them all and no total: only ever a bound on what
 * can have been received and a share for the tolerance, never shown as a figure.
 */
function promisedInAll(row: AgreementRow, payments: readonly PaymentRow[]): Money | null {
  if (knownFrom(row) !== "document") return null;
  const promised = payments.filter(
    ({ agreementVersion, status }) => agreementVersion === row.version && status === "planned",
  );
  const amounts = promised.flatMap(({ amountPence }) => (amountPence === null ? [] : [Number(amountPence)]));
  if (amounts.length === 0 || amounts.length < promised.length) return null;
  return pence(amounts.reduce((total, amount) => total + amount, 0));
}

function heldPlan(row: ProfilePointRow, ofVersion: (named: string) => string): HeldPlan {
  return {
    ref: refOf("profilePoint", row),
    agreementVersion: ofVersion(row.agreementVersion),
    financialYear: row.financialYear as FinancialYear,
    deficit: pence(Number(row.deficitPence)),
    error: moneyOrNull(row.errorPence) ?? NO_MONEY,
    basis: row.basis as Basis,
    scope: row.scope as Scope,
    localContributions: row.localContributions as LocalContributions,
    planSource: row.planSource as PlanSource,
    confidence: row.confidence as Confidence | null,
    family: row.citationUrl ?? row.snapshotSha256,
  };
}

function heldPayment(row: PaymentRow, ofVersion: (named: string) => string): HeldPayment {
  return {
    ref: refOf("payment", row),
    financialYear: row.financialYear as FinancialYear | null,
    covers: row.covers as HeldPayment["covers"],
    throughDate: row.throughDate as CalendarDate | null,
    status: row.status as HeldPayment["status"],
    amount: moneyOrNull(row.amountPence),
    error: moneyOrNull(row.errorPence) ?? NO_MONEY,
    paidOn: row.paidOn as PartialDate | null,
    accountedIn: row.accountedIn as FinancialYear | null,
    agreementVersion: ofVersion(row.agreementVersion),
  };
}

function heldBalance(row: OutturnRow, editions: Editions): HeldBalance[] {
  const deficit = moneyOrNull(row.deficitPence);
  if (deficit === null) return [];
  return [
    {
      ref: refOf("outturn", row),
      asAt: row.asAt as CalendarDate,
      asAtInferred: row.asAtInferred,
      deficit,
      error: moneyOrNull(row.errorPence) ?? NO_MONEY,
      basis: row.basis as Basis,
      scope: row.scope as Scope,
      after: afterOf(row),
      kind: row.kind as Kind,
      publishedOn: (row.publishedOn ??
        editions.get(row.editionId)?.publishedOn ??
        null) as PartialDate | null,
      confidence: row.confidence as Confidence | null,
      ...standingOf(saidBy(row, editions)),
    },
  ];
}

function heldInYearBalance(row: InYearBalanceRow, editions: Editions): HeldInYearBalance[] {
  const balance = moneyOrNull(row.balancePence);
  if (balance === null) return [];
  return [
    {
      ref: refOf("inYearBalance", row),
      financialYear: row.financialYear as FinancialYear,
      balance,
      error: moneyOrNull(row.errorPence) ?? NO_MONEY,
      basis: row.basis as Basis,
      scope: row.scope as Scope,
      after: afterOf(row),
      kind: row.kind as Kind,
      publishedOn: (row.publishedOn ??
        editions.get(row.editionId)?.publishedOn ??
        null) as PartialDate | null,
      confidence: row.confidence as Confidence | null,
      blockTransfer: moneyOrNull(row.blockTransferPence),
      localContribution: moneyOrNull(row.localContributionPence),
      priorYearAdjustment: moneyOrNull(row.priorYearAdjustmentPence),
      ...standingOf(saidBy(row, editions)),
    },
  ];
}

function saidBy(row: (OutturnRow | InYearBalanceRow) & { copyOf?: string | null }, editions: Editions) {
  return {
    publicationId: row.reading.publicationId,
    editionKey: editions.get(row.editionId)?.key ?? "",
    citationUrl: row.citationUrl,
    wording: row.wording,
    copyOf: row.copyOf ?? null,
  };
}

function inTime(row: AgreementRow, { metAt }: HeldRows) {
  return {
    version: row.version,
    knownFrom: knownFrom(row),
    cohort: row.cohort,
    signedOn: row.signedOn,
    metAt: metAt.get(row.snapshotSha256) ?? null,
  };
}

function knownFrom({ reading }: AgreementRow): "register" | "document" {
  return reading.publicationId === "safety-valve-agreements" ? "document" : "register";
}

function afterOf(row: {
  afterSafetyValve: string;
  afterStabilityGrant: string;
  afterLocalContribution: string;
}): After {
  return {
    safetyValve: row.afterSafetyValve as Known,
    stabilityGrant: row.afterStabilityGrant as Known,
    localContribution: row.afterLocalContribution as Known,
  };
}

function moneyOrNull(amount: bigint | null): Money | null {
  return amount === null ? null : pence(Number(amount));
}

function refOf(table: string, { id }: { id: number }): FigureRef {
  return { table, id };
}

function withCouncil<Row extends { dfeCode: string | null }>(row: Row): (Row & { dfeCode: string })[] {
  return row.dfeCode === null ? [] : [{ ...row, dfeCode: row.dfeCode }];
}

function byCouncil<Row extends { readonly dfeCode: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.dfeCode);
    if (group) group.push(row);
    else groups.set(row.dfeCode, [row]);
  }
  return groups;
}
