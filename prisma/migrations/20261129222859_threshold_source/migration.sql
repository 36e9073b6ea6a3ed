-- AlterTable
ALTER TABLE "Threshold" ADD COLUMN     "source" TEXT;
