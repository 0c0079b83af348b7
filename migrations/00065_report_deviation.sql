-- +goose Up
-- Deviations in collaboration (R52): a party did not do its part. Anybody of the staff enters one; it is about no child. The unit
-- that entered it files it with a collaboration group, whose members of today see it without who entered it. The link to a child
-- lies in a row of its own that only the unit's own people can see; so does who entered it.
SET ROLE samplan_owner;
CREATE TABLE collaboration_group (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES principal,
  name short_text NOT NULL,
  level text NOT NULL CHECK (level IN ('local', 'county')),
  above_id uuid REFERENCES collaboration_group,
  created_by uuid REFERENCES person,
  CHECK (level = 'local' OR above_id IS NULL)
);
CREATE UNIQUE INDEX collaboration_group_name ON collaboration_group (principal_id, lower(name));
CREATE INDEX collaboration_group_above ON collaboration_group (above_id);
CREATE TRIGGER collaboration_group_kept BEFORE UPDATE OR DELETE ON collaboration_group FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TABLE group_member (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL REFERENCES collaboration_group,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  function text NOT NULL CHECK (function IN ('chair', 'secretary', 'member')),
  title short_text NOT NULL,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND lower(valid) IS NOT NULL),
  added_by uuid REFERENCES person,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  EXCLUDE USING gist (group_id WITH =, unit_id WITH =, person_id WITH =, valid WITH &&)
);
CREATE INDEX group_member_person ON group_member (person_id, unit_id);
CREATE INDEX group_member_unit ON group_member (unit_id);
CREATE TRIGGER group_member_columns BEFORE UPDATE ON group_member FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'group_id', 'unit_id', 'person_id', 'function', 'title', 'added_by');
CREATE TRIGGER group_member_kept BEFORE DELETE ON group_member FOR EACH ROW EXECUTE FUNCTION keep_row();

CREATE TABLE deviation (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  concerns_unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('observed', 'reported')),
  routine_version_id uuid NOT NULL REFERENCES routine_version,
  category short_text NOT NULL,
  happened_on date NOT NULL,
  entered_on date NOT NULL,
  body free_text NOT NULL,
  withdrawn_on date,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (happened_on <= entered_on AND entered_on <= withdrawn_on)
);
CREATE INDEX deviation_unit ON deviation (unit_id, created_at);
CREATE TABLE deviation_reporter (
  deviation_id uuid PRIMARY KEY REFERENCES deviation,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person
);
CREATE INDEX deviation_reporter_person ON deviation_reporter (person_id);
CREATE TABLE deviation_child (
  deviation_id uuid PRIMARY KEY REFERENCES deviation,
  unit_id uuid NOT NULL REFERENCES unit,
  child_id uuid NOT NULL REFERENCES person
);
CREATE INDEX deviation_child_child ON deviation_child (child_id);
CREATE TABLE deviation_contact (
  deviation_id uuid PRIMARY KEY REFERENCES deviation,
  contacted_on date NOT NULL,
  manager_id uuid NOT NULL REFERENCES person,
  other_manager short_text NOT NULL,
  cause reason_text NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE TABLE deviation_case (
  id uuid PRIMARY KEY,
  deviation_id uuid NOT NULL REFERENCES deviation,
  group_id uuid NOT NULL REFERENCES collaboration_group,
  origin text NOT NULL CHECK (origin IN ('filed')),
  state text NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted')),
  received_on date NOT NULL,
  due_on date NOT NULL CHECK (due_on >= received_on),
  accepted_on date CHECK (accepted_on >= received_on),
  returned_on date CHECK (returned_on >= received_on),
  reason reason_text,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((state = 'returned') = (returned_on IS NOT NULL) AND (state = 'returned') = (reason IS NOT NULL)),
  CHECK ((state IN ('submitted', 'returned')) = (accepted_on IS NULL))
);
CREATE UNIQUE INDEX deviation_case_filed ON deviation_case (deviation_id) WHERE origin = 'filed';
CREATE INDEX deviation_case_group ON deviation_case (group_id, due_on);
CREATE TRIGGER deviation_columns BEFORE UPDATE ON deviation FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'concerns_unit_id',
  'routine_version_id', 'category', 'happened_on', 'entered_on', 'body', 'created_at');
CREATE TRIGGER deviation_case_columns BEFORE UPDATE ON deviation_case FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'deviation_id', 'origin');
CREATE TRIGGER deviation_contact_columns BEFORE UPDATE ON deviation_contact FOR EACH ROW EXECUTE FUNCTION keep_columns('deviation_id');
CREATE TRIGGER deviation_reporter_columns BEFORE UPDATE ON deviation_reporter FOR EACH ROW EXECUTE FUNCTION keep_columns('deviation_id', 'person_id');
CREATE TRIGGER deviation_child_columns BEFORE UPDATE ON deviation_child FOR EACH ROW EXECUTE FUNCTION keep_columns('deviation_id', 'child_id');

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['deviation', 'deviation_reporter', 'deviation_child', 'deviation_contact', 'deviation_case'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_row()', t || '_kept', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['deviation', 'deviation_reporter', 'deviation_child'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (current_user <> ''samplan_fence'') EXECUTE FUNCTION keep_columns(''unit_id'')', t || '_unit', t);
  END LOOP;
END $$;

-- The groups in which the actor sits today for the own unit.
CREATE FUNCTION app_my_groups() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT m.group_id FROM group_member m WHERE m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today() $$;

-- The same, as chair or secretary.
CREATE FUNCTION app_chaired_groups() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT m.group_id FROM group_member m WHERE m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today()
     AND m.function IN ('chair', 'secretary') $$;

-- The deviations that these groups have.
CREATE FUNCTION app_group_deviations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.deviation_id FROM deviation_case c JOIN group_member m ON m.group_id = c.group_id
   WHERE m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today() $$;

-- Whether somebody has an assignment at a unit on a day.
CREATE FUNCTION app_works_at(p_person uuid, p_unit uuid, p_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM assignment g WHERE g.person_id = p_person AND g.unit_id = p_unit AND g.valid @> p_day) $$;

-- The own unit's link to a child goes with the case; a unit that takes over another has what that one entered.
CREATE FUNCTION app_hand_over_deviations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE deviation_child c SET unit_id = NEW.to_unit_id WHERE c.child_id = NEW.child_id AND c.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;
CREATE FUNCTION app_inherit_deviations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE deviation d SET unit_id = s.successor_id, version = d.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = d.unit_id;
  UPDATE deviation_reporter r SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_deviations AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_deviations();
CREATE TRIGGER reorganisation_deviations AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_inherit_deviations();

-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['collaboration_group', 'group_member', 'deviation', 'deviation_reporter', 'deviation_child', 'deviation_contact', 'deviation_case'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['deviation', 'deviation_reporter', 'deviation_child'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_group_deviations()', 'app_works_at(uuid, uuid, date)', 'app_hand_over_deviations()', 'app_inherit_deviations()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
REVOKE EXECUTE ON FUNCTION app_my_groups(), app_chaired_groups() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_my_groups(), app_chaired_groups() TO samplan_app;
GRANT UPDATE (unit_id, version) ON deviation TO samplan_fence;
GRANT UPDATE (unit_id) ON deviation_reporter, deviation_child TO samplan_fence;
GRANT UPDATE (valid, version) ON group_member TO samplan_app;
GRANT UPDATE (kind, withdrawn_on, version) ON deviation TO samplan_app;
GRANT UPDATE (contacted_on, manager_id, other_manager, cause, version) ON deviation_contact TO samplan_app;
GRANT UPDATE (group_id, state, received_on, due_on, accepted_on, returned_on, reason, version) ON deviation_case TO samplan_app;
CREATE POLICY collaboration_group_staff ON collaboration_group FOR SELECT TO samplan_app USING (app_unit() IS NOT NULL);
CREATE POLICY collaboration_group_add ON collaboration_group FOR INSERT TO samplan_app WITH CHECK (principal_id = app_principal() AND created_by = app_person());
CREATE POLICY group_member_staff ON group_member FOR SELECT TO samplan_app USING (app_unit() IS NOT NULL);
CREATE POLICY group_member_add ON group_member FOR INSERT TO samplan_app WITH CHECK (
  added_by = app_person() AND EXISTS (SELECT FROM collaboration_group g WHERE g.id = group_id AND g.principal_id = app_principal()));
CREATE POLICY group_member_change ON group_member FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM collaboration_group g WHERE g.id = group_id AND g.principal_id = app_principal()));
CREATE POLICY deviation_read ON deviation FOR SELECT TO samplan_app USING (unit_id = app_unit() OR id IN (SELECT app_group_deviations()));
CREATE POLICY deviation_add ON deviation FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit());
CREATE POLICY deviation_change ON deviation FOR UPDATE TO samplan_app USING (unit_id = app_unit());
CREATE POLICY deviation_reporter_read ON deviation_reporter FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY deviation_reporter_add ON deviation_reporter FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit() AND person_id = app_person());
CREATE POLICY deviation_child_read ON deviation_child FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY deviation_child_add ON deviation_child FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND EXISTS (SELECT FROM case_file f WHERE f.child_id = deviation_child.child_id AND f.unit_id = app_unit() AND f.valid @> app_today()));
CREATE POLICY deviation_contact_read ON deviation_contact FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM deviation d WHERE d.id = deviation_id));
CREATE POLICY deviation_contact_add ON deviation_contact FOR INSERT TO samplan_app WITH CHECK (
  manager_id = app_person() AND EXISTS (SELECT FROM deviation d WHERE d.id = deviation_id AND d.unit_id = app_unit()));
CREATE POLICY deviation_contact_change ON deviation_contact FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM deviation d WHERE d.id = deviation_id AND d.unit_id = app_unit())) WITH CHECK (manager_id = app_person());
CREATE POLICY deviation_case_read ON deviation_case FOR SELECT TO samplan_app USING (group_id IN (SELECT app_my_groups())
  OR origin = 'filed' AND EXISTS (SELECT FROM deviation d WHERE d.id = deviation_id AND d.unit_id = app_unit()));
CREATE POLICY deviation_case_add ON deviation_case FOR INSERT TO samplan_app WITH CHECK (
  origin = 'filed' AND state = 'submitted' AND EXISTS (SELECT FROM deviation d WHERE d.id = deviation_id AND d.unit_id = app_unit())
  AND EXISTS (SELECT FROM group_member m WHERE m.group_id = deviation_case.group_id AND m.unit_id = app_unit() AND m.valid @> app_today()));
-- The unit files anew what was returned; what the group does is its chair's and secretary's.
CREATE POLICY deviation_case_refile ON deviation_case FOR UPDATE TO samplan_app
  USING (state = 'returned' AND origin = 'filed' AND EXISTS (SELECT FROM deviation d WHERE d.id = deviation_id AND d.unit_id = app_unit()))
  WITH CHECK (state = 'submitted' AND EXISTS (SELECT FROM group_member m WHERE m.group_id = deviation_case.group_id AND m.unit_id = app_unit() AND m.valid @> app_today()));
CREATE POLICY deviation_case_handle ON deviation_case FOR UPDATE TO samplan_app USING (group_id IN (SELECT app_chaired_groups()))
  WITH CHECK (state <> 'submitted');

COMMENT ON TABLE collaboration_group IS 'Samverkansgrupp: services that meet about how they work together, never about a child';
COMMENT ON COLUMN collaboration_group.id IS 'Identity';
COMMENT ON COLUMN collaboration_group.principal_id IS 'The principal that keeps it';
COMMENT ON COLUMN collaboration_group.name IS 'Name';
COMMENT ON COLUMN collaboration_group.level IS 'Local, or for a county';
COMMENT ON COLUMN collaboration_group.above_id IS 'The county group that a local one turns to';
COMMENT ON COLUMN collaboration_group.created_by IS 'Who added it; none: set up with the principal';
COMMENT ON TABLE group_member IS 'Who holds a seat in a group, for which unit, as what, in which days';
COMMENT ON COLUMN group_member.id IS 'Identity';
COMMENT ON COLUMN group_member.group_id IS 'The group';
COMMENT ON COLUMN group_member.unit_id IS 'The unit, under whose assignment one sits';
COMMENT ON COLUMN group_member.person_id IS 'Who';
COMMENT ON COLUMN group_member.function IS 'Chair, secretary, member';
COMMENT ON COLUMN group_member.title IS 'What the seat is for';
COMMENT ON COLUMN group_member.valid IS 'In which days';
COMMENT ON COLUMN group_member.added_by IS 'Who said so; none: set up with the group';
COMMENT ON COLUMN group_member.version IS 'Counts changes';
COMMENT ON TABLE deviation IS 'Avvikelse i samverkan (R52): a party did not do its part; about no child';
COMMENT ON COLUMN deviation.id IS 'Identity';
COMMENT ON COLUMN deviation.unit_id IS 'The unit that entered it, or took over from it';
COMMENT ON COLUMN deviation.concerns_unit_id IS 'The unit that did not do its part';
COMMENT ON COLUMN deviation.kind IS 'Only observed, or meant to be filed';
COMMENT ON COLUMN deviation.routine_version_id IS 'The version of the routine profile whose categories held';
COMMENT ON COLUMN deviation.category IS 'Which of them';
COMMENT ON COLUMN deviation.happened_on IS 'When it happened';
COMMENT ON COLUMN deviation.entered_on IS 'When it was entered';
COMMENT ON COLUMN deviation.body IS 'What happened, without names and numbers';
COMMENT ON COLUMN deviation.withdrawn_on IS 'When the unit took it back';
COMMENT ON COLUMN deviation.created_at IS 'The instant';
COMMENT ON COLUMN deviation.version IS 'Counts changes by the unit';
COMMENT ON TABLE deviation_reporter IS 'Who entered a deviation: the unit''s own';
COMMENT ON COLUMN deviation_reporter.deviation_id IS 'The deviation';
COMMENT ON COLUMN deviation_reporter.unit_id IS 'The unit';
COMMENT ON COLUMN deviation_reporter.person_id IS 'Who';
COMMENT ON TABLE deviation_child IS 'Which child made the unit enter it: for those of the unit who work with the child, and nobody else ever';
COMMENT ON COLUMN deviation_child.deviation_id IS 'The deviation';
COMMENT ON COLUMN deviation_child.unit_id IS 'The unit whose case it is';
COMMENT ON COLUMN deviation_child.child_id IS 'The child';
COMMENT ON TABLE deviation_contact IS 'What the managers of both units found when they spoke; a group takes nothing up without';
COMMENT ON COLUMN deviation_contact.deviation_id IS 'The deviation';
COMMENT ON COLUMN deviation_contact.contacted_on IS 'When they spoke';
COMMENT ON COLUMN deviation_contact.manager_id IS 'The own manager';
COMMENT ON COLUMN deviation_contact.other_manager IS 'The other unit''s manager';
COMMENT ON COLUMN deviation_contact.cause IS 'What they found to be the cause';
COMMENT ON COLUMN deviation_contact.version IS 'Counts changes';
COMMENT ON TABLE deviation_case IS 'A deviation as one group has it';
COMMENT ON COLUMN deviation_case.id IS 'Identity';
COMMENT ON COLUMN deviation_case.deviation_id IS 'The deviation';
COMMENT ON COLUMN deviation_case.group_id IS 'The group';
COMMENT ON COLUMN deviation_case.origin IS 'Filed by the unit';
COMMENT ON COLUMN deviation_case.state IS 'Submitted, returned, accepted';
COMMENT ON COLUMN deviation_case.received_on IS 'When it came, the last time';
COMMENT ON COLUMN deviation_case.due_on IS 'When it is to be answered, by the routine of the principal that keeps the group (R53)';
COMMENT ON COLUMN deviation_case.accepted_on IS 'When the group took it up';
COMMENT ON COLUMN deviation_case.returned_on IS 'When the group sent it back';
COMMENT ON COLUMN deviation_case.reason IS 'Why';
COMMENT ON COLUMN deviation_case.version IS 'Counts changes';
COMMENT ON FUNCTION app_my_groups() IS 'The groups in which the actor sits today for the own unit';
COMMENT ON FUNCTION app_chaired_groups() IS 'The groups whose chair or secretary the actor is today for the own unit';
RESET ROLE;
SET ROLE samplan_fence;
COMMENT ON FUNCTION app_group_deviations() IS 'The deviations that the actor''s groups have';
COMMENT ON FUNCTION app_works_at(uuid, uuid, date) IS 'Whether somebody has an assignment at a unit on a day';
COMMENT ON FUNCTION app_hand_over_deviations() IS 'Trigger: the own unit''s link to a child follows the case';
COMMENT ON FUNCTION app_inherit_deviations() IS 'Trigger: deviations go to the unit that takes over';
RESET ROLE;
