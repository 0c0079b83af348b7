-- +goose Up
-- What a group does with a deviation (R53): it is answered in time, lifted to the county's group, and there perhaps found to be a
-- fault of the whole system; told to the group of the other municipality that it concerns, which has a case of its own; followed
-- by measures, each with a unit, a day and what came of it. The group that sent one on sees where it stands, and no measures.
SET ROLE samplan_owner;
-- +goose StatementBegin
DO $$
DECLARE c text;
BEGIN
  FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'deviation_case'::regclass AND contype = 'c'
    AND (pg_get_constraintdef(oid) LIKE '%origin%' OR pg_get_constraintdef(oid) LIKE '%state%') LOOP
    EXECUTE format('ALTER TABLE deviation_case DROP CONSTRAINT %I', c);
  END LOOP;
END $$;
-- +goose StatementEnd
ALTER TABLE deviation_case
  ADD COLUMN level text NOT NULL DEFAULT 'local' CHECK (level IN ('local', 'county', 'system')),
  ADD COLUMN from_group_id uuid REFERENCES collaboration_group,
  ADD COLUMN lifted_because reason_text,
  ADD COLUMN answer free_text,
  ADD COLUMN answered_on date CHECK (answered_on >= received_on),
  ADD COLUMN closed_on date CHECK (closed_on >= answered_on),
  ADD CONSTRAINT deviation_case_origin_check CHECK (origin IN ('filed', 'mirrored', 'escalated') AND (origin = 'filed') = (from_group_id IS NULL)),
  ADD CONSTRAINT deviation_case_state_check CHECK (state IN ('submitted', 'returned', 'accepted', 'escalated', 'answered', 'closed')),
  ADD CONSTRAINT deviation_case_returned_check CHECK ((state = 'returned') = (returned_on IS NOT NULL) AND (state = 'returned') = (reason IS NOT NULL)),
  ADD CONSTRAINT deviation_case_accepted_check CHECK ((state IN ('submitted', 'returned')) = (accepted_on IS NULL)),
  ADD CONSTRAINT deviation_case_answered_check CHECK ((state IN ('answered', 'closed')) = (answered_on IS NOT NULL) AND (answered_on IS NULL) = (answer IS NULL)),
  ADD CONSTRAINT deviation_case_closed_check CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
  ADD CONSTRAINT deviation_case_lifted_check CHECK (lifted_because IS NOT NULL OR state <> 'escalated' AND level <> 'system');
CREATE UNIQUE INDEX deviation_case_sent ON deviation_case (deviation_id, group_id, from_group_id) WHERE from_group_id IS NOT NULL;
CREATE INDEX deviation_case_from ON deviation_case (from_group_id);
DROP TRIGGER deviation_case_columns ON deviation_case;
CREATE TRIGGER deviation_case_columns BEFORE UPDATE ON deviation_case FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'deviation_id', 'origin', 'from_group_id');

CREATE TABLE deviation_measure (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES deviation_case,
  group_id uuid NOT NULL REFERENCES collaboration_group,
  unit_id uuid NOT NULL REFERENCES unit,
  body reason_text NOT NULL,
  decided_on date NOT NULL,
  due_on date NOT NULL CHECK (due_on >= decided_on),
  outcome text CHECK (outcome IN ('done', 'partly', 'not-done')),
  effect reason_text,
  followed_up_on date CHECK (followed_up_on >= decided_on),
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((outcome IS NULL) = (effect IS NULL) AND (outcome IS NULL) = (followed_up_on IS NULL))
);
CREATE INDEX deviation_measure_case ON deviation_measure (case_id);
CREATE INDEX deviation_measure_unit ON deviation_measure (unit_id, due_on);
CREATE INDEX deviation_measure_group ON deviation_measure (group_id, due_on);
CREATE TRIGGER deviation_measure_columns BEFORE UPDATE ON deviation_measure FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'case_id', 'group_id', 'body', 'decided_on', 'due_on', 'created_at');
CREATE TRIGGER deviation_measure_unit_kept BEFORE UPDATE ON deviation_measure FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER deviation_measure_kept BEFORE DELETE ON deviation_measure FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE deviation_measure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- +goose StatementBegin
-- A unit that takes over another has what that one entered, and what it was to do.
CREATE OR REPLACE FUNCTION app_inherit_deviations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE deviation d SET unit_id = s.successor_id, version = d.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = d.unit_id;
  UPDATE deviation_reporter r SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.unit_id;
  UPDATE deviation_measure m SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = m.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE POLICY deviation_measure_fence ON deviation_measure FOR SELECT TO samplan_fence USING (true);
CREATE POLICY deviation_measure_fence_change ON deviation_measure FOR UPDATE TO samplan_fence USING (true);
CREATE POLICY deviation_measure_read ON deviation_measure FOR SELECT TO samplan_app USING (unit_id = app_unit() OR group_id IN (SELECT app_my_groups()));
CREATE POLICY deviation_measure_add ON deviation_measure FOR INSERT TO samplan_app WITH CHECK (
  group_id IN (SELECT app_chaired_groups()) AND EXISTS (SELECT FROM deviation_case c WHERE c.id = case_id AND c.group_id = deviation_measure.group_id));
CREATE POLICY deviation_measure_change ON deviation_measure FOR UPDATE TO samplan_app USING (group_id IN (SELECT app_chaired_groups()));
GRANT SELECT ON deviation_measure TO samplan_fence;
GRANT UPDATE (unit_id) ON deviation_measure TO samplan_fence;
GRANT SELECT, INSERT ON deviation_measure TO samplan_app;
GRANT UPDATE (outcome, effect, followed_up_on, version) ON deviation_measure TO samplan_app;
GRANT UPDATE (level, lifted_because, answer, answered_on, closed_on) ON deviation_case TO samplan_app;
ALTER POLICY deviation_case_read ON deviation_case USING (group_id IN (SELECT app_my_groups()) OR from_group_id IN (SELECT app_my_groups())
  OR origin = 'filed' AND EXISTS (SELECT FROM deviation d WHERE d.id = deviation_id AND d.unit_id = app_unit()));
-- A group sends on what it has: to the group above it, or to one of another principal.
CREATE POLICY deviation_case_send ON deviation_case FOR INSERT TO samplan_app WITH CHECK (
  origin <> 'filed' AND state = 'submitted' AND from_group_id IN (SELECT app_chaired_groups()) AND deviation_id IN (SELECT app_group_deviations())
  AND EXISTS (SELECT FROM collaboration_group f JOIN collaboration_group g ON g.id = deviation_case.group_id WHERE f.id = from_group_id
    AND CASE origin WHEN 'escalated' THEN g.id = f.above_id ELSE g.level = 'local' AND g.principal_id <> f.principal_id END));

COMMENT ON COLUMN deviation_case.origin IS 'Filed by the unit, told by the group of another municipality, lifted by a local group';
COMMENT ON COLUMN deviation_case.state IS 'Submitted, returned, accepted, lifted to the group above, answered, closed';
COMMENT ON COLUMN deviation_case.level IS 'Local, of the county, or found to be a fault of the system';
COMMENT ON COLUMN deviation_case.from_group_id IS 'The group that sent it';
COMMENT ON COLUMN deviation_case.lifted_because IS 'Why it was lifted';
COMMENT ON COLUMN deviation_case.answer IS 'What the group answers';
COMMENT ON COLUMN deviation_case.answered_on IS 'When';
COMMENT ON COLUMN deviation_case.closed_on IS 'When it was closed, its measures followed up';
COMMENT ON TABLE deviation_measure IS 'What a group has decided to be done, by which unit, until when, and what came of it';
COMMENT ON COLUMN deviation_measure.id IS 'Identity';
COMMENT ON COLUMN deviation_measure.case_id IS 'The case';
COMMENT ON COLUMN deviation_measure.group_id IS 'Its group';
COMMENT ON COLUMN deviation_measure.unit_id IS 'The unit that is to do it';
COMMENT ON COLUMN deviation_measure.body IS 'What';
COMMENT ON COLUMN deviation_measure.decided_on IS 'When it was decided';
COMMENT ON COLUMN deviation_measure.due_on IS 'Until when';
COMMENT ON COLUMN deviation_measure.outcome IS 'Done, partly, not done';
COMMENT ON COLUMN deviation_measure.effect IS 'What came of it';
COMMENT ON COLUMN deviation_measure.followed_up_on IS 'When it was followed up';
COMMENT ON COLUMN deviation_measure.created_at IS 'The instant';
COMMENT ON COLUMN deviation_measure.version IS 'Counts changes';
RESET ROLE;
