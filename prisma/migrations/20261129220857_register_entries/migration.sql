-- CreateTable
CREATE TABLE "RegisterEntry" (
    "id" SERIAL NOT NULL,
    "file" TEXT NOT NULL,
    "replaces" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterEntryVersion" (
    "id" SERIAL NOT NULL,
    "entryId" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "dfeCode" TEXT,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterEntryVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RegisterEntry_file_replaces_key" ON "RegisterEntry"("file", "replaces");

-- CreateIndex
CREATE INDEX "RegisterEntryVersion_entryId_idx" ON "RegisterEntryVersion"("entryId");

-- CreateIndex
CREATE INDEX "RegisterEntryVersion_dfeCode_idx" ON "RegisterEntryVersion"("dfeCode");

-- AddForeignKey
ALTER TABLE "RegisterEntryVersion" ADD CONSTRAINT "RegisterEntryVersion_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RegisterEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "RegisterEntry_is_a_record" BEFORE UPDATE OR DELETE ON "RegisterEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();
CREATE TRIGGER "RegisterEntryVersion_is_a_record" BEFORE UPDATE OR DELETE ON "RegisterEntryVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_editing();

-- No page that is kept shows them: what they say shows once it's read, and that is told.
