-- AlterTable
ALTER TABLE "FlagChange" ADD COLUMN     "news" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Subscriber" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL,
    "subscriberId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "everyCouncil" BOOLEAN NOT NULL,
    "kinds" TEXT[],
    "frequency" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "digestedThrough" TIMESTAMPTZ(3) NOT NULL,
    "webhookUrl" TEXT,
    "sealedSecret" TEXT,
    "failuresInRow" INTEGER NOT NULL DEFAULT 0,
    "disabledAt" TIMESTAMPTZ(3),
    "disabledBecause" TEXT,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubscriptionCouncil" (
    "subscriptionId" TEXT NOT NULL,
    "dfeCode" TEXT NOT NULL,

    CONSTRAINT "SubscriptionCouncil_pkey" PRIMARY KEY ("dfeCode","subscriptionId")
);

-- CreateTable
CREATE TABLE "SignUp" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "everyCouncil" BOOLEAN NOT NULL,
    "dfeCodes" TEXT[],
    "kinds" TEXT[],
    "frequency" TEXT NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "tokenHash" CHAR(64) NOT NULL,
    "subscriberId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "emailDigest" CHAR(64) NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("emailDigest")
);

-- CreateTable
CREATE TABLE "RequestLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RequestLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AlertBatch" (
    "id" SERIAL NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "heldBecause" TEXT,
    "alerts" INTEGER NOT NULL,
    "recipients" INTEGER NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "decisionReason" TEXT,

    CONSTRAINT "AlertBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dfeCode" TEXT,
    "matter" TEXT NOT NULL,
    "tone" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "batchId" INTEGER NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "correctsFlagId" TEXT,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertItem" (
    "id" SERIAL NOT NULL,
    "alertId" TEXT NOT NULL,
    "changeId" INTEGER,
    "flagChangeId" INTEGER,
    "findingId" INTEGER,
    "flagId" TEXT,

    CONSTRAINT "AlertItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" CHAR(64) NOT NULL,
    "alertIds" TEXT[],
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "payload" JSONB,
    "picture" BYTEA,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "subscriptionId" TEXT,
    "alertIds" TEXT[],
    "batchId" INTEGER,
    "messageId" CHAR(64),
    "address" TEXT,
    "content" JSONB,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "leasedUntil" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "tokenHash" CHAR(64),
    "lastError" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeferredAlert" (
    "subscriptionId" TEXT NOT NULL,
    "alertId" TEXT NOT NULL,
    "deferredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeferredAlert_pkey" PRIMARY KEY ("subscriptionId","alertId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Subscriber_email_key" ON "Subscriber"("email");

-- CreateIndex
CREATE INDEX "Subscription_subscriberId_idx" ON "Subscription"("subscriberId");

-- CreateIndex
CREATE INDEX "Subscription_frequency_disabledAt_idx" ON "Subscription"("frequency", "disabledAt");

-- CreateIndex
CREATE INDEX "SubscriptionCouncil_subscriptionId_idx" ON "SubscriptionCouncil"("subscriptionId");

-- CreateIndex
CREATE UNIQUE INDEX "SignUp_tokenHash_key" ON "SignUp"("tokenHash");

-- CreateIndex
CREATE INDEX "SignUp_email_idx" ON "SignUp"("email");

-- CreateIndex
CREATE INDEX "SignUp_expiresAt_idx" ON "SignUp"("expiresAt");

-- CreateIndex
CREATE INDEX "AccessToken_subscriberId_idx" ON "AccessToken"("subscriberId");

-- CreateIndex
CREATE INDEX "AccessToken_expiresAt_idx" ON "AccessToken"("expiresAt");

-- CreateIndex
CREATE INDEX "AlertBatch_state_idx" ON "AlertBatch"("state");

-- CreateIndex
CREATE INDEX "Alert_releasedAt_idx" ON "Alert"("releasedAt");

-- CreateIndex
CREATE INDEX "Alert_batchId_idx" ON "Alert"("batchId");

-- CreateIndex
CREATE INDEX "Alert_correctsFlagId_idx" ON "Alert"("correctsFlagId");

-- CreateIndex
CREATE UNIQUE INDEX "AlertItem_changeId_key" ON "AlertItem"("changeId");

-- CreateIndex
CREATE UNIQUE INDEX "AlertItem_flagChangeId_key" ON "AlertItem"("flagChangeId");

-- CreateIndex
CREATE UNIQUE INDEX "AlertItem_findingId_key" ON "AlertItem"("findingId");

-- CreateIndex
CREATE INDEX "AlertItem_alertId_idx" ON "AlertItem"("alertId");

-- CreateIndex
CREATE INDEX "AlertItem_flagId_idx" ON "AlertItem"("flagId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_key_key" ON "Delivery"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_tokenHash_key" ON "Delivery"("tokenHash");

-- CreateIndex
CREATE INDEX "Delivery_state_dueAt_idx" ON "Delivery"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Delivery_subscriptionId_createdAt_idx" ON "Delivery"("subscriptionId", "createdAt");

-- CreateIndex
CREATE INDEX "Delivery_batchId_idx" ON "Delivery"("batchId");

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubscriptionCouncil" ADD CONSTRAINT "SubscriptionCouncil_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "AlertBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertItem" ADD CONSTRAINT "AlertItem_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "AlertBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;
