-- +goose Up
-- The log (R36): one entry per request, written in the request's own transaction, never changed. A sealer chains the
-- entries later; xid lets it know which are committed.
SET ROLE samplan_owner;
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  request_id uuid NOT NULL,
  operation text NOT NULL CHECK (length(operation) <= 60),
  outcome text NOT NULL CHECK (length(outcome) <= 40),
  actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'citizen', 'system', 'unknown')),
  person_id uuid,
  assignment_id uuid,
  role text,
  unit_id uuid,
  child_id uuid,
  plan_id uuid,
  purpose text CHECK (length(purpose) <= 1000),
  objects uuid[] NOT NULL DEFAULT '{}',
  reaches text[] NOT NULL DEFAULT '{}',
  grounds uuid[] NOT NULL DEFAULT '{}',
  CHECK (cardinality(objects) = cardinality(reaches) AND cardinality(objects) = cardinality(grounds))
);
CREATE INDEX audit_entry_xid ON audit_entry (xid);
CREATE INDEX audit_entry_child ON audit_entry (child_id, at) WHERE child_id IS NOT NULL;
CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry EXECUTE FUNCTION keep_row();
CREATE TABLE idempotency_key (
  key_hash bytea PRIMARY KEY CHECK (length(key_hash) = 32),
  person_id uuid NOT NULL REFERENCES person,
  body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
  status int NOT NULL,
  headers jsonb NOT NULL,
  answer bytea NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

COMMENT ON TABLE audit_entry IS 'Who did what, when, as what, on which ground; no content';
COMMENT ON COLUMN audit_entry.id IS 'Identity';
COMMENT ON COLUMN audit_entry.at IS 'When';
COMMENT ON COLUMN audit_entry.xid IS 'The transaction, for the sealer''s watermark';
COMMENT ON COLUMN audit_entry.request_id IS 'The request';
COMMENT ON COLUMN audit_entry.operation IS 'The operation of the contract';
COMMENT ON COLUMN audit_entry.outcome IS 'done, replayed, or the code of the refusal';
COMMENT ON COLUMN audit_entry.actor_kind IS 'Staff, citizen, system, or nobody we know';
COMMENT ON COLUMN audit_entry.person_id IS 'Who';
COMMENT ON COLUMN audit_entry.assignment_id IS 'Under which assignment';
COMMENT ON COLUMN audit_entry.role IS 'In which role';
COMMENT ON COLUMN audit_entry.unit_id IS 'At which unit';
COMMENT ON COLUMN audit_entry.child_id IS 'About which child';
COMMENT ON COLUMN audit_entry.plan_id IS 'In which plan';
COMMENT ON COLUMN audit_entry.purpose IS 'The purpose, where one is asked for';
COMMENT ON COLUMN audit_entry.objects IS 'What was opened or changed';
COMMENT ON COLUMN audit_entry.reaches IS 'For each object: the reach that opened it';
COMMENT ON COLUMN audit_entry.grounds IS 'For each object: the consent that opened it, or NULL';
COMMENT ON TABLE idempotency_key IS 'Answers of commands, kept 24 hours for a retry with the same key';
COMMENT ON COLUMN idempotency_key.key_hash IS 'SHA-256 of person, assignment, operation and key';
COMMENT ON COLUMN idempotency_key.person_id IS 'Whose request it was';
COMMENT ON COLUMN idempotency_key.body_hash IS 'SHA-256 of the request''s target and body';
COMMENT ON COLUMN idempotency_key.status IS 'Status of the answer';
COMMENT ON COLUMN idempotency_key.headers IS 'Headers of the answer';
COMMENT ON COLUMN idempotency_key.answer IS 'Body of the answer';
COMMENT ON COLUMN idempotency_key.created_at IS 'When it was answered';
RESET ROLE;
