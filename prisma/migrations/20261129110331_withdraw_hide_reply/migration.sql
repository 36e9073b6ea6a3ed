-- AlterTable
ALTER TABLE "CouncilStatus" ADD COLUMN     "kept" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Flag" DROP COLUMN "reply",
ADD COLUMN     "found" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "FlagChange" ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "FlagDecision" (
    "id" SERIAL NOT NULL,
    "flagId" TEXT NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FlagDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlagReply" (
    "id" SERIAL NOT NULL,
    "flagId" TEXT NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "text" TEXT,
    "saidBy" TEXT,
    "saidOn" TEXT,
    "url" TEXT,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FlagReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerdictHiding" (
    "id" SERIAL NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "hiddenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerdictHiding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerdictHidingEnd" (
    "id" SERIAL NOT NULL,
    "hidingId" INTEGER NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerdictHidingEnd_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FlagDecision_flagId_idx" ON "FlagDecision"("flagId");

-- CreateIndex
CREATE INDEX "FlagReply_flagId_idx" ON "FlagReply"("flagId");

-- CreateIndex
CREATE INDEX "VerdictHiding_dfeCode_idx" ON "VerdictHiding"("dfeCode");

-- CreateIndex
CREATE UNIQUE INDEX "VerdictHidingEnd_hidingId_key" ON "VerdictHidingEnd"("hidingId");

-- AddForeignKey
ALTER TABLE "FlagDecision" ADD CONSTRAINT "FlagDecision_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlagReply" ADD CONSTRAINT "FlagReply_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictHiding" ADD CONSTRAINT "VerdictHiding_dfeCode_fkey" FOREIGN KEY ("dfeCode") REFERENCES "Authority"("dfeCode") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictHidingEnd" ADD CONSTRAINT "VerdictHidingEnd_hidingId_fkey" FOREIGN KEY ("hidingId") REFERENCES "VerdictHiding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was cleared wasn't found by the assessment that cleared it.
UPDATE "Flag" SET "found" = false WHERE "state" = 'cleared';

CREATE TRIGGER "FlagDecision_is_a_record" BEFORE UPDATE OR DELETE ON "FlagDecision"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "FlagReply_is_a_record" BEFORE UPDATE OR DELETE ON "FlagReply"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "VerdictHiding_is_a_record" BEFORE UPDATE OR DELETE ON "VerdictHiding"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "VerdictHidingEnd_is_a_record" BEFORE UPDATE OR DELETE ON "VerdictHidingEnd"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();

SELECT tell_pages_about('"FlagDecision"');
SELECT tell_pages_about('"FlagReply"');
SELECT tell_pages_about('"VerdictHiding"');
SELECT tell_pages_about('"VerdictHidingEnd"');
