-- +goose Up
-- People. What a service knows of a child (name, relations, who works with the case) is that service's own knowledge and
-- lies with its unit: that another service knows the child must leave no trace (R22).
-- Where two spans must not overlap, the constraint is over uuid_send(id): of a GiST index over the ids themselves the
-- planner would make look-ups, ten times as dear as those of the btree indexes below.
SET ROLE samplan_owner;
CREATE TABLE person (
  id uuid PRIMARY KEY,
  birth_date date,
  protection text NOT NULL DEFAULT 'none'
    CHECK (protection IN ('none', 'confidentiality-marking', 'protected-registration', 'assumed-identity')),
  staff_name short_text
);
CREATE TABLE person_identifier (
  type text NOT NULL CHECK (type IN ('personnummer', 'samordningsnummer', 'nationellt-reserv-id', 'lokalt-reserv-id')),
  value text NOT NULL CHECK (length(value) BETWEEN 10 AND 20),
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (type, value)
);
CREATE INDEX person_identifier_person ON person_identifier (person_id);
CREATE TABLE login (
  issuer text NOT NULL CHECK (length(issuer) <= 500),
  subject text NOT NULL CHECK (length(subject) <= 255),
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX login_person ON login (person_id);
CREATE TABLE assignment (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  role text NOT NULL CHECK (role IN ('caseworker', 'unit-manager', 'administrator', 'meeting-leader',
    'data-protection-officer', 'system-administrator')),
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  EXCLUDE USING gist (person_id WITH =, unit_id WITH =, role WITH =, valid WITH &&)
);
CREATE INDEX assignment_person ON assignment (person_id);
CREATE INDEX assignment_unit ON assignment (unit_id);
CREATE TABLE case_file (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  interpreter_language text CHECK (interpreter_language ~ '^[a-z]{2,3}$'),
  reason reason_text NOT NULL,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(unit_id) WITH =, valid WITH &&)
);
CREATE INDEX case_file_child ON case_file (child_id, unit_id);
CREATE INDEX case_file_unit ON case_file (unit_id, id);
CREATE TABLE case_worker (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(unit_id) WITH =, uuid_send(person_id) WITH =, valid WITH &&)
);
CREATE INDEX case_worker_child ON case_worker (child_id, unit_id, person_id);
CREATE INDEX case_worker_person ON case_worker (unit_id, person_id, child_id);
CREATE TABLE relation (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  person_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man',
    'parent-without-custody', 'family-home', 'close-person')),
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  end_reason reason_text,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (child_id <> person_id),
  EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(person_id) WITH =, uuid_send(unit_id) WITH =, kind WITH =, valid WITH &&)
);
CREATE INDEX relation_child ON relation (child_id, unit_id);
CREATE INDEX relation_person ON relation (person_id);
CREATE TABLE maturity_assessment (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  outcome text NOT NULL CHECK (outcome IN ('guardians', 'together', 'child-alone')),
  assessed_on date NOT NULL,
  assessed_by uuid NOT NULL REFERENCES person,
  reason reason_text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX maturity_assessment_child ON maturity_assessment (child_id, unit_id, assessed_on);
CREATE TRIGGER maturity_assessment_kept BEFORE UPDATE OR DELETE ON maturity_assessment FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER case_file_columns BEFORE UPDATE ON case_file FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'unit_id', 'birth_date');
CREATE TRIGGER case_worker_columns BEFORE UPDATE ON case_worker FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'unit_id', 'person_id');
CREATE TRIGGER relation_columns BEFORE UPDATE ON relation FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'person_id', 'unit_id', 'kind');

COMMENT ON TABLE person IS 'A child, a guardian, a close person or a member of staff';
COMMENT ON COLUMN person.id IS 'Identity';
COMMENT ON COLUMN person.birth_date IS 'Birth date; kept apart from the number, which need not show it (FOL 18 §)';
COMMENT ON COLUMN person.protection IS 'Skyddade personuppgifter: the strictest level that any holder has recorded (R31)';
COMMENT ON COLUMN person.staff_name IS 'Name of a member of staff; NULL for everybody else';
COMMENT ON TABLE person_identifier IS 'Personnummer and other identity numbers (R58)';
COMMENT ON COLUMN person_identifier.type IS 'Which kind of number';
COMMENT ON COLUMN person_identifier.value IS 'The number in its canonical form';
COMMENT ON COLUMN person_identifier.person_id IS 'Whose it is';
COMMENT ON TABLE login IS 'Which member of staff an OpenID Connect subject is';
COMMENT ON COLUMN login.issuer IS 'The issuer';
COMMENT ON COLUMN login.subject IS 'The subject at that issuer';
COMMENT ON COLUMN login.person_id IS 'The member of staff';
COMMENT ON TABLE assignment IS 'Medarbetaruppdrag: a person in a role at a unit, by day (R41)';
COMMENT ON COLUMN assignment.id IS 'Identity';
COMMENT ON COLUMN assignment.person_id IS 'Who';
COMMENT ON COLUMN assignment.unit_id IS 'Where';
COMMENT ON COLUMN assignment.role IS 'As what (policy/roles.csv)';
COMMENT ON COLUMN assignment.valid IS 'From the first day to the day after the last';
COMMENT ON TABLE case_file IS 'Ärende: a unit''s case about a child, with the child''s name as that unit knows it';
COMMENT ON COLUMN case_file.id IS 'Identity';
COMMENT ON COLUMN case_file.child_id IS 'The child';
COMMENT ON COLUMN case_file.unit_id IS 'The unit whose case it is';
COMMENT ON COLUMN case_file.given_name IS 'The child''s given name as the unit knows it';
COMMENT ON COLUMN case_file.family_name IS 'The child''s family name as the unit knows it';
COMMENT ON COLUMN case_file.birth_date IS 'The child''s birth date as the unit knows it';
COMMENT ON COLUMN case_file.interpreter_language IS 'Language of an interpreter (ISO 639), when one is needed';
COMMENT ON COLUMN case_file.reason IS 'Why the case was opened';
COMMENT ON COLUMN case_file.valid IS 'While the case is open';
COMMENT ON COLUMN case_file.version IS 'Counts changes';
COMMENT ON TABLE case_worker IS 'Who at the unit works with the child''s case: the need relation of inner secrecy';
COMMENT ON COLUMN case_worker.id IS 'Identity';
COMMENT ON COLUMN case_worker.child_id IS 'The child';
COMMENT ON COLUMN case_worker.unit_id IS 'The unit';
COMMENT ON COLUMN case_worker.person_id IS 'The member of staff';
COMMENT ON COLUMN case_worker.valid IS 'From the first day to the day after the last';
COMMENT ON COLUMN case_worker.version IS 'Counts changes';
COMMENT ON TABLE relation IS 'Who stands in which relation to a child, as one unit knows it (FB 6 kap)';
COMMENT ON COLUMN relation.id IS 'Identity';
COMMENT ON COLUMN relation.child_id IS 'The child';
COMMENT ON COLUMN relation.person_id IS 'The other person';
COMMENT ON COLUMN relation.unit_id IS 'The unit that knows it';
COMMENT ON COLUMN relation.kind IS 'Which relation; custodians and god man decide for the child';
COMMENT ON COLUMN relation.given_name IS 'Given name as the unit knows it';
COMMENT ON COLUMN relation.family_name IS 'Family name as the unit knows it';
COMMENT ON COLUMN relation.end_reason IS 'Why it ended';
COMMENT ON COLUMN relation.valid IS 'From the first day to the day after the last';
COMMENT ON COLUMN relation.version IS 'Counts changes';
COMMENT ON TABLE maturity_assessment IS 'Mognadsbedömning: who must consent, by age and maturity (R16)';
COMMENT ON COLUMN maturity_assessment.id IS 'Identity';
COMMENT ON COLUMN maturity_assessment.child_id IS 'The child';
COMMENT ON COLUMN maturity_assessment.unit_id IS 'The unit that assessed';
COMMENT ON COLUMN maturity_assessment.outcome IS 'The guardians, guardians and child together, or the child alone';
COMMENT ON COLUMN maturity_assessment.assessed_on IS 'The day from which it counts';
COMMENT ON COLUMN maturity_assessment.assessed_by IS 'Who assessed';
COMMENT ON COLUMN maturity_assessment.reason IS 'What it rests on';
COMMENT ON COLUMN maturity_assessment.created_at IS 'When it was recorded';
RESET ROLE;
