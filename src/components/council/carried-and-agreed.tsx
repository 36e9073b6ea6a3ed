import { Figure } from "@/components/figures/figure";
import { type HeldOutturn, outturnProvenance } from "@/components/figures/provenance";
import type { Authority } from "@/shapes/api-shapes";
import { basisWords, deficitNoun } from "@/wording/balance";
import { formatDate } from "@/wording/dates";
import { formatGbp } from "@/wording/money";
import { promiseSentence } from "@/wording/promise";

/** What a council carried when it was last published, on which basis. */
export function Carried({
  council: { name },
  latest,
}: {
  readonly council: Pick<Authority, "name">;
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

/** Under what a council that signed is held against: what it carried, and what it agreed to. */
export function CarriedAndAgreed({
  council,
  latest,
}: {
  readonly council: Authority;
  readonly latest: HeldOutturn | null;
}) {
  return (
    <p className="mt-4 max-w-[50rem] text-lg text-pretty">
      <Carried council={council} latest={latest} /> {promiseSentence(council.agreements)}
    </p>
  );
}
