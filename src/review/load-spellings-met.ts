import type { Context } from "@/context";
import { comparableName } from "@/domain/local-authority/council-register";

/** A name that publications print and the reference list doesn't know. */
export interface UnknownSpelling {
  readonly spelling: string;
  /** `unknown-council`: its rows are set aside. `unusual-name`: they count, marked doubtful. */
  readonly kind: "unknown-council" | "unusual-name";
  readonly metIn: readonly {
    readonly publicationId: string;
    readonly readingId: number | null;
    readonly url: string | null;
  }[];
  readonly message: string;
}

/** The names that wait for a person to say whose they are, as they were met in documents that stand. */
export async function loadUnknownSpellings({
  database,
}: Pick<Context, "database">): Promise<UnknownSpelling[]> {
  const findings = await database.finding.findMany({
    where: {
      kind: { in: ["unknown-council", "unusual-name"] },
      council: { not: null },
      resolvedAt: null,
    },
    orderBy: { id: "asc" },
  });
  const byName = new Map<string, UnknownSpelling>();
  for (const { kind, council, publicationId, readingId, url, message } of findings) {
    if (council === null) continue;
    const name = `${kind} ${comparableName(council)}`;
    const known = byName.get(name);
    byName.set(name, {
      spelling: known?.spelling ?? council,
      kind: kind as UnknownSpelling["kind"],
      message: known?.message ?? message,
      metIn: [...(known?.metIn ?? []), { publicationId, readingId, url }],
    });
  }
  return [...byName.values()];
}
