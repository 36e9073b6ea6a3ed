import { type ChartPoint, chartPoints } from "@/charts/chart-points";
import { CARD, chartSheet, LETTER, type SheetForm, sheetDrawing } from "@/charts/chart-sheet";
import { toMarkup } from "@/charts/markup";
import { describeLocator } from "@/domain/provenance";
import type { Authority } from "@/shapes/api-shapes";
import { type Answer, FRESH } from "./answer";
import { chartPicture } from "./chart-picture";
import { type CouncilChart, councilChart } from "./council-chart";
import { toCsv } from "./csv";
import type { Endpoint } from "./endpoint";
import { badRequest, notFound } from "./problem";

/** `/charts/authorities/{slug}.svg`, `.png` and `.csv`: a council's chart with its source line, and its points. */
export const chartFileEndpoint: Endpoint<{ readonly file: string }> = {
  parameters: ["form"],
  async answer(context, { file }, request): Promise<Answer> {
    const { code, format } = wanted(file);
    const form = formOf(request);
    const chart = await councilChart(context, code, request);
    const { council, trajectory } = chart;
    if (format === "csv") {
      const points = trajectory === null ? [] : chartPoints(trajectory);
      return {
        body: toCsv(
          COLUMNS,
          points.map((point) => rowOf(council, point)),
        ),
        mediaType: "text/csv; charset=utf-8; header=present",
        cacheControl: FRESH,
        headers: { "Content-Disposition": `attachment; filename="${council.slug}.csv"` },
      };
    }
    const sheet = chartSheet({ ...chart, council: council.name }, trajectory, form);
    return format === "png"
      ? {
          body: await chartPicture(sheet),
          mediaType: "image/png",
          cacheControl: FRESH,
          // What a drawing says within itself; for whoever shows the picture to people who may not see it.
          headers: { "Picture-Description": encodeURIComponent(sheet.description) },
        }
      : {
          body: `<?xml version="1.0" encoding="UTF-8"?>\n${toMarkup(sheetDrawing(sheet, titleOf(chart)))}\n`,
          mediaType: "image/svg+xml; charset=utf-8",
          cacheControl: FRESH,
          // A drawing opened by itself is a page of ours: it may do nothing.
          headers: { "Content-Security-Policy": "default-src 'none'; style-src 'none'; sandbox" },
        };
  },
};

export function titleOf({ council }: Pick<CouncilChart, "council">): string {
  return `Published balance of ${council.name}`;
}

function wanted(file: string): { readonly code: string; readonly format: "svg" | "png" | "csv" } {
  const match = /^(?<code>[A-Za-z0-9-]{1,100})\.(?<format>svg|png|csv)$/.exec(file)?.groups;
  const { code, format } = match ?? {};
  if (code === undefined || (format !== "svg" && format !== "png" && format !== "csv")) {
    throw notFound("A council's chart ends in .svg, .png or .csv: /charts/authorities/kent.svg.");
  }
  return { code, format };
}

const FORMS: Readonly<Record<string, SheetForm>> = { card: CARD, letter: LETTER };

/** `?form=letter` for a picture in a narrow column; as for sharing otherwise. */
function formOf(request: Request): SheetForm {
  const asked = new URL(request.url).searchParams.get("form") ?? "card";
  const form = Object.hasOwn(FORMS, asked) ? FORMS[asked] : undefined;
  if (!form) throw badRequest(`A chart's form is ${Object.keys(FORMS).join(" or ")}.`);
  return form;
}

const COLUMNS = [
  ...["gssCode", "dfeCode", "name", "asAt", "lowGbp", "highGbp", "what", "kind"],
  ...["sourceTitle", "sourceUrl", "locator", "origin", "retrievedAt"],
];

function rowOf({ gssCode, dfeCode, name }: Authority, point: ChartPoint) {
  const { asAt, lowGbp, highGbp, what, kind, source } = point;
  return {
    ...{ gssCode, dfeCode, name, asAt, lowGbp, highGbp, what, kind },
    ...{ sourceTitle: source.title, sourceUrl: source.url, locator: describeLocator(source.locator) },
    ...{ origin: source.origin, retrievedAt: source.retrievedAt },
  };
}
