import Link from "next/link";
import { ALERT_KINDS } from "@/domain/alerts/alert";
import { NEWS_OF_RULE } from "@/domain/alerts/matter";
import type { RuleName } from "@/domain/flags/flag";
import { alertsHref } from "./alerts-href";

const OF_FLAGS = ALERT_KINDS.filter((kind) =>
  Object.values(NEWS_OF_RULE).some((news) => news?.kind === kind),
);

/** The way from flags to being told of them; nothing for a rule whose findings are told to nobody. */
export function FlagAlerts({
  council,
  rule,
  children,
}: {
  /** Null: of all councils. */
  readonly council: { readonly slug: string } | null;
  /** Null: whatever the rule. */
  readonly rule: RuleName | null;
  readonly children: string;
}) {
  const kinds = rule === null ? OF_FLAGS : [NEWS_OF_RULE[rule]?.kind ?? []].flat();
  if (kinds.length === 0) return null;
  return (
    <Link href={alertsHref({ council: council?.slug ?? "all", kinds })} prefetch={false}>
      {children}
    </Link>
  );
}
