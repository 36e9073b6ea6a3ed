import Link from "next/link";
import { Lead } from "@/components/layout/lead";
import type { HiddenCouncil } from "@/shapes/answer-shapes";
import { HIDDEN_FLAG, hiddenSentence } from "@/wording/hiding";

/** The page of a flag that isn't shown: its address stays, and says why. */
export function HiddenFlag({ hidden: { authority, verdictsHidden } }: { readonly hidden: HiddenCouncil }) {
  return (
    <Lead
      above={
        <>
          <Link href="/flags">Flags</Link> /{" "}
          <Link href={`/authorities/${authority.slug}`}>{authority.name}</Link>
        </>
      }
      title={`${authority.name}: ${HIDDEN_FLAG.toLowerCase()}`}
      sentence={hiddenSentence(verdictsHidden)}
    />
  );
}
