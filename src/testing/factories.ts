import { createHash } from "node:crypto";
import type { Clock, Fetched, Log, SnapshotStore } from "@/context";
import type { Origin } from "@/domain/provenance";
import type { Prisma, PrismaClient } from "@/generated/prisma/client";
import { createSecrets } from "@/io/secrets";

/** When tests happen. */
export const NOW = new Date("2026-11-23T12:00:00.000Z");
export const fixedClock: Clock = { now: () => NOW };

export const testSecrets = createSecrets("a secret that tests know, and nobody needs");

/** What answering a request asks of the world beside the store and what is kept of it: the usual, for tests of something else. */
export const usualSite = {
  publications: [],
  knownMigrations: async (): Promise<string[]> => [],
  machine: async () => ({
    version: "0.0.0",
    disk: { freeBytes: 5_000_000_000, totalBytes: 20_000_000_000 },
    startedAt: NOW,
  }),
  practice: false,
  secrets: testSecrets,
  mailWay: "smtp",
  webhooks: { problemWith: async (): Promise<string | null> => null },
  bundled: {
    origin: "archive",
    fetch: async (): Promise<Fetched> => ({ kind: "absent", reason: "no archive in this test" }),
  },
  ownHost: "tracker.example",
} as const;

export interface KeptLog extends Log {
  readonly lines: { readonly level: string; readonly message: string }[];
}

export function keepingLog(): KeptLog {
  const lines: { level: string; message: string }[] = [];
  const keep = (level: string) => (message: string) => {
    lines.push({ level, message });
  };
  return { lines, debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") };
}

export function snapshotsInMemory(): SnapshotStore {
  const held = new Map<string, Uint8Array>();
  return {
    async keep(bytes) {
      const sha256 = sha256Of(bytes);
      held.set(sha256, bytes);
      return { sha256, size: bytes.length };
    },
    read: async (sha256) => held.get(sha256) ?? null,
  };
}

export function sha256Of(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What every figure row needs besides what it says. */
type Bookkeeping = "id" | "series" | "fingerprint" | "checked" | "readingId" | "snapshotSha256" | "editionId";
type Row<Input> = Omit<Input, Bookkeeping | "locator"> & Partial<Input>;
type Optional<Input, Keys extends keyof Input> = Omit<Input, Keys> & Partial<Pick<Input, Keys>>;

export interface StoredEdition {
  readonly editionId: number;
  readonly readingId: number;
  readonly snapshotSha256: string;
}

export interface EditionWish {
  readonly publication: string;
  readonly key: string;
  readonly origin?: Origin;
  readonly publishedOn?: string | null;
  readonly financialYear?: string | null;
  readonly capture?: Partial<
    Pick<
      Prisma.CaptureUncheckedCreateInput,
      "url" | "title" | "citationTitle" | "citationUrl" | "retrievedAt"
    >
  >;
  readonly mediaType?: string;
  readonly snapshotSha256?: string;
}

const RUN = "run-of-the-test";

/** Fills a store by hand, as ingestion would: councils, documents, figures. Councils here are invented. */
export function fillStore(database: PrismaClient) {
  let made = 0;

  const common = (edition: StoredEdition) => {
    made += 1;
    return {
      ...edition,
      series: `series ${made}`,
      fingerprint: `fingerprint ${made}`,
      checked: true,
      locator: { sheet: "Figures", cell: `B${made}` },
      currentFrom: NOW,
    };
  };

  return {
    async edition(wish: EditionWish): Promise<StoredEdition> {
      const { publication, key, origin = "archive", mediaType = "text/csv" } = wish;
      const snapshotSha256 = wish.snapshotSha256 ?? sha256Of(`${publication} ${key} ${origin}`);
      await database.ingestionRun.upsert({
        where: { id: RUN },
        create: { id: RUN, job: "ingest", trigger: "test", status: "ok", startedAt: NOW, finishedAt: NOW },
        update: {},
      });
      await database.publication.upsert({
        where: { id: publication },
        create: {
          id: publication,
          title: `The publication ${publication}`,
          publisher: "Department for Education",
          licence: "Open Government Licence v3.0",
          landingPage: `https://example.org/${publication}`,
          cadence: "yearly",
        },
        update: {},
      });
      await database.snapshot.upsert({
        where: { sha256: snapshotSha256 },
        create: { sha256: snapshotSha256, size: 1, mediaType, storedAt: NOW },
        update: {},
      });
      const capture = await database.capture.create({
        data: {
          publicationId: publication,
          snapshotSha256,
          url: `https://example.org/${publication}/${key}.csv`,
          title: `Document ${key}`,
          origin,
          retrievedAt: NOW,
          runId: RUN,
          ...wish.capture,
        },
      });
      const edition = await database.edition.create({
        data: {
          publicationId: publication,
          key,
          origin,
          title: `Edition ${key}`,
          financialYear: wish.financialYear ?? null,
          publishedOn: wish.publishedOn ?? null,
          firstSeenAt: NOW,
        },
      });
      const reading = await database.reading.create({
        data: {
          publicationId: publication,
          snapshotSha256,
          parserVersion: "1",
          origin,
          url: capture.url,
          captureId: capture.id,
          editionId: edition.id,
          status: "published",
          figures: 0,
          readAt: NOW,
          runId: RUN,
        },
      });
      await database.edition.update({
        where: { id: edition.id },
        data: { currentReadingId: reading.id },
      });
      return { editionId: edition.id, readingId: reading.id, snapshotSha256 };
    },

    async council(
      edition: StoredEdition,
      row: Pick<Prisma.AuthorityRecordUncheckedCreateInput, "dfeCode" | "gssCode" | "name"> &
        Partial<Prisma.AuthorityRecordUncheckedCreateInput> & { readonly slug?: string },
    ): Promise<void> {
      const { slug = row.name.toLowerCase().replaceAll(" ", "-"), ...columns } = row;
      await database.authority.upsert({
        where: { dfeCode: row.dfeCode },
        create: { dfeCode: row.dfeCode, slug, firstSeenAt: NOW },
        update: {},
      });
      await database.authorityRecord.create({
        data: {
          ...common(edition),
          commonName: row.name,
          region: "South East",
          type: "unitary",
          validFrom: "2009-04-01",
          ...columns,
        },
      });
    },

    async allocation(edition: StoredEdition, row: Row<Prisma.AllocationUncheckedCreateInput>): Promise<void> {
      await database.allocation.create({ data: { ...common(edition), ...row } });
    },

    async outturn(
      edition: StoredEdition,
      row: Optional<Row<Prisma.OutturnUncheckedCreateInput>, keyof typeof NET_OUTTURN>,
    ): Promise<void> {
      await database.outturn.create({ data: { ...common(edition), ...NET_OUTTURN, ...row } });
    },

    async ehcPlans(edition: StoredEdition, row: Row<Prisma.EhcPlanCountUncheckedCreateInput>): Promise<void> {
      await database.ehcPlanCount.create({ data: { ...common(edition), ...row } });
    },

    async nationalTotal(
      edition: StoredEdition,
      row: Row<Prisma.NationalTotalUncheckedCreateInput>,
    ): Promise<void> {
      await database.nationalTotal.create({ data: { ...common(edition), ...row } });
    },

    async agreement(
      edition: StoredEdition,
      row: Optional<Row<Prisma.AgreementUncheckedCreateInput>, "suspended">,
    ): Promise<void> {
      await database.agreement.create({ data: { ...common(edition), suspended: false, ...row } });
    },

    async agreementDocument(
      edition: StoredEdition,
      row: Optional<Row<Prisma.AgreementDocumentUncheckedCreateInput>, "underReview" | "position">,
    ): Promise<void> {
      await database.agreementDocument.create({
        data: { ...common(edition), underReview: false, position: 1, ...row },
      });
    },

    async profilePoint(
      edition: StoredEdition,
      row: Optional<
        Row<Prisma.ProfilePointUncheckedCreateInput>,
        "basis" | "scope" | "localContributions" | "planSource"
      >,
    ): Promise<void> {
      const promised = {
        basis: "gross",
        scope: "dsg",
        localContributions: "unknown",
        planSource: "agreement",
      };
      await database.profilePoint.create({ data: { ...common(edition), ...promised, ...row } });
    },

    async payment(
      edition: StoredEdition,
      row: Optional<Row<Prisma.PaymentUncheckedCreateInput>, "covers">,
    ): Promise<void> {
      await database.payment.create({ data: { ...common(edition), covers: "year", ...row } });
    },

    async condition(edition: StoredEdition, row: Row<Prisma.ConditionUncheckedCreateInput>): Promise<void> {
      await database.condition.create({ data: { ...common(edition), ...row } });
    },

    async event(edition: StoredEdition, row: Row<Prisma.EventUncheckedCreateInput>): Promise<void> {
      await database.event.create({ data: { ...common(edition), ...row } });
    },

    async programmeMember(edition: StoredEdition, dfeCode: string): Promise<void> {
      await database.programmeMember.create({
        data: { ...common(edition), dfeCode, programme: "delivering-better-value" },
      });
    },
  };
}

export type StoreFiller = ReturnType<typeof fillStore>;

/** An outturn as section 251 returns state it. */
const NET_OUTTURN = {
  asAtInferred: false,
  basis: "net",
  scope: "dsg",
  afterSafetyValve: "yes",
  afterStabilityGrant: "no",
  afterLocalContribution: "unknown",
  kind: "outturn",
} as const;
