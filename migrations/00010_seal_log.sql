-- +goose Up
-- Seals over the log (R36): batches of entries, chained and signed, made by samplan_sealer and changed by nobody. What a
-- seal keeps of each entry is enough to prove the chain after the entry itself was weeded by samplan_disposal, which may
-- remove what is sealed and old, and nothing else.
-- +goose StatementBegin
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(7265771);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samplan_disposal') THEN CREATE ROLE samplan_disposal NOLOGIN; END IF;
END $$;
-- +goose StatementEnd
GRANT USAGE ON SCHEMA public TO samplan_disposal;

SET ROLE samplan_owner;
CREATE DOMAIN sha256_hash AS bytea CHECK (length(VALUE) = 32);
COMMENT ON DOMAIN sha256_hash IS 'A hash';
CREATE TABLE seal (
  number bigint PRIMARY KEY CHECK (number > 0),
  epoch bigint NOT NULL CHECK (epoch > 0),
  begins text NOT NULL CHECK (begins IN ('', 'first', 'other-cluster', 'other-timeline', 'transactions-go-back')),
  cluster text NOT NULL,
  previous sha256_hash NOT NULL,
  root sha256_hash NOT NULL,
  count bigint NOT NULL CHECK (count >= 0),
  size bigint NOT NULL CHECK (size >= count),
  first_id uuid,
  last_id uuid,
  before xid8 NOT NULL,
  key_id text NOT NULL,
  sealed_at timestamptz NOT NULL,
  CHECK ((count = 0) = (first_id IS NULL) AND (count = 0) = (last_id IS NULL))
);
CREATE TABLE seal_leaf (
  seal_number bigint NOT NULL REFERENCES seal,
  position bigint NOT NULL CHECK (position > 0),
  entry_id uuid NOT NULL UNIQUE,
  at timestamptz NOT NULL,
  digest sha256_hash NOT NULL,
  PRIMARY KEY (seal_number, position)
);
CREATE TABLE seal_key (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  since timestamptz NOT NULL
);
CREATE TABLE checkpoint (
  number bigint PRIMARY KEY CHECK (number > 0),
  seal_number bigint NOT NULL UNIQUE REFERENCES seal,
  origin text NOT NULL,
  epoch bigint NOT NULL,
  size bigint NOT NULL,
  chain sha256_hash NOT NULL,
  previous sha256_hash NOT NULL,
  key_id text NOT NULL REFERENCES seal_key,
  at timestamptz NOT NULL,
  signature bytea NOT NULL CHECK (length(signature) = 64)
);
-- Entries come in the order of their time, nearly; so a small index finds the old ones.
CREATE INDEX audit_entry_age ON audit_entry USING brin (at);

-- +goose StatementBegin
CREATE FUNCTION keep_row_but_for() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> TG_ARGV[0] THEN
    RAISE EXCEPTION 'a row of % is removed by % alone', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION keep_row_but_for() IS 'Trigger: rows are removed by the named role alone';
REVOKE EXECUTE ON FUNCTION keep_row_but_for() FROM PUBLIC;
DROP TRIGGER audit_entry_kept ON audit_entry;
CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR TRUNCATE ON audit_entry EXECUTE FUNCTION keep_row();
CREATE TRIGGER audit_entry_weeded BEFORE DELETE ON audit_entry EXECUTE FUNCTION keep_row_but_for('samplan_disposal');
CREATE TRIGGER seal_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON seal EXECUTE FUNCTION keep_row();
CREATE TRIGGER seal_leaf_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON seal_leaf EXECUTE FUNCTION keep_row();
CREATE TRIGGER seal_key_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON seal_key EXECUTE FUNCTION keep_row();
CREATE TRIGGER checkpoint_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON checkpoint EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['seal', 'seal_leaf', 'seal_key', 'checkpoint'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_sealer USING (true)', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_sealer WITH CHECK (true)', t || '_add', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_sealer', t);
  END LOOP;
END $$;
-- +goose StatementEnd

-- An export of the whole log is itself in the log, and so is weeding; of each no more than that.
CREATE POLICY audit_entry_export ON audit_entry FOR INSERT TO samplan_sealer WITH CHECK (
  operation = 'ExportLog' AND actor_kind = 'system' AND num_nonnulls(person_id, assignment_id, role, unit_id, child_id, plan_id) = 0 AND objects = '{}');
GRANT INSERT ON audit_entry TO samplan_sealer;
CREATE POLICY audit_entry_weeding ON audit_entry FOR INSERT TO samplan_disposal WITH CHECK (
  operation = 'WeedLog' AND actor_kind = 'system' AND num_nonnulls(person_id, assignment_id, role, unit_id, child_id, plan_id) = 0 AND objects = '{}');
GRANT INSERT ON audit_entry TO samplan_disposal;

-- Five years is the least that an entry stays, whatever the command was told. Weeding sees when and as what, never who.
CREATE POLICY seal_leaf_weed ON seal_leaf FOR SELECT TO samplan_disposal USING (true);
GRANT SELECT (entry_id) ON seal_leaf TO samplan_disposal;
CREATE POLICY audit_entry_old ON audit_entry FOR SELECT TO samplan_disposal USING (
  at < now() - interval '5 years' AND EXISTS (SELECT FROM seal_leaf l WHERE l.entry_id = audit_entry.id));
CREATE POLICY audit_entry_weed ON audit_entry FOR DELETE TO samplan_disposal USING (
  at < now() - interval '5 years' AND EXISTS (SELECT FROM seal_leaf l WHERE l.entry_id = audit_entry.id));
GRANT SELECT (id, at, actor_kind, role), DELETE ON audit_entry TO samplan_disposal;

COMMENT ON TABLE seal IS 'A batch of log entries, closed by a hash over them and over the seal before';
COMMENT ON COLUMN seal.number IS 'From 1, without gaps';
COMMENT ON COLUMN seal.epoch IS 'The life of the database cluster; transaction numbers can be compared within one';
COMMENT ON COLUMN seal.begins IS 'Why an epoch begins here, or nothing';
COMMENT ON COLUMN seal.cluster IS 'The cluster''s own identifier and timeline';
COMMENT ON COLUMN seal.previous IS 'Hash of the seal before';
COMMENT ON COLUMN seal.root IS 'Root of the Merkle tree over its leaves (RFC 9162)';
COMMENT ON COLUMN seal.count IS 'Entries in it';
COMMENT ON COLUMN seal.size IS 'Entries in it and all before';
COMMENT ON COLUMN seal.first_id IS 'Its first entry';
COMMENT ON COLUMN seal.last_id IS 'Its last entry';
COMMENT ON COLUMN seal.before IS 'Watermark: every committed entry of an earlier transaction is sealed';
COMMENT ON COLUMN seal.key_id IS 'The key that signs from here on, or nothing';
COMMENT ON COLUMN seal.sealed_at IS 'When';
COMMENT ON TABLE seal_leaf IS 'What a seal keeps of an entry; all that is left of it after weeding. No entry has two';
COMMENT ON COLUMN seal_leaf.seal_number IS 'The seal';
COMMENT ON COLUMN seal_leaf.position IS 'Place in the seal, from 1';
COMMENT ON COLUMN seal_leaf.entry_id IS 'The entry, which may be gone';
COMMENT ON COLUMN seal_leaf.at IS 'When it was written';
COMMENT ON COLUMN seal_leaf.digest IS 'Hash of all it says';
COMMENT ON TABLE seal_key IS 'Public keys that have signed checkpoints';
COMMENT ON COLUMN seal_key.id IS 'Begin of a hash over the key';
COMMENT ON COLUMN seal_key.public_key IS 'Ed25519';
COMMENT ON COLUMN seal_key.since IS 'First used';
COMMENT ON TABLE checkpoint IS 'Signed note of how far the log had come';
COMMENT ON COLUMN checkpoint.number IS 'From 1, without gaps';
COMMENT ON COLUMN checkpoint.seal_number IS 'The seal it signs';
COMMENT ON COLUMN checkpoint.origin IS 'Whose log it is';
COMMENT ON COLUMN checkpoint.epoch IS 'Epoch of the seal';
COMMENT ON COLUMN checkpoint.size IS 'Entries until there';
COMMENT ON COLUMN checkpoint.chain IS 'Hash of the seal';
COMMENT ON COLUMN checkpoint.previous IS 'Hash of the checkpoint before';
COMMENT ON COLUMN checkpoint.key_id IS 'The key that signed';
COMMENT ON COLUMN checkpoint.at IS 'When';
COMMENT ON COLUMN checkpoint.signature IS 'Ed25519 over the checkpoint';
RESET ROLE;
