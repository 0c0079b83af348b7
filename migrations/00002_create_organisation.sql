-- +goose Up
-- The dated organisation. A branch of an authority is a secrecy domain (OSL 8:1, 8:2): inside it no wall, across it one.
SET ROLE samplan_owner;
CREATE TABLE principal (
  id uuid PRIMARY KEY,
  name short_text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('municipality', 'region', 'both', 'independent')),
  org_number text CHECK (org_number ~ '^[0-9]{10}$'),
  municipality_code text CHECK (municipality_code ~ '^[0-9]{4}$')
);
CREATE TABLE authority (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES principal,
  name short_text NOT NULL
);
CREATE TABLE branch (
  id uuid PRIMARY KEY,
  authority_id uuid NOT NULL REFERENCES authority,
  name short_text NOT NULL
);
CREATE TABLE unit (
  id uuid PRIMARY KEY,
  name short_text NOT NULL,
  secrecy_class text NOT NULL CHECK (secrecy_class IN ('ifo', 'lss', 'health', 'school-health-medical',
    'school-health-other', 'school', 'preschool', 'independent-school', 'leisure', 'police', 'other'))
);
CREATE TABLE unit_place (
  unit_id uuid NOT NULL REFERENCES unit,
  branch_id uuid NOT NULL REFERENCES branch,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  EXCLUDE USING gist (unit_id WITH =, valid WITH &&)
);
CREATE INDEX unit_place_unit ON unit_place (unit_id);
CREATE INDEX unit_place_branch ON unit_place (branch_id);

-- +goose StatementBegin
CREATE FUNCTION unit_place_without_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT lower(valid) AS starts, lag(upper(valid)) OVER (ORDER BY lower(valid)) AS before
                            FROM unit_place WHERE unit_id = coalesce(NEW.unit_id, OLD.unit_id)) p
              WHERE before IS NOT NULL AND before <> starts) THEN
    RAISE EXCEPTION 'a unit has a gap between its places' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE CONSTRAINT TRIGGER unit_place_without_gap AFTER INSERT OR UPDATE OR DELETE ON unit_place
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_place_without_gap();

COMMENT ON TABLE principal IS 'Huvudman: municipality, region, both in one, or independent provider';
COMMENT ON COLUMN principal.id IS 'Identity';
COMMENT ON COLUMN principal.name IS 'Name shown to people';
COMMENT ON COLUMN principal.kind IS 'Only municipality, region and both can have statutory responsibility (R1, R3)';
COMMENT ON COLUMN principal.org_number IS 'Organisationsnummer, ten digits';
COMMENT ON COLUMN principal.municipality_code IS 'Kommunkod with leading zero; the first two digits are the county';
COMMENT ON TABLE authority IS 'Myndighet, nämnd: a board of a principal (OSL 8:1)';
COMMENT ON COLUMN authority.id IS 'Identity';
COMMENT ON COLUMN authority.principal_id IS 'The principal it belongs to';
COMMENT ON COLUMN authority.name IS 'Name shown to people';
COMMENT ON TABLE branch IS 'Självständig verksamhetsgren: a secrecy domain (OSL 8:2)';
COMMENT ON COLUMN branch.id IS 'Identity';
COMMENT ON COLUMN branch.authority_id IS 'The authority it lies in';
COMMENT ON COLUMN branch.name IS 'Name shown to people';
COMMENT ON TABLE unit IS 'Enhet: where people work';
COMMENT ON COLUMN unit.id IS 'Identity; kept through every move';
COMMENT ON COLUMN unit.name IS 'Name shown to people';
COMMENT ON COLUMN unit.secrecy_class IS 'Which paragraph binds the unit (policy/classes.csv)';
COMMENT ON TABLE unit_place IS 'In which secrecy domain a unit lies, by day, without gap or overlap';
COMMENT ON COLUMN unit_place.unit_id IS 'The unit';
COMMENT ON COLUMN unit_place.branch_id IS 'The secrecy domain';
COMMENT ON COLUMN unit_place.valid IS 'From the first day to the day after the last';
COMMENT ON FUNCTION unit_place_without_gap() IS 'Trigger: the places of a unit follow on each other';
RESET ROLE;
