import { randomUUID } from "node:crypto";
import type { Context } from "@/context";
import type { ReadFrom } from "@/shapes/run-shapes";
import { PUBLICATION_IDS, type PublicationId } from "@/sources/publication";
import { recordAudit } from "@/store/record-audit";
import { RunProblem } from "./run-problem";

type Asking = Pick<Context, "database" | "clock" | "actor">;

export interface WantedRun {
  /** None means all. */
  readonly sources: readonly string[];
  readonly readFrom: ReadFrom;
  /** Of the stored documents only this one. */
  readonly snapshotSha256: string | null;
  readonly dryRun: boolean;
}

/**
 * Asks for a run of ingestion: the next worker that is free does it.
 *
 * @returns the request's id, which is the run's too
 * @throws RunProblem for a source that there isn't, or a document that doesn't stand at its address
 */
export async function requestRun(context: Asking, wanted: WantedRun): Promise<string> {
  const sources =
    wanted.snapshotSha256 === null
      ? wanted.sources.map(publicationNamed)
      : await publicationsOf(context, wanted.snapshotSha256);
  const request = {
    sources: PUBLICATION_IDS.filter((source) => sources.includes(source)),
    readFrom: wanted.snapshotSha256 === null ? wanted.readFrom : "stored",
    snapshotSha256: wanted.snapshotSha256,
    dryRun: wanted.dryRun,
  };
  const at = context.clock.now();
  return context.database.$transaction(async (transaction) => {
    const { id } = await transaction.runRequest.create({
      data: {
        ...{ id: randomUUID(), job: "ingest", state: "queued" },
        ...request,
        ...{ requestedBy: context.actor, requestedAt: at },
      },
    });
    await recordAudit(transaction, {
      ...{ actor: context.actor, at, verb: "run.request" },
      subject: { kind: "run", id },
      after: request,
    });
    return id;
  });
}

/**
 * Asks for every council to be judged anew, after something was decided: a web process runs no jobs. One request
 * that hasn't begun yet serves all who ask.
 */
export async function requestJudgement({ database, clock, actor }: Asking): Promise<string> {
  const waiting = await database.runRequest.findFirst({ where: { job: "assess", state: "queued" } });
  if (waiting) return waiting.id;
  const { id } = await database.runRequest.create({
    data: {
      id: randomUUID(),
      job: "assess",
      sources: [],
      readFrom: "stored",
      dryRun: false,
      requestedBy: actor,
      requestedAt: clock.now(),
      state: "queued",
    },
  });
  return id;
}

/**
 * Asks for the evidence register to be read, after somebody has worked on it; the councils are judged by what it says
 * then. One request that hasn't begun yet serves all who ask.
 */
export async function requestRegisterReading({ database, clock, actor }: Asking): Promise<string> {
  const wanted = { job: "ingest", sources: ["evidence-register"], readFrom: "archive", dryRun: false };
  const waiting = await database.runRequest.findFirst({
    where: { ...wanted, sources: { equals: wanted.sources }, snapshotSha256: null, state: "queued" },
  });
  if (waiting) return waiting.id;
  const { id } = await database.runRequest.create({
    data: {
      ...{ id: randomUUID(), ...wanted, state: "queued" },
      ...{ requestedBy: actor, requestedAt: clock.now() },
    },
  });
  return id;
}

/**
 * Asks for a run to end. One that hasn't begun never will; one under way ends before its next document, with what is
 * stored whole.
 *
 * @throws RunProblem when there is no such request, or it has ended
 */
export async function cancelRun({ database, clock, actor }: Asking, id: string): Promise<void> {
  const at = clock.now();
  const asked = { cancelAskedBy: actor, cancelAskedAt: at };
  const isAsked = await database.$transaction(async (transaction) => {
    const { count: unbegun } = await transaction.runRequest.updateMany({
      where: { id, state: "queued" },
      data: { ...asked, state: "cancelled", finishedAt: at },
    });
    const { count: underWay } = await transaction.runRequest.updateMany({
      where: { id, state: "running", cancelAskedAt: null },
      data: asked,
    });
    if (unbegun + underWay === 0) return false;
    await recordAudit(transaction, { actor, at, verb: "run.cancel", subject: { kind: "run", id } });
    return true;
  });
  if (isAsked) return;
  const known = await database.runRequest.findUnique({ where: { id } });
  if (!known) throw new RunProblem("no-such-request", `There is no run ${id}.`);
  throw new RunProblem(
    "too-late",
    known.state === "running" ? "Somebody has asked for that already." : "The run has ended.",
  );
}

function publicationNamed(name: string): PublicationId {
  const id = PUBLICATION_IDS.find((candidate) => candidate === name);
  if (!id) {
    throw new RunProblem(
      "sources",
      `There is no source called "${name}". Sources: ${PUBLICATION_IDS.join(", ")}.`,
    );
  }
  return id;
}

/** The publications of which a document stands at an address. */
async function publicationsOf({ database }: Asking, snapshotSha256: string): Promise<PublicationId[]> {
  const standing = await database.sourceAddress.findMany({ where: { capture: { snapshotSha256 } } });
  if (standing.length > 0) return standing.map(({ publicationId }) => publicationNamed(publicationId));
  const known = await database.snapshot.findUnique({ where: { sha256: snapshotSha256 } });
  throw new RunProblem(
    "snapshot",
    known
      ? "Another document has taken its place at its address: reading it again would bring old figures back."
      : `No document with the SHA-256 ${snapshotSha256} is held.`,
  );
}
