import type { FlatRow } from "@/present/flatten";
import { FRESH } from "@/server/rest/answer";
import { toCsv } from "@/server/rest/csv";
import { serve } from "@/server/rest/endpoint";
import type { AuthorityRow } from "@/shapes/answer-shapes";
import { caller } from "@/trpc/server";
import { arrangeRows } from "../arrange-rows";
import { readCouncilView } from "../search-params";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["gssCode", "dfeCode", "name", "region", "programme", "status"],
  ...[
    "netDeficitGbp",
    "netDeficitAsAt",
    "netDeficitSourceTitle",
    "netDeficitSourceUrl",
    "netDeficitRetrievedAt",
  ],
  ...["highNeedsBlockGbp", "highNeedsBlockYear", "highNeedsBlockSourceTitle", "highNeedsBlockSourceUrl"],
  ...["ehcPlans", "ehcPlansJanuary", "ehcPlansSourceTitle", "ehcPlansSourceUrl"],
];

/** The table of councils as its page shows it: the same rows in the same order. */
export const { GET, HEAD, OPTIONS } = serve({
  parameters: ["q", "programme", "status", "region", "sort", "dir"],
  async answer(_context, _params, request: Request) {
    const view = readCouncilView(Object.fromEntries(new URL(request.url).searchParams));
    const [rows, sourced] = await Promise.all([caller.authorities.rows(), caller.authorities.table()]);
    const sourcedBySlug = new Map(sourced.data.map((row) => [row.slug, row]));
    const shown = arrangeRows(rows.data, view).flatMap(({ row }) => sourcedBySlug.get(row.slug) ?? []);
    return {
      body: toCsv(COLUMNS, shown.map(flatRow)),
      mediaType: "text/csv; charset=utf-8; header=present",
      cacheControl: FRESH,
      headers: { "Content-Disposition": 'attachment; filename="councils.csv"' },
    };
  },
});

function flatRow(row: AuthorityRow): FlatRow {
  const { latestNetOutturn: net, latestAllocation: block, latestEhcPlans: plans } = row;
  const { gssCode, dfeCode, name, region, programme, status } = row;
  return {
    ...{ gssCode, dfeCode, name, region, programme, status },
    netDeficitGbp: net?.deficitGbp ?? null,
    netDeficitAsAt: net?.asAt ?? null,
    netDeficitSourceTitle: net?.source.title ?? null,
    netDeficitSourceUrl: net?.source.url ?? null,
    netDeficitRetrievedAt: net?.source.retrievedAt ?? null,
    highNeedsBlockGbp: block?.beforeDeductionsGbp ?? null,
    highNeedsBlockYear: block?.financialYear ?? null,
    highNeedsBlockSourceTitle: block?.source.title ?? null,
    highNeedsBlockSourceUrl: block?.source.url ?? null,
    ehcPlans: plans?.plans ?? null,
    ehcPlansJanuary: plans?.year ?? null,
    ehcPlansSourceTitle: plans?.source.title ?? null,
    ehcPlansSourceUrl: plans?.source.url ?? null,
  };
}
