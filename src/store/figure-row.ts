import { createHash } from "node:crypto";
import type { After } from "@/domain/dsg/balance";
import type { Figure } from "@/domain/dsg/draft-figures";
import { commonName } from "@/domain/local-authority/local-authority";
import type { Money } from "@/domain/money";
import type { PublishedValue } from "@/domain/published-value";
import type { FigureRow, FigureTable } from "./figure-tables";

/** What a figure is and says, in the columns of its table. */
export interface FigureContent {
  readonly table: FigureTable;
  /** What the figure is of; rows of one series are versions of one another. */
  readonly series: readonly (string | number | null)[];
  readonly columns: Readonly<Record<string, unknown>>;
}

/** A figure as a row, with a fingerprint of what it says: whether it's checked isn't part of that. */
export function figureRow(figure: Figure): FigureRow {
  const content = contentOf(figure);
  const said = {
    ...content.columns,
    confidence: figure.confidence ?? null,
    citationTitle: figure.citation?.title ?? null,
    citationUrl: figure.citation?.url ?? null,
  };
  return {
    table: content.table,
    series: [content.table, ...content.series].map((part) => part ?? "").join("|"),
    fingerprint: fingerprintOf(said),
    columns: { ...said, checked: figure.checked ?? true, locator: figure.locator },
  };
}

function fingerprintOf(columns: Readonly<Record<string, unknown>>): string {
  const ordered = Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(ordered, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
  return createHash("sha256").update(text).digest("hex");
}

function penceOf(amount: Money | null): bigint | null {
  return amount === null ? null : BigInt(amount);
}

function publishedPence(value: PublishedValue<Money>): [bigint | null, string | null] {
  return value.kind === "value" ? [BigInt(value.value), null] : [null, value.reason];
}

function afterColumns({ safetyValve, stabilityGrant, localContribution }: After) {
  return {
    afterSafetyValve: safetyValve,
    afterStabilityGrant: stabilityGrant,
    afterLocalContribution: localContribution,
  };
}

function contentOf(figure: Figure): FigureContent {
  switch (figure.type) {
    case "authority": {
      const {
        centroid,
        predecessorGssCodes,
        successorGssCodes,
        spellings,
        slug: _,
        ...rest
      } = figure.authority;
      return {
        table: "authorityRecord",
        series: [rest.gssCode],
        columns: {
          ...rest,
          commonName: commonName(rest.name),
          predecessorGssCodes: [...predecessorGssCodes],
          successorGssCodes: [...successorGssCodes],
          spellings: [...spellings],
          latitude: centroid?.latitude ?? null,
          longitude: centroid?.longitude ?? null,
        },
      };
    }
    case "allocation": {
      const [beforeDeductionsPence, beforeMissing] = publishedPence(figure.beforeDeductions);
      const [afterDeductionsPence, afterMissing] = publishedPence(figure.afterDeductions);
      const { council: dfeCode, financialYear, publishedOn } = figure;
      return {
        table: "allocation",
        series: [dfeCode, financialYear],
        columns: {
          dfeCode,
          financialYear,
          publishedOn,
          beforeDeductionsPence,
          beforeMissing,
          afterDeductionsPence,
          afterMissing,
        },
      };
    }
    case "national-total": {
      const { measure, period, value, publishedOn } = figure;
      return {
        table: "nationalTotal",
        series: [measure, period],
        columns: { measure, period, value: BigInt(value), publishedOn },
      };
    }
    case "outturn": {
      const [deficitPence, missing] = publishedPence(figure.deficit);
      const {
        council: dfeCode,
        asAt,
        asAtInferred,
        basis,
        scope,
        kind,
        publishedOn,
        wording,
        copyOf,
      } = figure;
      return {
        table: "outturn",
        series: [dfeCode, asAt],
        columns: {
          dfeCode,
          asAt,
          asAtInferred,
          deficitPence,
          missing,
          errorPence: penceOf(figure.error),
          basis,
          scope,
          ...afterColumns(figure.after),
          kind,
          publishedOn,
          wording,
          copyOf,
        },
      };
    }
    case "in-year-balance": {
      const [balancePence, missing] = publishedPence(figure.balance);
      const { council: dfeCode, financialYear, kind, basis, scope, publishedOn, wording } = figure;
      return {
        table: "inYearBalance",
        series: [dfeCode, financialYear],
        columns: {
          dfeCode,
          financialYear,
          balancePence,
          missing,
          errorPence: penceOf(figure.error),
          basis,
          scope,
          ...afterColumns(figure.after),
          kind,
          publishedOn,
          blockTransferPence: penceOf(figure.blockTransfer),
          localContributionPence: penceOf(figure.localContribution),
          priorYearAdjustmentPence: penceOf(figure.priorYearAdjustment),
          wording,
        },
      };
    }
    case "ehc-plans": {
      const { council: dfeCode, year, plans } = figure;
      return {
        table: "ehcPlanCount",
        series: [dfeCode, year],
        columns: {
          dfeCode,
          year,
          plans: plans.kind === "value" ? plans.value : null,
          missing: plans.kind === "missing" ? plans.reason : null,
        },
      };
    }
    case "agreement-document": {
      const { council: dfeCode, title, url, signedYear, underReview, position } = figure;
      return {
        table: "agreementDocument",
        series: [dfeCode, signedYear],
        columns: { dfeCode, title, url, signedYear, underReview, position },
      };
    }
    case "agreement": {
      const { council: dfeCode, version, cohort, balanceBy, balanceBySource, clearedBy } = figure;
      const { status, statusDate, suspended, signedOn, publishedOn, endedOn, supersedes, note } = figure;
      const { monitoring, review } = figure;
      return {
        table: "agreement",
        series: [dfeCode, version],
        columns: {
          dfeCode,
          version,
          cohort,
          fromYear: figure.from,
          toYear: figure.to,
          balanceBy,
          balanceBySource,
          clearedBy,
          totalPence: penceOf(figure.total),
          status,
          statusDate,
          suspended,
          signedOn,
          publishedOn,
          endedOn,
          supersedes,
          note,
          monitoring,
          review,
          places: Object.keys(figure.places).length === 0 ? undefined : figure.places,
        },
      };
    }
    case "profile-point": {
      const { council: dfeCode, agreementVersion, financialYear, basis, scope } = figure;
      const { localContributions, planSource, wording } = figure;
      return {
        table: "profilePoint",
        series: [dfeCode, agreementVersion, financialYear],
        columns: {
          dfeCode,
          agreementVersion,
          financialYear,
          deficitPence: penceOf(figure.deficit),
          errorPence: penceOf(figure.error ?? null),
          basis,
          scope,
          localContributions,
          planSource,
          wording,
        },
      };
    }
    case "payment": {
      const { council: dfeCode, agreementVersion, financialYear, covers, throughDate } = figure;
      const { status, paidOn, accountedIn } = figure;
      return {
        table: "payment",
        series: [dfeCode, agreementVersion, financialYear, covers],
        columns: {
          dfeCode,
          agreementVersion,
          financialYear,
          covers,
          throughDate,
          status,
          amountPence: penceOf(figure.amount),
          errorPence: penceOf(figure.error ?? null),
          paidOn,
          accountedIn,
        },
      };
    }
    case "local-contribution": {
      const { council: dfeCode, agreementVersion, financialYear, status } = figure;
      return {
        table: "localContribution",
        series: [dfeCode, agreementVersion, financialYear],
        columns: { dfeCode, agreementVersion, financialYear, amountPence: penceOf(figure.amount), status },
      };
    }
    case "condition": {
      const { council: dfeCode, agreementVersion, position, text } = figure;
      return {
        table: "condition",
        series: [dfeCode, agreementVersion, position],
        columns: { dfeCode, agreementVersion, position, text },
      };
    }
    case "event": {
      const { council: dfeCode, date, kind, summary } = figure;
      return { table: "event", series: [dfeCode, date, kind], columns: { dfeCode, date, kind, summary } };
    }
    case "statement": {
      const { council: dfeCode, date, by, kind, value, summary } = figure;
      return {
        table: "statement",
        series: [dfeCode, date, kind],
        columns: { dfeCode, date, by, kind, value, summary },
      };
    }
    case "stability-grant": {
      const { council: dfeCode, asAt, item, summary } = figure;
      return {
        table: "stabilityGrantItem",
        series: [dfeCode, asAt, item],
        columns: { dfeCode, asAt, item, amountPence: penceOf(figure.amount), summary },
      };
    }
    case "programme-member": {
      const { council: dfeCode, programme, tranche } = figure;
      return {
        table: "programmeMember",
        series: [dfeCode, programme],
        columns: { dfeCode, programme, tranche },
      };
    }
    case "national-figure": {
      const { financialYear, measure } = figure;
      return {
        table: "nationalFigure",
        series: [financialYear, measure],
        columns: { financialYear, measure, amountPence: penceOf(figure.amount) },
      };
    }
  }
}
