-- CreateTable
CREATE TABLE "Threshold" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "Threshold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilStatus" (
    "dfeCode" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "digest" TEXT NOT NULL,
    "assessedAt" TIMESTAMPTZ(3) NOT NULL,
    "trend" JSONB,
    "inYear" JSONB,

    CONSTRAINT "CouncilStatus_pkey" PRIMARY KEY ("dfeCode")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "financialYear" TEXT NOT NULL,
    "agreementVersion" TEXT NOT NULL,
    "against" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "baseline" BOOLEAN NOT NULL,
    "promisedPence" BIGINT NOT NULL,
    "actualLowPence" BIGINT,
    "actualHighPence" BIGINT,
    "gapPence" BIGINT,
    "tolerancePence" BIGINT NOT NULL,
    "rangeLowPence" BIGINT,
    "rangeHighPence" BIGINT,
    "planSource" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "ruleVersion" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "evidence" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "currentFrom" TIMESTAMPTZ(3) NOT NULL,
    "currentUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" TEXT NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "ruleVersion" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "financialYear" TEXT,
    "state" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "size" BIGINT,
    "summary" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "clearedAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT,
    "reply" TEXT,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlagChange" (
    "id" SERIAL NOT NULL,
    "flagId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "severity" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL,
    "financialYear" TEXT,
    "sizeBefore" BIGINT,
    "sizeAfter" BIGINT,
    "summary" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "ruleVersion" TEXT NOT NULL,

    CONSTRAINT "FlagChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "correctedPence" BIGINT,
    "reason" TEXT NOT NULL,
    "citationTitle" TEXT NOT NULL,
    "citationUrl" TEXT,
    "correctedOn" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Threshold_name_idx" ON "Threshold"("name");

-- CreateIndex
CREATE INDEX "Verdict_dfeCode_currentUntil_idx" ON "Verdict"("dfeCode", "currentUntil");

-- CreateIndex
CREATE INDEX "Flag_state_idx" ON "Flag"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_dfeCode_rule_subject_key" ON "Flag"("dfeCode", "rule", "subject");

-- CreateIndex
CREATE INDEX "FlagChange_flagId_idx" ON "FlagChange"("flagId");

-- CreateIndex
CREATE INDEX "Correction_series_idx" ON "Correction"("series");

-- AddForeignKey
ALTER TABLE "CouncilStatus" ADD CONSTRAINT "CouncilStatus_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlagChange" ADD CONSTRAINT "FlagChange_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "Threshold_is_a_record" BEFORE UPDATE OR DELETE ON "Threshold"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "FlagChange_is_a_record" BEFORE UPDATE OR DELETE ON "FlagChange"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "Correction_is_a_record" BEFORE UPDATE OR DELETE ON "Correction"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
