import type { Context } from "@/context";
import { londonDay } from "@/domain/calendar-date";
import type { FinancialYear } from "@/domain/financial-year";
import {
  compareAssessments,
  type FlagChange,
  identityOf,
  type StoredFlag,
  whatIsFound,
} from "@/domain/flags/compare-assessments";
import type { DraftFlag, RuleName, Severity } from "@/domain/flags/flag";
import { type CouncilStatus, statusOf } from "@/domain/flags/status-of";
import type { CouncilDossier } from "@/domain/verdicts/held-figures";
import type { Thresholds } from "@/domain/verdicts/thresholds";
import type { Verdict, VerdictWord } from "@/domain/verdicts/verdict";
import { loadThresholds } from "@/store/load-thresholds";
import { assessCouncil } from "./assess-council";
import { dossiersOf } from "./dossiers-of";
import { loadWithdrawnFlags } from "./load-flags";
import { loadHeldRows } from "./load-held-rows";
import { storedFlag } from "./stored-flag";

/** What other thresholds would make of one council. */
export interface CouncilPreview {
  readonly dfeCode: string;
  readonly status: { readonly before: CouncilStatus; readonly after: CouncilStatus };
  /** Verdicts that would be another word, or that there would be or not be. */
  readonly verdicts: readonly {
    readonly financialYear: FinancialYear;
    readonly agreementVersion: string;
    readonly before: VerdictWord | null;
    readonly after: VerdictWord | null;
  }[];
  /** Flags that would be raised, worsened, eased or cleared, in the order of their rules. */
  readonly flags: readonly {
    readonly rule: RuleName;
    readonly severity: Severity;
    readonly financialYear: FinancialYear | null;
    readonly becomes: Exclude<FlagChange["kind"], "unchanged">;
    /** As it would say then; of one that would be cleared, as it says now. */
    readonly summary: string;
  }[];
}

export interface ThresholdsPreview {
  readonly councils: number;
  /** Only those of which something would change. */
  readonly changed: readonly CouncilPreview[];
}

/**
 * Judges every council by what is held today twice over, with the thresholds in force and with others, and says what
 * would differ. Nothing is stored. What a person has withdrawn stays withdrawn while the same is found.
 */
export async function previewThresholds(
  { database, clock }: Pick<Context, "database" | "clock">,
  proposed: Thresholds,
): Promise<ThresholdsPreview> {
  const today = londonDay(clock.now());
  const [rows, inForce, withdrawn] = await Promise.all([
    loadHeldRows(database),
    loadThresholds(database),
    loadWithdrawnFlags(database),
  ]);
  const dossiers = dossiersOf(rows);
  const changed: CouncilPreview[] = [];
  for (const [dfeCode, dossier] of dossiers) {
    const taken = (withdrawn.get(dfeCode) ?? []).map(storedFlag);
    const judge = (thresholds: Thresholds) => judged(dossier, { thresholds, today }, taken);
    const preview = compare(dfeCode, judge(inForce), judge(proposed));
    if (preview) changed.push(preview);
  }
  return { councils: dossiers.size, changed };
}

interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly flags: readonly DraftFlag[];
  readonly status: CouncilStatus;
}

function judged(
  dossier: CouncilDossier,
  by: Parameters<typeof assessCouncil>[1],
  withdrawn: readonly StoredFlag[],
): Judged {
  const { judged: council, flags } = assessCouncil(dossier, by);
  const taken = new Map(withdrawn.map((flag) => [identityOf(flag), whatIsFound(flag)]));
  const open = flags.filter((flag) => taken.get(identityOf(flag)) !== whatIsFound(flag));
  return { verdicts: council.verdicts, flags: open, status: statusOf(council, open) };
}

function compare(dfeCode: string, before: Judged, after: Judged): CouncilPreview | null {
  const verdicts = comparedVerdicts(before.verdicts, after.verdicts);
  const standing = before.flags.map((flag) => ({ ...flag, state: "open" as const }));
  const flags = compareAssessments(standing, after.flags).flatMap(told);
  if (verdicts.length + flags.length === 0 && before.status === after.status) return null;
  return { dfeCode, status: { before: before.status, after: after.status }, verdicts, flags };
}

function comparedVerdicts(before: readonly Verdict[], after: readonly Verdict[]): CouncilPreview["verdicts"] {
  const keyOf = ({ financialYear, agreementVersion }: Verdict) => `${financialYear} ${agreementVersion}`;
  const byKey = (list: readonly Verdict[]) => new Map(list.map((one) => [keyOf(one), one]));
  const [were, are] = [byKey(before), byKey(after)];
  const keys = [...new Set([...were.keys(), ...are.keys()])].toSorted();
  return keys.flatMap((key) => {
    const [was, is] = [were.get(key), are.get(key)];
    const either = was ?? is;
    if (!either || was?.verdict === is?.verdict) return [];
    const { financialYear, agreementVersion } = either;
    return { financialYear, agreementVersion, before: was?.verdict ?? null, after: is?.verdict ?? null };
  });
}

function told(change: FlagChange): CouncilPreview["flags"] {
  const flag = change.after ?? change.before;
  if (change.kind === "unchanged" || flag === null) return [];
  const { rule, severity, financialYear, summary } = flag;
  return [{ rule, severity, financialYear, becomes: change.kind, summary }];
}
