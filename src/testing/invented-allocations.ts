import type { AllocationDraft } from "@/domain/dsg/draft-figures";
import { financialYearStarting } from "@/domain/financial-year";
import type { Finding } from "@/domain/finding";
import { CouncilRegister, type PrintedCouncil } from "@/domain/local-authority/council-register";
import { moneyOf } from "@/domain/money";
import { present } from "@/domain/published-value";
import { ingestPublication, type SourceOutcome } from "@/ingest/ingest-publication";
import { storePublications } from "@/ingest/store-publication";
import { openRun } from "@/ingest/store-run";
import type { Publication } from "@/sources/publication";
import { inventedCouncil } from "./published-documents";
import type { InventedPublisher, TestContext } from "./test-context";

export const ALLOCATIONS_ADDRESS = "https://publisher.example/allocations.json";

/** What an invented publisher prints: pounds by council code. */
export interface AllocationSheet {
  readonly key?: string;
  readonly year?: number;
  readonly councils: Readonly<Record<string, number>>;
  /** Crosses a bound. */
  readonly wrongTotal?: boolean;
  /** One of its rows is in doubt. */
  readonly doubt?: boolean;
  /** Councils whose figures are machine-read, not yet compared by anybody. */
  readonly unchecked?: readonly string[];
}

const NAMES: Readonly<Record<string, string>> = { X01: "Exampleshire", X02: "Sampleton", X03: "Testbury" };

const councils = new CouncilRegister(
  Object.entries(NAMES).map(([code, name]) => inventedCouncil(code, name)),
);

/** @param correction pounds by which this version of the reader reads every figure higher */
export function inventedAllocations(parserVersion = "1", correction = 0): Publication {
  return {
    id: "dsg-allocations",
    title: "Invented allocations",
    publisher: "The Example Department",
    licence: "Open Government Licence v3.0",
    landingPage: "https://publisher.example/",
    cadence: "yearly",
    parserVersion,
    readsListing: false,
    fixedDocuments: [{ url: ALLOCATIONS_ADDRESS, title: "Allocations", purpose: "figures" }],
    listings: () => [],
    findDocuments: () => ({ documents: [], findings: [] }),
    read({ bytes }) {
      const text = new TextDecoder().decode(bytes);
      if (!text.startsWith("{"))
        return { edition: null, figures: [], findings: [finding("unexpected-layout", "stop")] };
      const sheet = JSON.parse(text) as AllocationSheet;
      const year = sheet.year ?? 2023;
      return {
        edition: {
          key: sheet.key ?? `${financialYearStarting(year)}@undated`,
          title: "Allocations",
          publishedOn: null,
          financialYear: financialYearStarting(year),
        },
        figures: Object.entries(sheet.councils).map(([code, pounds]) => ({
          ...allocation(code, pounds + correction, year),
          ...(sheet.unchecked?.includes(code) ? { checked: false } : {}),
        })),
        findings: [
          ...(sheet.wrongTotal ? [finding("total-differs", "stop")] : []),
          ...(sheet.doubt ? [finding("unreadable-row", "doubt")] : []),
        ],
      };
    },
    check: () => [],
    nextExpected: () => null,
  };
}

function finding(kind: Finding["kind"], severity: Finding["severity"]): Finding {
  return { kind, severity, message: `An invented ${kind}.` };
}

function allocation(code: string, pounds: number, year: number): AllocationDraft<PrintedCouncil> {
  return {
    type: "allocation",
    council: { dfeCode: code, name: NAMES[code] ?? code },
    financialYear: financialYearStarting(year),
    publishedOn: null,
    beforeDeductions: present(moneyOf(pounds, "pound")),
    afterDeductions: { kind: "missing", reason: "not-held" },
    locator: { sheet: "Allocations", cell: `C${code.slice(1)}` },
  };
}

/** A store that knows the invented councils, and a publisher whose sheets it reads a day apart. */
export async function followAllocations(context: TestContext) {
  let runs = 0;
  await storePublications(context, [inventedAllocations()]);
  await context.database.authority.createMany({
    data: Object.keys(NAMES).map((dfeCode) => ({
      dfeCode,
      slug: (NAMES[dfeCode] ?? "").toLowerCase(),
      firstSeenAt: context.clock.now(),
    })),
  });

  async function read(
    from: InventedPublisher = context.fetchers.live,
    publication = inventedAllocations(),
  ): Promise<SourceOutcome> {
    context.clock.forward(24);
    runs += 1;
    const runId = `run-${runs}`;
    await openRun(context, runId, "ingest", "test");
    return ingestPublication(context, publication, from, runId, councils);
  }

  return {
    /** Reads what is published now, as on the next day. */
    read,
    /** Publishes a sheet, or a page that nobody understands, and reads it. */
    async publish(
      sheet: AllocationSheet | string,
      from: InventedPublisher = context.fetchers.live,
      publication = inventedAllocations(),
    ) {
      from.publish(ALLOCATIONS_ADDRESS, typeof sheet === "string" ? sheet : JSON.stringify(sheet));
      const outcome = await read(from, publication);
      const reading = await context.database.reading.findFirstOrThrow({
        orderBy: [{ readAt: "desc" }, { id: "desc" }],
      });
      return { ...outcome, readingId: reading.id };
    },
  };
}
