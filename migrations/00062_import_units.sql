-- +goose Up
-- Units are known by codes of registers (R58), and a principal reads files of units in: first tried, then applied as tried. What
-- would move a wall stays with reorganisations.
SET ROLE samplan_owner;
CREATE TABLE unit_code (
  unit_id uuid PRIMARY KEY REFERENCES unit ON DELETE CASCADE,
  principal_id uuid NOT NULL REFERENCES principal,
  hsa_id text UNIQUE CHECK (length(hsa_id) <= 31 AND hsa_id ~ '^SE[0-9]{10}-[A-Za-z0-9]+$'),
  school_unit_code text UNIQUE CHECK (school_unit_code ~ '^[0-9]{8}$'),
  local_id short_text,
  municipality_code text CHECK (municipality_code ~ '^[0-9]{4}$'),
  UNIQUE (principal_id, local_id)
);
CREATE TABLE unit_import (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES principal,
  format text NOT NULL CHECK (format IN ('csv', 'json-lines')),
  encoding text NOT NULL CHECK (encoding IN ('utf-8', 'windows-1252')),
  counts_from date NOT NULL,
  closes_missing boolean NOT NULL,
  branch_id uuid REFERENCES branch,
  secrecy_class text,
  status text NOT NULL CHECK (status IN ('awaiting', 'checked', 'applied')),
  started_by uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  checked_at timestamptz,
  checksum sha256_hash,
  organisation sha256_hash,
  unknown_columns int[],
  counts int[] CHECK (cardinality(counts) = 6),
  applied_by uuid REFERENCES person,
  applied_at timestamptz,
  version int NOT NULL DEFAULT 1,
  CHECK ((status = 'awaiting') = (checked_at IS NULL) AND (status = 'awaiting') = (checksum IS NULL) AND (status = 'awaiting') = (organisation IS NULL)),
  CHECK ((status = 'applied') = (applied_at IS NOT NULL) AND (status = 'applied') = (applied_by IS NOT NULL))
);
CREATE INDEX unit_import_principal ON unit_import (principal_id, created_at);
CREATE TABLE unit_import_row (
  import_id uuid NOT NULL REFERENCES unit_import,
  position int NOT NULL,
  number int,
  outcome text NOT NULL CHECK (outcome IN ('added', 'changed', 'unchanged', 'ended', 'faulty')),
  unit_id uuid,
  name short_text,
  secrecy_class text,
  branch_id uuid,
  hsa_id text,
  school_unit_code text,
  local_id short_text,
  municipality_code text,
  first_day date,
  last_day date,
  fault_column text,
  rule text,
  PRIMARY KEY (import_id, position),
  CHECK ((outcome = 'faulty') = (rule IS NOT NULL) AND (outcome = 'faulty') = (name IS NULL))
);
CREATE INDEX unit_import_row_outcome ON unit_import_row (import_id, outcome, position);

COMMENT ON TABLE unit_code IS 'What registers know a unit by (R58)';
COMMENT ON COLUMN unit_code.unit_id IS 'Which unit';
COMMENT ON COLUMN unit_code.principal_id IS 'Whose own key it is';
COMMENT ON COLUMN unit_code.hsa_id IS 'HSA-id';
COMMENT ON COLUMN unit_code.school_unit_code IS 'Skolenhetskod; a preschool has none';
COMMENT ON COLUMN unit_code.local_id IS 'The key that the principal itself has for it';
COMMENT ON COLUMN unit_code.municipality_code IS 'Kommunkod: where it lies';
COMMENT ON TABLE unit_import IS 'A file of units that a principal reads in: tried (dry run), then applied as it was tried. The file is not kept';
COMMENT ON COLUMN unit_import.id IS 'Identity';
COMMENT ON COLUMN unit_import.principal_id IS 'Whose units';
COMMENT ON COLUMN unit_import.format IS 'CSV or JSON Lines';
COMMENT ON COLUMN unit_import.encoding IS 'How its letters are kept';
COMMENT ON COLUMN unit_import.counts_from IS 'From when what it says counts';
COMMENT ON COLUMN unit_import.closes_missing IS 'Whether it is whole: units that it does not mention end';
COMMENT ON COLUMN unit_import.branch_id IS 'Where new units lie whose rows name no branch';
COMMENT ON COLUMN unit_import.secrecy_class IS 'What binds new units whose rows name no class';
COMMENT ON COLUMN unit_import.status IS 'Awaits its file, tried, applied';
COMMENT ON COLUMN unit_import.started_by IS 'Who reads it in';
COMMENT ON COLUMN unit_import.created_at IS 'When that began';
COMMENT ON COLUMN unit_import.checked_at IS 'When it was tried';
COMMENT ON COLUMN unit_import.checksum IS 'SHA-256 of the file';
COMMENT ON COLUMN unit_import.organisation IS 'SHA-256 of the organisation that it was held against: of another it is not applied';
COMMENT ON COLUMN unit_import.unknown_columns IS 'Which columns of the file are not known, from 1';
COMMENT ON COLUMN unit_import.counts IS 'How many rows: all, added, changed, unchanged, ended, faulty';
COMMENT ON COLUMN unit_import.applied_by IS 'Who applied it';
COMMENT ON COLUMN unit_import.applied_at IS 'When';
COMMENT ON COLUMN unit_import.version IS 'For If-Match';
COMMENT ON TABLE unit_import_row IS 'What one row of such a file comes to; of a faulty one nothing that it said is kept';
COMMENT ON COLUMN unit_import_row.import_id IS 'Of which file';
COMMENT ON COLUMN unit_import_row.position IS 'The order';
COMMENT ON COLUMN unit_import_row.number IS 'Which row of the file; NULL for a unit that it does not mention';
COMMENT ON COLUMN unit_import_row.outcome IS 'Added, changed, unchanged, ended, faulty';
COMMENT ON COLUMN unit_import_row.unit_id IS 'Which unit, also one that is to come';
COMMENT ON COLUMN unit_import_row.name IS 'What it will be called';
COMMENT ON COLUMN unit_import_row.secrecy_class IS 'What binds it';
COMMENT ON COLUMN unit_import_row.branch_id IS 'Where it lies';
COMMENT ON COLUMN unit_import_row.hsa_id IS 'Its HSA-id';
COMMENT ON COLUMN unit_import_row.school_unit_code IS 'Its skolenhetskod';
COMMENT ON COLUMN unit_import_row.local_id IS 'Its key at the principal';
COMMENT ON COLUMN unit_import_row.municipality_code IS 'Its kommunkod';
COMMENT ON COLUMN unit_import_row.first_day IS 'Its first day';
COMMENT ON COLUMN unit_import_row.last_day IS 'Its last day, or none';
COMMENT ON COLUMN unit_import_row.fault_column IS 'Which column is at fault, when it is one';
COMMENT ON COLUMN unit_import_row.rule IS 'Which rule it breaks';

CREATE TRIGGER unit_import_columns BEFORE UPDATE ON unit_import FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'principal_id', 'format', 'encoding',
  'counts_from', 'closes_missing', 'branch_id', 'secrecy_class', 'started_by', 'created_at');
CREATE TRIGGER unit_import_tried BEFORE UPDATE ON unit_import FOR EACH ROW WHEN (OLD.status <> 'awaiting')
  EXECUTE FUNCTION keep_columns('checked_at', 'checksum', 'organisation', 'unknown_columns', 'counts');
CREATE TRIGGER unit_import_done BEFORE UPDATE ON unit_import FOR EACH ROW WHEN (OLD.status = 'applied') EXECUTE FUNCTION keep_columns('status', 'applied_by', 'applied_at');

-- +goose StatementBegin
CREATE FUNCTION app_organisation_digest() RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(coalesce(string_agg(x.t, E'\n' ORDER BY x.t), ''), 'UTF8')) FROM (
    SELECT ROW(a.id, a.name, b.id, b.name)::text t FROM authority a LEFT JOIN branch b ON b.authority_id = a.id WHERE a.principal_id = app_principal()
    UNION ALL
    SELECT ROW(u.id, u.name, u.secrecy_class, q.branch_id, q.valid, c.hsa_id, c.school_unit_code, c.local_id, c.municipality_code)::text
      FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id JOIN unit u ON u.id = q.unit_id
      LEFT JOIN unit_code c ON c.unit_id = u.id WHERE a.principal_id = app_principal()) x $$;

-- What a preview of a reorganisation tells in numbers anyway: whether a unit holds anything.
CREATE FUNCTION app_used_units() RETURNS TABLE(unit_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT q.unit_id FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
   WHERE a.principal_id = public.app_principal() AND (
     EXISTS (SELECT FROM assignment g WHERE g.unit_id = q.unit_id) OR EXISTS (SELECT FROM case_file f WHERE f.unit_id = q.unit_id)
     OR EXISTS (SELECT FROM party y WHERE y.unit_id = q.unit_id) OR EXISTS (SELECT FROM request_receiver r WHERE r.unit_id = q.unit_id)
     OR EXISTS (SELECT FROM plan p WHERE p.lead_unit_id = q.unit_id)
     OR EXISTS (SELECT FROM reorganisation_move m WHERE q.unit_id IN (m.unit_id, m.into_unit_id, m.keeper_unit_id))) $$;

-- False when the organisation is not what the rows were held against.
CREATE FUNCTION app_apply_unit_import(p_import uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM unit_import i WHERE i.id = p_import AND i.principal_id = app_principal() AND i.status = 'checked' AND i.organisation = app_organisation_digest();
  IF NOT FOUND OR EXISTS (SELECT FROM unit_import_row r JOIN app_used_units() u ON u.unit_id = r.unit_id WHERE r.import_id = p_import AND r.outcome = 'ended')
    OR EXISTS (SELECT FROM unit_import_row r JOIN unit_code c ON c.unit_id <> r.unit_id AND (c.hsa_id = r.hsa_id OR c.school_unit_code = r.school_unit_code)
                WHERE r.import_id = p_import AND r.outcome IN ('added', 'changed', 'ended') AND c.principal_id <> app_principal()) THEN
    RETURN false;
  END IF;
  INSERT INTO unit (id, name, secrecy_class)
    SELECT r.unit_id, r.name, r.secrecy_class FROM unit_import_row r WHERE r.import_id = p_import AND r.outcome = 'added';
  INSERT INTO unit_place (unit_id, branch_id, valid)
    SELECT r.unit_id, r.branch_id, daterange(r.first_day, r.last_day, '[]') FROM unit_import_row r WHERE r.import_id = p_import AND r.outcome = 'added';
  UPDATE unit u SET name = r.name FROM unit_import_row r
   WHERE r.import_id = p_import AND r.outcome IN ('changed', 'ended') AND u.id = r.unit_id AND u.name <> r.name;
  UPDATE unit_place q SET valid = daterange(lower(q.valid), r.last_day, '[]') FROM unit_import_row r
   WHERE r.import_id = p_import AND r.outcome = 'ended' AND q.unit_id = r.unit_id AND upper_inf(q.valid);
  -- Two units may have changed codes with each other: all are taken away before any is given.
  DELETE FROM unit_code c USING unit_import_row r WHERE r.import_id = p_import AND r.outcome IN ('changed', 'ended') AND c.unit_id = r.unit_id;
  INSERT INTO unit_code (unit_id, principal_id, hsa_id, school_unit_code, local_id, municipality_code)
    SELECT r.unit_id, app_principal(), r.hsa_id, r.school_unit_code, r.local_id, r.municipality_code FROM unit_import_row r
     WHERE r.import_id = p_import AND r.outcome IN ('added', 'changed', 'ended')
       AND (r.hsa_id, r.school_unit_code, r.local_id, r.municipality_code) IS DISTINCT FROM (NULL, NULL, NULL, NULL);
  RETURN true;
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_organisation_digest() IS 'SHA-256 of the own principal''s organisation';
COMMENT ON FUNCTION app_used_units() IS 'Units of the own principal that hold something, now or before';
COMMENT ON FUNCTION app_apply_unit_import(uuid) IS 'Makes the own principal''s organisation what the rows of a tried import came to';

ALTER TABLE unit_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit_code FORCE ROW LEVEL SECURITY;
ALTER TABLE unit_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit_import FORCE ROW LEVEL SECURITY;
ALTER TABLE unit_import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE unit_import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY unit_code_public ON unit_code FOR SELECT TO samplan_app USING (true);
CREATE POLICY unit_code_fence ON unit_code TO samplan_fence USING (true) WITH CHECK (true);
CREATE POLICY unit_import_read ON unit_import FOR SELECT TO samplan_app USING (principal_id = app_principal());
CREATE POLICY unit_import_add ON unit_import FOR INSERT TO samplan_app
  WITH CHECK (principal_id = app_principal() AND started_by = app_person() AND status = 'awaiting');
CREATE POLICY unit_import_change ON unit_import FOR UPDATE TO samplan_app USING (principal_id = app_principal());
CREATE POLICY unit_import_fence ON unit_import FOR SELECT TO samplan_fence USING (true);
CREATE POLICY unit_import_row_read ON unit_import_row FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM unit_import i WHERE i.id = import_id));
CREATE POLICY unit_import_row_add ON unit_import_row FOR INSERT TO samplan_app
  WITH CHECK (EXISTS (SELECT FROM unit_import i WHERE i.id = import_id AND i.status = 'awaiting'));
CREATE POLICY unit_import_row_fence ON unit_import_row FOR SELECT TO samplan_fence USING (true);
CREATE POLICY unit_fence_change ON unit FOR UPDATE TO samplan_fence USING (true);
GRANT SELECT ON unit_code TO samplan_app;
GRANT SELECT, INSERT, DELETE ON unit_code TO samplan_fence;
GRANT SELECT, INSERT ON unit_import, unit_import_row TO samplan_app;
GRANT UPDATE (status, checked_at, checksum, organisation, unknown_columns, counts, applied_by, applied_at, version) ON unit_import TO samplan_app;
GRANT SELECT ON unit_import, unit_import_row TO samplan_fence;
GRANT UPDATE (name) ON unit TO samplan_fence;
REVOKE EXECUTE ON FUNCTION app_organisation_digest(), app_used_units(), app_apply_unit_import(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_organisation_digest(), app_used_units(), app_apply_unit_import(uuid) TO samplan_app, samplan_fence;
ALTER FUNCTION app_used_units() OWNER TO samplan_fence;
ALTER FUNCTION app_apply_unit_import(uuid) OWNER TO samplan_fence;
RESET ROLE;
