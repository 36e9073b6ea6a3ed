import type { AlertKind } from "@/domain/alerts/alert";

/** The address of the page of alerts with its form filled in. @param council an address name; none: whoever comes chooses */
export function alertsHref({
  council = null,
  kinds = [],
}: {
  readonly council?: string | null;
  readonly kinds?: readonly AlertKind[];
}): string {
  const params = new URLSearchParams([
    ...(council === null ? [] : [["council", council]]),
    ...kinds.map((kind) => ["kind", kind]),
  ]);
  const query = params.toString();
  return query === "" ? "/alerts" : `/alerts?${query}`;
}
