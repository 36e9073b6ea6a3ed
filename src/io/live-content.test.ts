import { describe, expect, it } from "vitest";
import { makeOds } from "@/testing/make-workbook";
import { contentFault } from "./live-content";

const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ERROR_PAGE = "<!DOCTYPE html>\n<html><body><h1>Sorry, there is a problem</h1></body></html>";
const PDF = "%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n";
const ZIP = makeOds([{ name: "Sheet", rows: [["Exampleshire", 1]] }]);
const OLD_EXCEL = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const CSV = "time_period,geographic_level\n2024,Local authority\n";

const faultOf = (content: string | Uint8Array, mediaType: string, path = "/x") =>
  contentFault(
    typeof content === "string" ? new TextEncoder().encode(content) : content,
    mediaType,
    new URL(path, "https://www.gov.uk"),
  );

describe("bytes that aren't what they are said to be", () => {
  it.each<[string, string | Uint8Array, string, string, RegExp]>([
    [
      "an error page as a PDF",
      ERROR_PAGE,
      "application/pdf",
      "/x",
      /sent as application\/pdf, but it's a web page/,
    ],
    ["an error page as a workbook", ERROR_PAGE, ODS, "/x", /a web page/],
    ["an error page as a zip", ERROR_PAGE, "application/zip", "/x", /a web page/],
    ["an error page as JSON", ERROR_PAGE, "application/json", "/x", /a web page/],
    ["an error page as CSV", ERROR_PAGE, "text/csv", "/x", /a web page/],
    ["an error page behind a comment", `<!-- proxy -->${ERROR_PAGE}`, "application/pdf", "/x", /a web page/],
    [
      "an honest error page at a PDF's address",
      ERROR_PAGE,
      "text/html",
      "/media/a/b.pdf",
      /address.*a web page/,
    ],
    [
      "an honest error page at a workbook's address",
      ERROR_PAGE,
      "text/html",
      "/a.ods",
      /address.*a web page/,
    ],
    ["an honest error page at a CSV's address", ERROR_PAGE, "text/html", "/a.csv", /address.*a web page/],
    ["a PDF as a web page", PDF, "text/html", "/x", /it's a PDF/],
    ["a zip as a web page", ZIP, "text/html", "/x", /it's a zip/],
    ["a zip as a PDF", ZIP, "application/pdf", "/x", /it's a zip/],
    ["a PDF as a workbook", PDF, XLSX, "/x", /it's a PDF/],
    ["text as a PDF", "Please try again later.", "application/pdf", "/x", /isn't a PDF/],
    ["text as JSON", "Please try again later.", "application/json", "/x", /isn't JSON/],
  ])("%s", (_, content, mediaType, path, reason) => {
    expect(faultOf(content, mediaType, path)).toMatchObject({
      reason: expect.stringMatching(reason),
      cut: false,
    });
  });
});

describe("bytes that are", () => {
  it.each<[string, string | Uint8Array, string, string]>([
    ["a PDF", PDF, "application/pdf", "/a.pdf"],
    ["a PDF behind some blank lines", `\n\n${PDF}`, "application/pdf", "/a.PDF"],
    ["a PDF whose type nobody said", PDF, "application/octet-stream", "/a.pdf"],
    ["a workbook", ZIP, ODS, "/a.ods"],
    ["a workbook of another kind than its name", ZIP, XLSX, "/a.ods"],
    ["an old Excel file under a new type", OLD_EXCEL, XLSX, "/a.xlsx"],
    ["a CSV sent as Excel", CSV, "application/vnd.ms-excel", "/a.csv"],
    ["a zip at an address that doesn't say so", ZIP, "application/zip", "/api/releases/1/files"],
    ["a CSV", CSV, "text/csv", "/a.csv"],
    ["a CSV with a byte order mark", `\ufeff${CSV}`, "text/csv", "/a.csv"],
    ["a page", ERROR_PAGE, "text/html", "/x"],
    ["a page without a frame", "<main><a href='/a.ods'>all</a></main>", "text/html", "/x"],
    ["a page that names its language", '<html lang="en"><p>x</p></HTML >', "text/html", "/x"],
    ["JSON", ' {"a": 1}\n', "application/json", "/x"],
    ["JSON with a byte order mark", '\ufeff{"a": 1}', "application/json", "/x"],
    ["JSON of a named kind", "[]", "application/hal+json", "/x"],
  ])("%s", (_, content, mediaType, path) => {
    expect(faultOf(content, mediaType, path)).toBeNull();
  });
});

describe("bytes that break off", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["a PDF", PDF.slice(0, 25), "application/pdf"],
    ["a workbook", ZIP.subarray(0, ZIP.length - 30), ODS],
    ["a page", ERROR_PAGE.slice(0, -8), "text/html"],
    ["JSON", '{"attachments": [{}', "application/json"],
    ["JSON at a closing bracket", '{"attachments": [{}]', "application/json"],
    ["an empty answer", "", "text/plain"],
  ])("%s", (_, content, mediaType) => {
    expect(faultOf(content, mediaType)).toMatchObject({ cut: true });
  });
});
