-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "errorPence" BIGINT;

-- AlterTable
ALTER TABLE "ProfilePoint" ADD COLUMN     "errorPence" BIGINT;
