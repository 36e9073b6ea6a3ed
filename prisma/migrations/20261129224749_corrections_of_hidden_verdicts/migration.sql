-- AlterTable
ALTER TABLE "Alert" ADD COLUMN     "correctsHidingId" INTEGER;

-- AlterTable
ALTER TABLE "AlertItem" ADD COLUMN     "hidingEndId" INTEGER,
ADD COLUMN     "hidingId" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "AlertItem_hidingId_key" ON "AlertItem"("hidingId");

-- CreateIndex
CREATE UNIQUE INDEX "AlertItem_hidingEndId_key" ON "AlertItem"("hidingEndId");
