import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { councilMeant, type SearchedCouncil, searchCouncils } from "./search-councils";
import { inCommon, slipsBetween } from "./similar-spelling";

const council = (name: string, codes: readonly [string, string], alsoKnownAs: readonly string[] = []) => ({
  name,
  slug: name.toLowerCase().replace(/[^a-z]+/g, "-"),
  ...{ gssCode: codes[0], dfeCode: codes[1], alsoKnownAs },
});

const COUNCILS: readonly SearchedCouncil[] = [
  council(
    "Bournemouth, Christchurch and Poole",
    ["E06000058", "839"],
    ["Bournemouth", "Poole", "E06000029", "E06000028", "836", "837"],
  ),
  council("Brent", ["E09000005", "304"]),
  council("Bristol", ["E06000023", "801"], ["Bristol, City of"]),
  council("City of London", ["E09000001", "201"]),
  council("Cumberland", ["E06000063", "942"], ["Cumbria", "E10000006", "909"]),
  council("Devon", ["E10000008", "878"]),
  council("Dorset", ["E06000059", "838"], ["E10000009", "835"]),
  council("East Riding of Yorkshire", ["E06000011", "811"]),
  council("Kent", ["E10000016", "886"]),
  council("Kingston upon Hull", ["E06000010", "810"], ["Kingston upon Hull, City of"]),
  council("Leicester", ["E06000016", "856"]),
  council("Leicestershire", ["E10000018", "855"]),
  council("North Yorkshire", ["E06000065", "815"], ["E10000023"]),
  council("Portsmouth", ["E06000044", "851"]),
  council("St Helens", ["E08000013", "342"], ["St. Helens"]),
  council("Westmorland and Furness", ["E06000064", "943"], ["Cumbria", "E10000006", "909"]),
  council("Worcestershire", ["E10000034", "885"]),
];

const found = (typed: string) =>
  searchCouncils(COUNCILS, typed).map(({ council: { name }, foundAs }) =>
    foundAs === null ? name : `${name} (${foundAs})`,
  );

describe("searching for a council", () => {
  it.each<[string, string[]]>([
    ["kent", ["Kent"]],
    [" KENT ", ["Kent"]],
    ["Kent County Council", ["Kent"]],
    ["bristol, city of", ["Bristol"]],
    ["st helens", ["St Helens"]],
    ["leicester", ["Leicester", "Leicestershire"]],
    ["hull", ["Kingston upon Hull"]],
    ["hull kingston", ["Kingston upon Hull"]],
    ["Yorks North", ["North Yorkshire"]],
    ["mouth", ["Bournemouth, Christchurch and Poole", "Portsmouth"]],
    ["Poole", ["Bournemouth, Christchurch and Poole (Poole)"]],
    ["Cumbria", ["Cumberland (Cumbria)", "Westmorland and Furness (Cumbria)"]],
    ["E06000029", ["Bournemouth, Christchurch and Poole (E06000029)"]],
    ["e10000016", ["Kent"]],
    ["885", ["Worcestershire"]],
    ["E0600006", ["Cumberland", "North Yorkshire", "Westmorland and Furness"]],
    ["06000029", []],
    ["N1", []],
    ["council", []],
    ["atlantis", []],
    ["", []],
    ["%", []],
  ])("%s finds %j", (typed, names) => expect(found(typed)).toEqual(names));

  it.each([
    ["Bournmouth", "Bournemouth, Christchurch and Poole"],
    ["Borunemouth", "Bournemouth, Christchurch and Poole"],
    ["Brstol", "Bristol"],
    ["Lester", "Leicester"],
    ["Leicestersheer", "Leicestershire"],
    ["Wostershire", "Worcestershire"],
    ["Westmoreland", "Westmorland and Furness"],
    ["Devan", "Devon"],
    ["knet", "Kent"],
    ["Nroth Yorkshire", "North Yorkshire"],
    ["saint helens", "St Helens"],
    ["Portsm0uth", undefined],
  ])("%s, misspelt, finds %s first", (typed, name) => expect(found(typed)[0]).toBe(name));

  it("offers like spellings only where nothing is written so", () => {
    expect(found("kent")).not.toContain("Brent");
    expect(found("xent")).toEqual(["Kent"]);
  });

  it("finds a name of six letters and more whichever one letter is wrong, missing or doubled", () => {
    const names = COUNCILS.map(({ name }) => name).filter((name) => /^[A-Z][a-z]{5,}$/.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom("wrong", "missing", "doubled"),
        (name, place, slip) => {
          const at = place % name.length;
          const letter = { wrong: "x", missing: "", doubled: (name[at] ?? "").repeat(2) }[slip];
          return found(name.slice(0, at) + letter + name.slice(at + 1)).includes(name);
        },
      ),
    );
  });

  it("answers whatever is typed", () => {
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (typed) => Array.isArray(found(typed))));
  });
});

describe("the council meant", () => {
  it.each([
    ["kent", "kent"],
    ["886", "kent"],
    ["kent county council", "kent"],
    ["leicester", "leicester"],
    ["poole", "bournemouth-christchurch-and-poole"],
    ["E06000029", "bournemouth-christchurch-and-poole"],
    ["dorset", "dorset"],
    ["cumbria", null],
    ["ken", null],
    ["bournmouth", null],
    ["88", null],
  ])("by %s is %s", (typed, slug) =>
    expect(councilMeant(searchCouncils(COUNCILS, typed))?.slug ?? null).toBe(slug),
  );
});

describe("likeness of words", () => {
  it.each([
    ["kent", "kent", 0],
    ["knet", "kent", 1],
    ["kent", "kents", 1],
    ["bexly", "bexley", 1],
    ["lester", "leicester", 3],
    ["", "abc", 3],
  ])("%s and %s are %i slips apart", (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
    expect(slipsBetween(b, a)).toBe(slips);
  });

  it("is whole for the same word, and none for words with no group in common", () => {
    expect(inCommon("devon", "devon")).toBe(1);
    expect(inCommon("devon", "kirklees")).toBe(0);
  });
});
