-- +goose Up
-- A unit's manager reads messages of the population register in for the unit's own cases: who became or is no longer a guardian, and
-- levels of protection. First tried, then applied as tried; each message is taken once. Numbers and names of guardians stay no longer
-- than until then.
SET ROLE samplan_owner;
CREATE TABLE register_import (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  format text NOT NULL CHECK (format IN ('csv', 'json-lines')),
  encoding text NOT NULL CHECK (encoding IN ('utf-8', 'windows-1252')),
  status text NOT NULL CHECK (status IN ('awaiting', 'checked', 'applied')),
  started_by uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  checked_at timestamptz,
  checksum sha256_hash,
  digest sha256_hash,
  unknown_columns int[],
  counts int[] CHECK (cardinality(counts) = 8),
  applied_by uuid REFERENCES person,
  applied_at timestamptz,
  version int NOT NULL DEFAULT 1,
  CHECK ((status = 'awaiting') = (checked_at IS NULL) AND (status = 'awaiting') = (checksum IS NULL) AND (status = 'awaiting') = (digest IS NULL)),
  CHECK ((status = 'applied') = (applied_at IS NOT NULL) AND (status = 'applied') = (applied_by IS NOT NULL))
);
CREATE INDEX register_import_unit ON register_import (unit_id, created_at);
CREATE TABLE register_import_row (
  import_id uuid NOT NULL REFERENCES register_import,
  position int NOT NULL,
  number int NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('added', 'ended', 'protected', 'unchanged', 'repeated', 'not-ours', 'by-hand', 'faulty')),
  message_id short_text,
  child_id uuid REFERENCES person,
  kind text CHECK (kind IN ('guardian-added', 'guardian-removed', 'protection-set')),
  effective_on date,
  custody text,
  level text,
  guardian_key sha256_hash,
  relation_id uuid,
  last_day date,
  record_id uuid,
  guardian_type text,
  guardian_number text,
  given_name short_text,
  family_name short_text,
  fault_column text,
  rule text,
  PRIMARY KEY (import_id, position),
  CHECK ((outcome = 'faulty') = (rule IS NOT NULL)),
  CHECK ((outcome IN ('faulty', 'not-ours')) = (child_id IS NULL) AND (child_id IS NULL) = (message_id IS NULL))
);
CREATE TABLE register_message (
  unit_id uuid NOT NULL REFERENCES unit,
  message_id short_text NOT NULL,
  child_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL,
  effective_on date NOT NULL,
  guardian_key sha256_hash,
  record_id uuid REFERENCES protection_record,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, message_id)
);
CREATE INDEX register_message_record ON register_message (record_id);

COMMENT ON TABLE register_import IS 'A file of messages of the population register that a unit reads in for its cases. The file is not kept';
COMMENT ON COLUMN register_import.id IS 'Identity';
COMMENT ON COLUMN register_import.unit_id IS 'Whose cases';
COMMENT ON COLUMN register_import.format IS 'CSV or JSON Lines';
COMMENT ON COLUMN register_import.encoding IS 'How its letters are kept';
COMMENT ON COLUMN register_import.status IS 'Awaits its file, tried, applied';
COMMENT ON COLUMN register_import.started_by IS 'Who reads it in';
COMMENT ON COLUMN register_import.created_at IS 'When that began';
COMMENT ON COLUMN register_import.checked_at IS 'When it was tried';
COMMENT ON COLUMN register_import.checksum IS 'SHA-256 of the file';
COMMENT ON COLUMN register_import.digest IS 'SHA-256 of what the unit knew then: when it knows something else it is not applied';
COMMENT ON COLUMN register_import.unknown_columns IS 'Which columns of the file are not known, from 1';
COMMENT ON COLUMN register_import.counts IS 'How many rows came to what, in the order of the outcomes';
COMMENT ON COLUMN register_import.applied_by IS 'Who applied it';
COMMENT ON COLUMN register_import.applied_at IS 'When';
COMMENT ON COLUMN register_import.version IS 'For If-Match';
COMMENT ON TABLE register_import_row IS 'What one message comes to; of one that is not the unit''s, or is at fault, nothing that it said is kept';
COMMENT ON COLUMN register_import_row.import_id IS 'Of which file';
COMMENT ON COLUMN register_import_row.position IS 'The order in which they are applied: that of their days';
COMMENT ON COLUMN register_import_row.number IS 'Which row of the file';
COMMENT ON COLUMN register_import_row.outcome IS 'What it comes to';
COMMENT ON COLUMN register_import_row.message_id IS 'The register''s name of the message';
COMMENT ON COLUMN register_import_row.child_id IS 'About which child of the unit''s cases';
COMMENT ON COLUMN register_import_row.kind IS 'What it tells';
COMMENT ON COLUMN register_import_row.effective_on IS 'From which day it counts';
COMMENT ON COLUMN register_import_row.custody IS 'Which custody';
COMMENT ON COLUMN register_import_row.level IS 'Which level of protection';
COMMENT ON COLUMN register_import_row.guardian_key IS 'SHA-256 of the guardian''s number';
COMMENT ON COLUMN register_import_row.relation_id IS 'The relation that is added or ends';
COMMENT ON COLUMN register_import_row.last_day IS 'Its last day, or none';
COMMENT ON COLUMN register_import_row.record_id IS 'The record of protection that is made';
COMMENT ON COLUMN register_import_row.guardian_type IS 'The type of the guardian''s number, until it is applied';
COMMENT ON COLUMN register_import_row.guardian_number IS 'The guardian''s number, until it is applied';
COMMENT ON COLUMN register_import_row.given_name IS 'The guardian''s given name, until it is applied';
COMMENT ON COLUMN register_import_row.family_name IS 'The guardian''s family name, until it is applied';
COMMENT ON COLUMN register_import_row.fault_column IS 'Which column is at fault, when it is one';
COMMENT ON COLUMN register_import_row.rule IS 'Which rule it breaks';
COMMENT ON TABLE register_message IS 'A message of the population register that a unit has taken: none is taken twice';
COMMENT ON COLUMN register_message.unit_id IS 'Which unit';
COMMENT ON COLUMN register_message.message_id IS 'The register''s name of the message';
COMMENT ON COLUMN register_message.child_id IS 'About which child';
COMMENT ON COLUMN register_message.kind IS 'What it told';
COMMENT ON COLUMN register_message.effective_on IS 'From which day it counts';
COMMENT ON COLUMN register_message.guardian_key IS 'SHA-256 of the guardian''s number';
COMMENT ON COLUMN register_message.record_id IS 'The record of protection that came of it';
COMMENT ON COLUMN register_message.read_at IS 'When it was taken';

CREATE TRIGGER register_import_columns BEFORE UPDATE ON register_import FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'unit_id', 'format', 'encoding',
  'started_by', 'created_at');
CREATE TRIGGER register_import_tried BEFORE UPDATE ON register_import FOR EACH ROW WHEN (OLD.status <> 'awaiting')
  EXECUTE FUNCTION keep_columns('checked_at', 'checksum', 'digest', 'unknown_columns', 'counts');
CREATE TRIGGER register_import_done BEFORE UPDATE ON register_import FOR EACH ROW WHEN (OLD.status = 'applied')
  EXECUTE FUNCTION keep_columns('status', 'applied_by', 'applied_at');

-- +goose StatementBegin
-- Whom the unit knows to be close to the children of its cases, by the hash of the other's number: nobody reads numbers of others.
CREATE FUNCTION app_register_relations() RETURNS TABLE(relation_id uuid, guardian_key bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id, sha256(convert_to(n.type || ' ' || n.value, 'UTF8')) FROM relation r JOIN person_identifier n ON n.person_id = r.person_id
   WHERE r.unit_id = public.app_unit() $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_register_relations() IS 'The own unit''s relations, by the hash of the other''s number';

ALTER TABLE register_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_import FORCE ROW LEVEL SECURITY;
ALTER TABLE register_import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_import_row FORCE ROW LEVEL SECURITY;
ALTER TABLE register_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_message FORCE ROW LEVEL SECURITY;
CREATE POLICY register_import_own ON register_import TO samplan_app USING (unit_id = app_unit()) WITH CHECK (unit_id = app_unit());
CREATE POLICY register_import_row_own ON register_import_row TO samplan_app USING (EXISTS (SELECT FROM register_import i WHERE i.id = import_id))
  WITH CHECK (EXISTS (SELECT FROM register_import i WHERE i.id = import_id));
CREATE POLICY register_message_own ON register_message TO samplan_app USING (unit_id = app_unit()) WITH CHECK (unit_id = app_unit());
GRANT SELECT, INSERT ON register_import, register_import_row, register_message TO samplan_app;
GRANT UPDATE (status, checked_at, checksum, digest, unknown_columns, counts, applied_by, applied_at, version) ON register_import TO samplan_app;
GRANT UPDATE (guardian_type, guardian_number, given_name, family_name) ON register_import_row TO samplan_app;
REVOKE EXECUTE ON FUNCTION app_register_relations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_register_relations() TO samplan_app, samplan_fence;
ALTER FUNCTION app_register_relations() OWNER TO samplan_fence;
RESET ROLE;
