-- AlterTable
ALTER TABLE "Subscriber" ADD COLUMN     "endTokenHash" CHAR(64);

-- CreateIndex
CREATE UNIQUE INDEX "Subscriber_endTokenHash_key" ON "Subscriber"("endTokenHash");
