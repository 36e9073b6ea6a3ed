import { describe, expect, it } from "vitest";
import { source } from "@/testing/sample-source";
import { chartSourceLine } from "./chart-sources";

const line = {
  ...{ sources: [source], address: "https://example.org/authorities/kent", practice: false, checked: true },
  generatedAt: "2026-11-23T09:00:00.000Z",
};

describe("the line under a chart that has left the site", () => {
  it.each([
    [
      "names the publications",
      { sources: [source, { ...source, publication: "evidence-register" }] },
      "Our own reading, not DfE’s. Sources: DfE section 251 outturn, papers of councils, Parliament and press. As it stood on 23 November 2026. Each figure with its source: https://example.org/authorities/kent",
    ],
    [
      "says that nobody has checked the terms yet",
      { checked: false },
      "Machine-read, not yet checked. Our own reading, not DfE’s. Sources: DfE section 251 outturn. As it stood on 23 November 2026. Each figure with its source: https://example.org/authorities/kent",
    ],
    [
      "names no publication where none is shown",
      { sources: [] },
      "Our own reading, not DfE’s. As it stood on 23 November 2026. Each figure with its source: https://example.org/authorities/kent",
    ],
    [
      "says of practice that it is invented",
      { practice: true },
      "Practice: this council and every figure are invented. Our own reading, not DfE’s. https://example.org/authorities/kent",
    ],
  ])("%s", (_, rest, words) => expect(chartSourceLine({ ...line, ...rest })).toBe(words));
});
