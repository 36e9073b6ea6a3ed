import { allocationDocuments } from "../archive/allocation-listings";
import { type ArchiveDocument, MEDIA_TYPES, pathInArchive } from "../archive/archive-document";
import { ehcPlansDocuments } from "../archive/ehc-plans-release";
import { type ManifestEntry, sha256 } from "../archive/manifest";
import { agreementDocuments } from "./agreements-page";
import { allocationFigures } from "./allocation-figures";
import { councilList } from "./council-list";
import { PRACTICE_COUNCILS } from "./councils";
import { ehcPlanFigures } from "./ehc-plan-figures";
import { INVENTED } from "./practice-words";
import { registerFigures } from "./register-figures";
import { section251Documents } from "./section-251-documents";
import { STAGES } from "./stages";

/** One stage of the practice archive: its manifest, and the files it adds to those of the stages before it. */
export interface PracticeStage {
  readonly day: string;
  readonly documents: readonly ManifestEntry[];
  /** New or changed since the stage before, by their path below `archive/practice`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Every stage of the practice archive, oldest first. The same description gives the same bytes on any machine. */
export async function buildPractice(): Promise<PracticeStage[]> {
  const stages: PracticeStage[] = [];
  const written = new Map<string, string>();
  for (const day of STAGES) {
    const files = new Map<string, Uint8Array>();
    const documents = (await documentsAt(day)).map(({ url, path, bytes, ...about }): ManifestEntry => {
      const hash = sha256(bytes);
      const known = written.get(`${path} ${hash}`);
      const lies = known ?? `${day}/${path}`;
      if (known === undefined) {
        written.set(`${path} ${hash}`, lies);
        files.set(lies, bytes);
      }
      return { url, path: lies, sha256: hash, size: bytes.byteLength, ...about, note: INVENTED };
    });
    stages.push({ day, documents: documents.sort((a, b) => (a.url < b.url ? -1 : 1)), files });
  }
  return stages;
}

interface PracticeDocument extends ArchiveDocument {
  readonly path: string;
}

/** Everything that the publishers' replicas and the register hold at a stage. */
async function documentsAt(stage: string): Promise<PracticeDocument[]> {
  const councils = PRACTICE_COUNCILS;
  const figures = new Map([
    ["figures/local_authorities.csv", councilList(councils)],
    ["figures/high_needs_allocations.csv", allocationFigures(councils, stage)],
    ["figures/ehc_plans.csv", ehcPlanFigures(councils, stage)],
  ]);
  const published = [
    ...allocationDocuments(figures, INVENTED),
    ...section251Documents(councils, stage),
    ...ehcPlansDocuments(figures, {
      origin: INVENTED,
      guidance: "All EHC plans of England and of each invented council. All other columns are blank.",
    }),
    ...(await agreementDocuments(councils, stage)),
  ];
  return [
    ...published.map((document) => ({ ...document, path: pathInArchive(document) })),
    ownFile("figures/local_authorities.csv", councilList(councils)),
    ...registerFigures(councils, stage).map(({ name, bytes }) =>
      ownFile(`figures/register/${name}.csv`, bytes),
    ),
  ];
}

/** A file that the product keeps itself, at the address at which the real one lies. */
function ownFile(path: string, bytes: Uint8Array): PracticeDocument {
  return {
    url: `repository:archive/${path}`,
    path,
    mediaType: MEDIA_TYPES.csv,
    title: `Practice: ${path.split("/").at(-1)}`,
    publishedOn: null,
    citation: null,
    bytes,
  };
}
