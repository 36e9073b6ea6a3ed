-- AlterTable
ALTER TABLE "Suppression" DROP CONSTRAINT "Suppression_pkey",
ADD COLUMN     "id" SERIAL NOT NULL,
ADD COLUMN     "masked" TEXT,
ADD CONSTRAINT "Suppression_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE UNIQUE INDEX "Suppression_emailDigest_key" ON "Suppression"("emailDigest");

-- A message that was given up and is tried again calls a worker, too.
DROP TRIGGER deliverer_hears_of_released ON "Delivery";
CREATE TRIGGER deliverer_hears_of_released AFTER UPDATE OF state ON "Delivery"
  FOR EACH ROW WHEN (OLD.state IN ('held', 'dead') AND NEW.state = 'queued') EXECUTE FUNCTION call_deliverer();
