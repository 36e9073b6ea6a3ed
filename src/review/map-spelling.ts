import type { Context } from "@/context";
import { comparableName } from "@/domain/local-authority/council-register";
import { loadSpellings } from "@/store/load-spellings";
import { lockPublication } from "@/store/lock-publication";
import { recordAudit } from "@/store/record-audit";
import { ReviewProblem } from "./review-problem";
import { statedReason } from "./stated-reason";

export interface SpellingRequest {
  /** As it's printed. */
  readonly spelling: string;
  readonly dfeCode: string;
  /** Why, in the words of the person who maps it. */
  readonly reason: string;
}

export interface MappedSpelling {
  readonly id: number;
  readonly spelling: string;
  readonly dfeCode: string;
  /** Publications that printed it, whose stored documents should be read again. */
  readonly metIn: readonly string[];
}

const LONGEST_SPELLING = 200;

/**
 * Says for good which council a spelling means. Documents read from now on know it; those that are held know it once
 * they are read again.
 *
 * @throws ReviewProblem when it can't be mapped; nothing is changed then
 */
export async function mapSpelling(
  context: Pick<Context, "database" | "clock" | "actor">,
  request: SpellingRequest,
): Promise<MappedSpelling> {
  const reason = statedReason(request.reason);
  const spelling = request.spelling.trim();
  const name = comparableName(spelling);
  if (name === "" || spelling.length > LONGEST_SPELLING) {
    throw new ReviewProblem("spelling", `"${spelling.slice(0, 80)}" isn't a name that a council could have.`);
  }
  return context.database.$transaction(async (transaction) => {
    await lockPublication(transaction, "local-authorities");
    const authority = await transaction.authority.findUnique({ where: { dfeCode: request.dfeCode } });
    if (!authority) {
      throw new ReviewProblem("no-such-council", `There is no council with the code "${request.dfeCode}".`);
    }
    const standing = await loadSpellings(transaction);
    const same = standing.find((other) => comparableName(other.spelling) === name);
    if (same) {
      throw new ReviewProblem(
        "already-decided",
        `"${same.spelling}" is mapped to the council ${same.dfeCode} already. Take that back first.`,
      );
    }
    const { id, dfeCode } = await transaction.councilSpelling.create({
      data: {
        ...{ spelling, dfeCode: authority.dfeCode, reason },
        ...{ mappedAt: context.clock.now(), actor: context.actor },
      },
    });
    await recordAudit(transaction, {
      ...{ actor: context.actor, reason, at: context.clock.now(), verb: "spelling.map" },
      subject: { kind: "spelling", id },
      after: { spelling, dfeCode },
    });
    const findings = await transaction.finding.findMany({
      where: { kind: { in: ["unknown-council", "unusual-name"] }, resolvedAt: null },
      select: { publicationId: true, council: true },
    });
    const met = findings.filter(({ council }) => council !== null && comparableName(council) === name);
    return {
      id,
      spelling,
      dfeCode,
      metIn: [...new Set(met.map(({ publicationId }) => publicationId))].sort(),
    };
  });
}
