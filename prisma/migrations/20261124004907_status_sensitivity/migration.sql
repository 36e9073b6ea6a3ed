-- AlterTable
ALTER TABLE "CouncilStatus" ADD COLUMN     "sensitivity" JSONB;
