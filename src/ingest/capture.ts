import type { Finding } from "@/domain/finding";
import type { DocumentLink } from "@/sources/publication";
import { noteAnswer } from "./noting-answers";
import type { PublicationRun } from "./publication-run";
import { type KeptDocument, storeCheck, storeSnapshot } from "./store-snapshot";

export type Captured =
  | { readonly kind: "kept"; readonly document: KeptDocument; readonly asBefore: boolean }
  /** There's nothing to read; the finding says why, unless that is as it should be. */
  | { readonly kind: "nothing"; readonly finding: Finding | null };

/** Fetches one document and keeps it, or says why there is nothing to keep. */
export async function capture(run: PublicationRun, link: DocumentLink, url: string): Promise<Captured> {
  const known = run.known.address(url);
  const fetched = await run.fetcher.fetch(url, {
    etag: known?.capture ? known.etag : null,
    lastModified: known?.capture ? known.lastModified : null,
  });
  if (fetched.kind === "fetched") {
    const met = { url, title: link.title, publishedOn: link.publishedOn ?? null };
    const document = await storeSnapshot(run, met, fetched);
    return { kind: "kept", document, asBefore: document.sha256 === known?.capture?.snapshotSha256 };
  }

  if (fetched.kind !== "not-modified") {
    await storeCheck(run, url, fetched.kind);
    // Our archive holds what it holds; at the publisher's a document that is listed but gone is a fault.
    const asItShouldBe = fetched.kind === "absent" && run.fetcher.origin !== "live";
    return { kind: "nothing", finding: asItShouldBe ? null : notHad(url, fetched.kind, fetched.reason) };
  }

  const held = known?.capture;
  const bytes = held ? await run.context.snapshots.read(held.snapshotSha256) : null;
  if (!held || !bytes) {
    return {
      kind: "nothing",
      finding: notHad(url, "refused", 'it says "not modified" of a document that isn\'t held'),
    };
  }
  run.asBefore.push(url);
  noteAnswer(run, url, { captureId: held.id });
  const { id: captureId, snapshotSha256: sha256, title, snapshot } = held;
  return {
    kind: "kept",
    document: { captureId, sha256, title, mediaType: snapshot.mediaType, bytes },
    asBefore: true,
  };
}

/** Why a page or document couldn't be had, and that nothing is lost by it. */
export function notHad(url: string, how: "absent" | "unreachable" | "refused", reason: string): Finding {
  const stands = "Yesterday's figures stand";
  const again = "it's tried again at the next scheduled run";
  const said: Record<typeof how, Pick<Finding, "kind" | "message">> = {
    unreachable: {
      kind: "source-unreachable",
      message: `Nobody answered at ${url}: ${reason}. ${stands}; ${again}.`,
    },
    refused: {
      kind: "source-refused",
      message: `The answer from ${url} couldn't be used: ${reason}. ${stands}; ${again}.`,
    },
    absent: {
      kind: "nothing-listed",
      message: `There's nothing at ${url}: ${reason}. ${stands}; check whether the publisher has moved it.`,
    },
  };
  return { ...said[how], severity: "stop", met: reason };
}
