-- CreateTable
CREATE TABLE "ErrorReport" (
    "id" SERIAL NOT NULL,
    "figure" TEXT,
    "flagId" TEXT,
    "dfeCode" TEXT,
    "about" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "expected" TEXT,
    "sourceUrl" TEXT,
    "email" TEXT,
    "state" TEXT NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ErrorReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportDecision" (
    "id" SERIAL NOT NULL,
    "reportId" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "wrong" BOOLEAN,
    "text" TEXT NOT NULL,
    "mailed" BOOLEAN NOT NULL,
    "actor" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionNote" (
    "id" SERIAL NOT NULL,
    "reportId" INTEGER NOT NULL,
    "figure" TEXT,
    "flagId" TEXT,
    "dfeCode" TEXT,
    "about" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CorrectionNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionNoteWithdrawal" (
    "id" SERIAL NOT NULL,
    "noteId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CorrectionNoteWithdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ErrorReport_state_idx" ON "ErrorReport"("state");

-- CreateIndex
CREATE INDEX "ReportDecision_reportId_idx" ON "ReportDecision"("reportId");

-- CreateIndex
CREATE INDEX "CorrectionNote_dfeCode_idx" ON "CorrectionNote"("dfeCode");

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionNoteWithdrawal_noteId_key" ON "CorrectionNoteWithdrawal"("noteId");

-- AddForeignKey
ALTER TABLE "ReportDecision" ADD CONSTRAINT "ReportDecision_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ErrorReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionNote" ADD CONSTRAINT "CorrectionNote_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionNoteWithdrawal" ADD CONSTRAINT "CorrectionNoteWithdrawal_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "CorrectionNote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "ReportDecision_is_a_record" BEFORE UPDATE OR DELETE ON "ReportDecision"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "CorrectionNote_is_a_record" BEFORE UPDATE OR DELETE ON "CorrectionNote"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "CorrectionNoteWithdrawal_is_a_record" BEFORE UPDATE OR DELETE ON "CorrectionNoteWithdrawal"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();

-- Not the reports and what is decided about them: only the notes are on pages.
SELECT tell_pages_about('"CorrectionNote"');
SELECT tell_pages_about('"CorrectionNoteWithdrawal"');
