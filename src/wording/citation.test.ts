import { expect, it } from "vitest";
import { citationText } from "./citation";

const page = {
  title: "Exampleshire",
  address: "https://tracker.example.org/authorities/exampleshire",
  generatedAt: "2026-03-29T23:30:00.000Z",
};

it("names the site, the page, the day of its figures in London, and its address", () => {
  expect(citationText({ ...page, practice: false })).toBe(
    "Safety Valve Tracker, “Exampleshire”. Figures as they stood on 30 March 2026. https://tracker.example.org/authorities/exampleshire",
  );
});

it("can't be taken for real where everything is invented", () => {
  expect(citationText({ ...page, practice: true })).toContain("everything in it is invented");
});
