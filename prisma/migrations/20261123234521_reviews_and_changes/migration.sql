-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN     "monitoring" TEXT,
ADD COLUMN     "places" JSONB,
ADD COLUMN     "review" TEXT;

-- CreateTable
CREATE TABLE "Change" (
    "id" SERIAL NOT NULL,
    "identity" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "dfeCode" TEXT,
    "financialYear" TEXT,
    "agreementVersion" TEXT,
    "subject" TEXT,
    "before" JSONB,
    "after" JSONB,
    "sizePence" BIGINT,
    "beforeSnapshotSha256" CHAR(64),
    "beforeUrl" TEXT,
    "beforeLocator" JSONB,
    "afterSnapshotSha256" CHAR(64),
    "afterUrl" TEXT,
    "afterLocator" JSONB,
    "origin" TEXT NOT NULL,
    "detectedAt" TIMESTAMPTZ(3) NOT NULL,
    "notNews" TEXT,
    "runId" TEXT NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewDecision" (
    "id" SERIAL NOT NULL,
    "readingId" INTEGER NOT NULL,
    "publicationId" TEXT NOT NULL,
    "snapshotSha256" CHAR(64) NOT NULL,
    "verb" TEXT NOT NULL,
    "figuresDigest" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoesId" INTEGER,

    CONSTRAINT "ReviewDecision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Change_identity_key" ON "Change"("identity");

-- CreateIndex
CREATE INDEX "Change_dfeCode_idx" ON "Change"("dfeCode");

-- CreateIndex
CREATE INDEX "Change_kind_idx" ON "Change"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewDecision_undoesId_key" ON "ReviewDecision"("undoesId");

-- CreateIndex
CREATE INDEX "ReviewDecision_readingId_idx" ON "ReviewDecision"("readingId");

-- CreateIndex
CREATE INDEX "ReviewDecision_publicationId_snapshotSha256_idx" ON "ReviewDecision"("publicationId", "snapshotSha256");

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_runId_fkey" FOREIGN KEY ("runId") REFERENCES "IngestionRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "ReviewDecision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was decided and what was noticed is a record: it's added to, never edited.
CREATE FUNCTION refuse_editing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of "%" are a record: they are added to, never %.', TG_TABLE_NAME,
    CASE TG_OP WHEN 'DELETE' THEN 'deleted' ELSE 'changed' END;
END
$$;
CREATE TRIGGER "ReviewDecision_is_a_record" BEFORE UPDATE OR DELETE ON "ReviewDecision"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "Change_is_a_record" BEFORE UPDATE OR DELETE ON "Change"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
