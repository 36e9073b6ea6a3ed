import { Figure } from "@/components/figures/figure";
import { type HeldOutturn, outturnProvenance } from "@/components/figures/provenance";
import type { Authority } from "@/shapes/api-shapes";
import { basisWords, deficitNoun } from "@/wording/balance";
import { formatDate } from "@/wording/dates";
import { formatGbp } from "@/wording/money";
import { promiseSentence } from "@/wording/promise";
import { statusSentence } from "@/wording/status";

/** The sentence that answers the page: what was carried, when, on which basis, and what we make of it. */
export function CouncilSentence({
  council,
  latest,
}: {
  readonly council: Authority;
  readonly latest: HeldOutturn | null;
}) {
  return (
    <>
      <Carried council={council} latest={latest} /> <Agreed council={council} />
    </>
  );
}

function Carried({
  council: { name },
  latest,
}: {
  readonly council: Authority;
  readonly latest: HeldOutturn | null;
}) {
  if (latest === null) return <>We hold no published deficit of {name}.</>;
  if (latest.deficitGbp === 0) {
    return (
      <>
        {name} carried neither a deficit nor a surplus at {formatDate(latest.asAt)}.
      </>
    );
  }
  return (
    <>
      {name} carried a {deficitNoun(latest.deficitGbp)} of{" "}
      <Figure shown={formatGbp(Math.abs(latest.deficitGbp))} provenance={outturnProvenance(name, latest)} />{" "}
      at {formatDate(latest.asAt)}, {basisWords(latest.basis)}.
    </>
  );
}

function Agreed({ council: { agreements, status } }: { readonly council: Authority }) {
  if (status === "no-agreement") return statusSentence(status);
  return (
    <>
      {promiseSentence(agreements)} {statusSentence(status)}
    </>
  );
}
