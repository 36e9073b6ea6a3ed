import { comparedView } from "@/components/compare/compared-view";
import type { FlatRow } from "@/present/flatten";
import { FRESH } from "@/server/rest/answer";
import { toCsv } from "@/server/rest/csv";
import { serve } from "@/server/rest/endpoint";
import { badRequest, unknownCouncil } from "@/server/rest/problem";
import { caller } from "@/trpc/server";
import { LETTERS, readCompareView } from "../search-params";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["gssCode", "dfeCode", "name", "measure", "at", "value", "indexBase", "index", "basis", "scope", "kind"],
  ...[
    "agreementVersion",
    "planSource",
    "sourceTitle",
    "sourceUrl",
    "retrievedAt",
    "ofSourceTitle",
    "ofSourceUrl",
  ],
];

/** The figures of a comparison as its page shows them: a row for each council and year end. */
export const { GET, HEAD, OPTIONS } = serve({
  parameters: [...LETTERS, "measure", "scale"],
  async answer(_context, _params, request: Request) {
    const asked = readCompareView(Object.fromEntries(new URL(request.url).searchParams));
    if (asked.notUnderstood.length > 0)
      throw badRequest(`There is no measure or scale "${asked.notUnderstood[0]}".`);
    const { measure, scale } = asked;
    const { data } = await caller.compare.councils({ councils: [...asked.typed], measure });
    const [unknown] = data.unresolved;
    if (unknown) throw unknownCouncil(unknown.typed);
    const view = comparedView(data.councils, measure, scale);
    const rows = view.councils.flatMap(({ gssCode, dfeCode, name, series }) =>
      series.flatMap(({ basis, scope, kind, version, planSource, points }) =>
        points.map(({ at, value, shown, parts }): FlatRow => {
          const [source, of] = parts.map(({ figure }) => figure.source);
          return {
            ...{ gssCode, dfeCode, name, measure, at, value, basis, scope, kind },
            indexBase: view.base,
            index: view.base === null ? null : shown,
            agreementVersion: version,
            planSource,
            sourceTitle: source?.title ?? null,
            sourceUrl: source?.url ?? null,
            retrievedAt: source?.retrievedAt ?? null,
            ofSourceTitle: of?.title ?? null,
            ofSourceUrl: of?.url ?? null,
          };
        }),
      ),
    );
    return {
      body: toCsv(COLUMNS, rows),
      mediaType: "text/csv; charset=utf-8; header=present",
      cacheControl: FRESH,
      headers: { "Content-Disposition": 'attachment; filename="comparison.csv"' },
    };
  },
});
