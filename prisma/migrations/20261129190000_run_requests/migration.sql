-- CreateTable
CREATE TABLE "RunAnswer" (
    "id" SERIAL NOT NULL,
    "runId" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "captureId" INTEGER,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "RunAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunLine" (
    "id" SERIAL NOT NULL,
    "runId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "RunLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunRequest" (
    "id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "sources" TEXT[],
    "readFrom" TEXT NOT NULL,
    "snapshotSha256" CHAR(64),
    "dryRun" BOOLEAN NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "cancelAskedBy" TEXT,
    "cancelAskedAt" TIMESTAMPTZ(3),
    "progress" JSONB,
    "report" JSONB,
    "error" TEXT,

    CONSTRAINT "RunRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilSpelling" (
    "id" SERIAL NOT NULL,
    "spelling" TEXT NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "mappedAt" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "CouncilSpelling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilSpellingWithdrawal" (
    "id" SERIAL NOT NULL,
    "spellingId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "CouncilSpellingWithdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RunAnswer_runId_idx" ON "RunAnswer"("runId");

-- CreateIndex
CREATE INDEX "RunLine_runId_id_idx" ON "RunLine"("runId", "id");

-- CreateIndex
CREATE INDEX "RunRequest_state_requestedAt_idx" ON "RunRequest"("state", "requestedAt");

-- CreateIndex
CREATE INDEX "CouncilSpelling_spelling_idx" ON "CouncilSpelling"("spelling");

-- CreateIndex
CREATE UNIQUE INDEX "CouncilSpellingWithdrawal_spellingId_key" ON "CouncilSpellingWithdrawal"("spellingId");

-- AddForeignKey
ALTER TABLE "RunAnswer" ADD CONSTRAINT "RunAnswer_runId_fkey" FOREIGN KEY ("runId") REFERENCES "IngestionRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunAnswer" ADD CONSTRAINT "RunAnswer_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilSpelling" ADD CONSTRAINT "CouncilSpelling_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilSpellingWithdrawal" ADD CONSTRAINT "CouncilSpellingWithdrawal_spellingId_fkey" FOREIGN KEY ("spellingId") REFERENCES "CouncilSpelling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "RunAnswer_is_a_record" BEFORE UPDATE OR DELETE ON "RunAnswer"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "CouncilSpelling_is_a_record" BEFORE UPDATE OR DELETE ON "CouncilSpelling"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "CouncilSpellingWithdrawal_is_a_record" BEFORE UPDATE OR DELETE ON "CouncilSpellingWithdrawal"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();

-- Not the tables of runs: what a machine is doing is on no page that is kept.
SELECT tell_pages_about('"CouncilSpelling"');
SELECT tell_pages_about('"CouncilSpellingWithdrawal"');
