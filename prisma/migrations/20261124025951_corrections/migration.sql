-- AlterTable
ALTER TABLE "Change" ADD COLUMN     "correctionId" INTEGER;

-- AlterTable
ALTER TABLE "Correction" ADD COLUMN     "figureId" INTEGER NOT NULL,
ADD COLUMN     "publishedPence" BIGINT NOT NULL,
ALTER COLUMN "correctedPence" SET NOT NULL;

-- CreateTable
CREATE TABLE "CorrectionWithdrawal" (
    "id" SERIAL NOT NULL,
    "correctionId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "CorrectionWithdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionWithdrawal_correctionId_key" ON "CorrectionWithdrawal"("correctionId");

-- CreateIndex
CREATE INDEX "Correction_dfeCode_idx" ON "Correction"("dfeCode");

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionWithdrawal" ADD CONSTRAINT "CorrectionWithdrawal_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "CorrectionWithdrawal_is_a_record" BEFORE UPDATE OR DELETE ON "CorrectionWithdrawal"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
