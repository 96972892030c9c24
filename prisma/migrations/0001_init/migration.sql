-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "image" TEXT,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "issuer" TEXT,
    "address" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mfaAt" TIMESTAMPTZ(3),
    "idleExpiresAt" TIMESTAMPTZ(3) NOT NULL,
    "absoluteExpiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "secretMaxAgeDays" INTEGER NOT NULL DEFAULT 90,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" TEXT,
    "purgeAfter" TIMESTAMPTZ(3),

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderKey" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "name" TEXT,
    "label" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "baseUrl" TEXT,
    "options" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "maskedToken" TEXT NOT NULL,
    "modelsDiscovered" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "modelsDeclared" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "modelsAllowed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "verdict" TEXT NOT NULL DEFAULT 'untested',
    "verdictReason" TEXT NOT NULL DEFAULT 'not_tested',
    "verdictParams" JSONB NOT NULL DEFAULT '{}',
    "usable" BOOLEAN NOT NULL DEFAULT false,
    "verdictAt" TIMESTAMPTZ(3),
    "lastCheck" TEXT NOT NULL DEFAULT 'untested',
    "lastCheckReason" TEXT NOT NULL DEFAULT 'not_tested',
    "lastCheckParams" JSONB NOT NULL DEFAULT '{}',
    "lastCheckUsable" BOOLEAN NOT NULL DEFAULT false,
    "lastCheckHttpStatus" INTEGER,
    "lastCheckRequestId" TEXT,
    "lastCheckLatencyMs" INTEGER,
    "lastCheckAt" TIMESTAMPTZ(3),
    "lastCheckStages" JSONB NOT NULL DEFAULT '[]',
    "rejections" INTEGER NOT NULL DEFAULT 0,
    "confirmAt" TIMESTAMPTZ(3),
    "breaker" TEXT NOT NULL DEFAULT 'closed',
    "breakerReason" TEXT,
    "breakerUntil" TIMESTAMPTZ(3),
    "secretReplacedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "deletedById" TEXT,
    "purgeAfter" TIMESTAMPTZ(3),

    CONSTRAINT "ProviderKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderKeyVersion" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "providerKeyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "sealed" TEXT,
    "masterKeyId" TEXT,
    "fingerprint" TEXT NOT NULL,
    "fingerprintKeyId" TEXT NOT NULL,
    "maskedToken" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "destroyAfter" TIMESTAMPTZ(3),
    "destroyedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProviderKeyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderKeyCheck" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "providerKeyId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "usable" BOOLEAN NOT NULL,
    "httpStatus" INTEGER,
    "requestId" TEXT,
    "latencyMs" INTEGER NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "checkedById" TEXT,

    CONSTRAINT "ProviderKeyCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "objectKind" TEXT,
    "objectId" TEXT,
    "objectName" TEXT,
    "address" TEXT,
    "requestId" TEXT,
    "outcome" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "auditKeyId" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "AuditCheckpoint" (
    "id" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "auditKeyId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditCheckpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SystemFact" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SystemFact_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_slug_key" ON "Organization"("slug");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_organizationId_id_key" ON "Membership"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_organizationId_userId_key" ON "Membership"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "ProviderKey_organizationId_createdAt_id_idx" ON "ProviderKey"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ProviderKey_organizationId_label_id_idx" ON "ProviderKey"("organizationId", "label", "id");

-- CreateIndex
CREATE INDEX "ProviderKey_confirmAt_idx" ON "ProviderKey"("confirmAt");

-- CreateIndex
CREATE INDEX "ProviderKey_purgeAfter_idx" ON "ProviderKey"("purgeAfter");

-- CreateIndex
CREATE UNIQUE INDEX "ProviderKey_organizationId_id_key" ON "ProviderKey"("organizationId", "id");

-- CreateIndex
CREATE INDEX "ProviderKeyVersion_organizationId_fingerprint_idx" ON "ProviderKeyVersion"("organizationId", "fingerprint");

-- CreateIndex
CREATE INDEX "ProviderKeyVersion_masterKeyId_idx" ON "ProviderKeyVersion"("masterKeyId");

-- CreateIndex
CREATE UNIQUE INDEX "ProviderKeyVersion_organizationId_id_key" ON "ProviderKeyVersion"("organizationId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ProviderKeyVersion_providerKeyId_number_key" ON "ProviderKeyVersion"("providerKeyId", "number");

-- CreateIndex
CREATE INDEX "ProviderKeyCheck_organizationId_providerKeyId_checkedAt_idx" ON "ProviderKeyCheck"("organizationId", "providerKeyId", "checkedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ProviderKeyCheck_organizationId_id_key" ON "ProviderKeyCheck"("organizationId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_chain_objectId_seq_idx" ON "AuditEvent"("chain", "objectId", "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_chain_at_idx" ON "AuditEvent"("chain", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_chain_seq_key" ON "AuditEvent"("chain", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "AuditCheckpoint_chain_seq_key" ON "AuditCheckpoint"("chain", "seq");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProviderKey" ADD CONSTRAINT "ProviderKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProviderKey" ADD CONSTRAINT "ProviderKey_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProviderKeyVersion" ADD CONSTRAINT "ProviderKeyVersion_organizationId_providerKeyId_fkey" FOREIGN KEY ("organizationId", "providerKeyId") REFERENCES "ProviderKey"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProviderKeyCheck" ADD CONSTRAINT "ProviderKeyCheck_organizationId_providerKeyId_fkey" FOREIGN KEY ("organizationId", "providerKeyId") REFERENCES "ProviderKey"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows is invisible to schema.prisma; `npm run db:drift` checks that it exists.

-- Texts with a fixed set of values
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role_check"
  CHECK ("role" IN ('owner', 'admin', 'developer', 'viewer'));
ALTER TABLE "ProviderKey" ADD CONSTRAINT "ProviderKey_environment_check"
  CHECK ("environment" IN ('development', 'staging', 'production'));
ALTER TABLE "ProviderKey" ADD CONSTRAINT "ProviderKey_status_check"
  CHECK ("status" IN ('active', 'inactive', 'deleted'));
ALTER TABLE "ProviderKey" ADD CONSTRAINT "ProviderKey_verdict_check"
  CHECK ("verdict" IN ('valid', 'limited', 'invalid', 'unreachable', 'inconclusive', 'untested'));
ALTER TABLE "ProviderKey" ADD CONSTRAINT "ProviderKey_lastCheck_check"
  CHECK ("lastCheck" IN ('valid', 'limited', 'invalid', 'unreachable', 'inconclusive', 'untested'));
ALTER TABLE "ProviderKeyCheck" ADD CONSTRAINT "ProviderKeyCheck_outcome_check"
  CHECK ("outcome" IN ('valid', 'limited', 'invalid', 'unreachable', 'inconclusive', 'untested'));
ALTER TABLE "ProviderKeyVersion" ADD CONSTRAINT "ProviderKeyVersion_state_check"
  CHECK ("state" IN ('staged', 'active', 'retiring', 'destroyed'));
ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_outcome_check"
  CHECK ("outcome" IN ('ok', 'refused', 'failed'));

-- Facts that must agree
ALTER TABLE "User" ADD CONSTRAINT "User_email_check"
  CHECK ("email" = lower("email"));
ALTER TABLE "ProviderKey" ADD CONSTRAINT "ProviderKey_deleted_check"
  CHECK (("status" = 'deleted') = ("deletedAt" IS NOT NULL));
ALTER TABLE "ProviderKey" ADD CONSTRAINT "ProviderKey_revision_check"
  CHECK ("revision" >= 1);
ALTER TABLE "ProviderKeyVersion" ADD CONSTRAINT "ProviderKeyVersion_sealed_check"
  CHECK (("state" = 'destroyed') = ("sealed" IS NULL) AND ("sealed" IS NULL OR "masterKeyId" IS NOT NULL));

-- Uniqueness among living rows
CREATE UNIQUE INDEX "ProviderKeyVersion_one_active_key" ON "ProviderKeyVersion" ("providerKeyId")
  WHERE "state" = 'active';
CREATE UNIQUE INDEX "ProviderKey_live_name_key" ON "ProviderKey" ("organizationId", "environment", "name")
  WHERE "name" IS NOT NULL AND "deletedAt" IS NULL;

-- Lists read living keys only
CREATE INDEX "ProviderKey_live_lastCheckAt_idx" ON "ProviderKey" ("organizationId", "lastCheckAt", "id")
  WHERE "deletedAt" IS NULL;
CREATE INDEX "ProviderKey_live_secretReplacedAt_idx" ON "ProviderKey" ("organizationId", "secretReplacedAt", "id")
  WHERE "deletedAt" IS NULL;
CREATE INDEX "ProviderKey_live_verdict_idx" ON "ProviderKey" ("organizationId", "verdict")
  WHERE "deletedAt" IS NULL;

-- The audit log only grows. Rows leave it through prune_audit_events alone, under a checkpoint signed by the
-- caller. This stops bugs and shows tampering; it does not stop a superuser of the database.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'AuditEvent' THEN
    IF current_setting('latchkey.pruning', true) = OLD."chain" THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '23514';
END;
$$;

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "AuditCheckpoint_append_only" BEFORE UPDATE OR DELETE ON "AuditCheckpoint"
  FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "AuditCheckpoint_no_truncate" BEFORE TRUNCATE ON "AuditCheckpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

-- Removes the events of a chain up to and including a sequence number, and leaves the checkpoint that continues
-- the chain. Runs with its owner's rights, so that the application's role needs none to delete.
CREATE FUNCTION "prune_audit_events"(
  checkpoint_id text, pruned_chain text, last_seq bigint, signature text, audit_key_id text, pruned_at timestamptz
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  last_hash text;
  removed bigint;
BEGIN
  SELECT "hash" INTO last_hash FROM "AuditEvent" WHERE "chain" = pruned_chain AND "seq" = last_seq;
  IF last_hash IS NULL THEN
    RAISE EXCEPTION 'no event % in chain %', last_seq, pruned_chain USING ERRCODE = '23514';
  END IF;
  INSERT INTO "AuditCheckpoint" ("id", "chain", "seq", "hash", "signature", "auditKeyId", "at")
    VALUES (checkpoint_id, pruned_chain, last_seq, last_hash, signature, audit_key_id, pruned_at);
  PERFORM set_config('latchkey.pruning', pruned_chain, true);
  DELETE FROM "AuditEvent" WHERE "chain" = pruned_chain AND "seq" <= last_seq;
  GET DIAGNOSTICS removed = ROW_COUNT;
  PERFORM set_config('latchkey.pruning', '', true);
  RETURN removed;
END;
$$;

REVOKE EXECUTE ON FUNCTION "prune_audit_events"(text, text, bigint, text, text, timestamptz) FROM PUBLIC;
