-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN     "endedOn" TEXT,
ADD COLUMN     "publishedOn" TEXT,
ADD COLUMN     "supersedes" TEXT;

-- AlterTable
ALTER TABLE "InYearBalance" ADD COLUMN     "afterLocalContribution" TEXT NOT NULL,
ADD COLUMN     "afterSafetyValve" TEXT NOT NULL,
ADD COLUMN     "afterStabilityGrant" TEXT NOT NULL,
ADD COLUMN     "blockTransferPence" BIGINT,
ADD COLUMN     "errorPence" BIGINT,
ADD COLUMN     "localContributionPence" BIGINT,
ADD COLUMN     "priorYearAdjustmentPence" BIGINT,
ADD COLUMN     "publishedOn" TEXT;
