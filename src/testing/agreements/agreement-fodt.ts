import { agreementDocument, type Block } from "./agreement-document";
import { escaped } from "./agreement-html";
import type { AgreementLayout } from "./agreement-layout";
import type { AgreementSpecification } from "./agreement-specification";
import { type Cell, printMark, type Table } from "./agreement-table";

const NAMESPACES = Object.entries({
  office: "office",
  style: "style",
  text: "text",
  table: "table",
  fo: "xsl-fo-compatible",
  svg: "svg-compatible",
})
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

/** An agreement as a flat OpenDocument text, for a word processor to print with its own heads, feet and page ends. */
export function agreementFodt(specification: AgreementSpecification): string {
  const { layout } = specification;
  const blocks = agreementDocument(specification);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/><style:text-properties style:font-name="Serif" fo:font-size="${layout.fontSize ?? 11}pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="10pt"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading" style:family="paragraph"><style:paragraph-properties fo:margin-top="8pt" fo:margin-bottom="4pt" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Middle" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="1.4cm"/></style:list-level-properties><style:text-properties fo:font-family="Symbol" style:font-charset="x-symbol"/></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
${[0, 1, 2, 3].map(paragraphStyles).join("\n")}
<style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.6pt solid #444444"/></style:style>
<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="none"/></style:style>
${spaceStyles(blocks)}
${blocks.map((block, index) => (block.kind === "table" ? columnStyles(block, index, layout) : "")).join("")}
<style:page-layout style:name="Page"><style:page-layout-properties ${layout.landscape ? 'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"' : 'fo:page-width="21cm" fo:page-height="29.7cm"'} fo:margin="2cm">${layout.columns === 2 ? '<style:columns fo:column-count="2" fo:column-gap="0.9cm"/>' : ""}</style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${headAndFoot(layout)}</style:master-page></office:master-styles>
<office:body><office:text>
${blocks.map(blockXml).join("\n")}
</office:text></office:body>
</office:document>
`;
}

function paragraphStyles(depth: number): string {
  const left = depth * 0.8;
  const style = (name: string, properties: string) =>
    `<style:style style:name="${name}${depth}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="6pt" ${properties}</style:paragraph-properties></style:style>`;
  return `${style("Text", `fo:margin-left="${left}cm">`)}${style(
    "Marked",
    `fo:margin-left="${left + 1}cm" fo:text-indent="-1cm"><style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>`,
  )}`;
}

function spaceStyles(blocks: readonly Block[]): string {
  const points = new Set(blocks.flatMap((block) => (block.kind === "space" ? [block.points] : [])));
  return [...points]
    .map(
      (size) =>
        `<style:style style:name="Space${size}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="${size}pt"/></style:style>`,
    )
    .join("");
}

/** Columns by their longest line, since a word processor would otherwise make all alike. */
function columnStyles({ rows }: Table, index: number, { landscape, columns }: AgreementLayout): string {
  const room = ((landscape ? 25.7 : 17) - (columns === 2 ? 0.9 : 0)) / (columns ?? 1);
  const wanted = (rows[0] ?? []).map(
    (_, column) =>
      0.6 +
      0.21 *
        Math.max(...rows.flatMap((row) => (row[column]?.text ?? "").split("\n").map(({ length }) => length))),
  );
  const total = wanted.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, room / total);
  return [
    `<style:style style:name="Table${index}" style:family="table"><style:table-properties style:width="${(total * scale).toFixed(2)}cm" table:align="left" style:may-break-between-rows="true"/></style:style>`,
    ...wanted.map(
      (width, column) =>
        `<style:style style:name="Table${index}.${column}" style:family="table-column"><style:table-column-properties style:column-width="${(width * scale).toFixed(2)}cm"/></style:style>`,
    ),
  ].join("");
}

function headAndFoot({ runningHead, pageNumbers }: AgreementLayout): string {
  const number = "<text:page-number/>";
  const foot = { of: `Page ${number} of <text:page-count/>`, plain: number, dashed: `- ${number} -` };
  return [
    runningHead ? `<style:header><text:p>${escaped(runningHead)}</text:p></style:header>` : "",
    pageNumbers
      ? `<style:footer><text:p text:style-name="Middle">${foot[pageNumbers]}</text:p></style:footer>`
      : "",
  ].join("");
}

function blockXml(block: Block, index: number): string {
  switch (block.kind) {
    case "title":
      return block.lines.map((line) => `<text:p text:style-name="Title">${escaped(line)}</text:p>`).join("");
    case "heading":
      return `<text:h text:style-name="Heading" text:outline-level="1">${escaped(block.text)}</text:h>`;
    case "paragraph":
      if (block.mark === "•")
        return `<text:list text:style-name="Bullets"><text:list-item><text:p text:style-name="Text0">${escaped(block.text)}</text:p></text:list-item></text:list>`;
      return block.mark === ""
        ? `<text:p text:style-name="Text${block.depth}">${escaped(block.text)}</text:p>`
        : `<text:p text:style-name="Marked${block.depth}">${block.mark}<text:tab/>${escaped(block.text)}</text:p>`;
    case "space":
      return `<text:p text:style-name="Space${block.points}"/>`;
    case "table":
      return tableXml(block, index);
  }
}

function tableXml(table: Table, index: number): string {
  const [head = [], ...body] = table.rows;
  const row = (cells: readonly Cell[]) =>
    `<table:table-row>${cells.map((cell) => cellXml(cell, table.borders)).join("")}</table:table-row>`;
  return [
    table.caption ? `<text:p text:style-name="Text0">${escaped(table.caption)}</text:p>` : "",
    `<table:table table:style-name="Table${index}">`,
    ...head.map((_, column) => `<table:table-column table:style-name="Table${index}.${column}"/>`),
    table.headRepeated ? `<table:table-header-rows>${row(head)}</table:table-header-rows>` : row(head),
    ...body.map(row),
    "</table:table>",
    `<text:p text:style-name="Text0"/>`,
    ...table.notes.map(
      ({ mark, text }) =>
        `<text:p text:style-name="Text0">${mark.style === "raised" ? raised(mark.text) : escaped(printMark(mark))} ${escaped(text)}</text:p>`,
    ),
  ].join("");
}

function cellXml(cell: Cell, borders: boolean): string {
  const lines = cell.text.split("\n").map(escaped).join("<text:line-break/>");
  return `<table:table-cell table:style-name="${borders ? "Ruled" : "Bare"}" office:value-type="string"><text:p>${lines}${cell.raised ? raised(cell.raised) : ""}</text:p></table:table-cell>`;
}

const raised = (text: string) => `<text:span text:style-name="Raised">${text}</text:span>`;
