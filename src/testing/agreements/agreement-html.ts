import { agreementDocument, type Block } from "./agreement-document";
import type { AgreementLayout } from "./agreement-layout";
import type { AgreementSpecification } from "./agreement-specification";
import { type Cell, printMark, type Table } from "./agreement-table";
import { attachmentTitle } from "./terms-expected";

/** A page for a browser to print. Heads and page numbers are the browser's to add. */
export function agreementHtml(specification: AgreementSpecification): string {
  const { layout } = specification;
  return page(
    specification,
    `@page { size: A4 ${layout.landscape ? "landscape" : "portrait"}; margin: 24mm 22mm 22mm; }
    body { font: ${layout.fontSize ?? 11}pt/1.35 "Liberation Sans", Arial, sans-serif; margin: 0; ${layout.columns === 2 ? "columns: 2; column-gap: 10mm;" : ""} }
    h1 { font-size: 150%; } h2 { font-size: 115%; break-after: avoid; }
    p.marked { text-indent: -2.4em; } p.marked > span { display: inline-block; min-width: 2.4em; text-indent: 0; }
    p { margin: 0 0 0.6em; } sup { font-size: 65%; }
    table { border-collapse: collapse; margin: 0.6em 0 1em; }
    td, th { padding: 0.25em 0.7em; text-align: left; vertical-align: top; font-weight: normal; }
    table.ruled td, table.ruled th { border: 0.7pt solid #444; }
    tr { break-inside: avoid; } tr.next-page { break-before: page; }`,
    agreementDocument(specification)
      .map((block) => blockHtml(block, layout))
      .join("\n"),
  );
}

/** An attachment that is itself a page of GOV.UK: no page breaks, marks as part of the text. */
export function govukHtml(specification: AgreementSpecification): string {
  const { layout } = specification;
  const title = attachmentTitle(specification);
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)} - GOV.UK</title></head>
<body class="gem-c-layout-for-public">
<header><a href="https://www.gov.uk">GOV.UK</a><nav><ul><li>Benefits</li><li>Education and learning</li></ul></nav></header>
<main id="content">
<h1 class="gem-c-heading">${escaped(title)}</h1>
<p class="publication-header__last-changed">Published 16 March 2023</p>
<nav class="gem-c-contents-list"><h2>Contents</h2><ol><li><a href="#conditions">Conditions</a></li></ol></nav>
<div class="govspeak">
${agreementDocument(specification)
  .map((block) => blockHtml(block, layout))
  .join("\n")}
</div>
</main>
<footer><p>All content is available under the Open Government Licence v3.0, except where otherwise stated</p></footer>
</body>
</html>
`;
}

function page({ council }: AgreementSpecification, css: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(council.full)}</title>
<style>
    ${css}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function blockHtml(block: Block, layout: AgreementLayout): string {
  switch (block.kind) {
    case "title":
      return `<h1>${block.lines.map(escaped).join("<br>")}</h1>`;
    case "heading":
      return `<h2>${escaped(block.text)}</h2>`;
    case "paragraph": {
      if (block.mark === "") return `<p>${escaped(block.text)}</p>`;
      if (layout.producer === "html") return `<p>${block.mark} ${escaped(block.text)}</p>`;
      const left = 2.4 + block.depth * 2;
      return `<p class="marked" style="margin-left: ${left}em"><span>${block.mark}</span>${escaped(block.text)}</p>`;
    }
    case "space":
      return `<div style="height: ${block.points}pt"></div>`;
    case "table":
      return tableHtml(block);
  }
}

function tableHtml(table: Table): string {
  const [head = [], ...body] = table.rows;
  const row = (cells: readonly Cell[], tag: "td" | "th", nextPage = false) =>
    `<tr${nextPage ? ' class="next-page"' : ""}>${cells.map((cell) => cellHtml(cell, tag)).join("")}</tr>`;
  const rows = body.map((cells, index) => row(cells, "td", index === table.splitAfter));
  // A head among the body's rows isn't repeated on the next page.
  const grouped =
    table.splitAfter !== undefined && !table.headRepeated
      ? `<tbody>${row(head, "td")}\n${rows.join("\n")}</tbody>`
      : `<thead>${row(head, "th")}</thead>\n<tbody>${rows.join("\n")}</tbody>`;
  return [
    table.caption ? `<p>${escaped(table.caption)}</p>` : "",
    `<table${table.borders ? ' class="ruled"' : ""}>${grouped}</table>`,
    ...table.notes.map(({ mark, text }) =>
      mark.style === "raised"
        ? `<p><sup>${mark.text}</sup> ${escaped(text)}</p>`
        : `<p>${escaped(printMark(mark))} ${escaped(text)}</p>`,
    ),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function cellHtml({ text, raised }: Cell, tag: "td" | "th"): string {
  const lines = text.split("\n").map(escaped).join("<br>");
  return `<${tag}>${lines}${raised ? `<sup>${raised}</sup>` : ""}</${tag}>`;
}

/** For HTML and XML alike. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\u00a0/g, "&#160;");
}
