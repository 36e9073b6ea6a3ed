import { exportTable } from "@/present/export-table";
import { EXPORT_TABLES, type ExportTable } from "@/shapes/api-shapes";
import { type Answer, FRESH } from "./answer";
import { toCsv } from "./csv";
import type { Endpoint } from "./endpoint";
import { notFound } from "./problem";

/** `/api/v1/export/{table}.csv` and `.json`: whole tables, one row a figure, each with its source. */
export const exportEndpoint: Endpoint<{ readonly file: string }> = {
  async answer(context, { file }) {
    const { table, format } = wanted(file);
    const { columns, rows } = await exportTable(context, table);
    const answer: Pick<Answer, "body" | "mediaType"> =
      format === "csv"
        ? { body: toCsv(columns, rows), mediaType: "text/csv; charset=utf-8; header=present" }
        : { body: JSON.stringify(rows), mediaType: "application/json; charset=utf-8" };
    return {
      ...answer,
      cacheControl: FRESH,
      ...(format === "csv" && {
        headers: { "Content-Disposition": `attachment; filename="${file}"` },
      }),
    };
  },
};

function wanted(file: string): { table: ExportTable; format: "csv" | "json" } {
  const match = /^(?<table>[a-z-]+)\.(?<format>csv|json)$/.exec(file);
  const table = EXPORT_TABLES.find((name) => name === match?.groups?.table);
  if (!match || !table) {
    throw notFound(
      `There is no table "${file}". Tables, each as .csv or .json: ${EXPORT_TABLES.join(", ")}.`,
      { tables: EXPORT_TABLES },
    );
  }
  return { table, format: match.groups?.format === "csv" ? "csv" : "json" };
}
