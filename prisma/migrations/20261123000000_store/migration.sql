-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "landingPage" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "sha256" CHAR(64) NOT NULL,
    "size" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "SourceAddress" (
    "publicationId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "lastCheckedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastReachedAt" TIMESTAMPTZ(3),
    "lastChangedAt" TIMESTAMPTZ(3),
    "lastOutcome" TEXT NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "captureId" INTEGER,

    CONSTRAINT "SourceAddress_pkey" PRIMARY KEY ("publicationId","url","origin")
);

-- CreateTable
CREATE TABLE "Capture" (
    "id" SERIAL NOT NULL,
    "publicationId" TEXT NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "retrievedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedOn" TEXT,
    "etag" TEXT,
    "lastModified" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "note" TEXT,
    "runId" TEXT NOT NULL,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" SERIAL NOT NULL,
    "publicationId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "financialYear" TEXT,
    "publishedOn" TEXT,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "currentReadingId" INTEGER,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" SERIAL NOT NULL,
    "publicationId" TEXT NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "parserVersion" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "captureId" INTEGER NOT NULL,
    "editionId" INTEGER,
    "status" TEXT NOT NULL,
    "figures" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "decisionReason" TEXT,
    "runId" TEXT NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" SERIAL NOT NULL,
    "publicationId" TEXT NOT NULL,
    "readingId" INTEGER,
    "url" TEXT,
    "origin" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "expected" TEXT,
    "met" TEXT,
    "council" TEXT,
    "locator" JSONB,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "runId" TEXT NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IngestionRun" (
    "id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "IngestionRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunSource" (
    "runId" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "snapshots" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "figures" INTEGER NOT NULL,
    "findings" INTEGER NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "error" TEXT,

    CONSTRAINT "RunSource_pkey" PRIMARY KEY ("runId","publicationId")
);

-- CreateTable
CREATE TABLE "Authority" (
    "dfeCode" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Authority_pkey" PRIMARY KEY ("dfeCode")
);

-- CreateTable
CREATE TABLE "AuthorityRecord" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "gssCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "commonName" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "predecessorGssCodes" TEXT[],
    "successorGssCodes" TEXT[],
    "spellings" TEXT[],
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "AuthorityRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "financialYear" TEXT NOT NULL,
    "publishedOn" TEXT,
    "beforeDeductionsPence" BIGINT,
    "beforeMissing" TEXT,
    "afterDeductionsPence" BIGINT,
    "afterMissing" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NationalTotal" (
    "id" SERIAL NOT NULL,
    "measure" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "publishedOn" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "NationalTotal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outturn" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "asAt" TEXT NOT NULL,
    "asAtInferred" BOOLEAN NOT NULL,
    "deficitPence" BIGINT,
    "missing" TEXT,
    "errorPence" BIGINT,
    "basis" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "afterSafetyValve" TEXT NOT NULL,
    "afterStabilityGrant" TEXT NOT NULL,
    "afterLocalContribution" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "publishedOn" TEXT,
    "wording" TEXT,
    "copyOf" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "Outturn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InYearBalance" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "financialYear" TEXT NOT NULL,
    "balancePence" BIGINT,
    "missing" TEXT,
    "kind" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "wording" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "InYearBalance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EhcPlanCount" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "plans" INTEGER,
    "missing" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "EhcPlanCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgreementDocument" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "signedYear" TEXT NOT NULL,
    "underReview" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "AgreementDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agreement" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "cohort" TEXT NOT NULL,
    "fromYear" TEXT,
    "toYear" TEXT,
    "balanceBy" TEXT,
    "balanceBySource" TEXT,
    "clearedBy" TEXT,
    "totalPence" BIGINT,
    "status" TEXT,
    "statusDate" TEXT,
    "suspended" BOOLEAN NOT NULL,
    "signedOn" TEXT,
    "note" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "Agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProfilePoint" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "agreementVersion" TEXT NOT NULL,
    "financialYear" TEXT NOT NULL,
    "deficitPence" BIGINT NOT NULL,
    "basis" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "localContributions" TEXT NOT NULL,
    "planSource" TEXT NOT NULL,
    "wording" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "ProfilePoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "agreementVersion" TEXT NOT NULL,
    "financialYear" TEXT,
    "covers" TEXT NOT NULL,
    "throughDate" TEXT,
    "status" TEXT NOT NULL,
    "amountPence" BIGINT,
    "paidOn" TEXT,
    "accountedIn" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LocalContribution" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "agreementVersion" TEXT NOT NULL,
    "financialYear" TEXT,
    "amountPence" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "LocalContribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Condition" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "agreementVersion" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "Condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT,
    "date" TEXT,
    "kind" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "date" TEXT,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT,
    "summary" TEXT NOT NULL,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StabilityGrantItem" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "asAt" TEXT,
    "item" TEXT NOT NULL,
    "amountPence" BIGINT,
    "summary" TEXT NOT NULL,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "StabilityGrantItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeMember" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "tranche" TEXT,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "ProgrammeMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NationalFigure" (
    "id" SERIAL NOT NULL,
    "financialYear" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "amountPence" BIGINT NOT NULL,
    "readingId" INTEGER NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "locator" JSONB NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "confidence" TEXT,
    "citationTitle" TEXT,
    "citationUrl" TEXT,
    "currentFrom" TIMESTAMPTZ(3),
    "currentUntil" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "editionId" INTEGER NOT NULL,

    CONSTRAINT "NationalFigure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Capture_publicationId_url_origin_idx" ON "Capture"("publicationId", "url", "origin");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_publicationId_key_origin_key" ON "Edition"("publicationId", "key", "origin");

-- CreateIndex
CREATE UNIQUE INDEX "Reading_publicationId_snapshotSha256_parserVersion_origin_u_key" ON "Reading"("publicationId", "snapshotSha256", "parserVersion", "origin", "url");

-- CreateIndex
CREATE UNIQUE INDEX "Reading_id_snapshotSha256_key" ON "Reading"("id", "snapshotSha256");

-- CreateIndex
CREATE INDEX "Finding_publicationId_resolvedAt_idx" ON "Finding"("publicationId", "resolvedAt");

-- CreateIndex
CREATE INDEX "IngestionRun_job_startedAt_idx" ON "IngestionRun"("job", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Authority_slug_key" ON "Authority"("slug");

-- CreateIndex
CREATE INDEX "AuthorityRecord_editionId_currentUntil_idx" ON "AuthorityRecord"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "AuthorityRecord_series_idx" ON "AuthorityRecord"("series");

-- CreateIndex
CREATE INDEX "AuthorityRecord_dfeCode_idx" ON "AuthorityRecord"("dfeCode");

-- CreateIndex
CREATE INDEX "Allocation_editionId_currentUntil_idx" ON "Allocation"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "Allocation_series_idx" ON "Allocation"("series");

-- CreateIndex
CREATE INDEX "Allocation_dfeCode_idx" ON "Allocation"("dfeCode");

-- CreateIndex
CREATE INDEX "NationalTotal_editionId_currentUntil_idx" ON "NationalTotal"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "NationalTotal_series_idx" ON "NationalTotal"("series");

-- CreateIndex
CREATE INDEX "Outturn_editionId_currentUntil_idx" ON "Outturn"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "Outturn_series_idx" ON "Outturn"("series");

-- CreateIndex
CREATE INDEX "Outturn_dfeCode_idx" ON "Outturn"("dfeCode");

-- CreateIndex
CREATE INDEX "InYearBalance_editionId_currentUntil_idx" ON "InYearBalance"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "InYearBalance_series_idx" ON "InYearBalance"("series");

-- CreateIndex
CREATE INDEX "InYearBalance_dfeCode_idx" ON "InYearBalance"("dfeCode");

-- CreateIndex
CREATE INDEX "EhcPlanCount_editionId_currentUntil_idx" ON "EhcPlanCount"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "EhcPlanCount_series_idx" ON "EhcPlanCount"("series");

-- CreateIndex
CREATE INDEX "EhcPlanCount_dfeCode_idx" ON "EhcPlanCount"("dfeCode");

-- CreateIndex
CREATE INDEX "AgreementDocument_editionId_currentUntil_idx" ON "AgreementDocument"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "AgreementDocument_series_idx" ON "AgreementDocument"("series");

-- CreateIndex
CREATE INDEX "AgreementDocument_dfeCode_idx" ON "AgreementDocument"("dfeCode");

-- CreateIndex
CREATE INDEX "Agreement_editionId_currentUntil_idx" ON "Agreement"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "Agreement_series_idx" ON "Agreement"("series");

-- CreateIndex
CREATE INDEX "Agreement_dfeCode_idx" ON "Agreement"("dfeCode");

-- CreateIndex
CREATE INDEX "ProfilePoint_editionId_currentUntil_idx" ON "ProfilePoint"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "ProfilePoint_series_idx" ON "ProfilePoint"("series");

-- CreateIndex
CREATE INDEX "ProfilePoint_dfeCode_idx" ON "ProfilePoint"("dfeCode");

-- CreateIndex
CREATE INDEX "Payment_editionId_currentUntil_idx" ON "Payment"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "Payment_series_idx" ON "Payment"("series");

-- CreateIndex
CREATE INDEX "Payment_dfeCode_idx" ON "Payment"("dfeCode");

-- CreateIndex
CREATE INDEX "LocalContribution_editionId_currentUntil_idx" ON "LocalContribution"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "LocalContribution_series_idx" ON "LocalContribution"("series");

-- CreateIndex
CREATE INDEX "LocalContribution_dfeCode_idx" ON "LocalContribution"("dfeCode");

-- CreateIndex
CREATE INDEX "Condition_editionId_currentUntil_idx" ON "Condition"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "Condition_series_idx" ON "Condition"("series");

-- CreateIndex
CREATE INDEX "Condition_dfeCode_idx" ON "Condition"("dfeCode");

-- CreateIndex
CREATE INDEX "Event_editionId_currentUntil_idx" ON "Event"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "Event_series_idx" ON "Event"("series");

-- CreateIndex
CREATE INDEX "Event_dfeCode_idx" ON "Event"("dfeCode");

-- CreateIndex
CREATE INDEX "Statement_editionId_currentUntil_idx" ON "Statement"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "Statement_series_idx" ON "Statement"("series");

-- CreateIndex
CREATE INDEX "Statement_dfeCode_idx" ON "Statement"("dfeCode");

-- CreateIndex
CREATE INDEX "StabilityGrantItem_editionId_currentUntil_idx" ON "StabilityGrantItem"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "StabilityGrantItem_series_idx" ON "StabilityGrantItem"("series");

-- CreateIndex
CREATE INDEX "StabilityGrantItem_dfeCode_idx" ON "StabilityGrantItem"("dfeCode");

-- CreateIndex
CREATE INDEX "ProgrammeMember_editionId_currentUntil_idx" ON "ProgrammeMember"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "ProgrammeMember_series_idx" ON "ProgrammeMember"("series");

-- CreateIndex
CREATE INDEX "ProgrammeMember_dfeCode_idx" ON "ProgrammeMember"("dfeCode");

-- CreateIndex
CREATE INDEX "NationalFigure_editionId_currentUntil_idx" ON "NationalFigure"("editionId", "currentUntil");

-- CreateIndex
CREATE INDEX "NationalFigure_series_idx" ON "NationalFigure"("series");

-- AddForeignKey
ALTER TABLE "SourceAddress" ADD CONSTRAINT "SourceAddress_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceAddress" ADD CONSTRAINT "SourceAddress_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_snapshotSha256_fkey" FOREIGN KEY ("snapshotSha256") REFERENCES "Snapshot"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_runId_fkey" FOREIGN KEY ("runId") REFERENCES "IngestionRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_snapshotSha256_fkey" FOREIGN KEY ("snapshotSha256") REFERENCES "Snapshot"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_runId_fkey" FOREIGN KEY ("runId") REFERENCES "IngestionRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunSource" ADD CONSTRAINT "RunSource_runId_fkey" FOREIGN KEY ("runId") REFERENCES "IngestionRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunSource" ADD CONSTRAINT "RunSource_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityRecord" ADD CONSTRAINT "AuthorityRecord_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityRecord" ADD CONSTRAINT "AuthorityRecord_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NationalTotal" ADD CONSTRAINT "NationalTotal_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outturn" ADD CONSTRAINT "Outturn_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outturn" ADD CONSTRAINT "Outturn_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InYearBalance" ADD CONSTRAINT "InYearBalance_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InYearBalance" ADD CONSTRAINT "InYearBalance_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EhcPlanCount" ADD CONSTRAINT "EhcPlanCount_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EhcPlanCount" ADD CONSTRAINT "EhcPlanCount_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementDocument" ADD CONSTRAINT "AgreementDocument_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementDocument" ADD CONSTRAINT "AgreementDocument_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agreement" ADD CONSTRAINT "Agreement_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfilePoint" ADD CONSTRAINT "ProfilePoint_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfilePoint" ADD CONSTRAINT "ProfilePoint_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocalContribution" ADD CONSTRAINT "LocalContribution_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LocalContribution" ADD CONSTRAINT "LocalContribution_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StabilityGrantItem" ADD CONSTRAINT "StabilityGrantItem_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StabilityGrantItem" ADD CONSTRAINT "StabilityGrantItem_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeMember" ADD CONSTRAINT "ProgrammeMember_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeMember" ADD CONSTRAINT "ProgrammeMember_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NationalFigure" ADD CONSTRAINT "NationalFigure_readingId_snapshotSha256_fkey" FOREIGN KEY ("readingId", "snapshotSha256") REFERENCES "Reading"("id", "snapshotSha256") ON DELETE RESTRICT ON UPDATE CASCADE;
