import type { Context } from "@/context";
import { alertsOfFlags } from "@/domain/alerts/alert-of-flags";
import { reasonToWait } from "@/domain/alerts/batch-size";
import { NEWS_OF_RULE } from "@/domain/alerts/matter";
import type { RuleName } from "@/domain/flags/flag";
import { loadHidings } from "@/store/load-hidings";
import { changeAlertContent, changeAlerts, overdueContent } from "./change-alerts";
import { correctionContent, flagAlertContent } from "./flag-alert-content";
import { flagEvents } from "./flag-events";
import { hidingContent } from "./hiding-content";
import { loadCitedDocuments, loadCouncilNames, loadOpenRules } from "./load-known-of";
import {
  loadUntoldChanges,
  loadUntoldCorrections,
  loadUntoldFlagChanges,
  loadUntoldHidingEnds,
  loadUntoldHidings,
  loadUntoldOverdue,
} from "./load-untold";
import { lockAlerts } from "./lock-alerts";
import { type DraftAlert, storeAlerts } from "./store-alerts";
import { countRecipients, storeCorrectionMatches, storeMatches } from "./store-matches";

type Transaction = Parameters<Parameters<Context["database"]["$transaction"]>[0]>[0];

export interface RaisedAlerts {
  readonly alerts: number;
  /** Messages queued to be sent at once. */
  readonly messages: number;
  /** Why they wait for an admin; null: they go out. */
  readonly heldBecause: string | null;
}

/**
 * Makes alerts of what has happened since, and queues a message for each subscriber who wants to hear of it at once:
 * all of it or nothing. What was told is never told again, so doing it twice does nothing. Nothing is sent here.
 */
export function raiseAlerts({ database, clock }: Pick<Context, "database" | "clock">): Promise<RaisedAlerts> {
  return database.$transaction(
    async (transaction) => {
      await lockAlerts(transaction);
      const now = clock.now();
      const hidden = [...(await loadHidings(transaction)).keys()];
      const corrections = [
        ...(await draftCorrections(transaction, hidden, now)),
        ...(await draftHidings(transaction, now)),
      ];
      if (corrections.length > 0) {
        const batchId = await storeAlerts(transaction, corrections, now);
        const recipients = await storeCorrectionMatches(transaction, batchId, now);
        await transaction.alertBatch.update({ where: { id: batchId }, data: { recipients } });
      }
      const news = [
        ...(await draftFlagAlerts(transaction, hidden, now)),
        ...(await draftOthers(transaction, now)),
      ];
      if (news.length === 0) return { alerts: corrections.length, messages: 0, heldBecause: null };
      const { messages, heldBecause } = await queue(transaction, news, now);
      return { alerts: corrections.length + news.length, messages, heldBecause };
    },
    { timeout: 300_000, maxWait: 30_000 },
  );
}

/** A batch too large to go out by itself is kept whole, messages and all, until somebody decides. */
async function queue(transaction: Transaction, news: readonly DraftAlert[], now: Date) {
  const batchId = await storeAlerts(transaction, news, now);
  const recipients = await countRecipients(transaction, batchId);
  const messages = await storeMatches(transaction, batchId, now);
  const heldBecause = reasonToWait({ alerts: news.length, recipients });
  const state = heldBecause === null ? "released" : "held";
  await transaction.alertBatch.update({ where: { id: batchId }, data: { recipients, state, heldBecause } });
  if (heldBecause !== null) {
    await transaction.delivery.updateMany({ where: { batchId, state: "queued" }, data: { state: "held" } });
    await transaction.alert.updateMany({ where: { batchId }, data: { releasedAt: null } });
  }
  return { messages, heldBecause };
}

async function draftFlagAlerts(
  transaction: Transaction,
  hidden: readonly string[],
  now: Date,
): Promise<DraftAlert[]> {
  const rows = await loadUntoldFlagChanges(transaction, hidden, now);
  const codes = rows.map(({ flag }) => flag.dfeCode);
  const [councils, open, cited] = await Promise.all([
    loadCouncilNames(transaction, codes),
    loadOpenRules(transaction, codes),
    loadCitedDocuments(
      transaction,
      rows.map(({ evidence }) => evidence),
    ),
  ]);
  return flagEvents(rows).flatMap((events) =>
    alertsOfFlags(events, open.get(events[0]?.dfeCode ?? "") ?? []).flatMap((alert): DraftAlert[] => {
      const council = councils.get(alert.dfeCode);
      if (!council) return [];
      const all = [...alert.told, ...alert.silent];
      return [
        {
          content: flagAlertContent(alert, council, cited),
          matter: alert.matter,
          rows: { of: "flag", ids: all.map(({ id }) => id), flagIds: all.map(({ flagId }) => flagId) },
          corrects: null,
        },
      ];
    }),
  );
}

async function draftOthers(transaction: Transaction, now: Date): Promise<DraftAlert[]> {
  const [changes, overdue] = [
    changeAlerts(await loadUntoldChanges(transaction, now)),
    await loadUntoldOverdue(transaction, now),
  ];
  const councils = await loadCouncilNames(
    transaction,
    changes.flatMap(({ changes: [first] }) => first.dfeCode ?? []),
  );
  return [
    ...changes.map((alert): DraftAlert => {
      const [{ dfeCode }] = alert.changes;
      const council = dfeCode === null ? null : (councils.get(dfeCode) ?? null);
      return {
        content: changeAlertContent(alert, council),
        matter: alert.kind,
        rows: { of: "change", ids: alert.changes.map(({ id }) => id) },
        corrects: null,
      };
    }),
    ...overdue.map(
      (finding): DraftAlert => ({
        content: overdueContent(finding),
        matter: `overdue ${finding.publicationId}`,
        rows: { of: "finding", ids: [finding.id] },
        corrects: null,
      }),
    ),
  ];
}

async function draftCorrections(
  transaction: Transaction,
  hidden: readonly string[],
  now: Date,
): Promise<DraftAlert[]> {
  const rows = await loadUntoldCorrections(transaction, hidden, now);
  const councils = await loadCouncilNames(
    transaction,
    rows.map(({ flag }) => flag.dfeCode),
  );
  return rows.flatMap((row): DraftAlert[] => {
    const council = councils.get(row.flag.dfeCode);
    const news = NEWS_OF_RULE[row.flag.rule as RuleName];
    if (!council || !news) return [];
    return [
      {
        content: correctionContent(row, news.kind, council),
        matter: news.matter,
        rows: { of: "flag", ids: [row.id], flagIds: [row.flagId] },
        corrects: { flagId: row.flagId },
      },
    ];
  });
}

async function draftHidings(transaction: Transaction, now: Date): Promise<DraftAlert[]> {
  const [hidings, ends] = [
    await loadUntoldHidings(transaction, now),
    await loadUntoldHidingEnds(transaction, now),
  ];
  const councils = await loadCouncilNames(
    transaction,
    [...hidings, ...ends].map(({ dfeCode }) => dfeCode),
  );
  const draft = (
    dfeCode: string,
    of: "hiding" | "hidingEnd",
    { id, hidingId, reason, at }: { id: number; hidingId: number; reason: string; at: Date },
  ): DraftAlert[] => {
    const council = councils.get(dfeCode);
    if (!council) return [];
    const content = hidingContent(council, { shownAgain: of === "hidingEnd", reason, at });
    return [{ content, matter: "hiding", rows: { of, ids: [id] }, corrects: { hidingId } }];
  };
  return [
    ...hidings.flatMap(({ id, dfeCode, reason, hiddenAt: at }) =>
      draft(dfeCode, "hiding", { id, hidingId: id, reason, at }),
    ),
    ...ends.flatMap(({ id, hidingId, dfeCode, reason, endedAt: at }) =>
      draft(dfeCode, "hidingEnd", { id, hidingId, reason, at }),
    ),
  ];
}
