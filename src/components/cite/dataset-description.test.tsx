import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DatasetDescription } from "./dataset-description";

const meta = {
  generatedAt: "2026-11-23T12:00:00.000Z",
  practice: false,
  attribution: "Contains public sector information.",
};

function described(name: string, practice = false): string {
  return renderToStaticMarkup(
    <DatasetDescription
      name={name}
      description="Deficits"
      address="https://tracker.example.org/data"
      downloads={[
        { address: "https://tracker.example.org/api/v1/export/outturns.csv", mediaType: "text/csv" },
      ]}
      meta={{ ...meta, practice }}
    />,
  );
}

describe("the description of a dataset", () => {
  it("names licence, date and files", () => {
    const json = JSON.parse(described("Exampleshire").replace(/^<script[^>]*>|<\/script>$/g, ""));
    expect(json).toMatchObject({
      "@type": "Dataset",
      name: "Exampleshire",
      dateModified: meta.generatedAt,
      license: expect.stringContaining("open-government-licence"),
      distribution: [{ "@type": "DataDownload", encodingFormat: "text/csv" }],
    });
  });

  it("can't be closed by a name", () => {
    expect(described("</script><script>alert(1)</script>").match(/<\/script>/g)).toHaveLength(1);
  });

  it("isn't there where everything is invented", () => {
    expect(described("Exampleshire", true)).toBe("");
  });
});
