import { describe, expect, it } from "vitest";
import { councilSearchShape } from "@/shapes/search-shapes";
import { useInventedEngland } from "@/testing/use-invented-england";
import { findCouncils } from "./find-councils";

describe("the search for a council in the store", () => {
  const reading = useInventedEngland();

  it.each([
    ["Oldshire", "newshire", ["Newshire as Oldshire"]],
    ["X99000002", "newshire", ["Newshire as X99000002"]],
    ["newshire", "newshire", ["Newshire"]],
    ["X03", "newshire", ["Newshire"]],
    ["Exampelshire", null, ["Exampleshire, spelt alike"]],
    ["shire", null, ["Exampleshire", "Newshire", "Pageshire"]],
    ["atlantis", null, []],
  ])("%s means %s and finds %j", async (typed, meant, found) => {
    const answer = await findCouncils(reading, typed, 8);
    expect(councilSearchShape.parse(answer)).toEqual(answer);
    expect(answer.meant).toBe(meant);
    expect(
      answer.found.map(
        ({ name, foundAs, alike }) =>
          `${name}${foundAs === null ? "" : ` as ${foundAs}`}${alike ? ", spelt alike" : ""}`,
      ),
    ).toEqual(found);
  });

  it("says how many there are, however few are shown", async () => {
    expect(await findCouncils(reading, "shire", 1)).toMatchObject({
      count: 3,
      found: [{ name: "Exampleshire" }],
    });
  });
});
