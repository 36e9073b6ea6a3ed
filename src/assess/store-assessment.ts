import { createHash } from "node:crypto";
import { compareAssessments, type FlagChange, identityOf } from "@/domain/flags/compare-assessments";
import type { DraftFlag, JudgedCouncil } from "@/domain/flags/flag";
import { comparisonEvidence } from "@/domain/flags/promises";
import { footingOf, statusFrom } from "@/domain/flags/status-of";
import type { Money } from "@/domain/money";
import type { Verdict } from "@/domain/verdicts/verdict";
import { VERDICT_RULE_VERSION } from "@/domain/verdicts/verdict";
import type { Flag as FlagRow, Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/store/figure-tables";
import { lockCouncil } from "@/store/lock-council";
import type { StoredEvidence } from "@/store/stored-evidence";
import type { CouncilAssessment } from "./assess-council";
import { storedEvidence } from "./evidence";
import { type Places, placeOf } from "./places-of";
import { storedFlag } from "./stored-flag";

export interface StoredChanges {
  readonly raised: number;
  readonly worsened: number;
  readonly eased: number;
  readonly cleared: number;
}

/** When a council was judged, and by what. */
export interface Judged {
  readonly now: Date;
  /** Of what was looked at: an equal one needs no new look. */
  readonly digest: string;
  /** Something new at a publisher, or a person's confirmation, is behind it: what comes of it may be told to people. */
  readonly news: boolean;
}

/**
 * Brings verdicts, flags and status of one council to what an assessment found, in the caller's transaction.
 * What still says the same stays as it is; what changed is ended or told in the flag's history.
 *
 */
export async function storeAssessment(
  transaction: Transaction,
  { judged, flags, trend, sensitivity }: CouncilAssessment,
  places: Places,
  { digest, now, news }: Judged,
): Promise<StoredChanges> {
  const { dfeCode } = judged.dossier;
  await lockCouncil(transaction, dfeCode);
  await storeVerdicts(transaction, judged, places, now);

  const rows = await transaction.flag.findMany({ where: { dfeCode } });
  const stored = rows.map(storedFlag);
  const byIdentity = new Map(rows.map((row) => [identityOf(storedFlag(row)), row]));
  const changes = compareAssessments(stored, flags);
  for (const change of changes) {
    await storeFlagChange(transaction, dfeCode, change, byIdentity, places, { now, news });
  }

  const withdrawn = new Set(
    changes.flatMap(({ kind, before, after }) =>
      kind === "unchanged" && before.state === "withdrawn" && after ? [identityOf(after)] : [],
    ),
  );
  const open = flags.filter((flag) => !withdrawn.has(identityOf(flag)));
  const footing = footingOf(judged);
  const status = statusFrom(footing, open);
  const before = await transaction.councilStatus.findUnique({ where: { dfeCode } });
  const since = before?.status === status ? before.since : now;
  const found = {
    status,
    since,
    kept: footing.kept,
    digest,
    assessedAt: now,
    trend: trend as unknown as Prisma.InputJsonValue,
    sensitivity: sensitivity as unknown as Prisma.InputJsonValue,
    inYear: judged.inYearBalances as unknown as Prisma.InputJsonValue,
  };
  await transaction.councilStatus.upsert({
    where: { dfeCode },
    create: { dfeCode, ...found },
    update: found,
  });
  const count = (kind: FlagChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  return {
    raised: count("raised"),
    worsened: count("worsened"),
    eased: count("eased"),
    cleared: count("cleared"),
  };
}

async function storeVerdicts(
  transaction: Transaction,
  judged: JudgedCouncil,
  places: Places,
  now: Date,
): Promise<void> {
  const { dfeCode } = judged.dossier;
  const wanted = judged.verdicts.map((verdict) => verdictColumns(judged, verdict, places));
  const standing = await transaction.verdict.findMany({
    where: { dfeCode, currentUntil: null },
    select: { id: true, fingerprint: true },
  });
  const kept = new Set(standing.map(({ fingerprint }) => fingerprint));
  const asked = new Set(wanted.map(({ fingerprint }) => fingerprint));
  const gone = standing.filter(({ fingerprint }) => !asked.has(fingerprint)).map(({ id }) => id);
  if (gone.length > 0) {
    await transaction.verdict.updateMany({ where: { id: { in: gone } }, data: { currentUntil: now } });
  }
  const fresh = wanted.filter(({ fingerprint }) => !kept.has(fingerprint));
  if (fresh.length > 0) {
    await transaction.verdict.createMany({ data: fresh.map((row) => ({ ...row, currentFrom: now })) });
  }
}

function verdictColumns(judged: JudgedCouncil, verdict: Verdict, places: Places) {
  const evidence = storedEvidence(comparisonEvidence(verdict, judged), places);
  const columns = {
    dfeCode: judged.dossier.dfeCode,
    financialYear: verdict.financialYear,
    agreementVersion: verdict.agreementVersion,
    against: verdict.against,
    basis: verdict.basis,
    scope: verdict.scope,
    baseline: verdict.baseline,
    promisedPence: BigInt(verdict.promised),
    actualLowPence: penceOrNull(verdict.actualLow),
    actualHighPence: penceOrNull(verdict.actualHigh),
    gapPence: penceOrNull(verdict.gap),
    tolerancePence: BigInt(verdict.tolerance),
    rangeLowPence: penceOrNull(verdict.range?.low ?? null),
    rangeHighPence: penceOrNull(verdict.range?.high ?? null),
    planSource: verdict.planSource,
    verdict: verdict.verdict,
    reason: verdict.reason,
    ruleVersion: VERDICT_RULE_VERSION,
    checked: verdict.refs.every((ref) => placeOf(places, ref).checked),
    evidence: evidence as unknown as Prisma.InputJsonValue,
  };
  return { ...columns, fingerprint: fingerprintOf({ ...columns, evidence: withoutIds(evidence) }) };
}

async function storeFlagChange(
  transaction: Transaction,
  dfeCode: string,
  change: FlagChange,
  rows: ReadonlyMap<string, FlagRow>,
  places: Places,
  { now, news }: Pick<Judged, "now" | "news">,
): Promise<void> {
  const row = change.before ? rows.get(identityOf(change.before)) : undefined;
  if (change.kind === "cleared") {
    if (!row) return;
    await transaction.flag.update({
      where: { id: row.id },
      data: { state: "cleared", clearedAt: now, found: false },
    });
    await tell(transaction, row.id, "cleared", row, row.size, null, { now, news });
    return;
  }
  if (change.after === null) {
    // Withdrawn, and no longer found: nothing is told of it, but nobody can bring it back either.
    if (row?.found) await transaction.flag.update({ where: { id: row.id }, data: { found: false } });
    return;
  }
  const columns = flagColumns(change.after, places);
  if (change.kind === "unchanged") {
    if (!row || (row.found && row.fingerprint === columns.fingerprint)) return;
    await transaction.flag.update({ where: { id: row.id }, data: { ...columns, found: true } });
    if (row.fingerprint === columns.fingerprint) return;
    if (row.state === "open")
      await tell(transaction, row.id, "restated", columns, row.size, columns.size, { now, news });
    return;
  }
  const id = row?.id ?? flagId(dfeCode, change.after);
  const state = { state: "open", found: true, clearedAt: null, withdrawnReason: null };
  await transaction.flag.upsert({
    where: { id },
    create: { id, dfeCode, ...columns, ...state, raisedAt: now },
    update: { ...columns, ...state, ...(change.kind === "raised" ? { raisedAt: now } : {}) },
  });
  await tell(transaction, id, change.kind, columns, row?.size ?? null, columns.size, { now, news });
}

type Told = Pick<FlagRow, "severity" | "checked" | "financialYear" | "summary" | "ruleVersion"> & {
  readonly evidence: unknown;
};

async function tell(
  transaction: Transaction,
  flagId: string,
  kind: string,
  { severity, checked, financialYear, summary, ruleVersion, evidence }: Told,
  sizeBefore: bigint | null,
  sizeAfter: bigint | null,
  { now: at, news }: Pick<Judged, "now" | "news">,
): Promise<void> {
  await transaction.flagChange.create({
    data: {
      ...{
        flagId,
        kind,
        at,
        severity,
        checked,
        financialYear,
        sizeBefore,
        sizeAfter,
        summary,
        ruleVersion,
        news,
      },
      evidence: evidence as Prisma.InputJsonValue,
    },
  });
}

function flagColumns(flag: DraftFlag, places: Places) {
  const evidence = storedEvidence(flag.evidence, places);
  const columns = {
    rule: flag.rule,
    subject: flag.subject,
    ruleVersion: flag.ruleVersion,
    severity: flag.severity,
    financialYear: flag.financialYear,
    checked: flag.checked,
    size: flag.size === null ? null : BigInt(Math.round(flag.size)),
    summary: flag.summary,
    evidence: evidence as unknown as Prisma.InputJsonValue,
  };
  return { ...columns, fingerprint: fingerprintOf({ ...columns, evidence: withoutIds(evidence) }) };
}

/** The permanent address of a flag: readable, and the same for as long as it is the same finding. */
function flagId(dfeCode: string, { rule, subject }: DraftFlag): string {
  const words = subject
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const whole = words === subject;
  const name = [dfeCode, rule, ...(words === "" ? [] : [words.slice(0, 60)])].join("-");
  return whole ? name : `${name}-${createHash("sha256").update(subject).digest("hex").slice(0, 6)}`;
}

function penceOrNull(amount: Money | null): bigint | null {
  return amount === null ? null : BigInt(amount);
}

/** The same document read again is the same evidence: readings come and go, bytes and places stay. */
function withoutIds(evidence: readonly StoredEvidence[]): unknown {
  return evidence.map(({ label, value, date, place }) => [
    label,
    value,
    date,
    place && [
      ...[place.snapshotSha256, place.locator, place.checked, place.citationUrl],
      ...(place.correction === undefined ? [] : [place.correction]),
    ],
  ]);
}

function fingerprintOf(columns: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(Object.entries(columns), (_, value) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
  return createHash("sha256").update(text).digest("hex");
}
