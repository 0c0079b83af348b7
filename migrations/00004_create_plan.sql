-- +goose Up
-- The plan, its parties and its items. Every piece of content is an item with owner, category and visibility; one fence
-- stands around them all.
SET ROLE samplan_owner;
CREATE TABLE plan (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL CHECK (kind IN ('sip', 'barnets-plan')),
  status text NOT NULL CHECK (status IN ('noted', 'informed', 'consenting', 'preparing', 'called', 'met', 'established',
    'declined', 'no-need', 'withdrawn', 'moved', 'aged-out')),
  legal_basis text NOT NULL CHECK (legal_basis IN ('sol-2001-453-2-7', 'sol-2025-400-10-8', 'hsl-2017-30-16-4')),
  lead_unit_id uuid NOT NULL REFERENCES unit,
  overall_responsible_id uuid REFERENCES principal,
  no_other_actors boolean NOT NULL DEFAULT false,
  child_participation text CHECK (child_participation IN ('present', 'represented', 'heard-otherwise', 'too-young', 'declined', 'harmful', 'other')),
  next_follow_up_on date,
  next_follow_up_unit_id uuid REFERENCES unit,
  informed_on date,
  established_on date,
  created_on date NOT NULL,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((status = 'established') <= (established_on IS NOT NULL AND overall_responsible_id IS NOT NULL
    AND next_follow_up_on IS NOT NULL AND next_follow_up_unit_id IS NOT NULL AND child_participation IS NOT NULL))
);
CREATE INDEX plan_child ON plan (child_id);
CREATE TABLE plan_status_change (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  from_status text NOT NULL,
  to_status text NOT NULL,
  on_day date NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL
);
CREATE INDEX plan_status_change_plan ON plan_status_change (plan_id, created_at);
CREATE TABLE plan_status_reason (
  change_id uuid PRIMARY KEY REFERENCES plan_status_change,
  unit_id uuid NOT NULL REFERENCES unit,
  refused_by reason_text,
  reason reason_text NOT NULL
);
CREATE TABLE party (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  unit_id uuid NOT NULL REFERENCES unit,
  added_by_unit_id uuid NOT NULL REFERENCES unit,
  mode text NOT NULL CHECK (mode IN ('called', 'invited')),
  state text NOT NULL CHECK (state IN ('called', 'invited', 'accepted', 'declined', 'left')),
  contact_id uuid REFERENCES person,
  reason reason_text,
  added_on date NOT NULL,
  answered_on date,
  left_on date,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((state = 'left') = (left_on IS NOT NULL))
);
CREATE UNIQUE INDEX party_current ON party (plan_id, unit_id) WHERE state IN ('called', 'invited', 'accepted');
CREATE INDEX party_unit ON party (unit_id, plan_id);
CREATE INDEX party_plan ON party (plan_id);
CREATE TABLE item (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  kind text NOT NULL CHECK (kind IN ('goal', 'intervention', 'note', 'child-view', 'disagreement')),
  owner_unit_id uuid NOT NULL REFERENCES unit,
  category text NOT NULL CHECK (category IN ('support-needs', 'health', 'schooling', 'family-situation', 'goals',
    'interventions', 'child-voice', 'views')),
  visibility text NOT NULL CHECK (visibility IN ('unit', 'parties', 'family', 'named')),
  title short_text,
  body free_text,
  horizon text CHECK (horizon IN ('long', 'short')),
  goal_id uuid REFERENCES item,
  outside_actor short_text,
  contact_name short_text,
  starts_on date,
  ends_on date,
  status text CHECK (status IN ('planned', 'ongoing', 'done', 'stopped')),
  form text CHECK (form IN ('said', 'written', 'drawn', 'by-proxy')),
  author_id uuid NOT NULL REFERENCES person,
  author_kind text NOT NULL CHECK (author_kind IN ('staff', 'guardian', 'child')),
  created_on date NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (starts_on <= ends_on),
  CHECK (CASE kind
    WHEN 'goal' THEN body IS NOT NULL AND horizon IS NOT NULL
    WHEN 'intervention' THEN title IS NOT NULL AND status IS NOT NULL
    WHEN 'note' THEN body IS NOT NULL AND visibility IN ('unit', 'named')
    WHEN 'child-view' THEN body IS NOT NULL AND form IS NOT NULL AND category = 'child-voice'
    ELSE body IS NOT NULL AND category = 'views' END)
);
CREATE INDEX item_plan ON item (plan_id);
CREATE TABLE item_named (
  item_id uuid NOT NULL REFERENCES item,
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (item_id, person_id)
);
CREATE TABLE withholding (
  item_id uuid NOT NULL REFERENCES item,
  person_id uuid NOT NULL REFERENCES person,
  decided_by uuid NOT NULL REFERENCES person,
  decided_on date NOT NULL,
  reason reason_text NOT NULL,
  PRIMARY KEY (item_id, person_id)
);
CREATE TABLE confirmation (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  party_id uuid NOT NULL UNIQUE REFERENCES party,
  person_id uuid NOT NULL REFERENCES person,
  confirmed_on date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX confirmation_plan ON confirmation (plan_id);
CREATE TABLE plan_version (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  number int NOT NULL CHECK (number > 0),
  dispatched_on date NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  UNIQUE (plan_id, number)
);
CREATE TABLE plan_version_item (
  version_id uuid NOT NULL REFERENCES plan_version,
  item_id uuid NOT NULL REFERENCES item,
  title short_text,
  body free_text,
  horizon text,
  goal_id uuid,
  outside_actor short_text,
  contact_name short_text,
  starts_on date,
  ends_on date,
  status text,
  form text,
  PRIMARY KEY (version_id, item_id)
);
CREATE INDEX plan_version_item_item ON plan_version_item (item_id);
CREATE TRIGGER plan_columns BEFORE UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'kind', 'created_on', 'created_at');
CREATE TRIGGER plan_status_change_kept BEFORE UPDATE OR DELETE ON plan_status_change FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_status_reason_kept BEFORE UPDATE OR DELETE ON plan_status_reason FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER party_columns BEFORE UPDATE ON party FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'unit_id', 'added_by_unit_id', 'mode', 'added_on');
CREATE TRIGGER item_columns BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'kind', 'owner_unit_id', 'author_id', 'author_kind', 'created_on');
CREATE TRIGGER plan_version_kept BEFORE UPDATE OR DELETE ON plan_version FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_version_item_kept BEFORE UPDATE OR DELETE ON plan_version_item FOR EACH ROW EXECUTE FUNCTION keep_row();

COMMENT ON TABLE plan IS 'A coordinated plan for one child; only what every reader of the plan may know (SoL 10:8, HSL 16:4)';
COMMENT ON COLUMN plan.id IS 'Identity';
COMMENT ON COLUMN plan.child_id IS 'The child';
COMMENT ON COLUMN plan.kind IS 'Samordnad individuell plan or Barnets plan';
COMMENT ON COLUMN plan.status IS 'Where in the process it is (internal/plan/status.go, R42)';
COMMENT ON COLUMN plan.legal_basis IS 'The rule it is made under (R2)';
COMMENT ON COLUMN plan.lead_unit_id IS 'The unit that noted the need and leads the work';
COMMENT ON COLUMN plan.overall_responsible_id IS 'Övergripande ansvar: a municipality or a region (R1, R3)';
COMMENT ON COLUMN plan.no_other_actors IS 'It is stated that nobody else takes any action (R1)';
COMMENT ON COLUMN plan.child_participation IS 'How the child took part, or why not (R8)';
COMMENT ON COLUMN plan.next_follow_up_on IS 'When it is followed up next (R47)';
COMMENT ON COLUMN plan.next_follow_up_unit_id IS 'Which unit calls to that (R47)';
COMMENT ON COLUMN plan.informed_on IS 'When the family was informed; before that it sees nothing';
COMMENT ON COLUMN plan.established_on IS 'When it was established';
COMMENT ON COLUMN plan.created_on IS 'The day the need was noted';
COMMENT ON COLUMN plan.created_at IS 'The instant, for order';
COMMENT ON COLUMN plan.version IS 'Counts changes of this row alone';
COMMENT ON TABLE plan_status_change IS 'Each step of the process; never changed';
COMMENT ON COLUMN plan_status_change.id IS 'Identity';
COMMENT ON COLUMN plan_status_change.plan_id IS 'The plan';
COMMENT ON COLUMN plan_status_change.from_status IS 'The status before';
COMMENT ON COLUMN plan_status_change.to_status IS 'The status after';
COMMENT ON COLUMN plan_status_change.on_day IS 'The day it happened';
COMMENT ON COLUMN plan_status_change.person_id IS 'Who recorded it';
COMMENT ON COLUMN plan_status_change.created_at IS 'When it was recorded';
COMMENT ON TABLE plan_status_reason IS 'Why a step was taken, in the words of the unit that took it: that domain''s own information';
COMMENT ON COLUMN plan_status_reason.change_id IS 'The step';
COMMENT ON COLUMN plan_status_reason.unit_id IS 'The unit that took it';
COMMENT ON COLUMN plan_status_reason.refused_by IS 'Who refused and in which role, when somebody did (R4)';
COMMENT ON COLUMN plan_status_reason.reason IS 'Why';
COMMENT ON TABLE party IS 'A unit that is called to, invited to or takes part in a plan';
COMMENT ON COLUMN party.id IS 'Identity';
COMMENT ON COLUMN party.plan_id IS 'The plan';
COMMENT ON COLUMN party.unit_id IS 'The unit';
COMMENT ON COLUMN party.added_by_unit_id IS 'The unit that called or invited it';
COMMENT ON COLUMN party.mode IS 'Kallad (obliged) or inbjuden';
COMMENT ON COLUMN party.state IS 'Where it stands';
COMMENT ON COLUMN party.contact_id IS 'Who comes for the unit (R44)';
COMMENT ON COLUMN party.reason IS 'Why it declined or left';
COMMENT ON COLUMN party.added_on IS 'When it was called or invited';
COMMENT ON COLUMN party.answered_on IS 'When it answered';
COMMENT ON COLUMN party.left_on IS 'Its last day as a party';
COMMENT ON COLUMN party.version IS 'Counts changes';
COMMENT ON TABLE item IS 'Goal, intervention, note, the child''s words or disagreement; the unit of secrecy (R21)';
COMMENT ON COLUMN item.id IS 'Identity';
COMMENT ON COLUMN item.plan_id IS 'The plan';
COMMENT ON COLUMN item.kind IS 'Which noun';
COMMENT ON COLUMN item.owner_unit_id IS 'The unit that holds it; its class tells which paragraph binds it';
COMMENT ON COLUMN item.category IS 'Information category that a consent names';
COMMENT ON COLUMN item.visibility IS 'Own unit, parties, parties and family, or named persons';
COMMENT ON COLUMN item.title IS 'What is done (intervention)';
COMMENT ON COLUMN item.body IS 'The words';
COMMENT ON COLUMN item.horizon IS 'Long or short goal';
COMMENT ON COLUMN item.goal_id IS 'The goal it serves or is part of';
COMMENT ON COLUMN item.outside_actor IS 'Who outside the principals does it (R1)';
COMMENT ON COLUMN item.contact_name IS 'Whom to turn to (R6)';
COMMENT ON COLUMN item.starts_on IS 'First day of the time plan';
COMMENT ON COLUMN item.ends_on IS 'Last day of the time plan';
COMMENT ON COLUMN item.status IS 'How far the intervention has come';
COMMENT ON COLUMN item.form IS 'How the child''s words were given (R8)';
COMMENT ON COLUMN item.author_id IS 'Who wrote it';
COMMENT ON COLUMN item.author_kind IS 'As staff, guardian or the child';
COMMENT ON COLUMN item.created_on IS 'The day it was written';
COMMENT ON COLUMN item.version IS 'Counts changes';
COMMENT ON TABLE item_named IS 'Who is named for an item with visibility named';
COMMENT ON COLUMN item_named.item_id IS 'The item';
COMMENT ON COLUMN item_named.person_id IS 'The person who may read it';
COMMENT ON TABLE withholding IS 'An item that is kept from a guardian or the child (OSL 12:3, R27)';
COMMENT ON COLUMN withholding.item_id IS 'The item';
COMMENT ON COLUMN withholding.person_id IS 'From whom';
COMMENT ON COLUMN withholding.decided_by IS 'Who decided';
COMMENT ON COLUMN withholding.decided_on IS 'When';
COMMENT ON COLUMN withholding.reason IS 'Why';
COMMENT ON TABLE confirmation IS 'A party''s confirmation of the plan as it is; removed when what it touches changes';
COMMENT ON COLUMN confirmation.id IS 'Identity';
COMMENT ON COLUMN confirmation.plan_id IS 'The plan';
COMMENT ON COLUMN confirmation.party_id IS 'The party';
COMMENT ON COLUMN confirmation.person_id IS 'Who confirmed for it';
COMMENT ON COLUMN confirmation.confirmed_on IS 'When';
COMMENT ON COLUMN confirmation.created_at IS 'The instant';
COMMENT ON TABLE plan_version IS 'A dispatched version; never changed (R7)';
COMMENT ON COLUMN plan_version.id IS 'Identity';
COMMENT ON COLUMN plan_version.plan_id IS 'The plan';
COMMENT ON COLUMN plan_version.number IS 'Counts dispatches of the plan';
COMMENT ON COLUMN plan_version.dispatched_on IS 'When it was dispatched';
COMMENT ON COLUMN plan_version.person_id IS 'Who dispatched it';
COMMENT ON COLUMN plan_version.created_at IS 'The instant';
COMMENT ON TABLE plan_version_item IS 'An item as it was when the version was dispatched; who may read the item may read this';
COMMENT ON COLUMN plan_version_item.version_id IS 'The version';
COMMENT ON COLUMN plan_version_item.item_id IS 'The item';
COMMENT ON COLUMN plan_version_item.title IS 'As in item';
COMMENT ON COLUMN plan_version_item.body IS 'As in item';
COMMENT ON COLUMN plan_version_item.horizon IS 'As in item';
COMMENT ON COLUMN plan_version_item.goal_id IS 'As in item';
COMMENT ON COLUMN plan_version_item.outside_actor IS 'As in item';
COMMENT ON COLUMN plan_version_item.contact_name IS 'As in item';
COMMENT ON COLUMN plan_version_item.starts_on IS 'As in item';
COMMENT ON COLUMN plan_version_item.ends_on IS 'As in item';
COMMENT ON COLUMN plan_version_item.status IS 'As in item';
COMMENT ON COLUMN plan_version_item.form IS 'As in item';
RESET ROLE;
