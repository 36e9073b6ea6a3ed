import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { isInvented } from "@/domain/local-authority/extent";
import { committedFile } from "../archive/committed-archive";
import { sha256 } from "../archive/manifest";
import { buildPractice, type PracticeStage } from "./build-practice";
import { gssCodeOf } from "./council-list";
import { PRACTICE_COUNCILS } from "./councils";
import { practiceFiles, practicePathsIn } from "./practice-folder";
import { INVENTED } from "./practice-words";

const FOLDER = fileURLToPath(new URL("../../archive/practice", import.meta.url));

let files: Map<string, Uint8Array>;
let stages: PracticeStage[];

beforeAll(async () => {
  files = await practiceFiles();
  stages = await buildPractice();
});

describe("the committed practice archive", () => {
  it("is what scripts/practice gives, file by file: else run `npm run practice`", async () => {
    const built = [...files].map(([path, bytes]) => `${path} ${sha256(bytes)}`).sort();
    const paths = await practicePathsIn(FOLDER);
    const committed = await Promise.all(
      paths.map(async (path) => `${path} ${sha256(await readFile(`${FOLDER}/${path}`))}`),
    );
    expect(committed.sort()).toEqual(built);
  });

  it("is built to the same bytes every time", async () => {
    const hashes = (of: Map<string, Uint8Array>) =>
      [...of].map(([path, bytes]) => `${path} ${sha256(bytes)}`);
    expect(hashes(await practiceFiles())).toEqual(hashes(files));
  });

  it("lists at each stage only files that are there, with their hashes", () => {
    for (const { documents } of stages) {
      for (const { path, sha256: listed } of documents) {
        const bytes = files.get(path);
        expect({ path, sha256: bytes && sha256(bytes) }).toEqual({ path, sha256: listed });
      }
    }
  });

  it("keeps a document once while it stays as it was", () => {
    const council = stages.map(
      ({ documents }) => documents.find(({ path }) => path.endsWith("exampleshire.pdf"))?.path,
    );
    expect(new Set(council).size).toBe(1);
    const revised = stages.map(
      ({ documents }) => documents.find(({ path }) => path.endsWith("oldshire.pdf"))?.path,
    );
    expect(new Set(revised).size).toBe(2);
  });
});

describe("nothing in it can be taken for real", () => {
  it("every council has codes that no real council has, and a name of its own", async () => {
    const real = new TextDecoder().decode(await committedFile("figures/local_authorities.csv"));
    for (const council of PRACTICE_COUNCILS) {
      expect(isInvented({ dfeCode: council.dfeCode, gssCode: gssCodeOf(council) })).toBe(true);
      expect(real).not.toContain(council.name);
    }
    expect(new Set(PRACTICE_COUNCILS.map(({ dfeCode }) => dfeCode)).size).toBe(12);
  });

  it("every document says so, and so does every line of a manifest", () => {
    for (const [path, bytes] of files) {
      if (path.endsWith("manifest.json")) {
        const { documents } = JSON.parse(strFromU8(bytes));
        for (const { note } of documents) expect(note).toBe(INVENTED);
      } else if (/\.(?:html|json)$/.test(path) && path !== "expected.json") {
        expect(strFromU8(bytes), path).toContain(INVENTED);
      } else if (/\.(?:ods|zip)$/.test(path)) {
        const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
        expect(
          parts.some((part) => part.includes(INVENTED)),
          path,
        ).toBe(true);
      }
    }
  });

  it("every paper that is cited lies where no page can be", () => {
    const cited = [...files]
      .filter(([path]) => path.endsWith(".csv"))
      .flatMap(([, bytes]) => strFromU8(bytes).match(/https?:\/\/[^/\s",]+/g) ?? []);
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter((address) => !address.endsWith(".example.org"))).toEqual([]);
  });
});
