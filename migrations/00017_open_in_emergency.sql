-- +goose Up
-- Care givers (PDL): what was said when a block was set or lifted (R39), and emergency access (R38): one member of staff of
-- a care giver asks who holds something about a child whose life or health is in danger, opens one holder for 15 minutes,
-- and somebody else reviews it. No fence is opened: what an emergency shows comes out of app_emergency_items and nowhere
-- else, so no other read or write is wider meanwhile.
SET ROLE samplan_owner;
CREATE TABLE care_block_reason (
  block_id uuid NOT NULL REFERENCES care_block,
  act text NOT NULL CHECK (act IN ('set', 'lifted')),
  unit_id uuid NOT NULL REFERENCES unit,
  reason reason_text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (block_id, act)
);
CREATE TRIGGER care_block_reason_columns BEFORE UPDATE ON care_block_reason FOR EACH ROW
  EXECUTE FUNCTION keep_columns('block_id', 'act', 'reason', 'created_at');
CREATE TRIGGER care_block_reason_kept BEFORE DELETE ON care_block_reason FOR EACH ROW EXECUTE FUNCTION keep_row();

CREATE TABLE emergency_inquiry (
  id uuid PRIMARY KEY,
  child_id uuid REFERENCES person,
  person_id uuid NOT NULL REFERENCES person,
  assignment_id uuid NOT NULL REFERENCES assignment,
  unit_id uuid NOT NULL REFERENCES unit,
  danger text NOT NULL CHECK (danger IN ('life', 'health')),
  reason reason_text NOT NULL,
  asked_at timestamptz NOT NULL
);
CREATE TRIGGER emergency_inquiry_kept BEFORE UPDATE OR DELETE ON emergency_inquiry FOR EACH ROW EXECUTE FUNCTION keep_row();

CREATE TABLE emergency_access (
  id uuid PRIMARY KEY,
  inquiry_id uuid NOT NULL REFERENCES emergency_inquiry,
  child_id uuid NOT NULL REFERENCES person,
  person_id uuid NOT NULL REFERENCES person,
  assignment_id uuid NOT NULL REFERENCES assignment,
  unit_id uuid NOT NULL REFERENCES unit,
  holder_unit_id uuid NOT NULL REFERENCES unit,
  danger text NOT NULL CHECK (danger IN ('life', 'health')),
  reason reason_text NOT NULL,
  opened_at timestamptz NOT NULL,
  opens_until timestamptz NOT NULL CHECK (opens_until = opened_at + interval '15 minutes'),
  review_due_on date NOT NULL,
  UNIQUE (inquiry_id, holder_unit_id)
);
CREATE INDEX emergency_access_unit ON emergency_access (unit_id, opened_at);
CREATE INDEX emergency_access_holder ON emergency_access (holder_unit_id, opened_at);
CREATE TRIGGER emergency_access_columns BEFORE UPDATE ON emergency_access FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'inquiry_id', 'child_id', 'person_id', 'assignment_id', 'danger', 'reason', 'opened_at', 'opens_until', 'review_due_on');
CREATE TRIGGER emergency_access_kept BEFORE DELETE ON emergency_access FOR EACH ROW EXECUTE FUNCTION keep_row();

CREATE TABLE emergency_review (
  id uuid PRIMARY KEY,
  access_id uuid NOT NULL REFERENCES emergency_access,
  person_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  verdict text NOT NULL CHECK (verdict IN ('justified', 'unjustified')),
  reviewed_at timestamptz NOT NULL,
  UNIQUE (access_id, person_id)
);
CREATE TRIGGER emergency_review_kept BEFORE UPDATE OR DELETE ON emergency_review FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TABLE emergency_review_note (
  review_id uuid PRIMARY KEY REFERENCES emergency_review,
  unit_id uuid NOT NULL REFERENCES unit,
  note reason_text NOT NULL
);
CREATE TRIGGER emergency_review_note_columns BEFORE UPDATE ON emergency_review_note FOR EACH ROW EXECUTE FUNCTION keep_columns('review_id', 'note');
CREATE TRIGGER emergency_review_note_kept BEFORE DELETE ON emergency_review_note FOR EACH ROW EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- The wall once more, as policy/walls.csv has it for the ground emergency: health care receives, and holders are care
-- givers, health care and the school's medical staff.
CREATE FUNCTION app_gives_emergency_care() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM unit n WHERE n.id = app_unit() AND n.secrecy_class = 'health') $$;

CREATE FUNCTION app_is_care_giver(p_unit uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM unit n WHERE n.id = p_unit AND n.secrecy_class IN ('health', 'school-health-medical')) $$;

-- The child behind an identity number, for an inquiry; nobody is made up who was not there.
CREATE FUNCTION app_emergency_child(p_type text, p_value text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.person_id FROM person_identifier i WHERE i.type = p_type AND i.value = p_value AND app_gives_emergency_care() $$;

-- The units in the plans that the caller may see as the child itself, whichever plan is at hand, unless it is kept from the
-- caller where the child is.
CREATE FUNCTION app_my_units() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT y.unit_id FROM party y WHERE y.plan_id = ANY (app_self_plans()) AND app_knows_place(app_person()) $$;

-- Within how many working days the unit's principal wants an emergency access reviewed.
CREATE FUNCTION app_review_days(p_unit uuid) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.review_working_days
    FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
    JOIN principal h ON h.id = a.principal_id JOIN routine_profile r ON r.code = h.routine_profile
   WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1 $$;

-- First step: which care givers hold something about the child of an own inquiry that an emergency would show. What is for
-- named persons, and what was kept apart in a merger, is not counted, since it would not be shown either.
CREATE FUNCTION app_emergency_holders(p_inquiry uuid) RETURNS TABLE (unit_id uuid, secrecy_class text, is_blocked boolean, review_days int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT n.id, n.secrecy_class, EXISTS (SELECT FROM block_in_force k WHERE k.child_id = q.child_id AND k.unit_id = n.id), app_review_days(n.id)
    FROM emergency_inquiry q
    JOIN unit n ON app_is_care_giver(n.id) AND EXISTS (SELECT FROM plan p JOIN item i ON i.plan_id = p.id
           WHERE p.child_id = q.child_id AND i.owner_unit_id = n.id AND i.visibility IN ('unit', 'parties', 'family') AND i.kept_apart_on IS NULL)
   WHERE q.id = p_inquiry AND q.person_id = app_person() AND q.unit_id = app_unit() AND app_gives_emergency_care()
   ORDER BY n.name, n.id $$;

-- Second step: what one holder holds about one child, to the one who opened it, under the assignment that opened it, while
-- it is open. Blocks and consents are not asked: that is what an emergency is for.
CREATE FUNCTION app_emergency_items(p_access uuid, p_assignment uuid, p_now timestamptz) RETURNS SETOF item
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.*
    FROM emergency_access e
    JOIN plan p ON p.child_id = e.child_id
    JOIN item i ON i.plan_id = p.id AND i.owner_unit_id = e.holder_unit_id AND i.visibility IN ('unit', 'parties', 'family')
      AND i.kept_apart_on IS NULL
   WHERE e.id = p_access AND e.person_id = app_person() AND e.unit_id = app_unit() AND e.assignment_id = p_assignment
     AND p_now >= e.opened_at AND p_now < e.opens_until AND app_gives_emergency_care() AND app_is_care_giver(e.holder_unit_id) $$;

-- What a data protection officer sees of the own principal's emergency accesses: that they were, and no content.
CREATE FUNCTION app_principal_emergencies()
RETURNS TABLE (id uuid, person_id uuid, unit_id uuid, holder_unit_id uuid, danger text, opened_at timestamptz, opens_until timestamptz, review_due_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH mine AS (
    SELECT u.unit_id
      FROM unit_place m JOIN branch mb ON mb.id = m.branch_id JOIN authority ma ON ma.id = mb.authority_id
      JOIN authority a ON a.principal_id = ma.principal_id JOIN branch b ON b.authority_id = a.id
      JOIN unit_place u ON u.branch_id = b.id AND u.valid @> app_today()
     WHERE m.unit_id = app_unit() AND m.valid @> app_today() AND EXISTS (
       SELECT FROM assignment s WHERE s.person_id = app_person() AND s.unit_id = app_unit() AND s.role = 'data-protection-officer' AND s.valid @> app_today()))
  SELECT e.id, e.person_id, e.unit_id, e.holder_unit_id, e.danger, e.opened_at, e.opens_until, e.review_due_on
    FROM emergency_access e WHERE e.unit_id IN (SELECT mine.unit_id FROM mine) OR e.holder_unit_id IN (SELECT mine.unit_id FROM mine) $$;

-- When a reorganisation hands a case over, what the child said to the blocked unit goes along with the block.
CREATE FUNCTION app_hand_over_block_reasons() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE care_block_reason s SET unit_id = NEW.to_unit_id FROM care_block b
   WHERE b.id = s.block_id AND b.child_id = NEW.child_id AND s.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;

-- Of a unit that closes, its successor answers for what was opened there and of it, and reviews it. Nothing stays open: the
-- assignment under which it was opened has ended.
CREATE FUNCTION app_inherit_emergencies() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE emergency_access e SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = e.unit_id;
  UPDATE emergency_access e SET holder_unit_id = s.successor_id FROM unit_successor s
   WHERE s.reorganisation_id = NEW.id AND s.unit_id = e.holder_unit_id
     AND NOT EXISTS (SELECT FROM emergency_access k WHERE k.inquiry_id = e.inquiry_id AND k.holder_unit_id = s.successor_id);
  UPDATE emergency_review_note n SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = n.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
ALTER FUNCTION app_gives_emergency_care() OWNER TO samplan_fence;
ALTER FUNCTION app_is_care_giver(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_emergency_child(text, text) OWNER TO samplan_fence;
ALTER FUNCTION app_my_units() OWNER TO samplan_fence;
ALTER FUNCTION app_review_days(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_emergency_holders(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_emergency_items(uuid, uuid, timestamptz) OWNER TO samplan_fence;
ALTER FUNCTION app_principal_emergencies() OWNER TO samplan_fence;
ALTER FUNCTION app_hand_over_block_reasons() OWNER TO samplan_fence;
ALTER FUNCTION app_inherit_emergencies() OWNER TO samplan_fence;
CREATE TRIGGER reorganisation_case_block_reasons AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_block_reasons();
CREATE TRIGGER reorganisation_emergencies AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_inherit_emergencies();

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['care_block_reason', 'emergency_inquiry', 'emergency_access', 'emergency_review', 'emergency_review_note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['emergency_inquiry', 'emergency_access', 'care_block_reason', 'emergency_review_note'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    IF t <> 'emergency_inquiry' THEN
      EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
      EXECUTE format('GRANT UPDATE (unit_id) ON %I TO samplan_fence', t);
    END IF;
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT SELECT ON emergency_inquiry, emergency_access TO samplan_fence;
GRANT UPDATE (holder_unit_id) ON emergency_access TO samplan_fence;
GRANT SELECT (block_id, unit_id) ON care_block_reason TO samplan_fence;
GRANT SELECT (review_id, unit_id) ON emergency_review_note TO samplan_fence;
-- Only what a care giver holds can be blocked.
DROP POLICY care_block_add ON care_block;
CREATE POLICY care_block_add ON care_block FOR INSERT TO samplan_app WITH CHECK (
  recorded_by = app_person() AND (child_id = app_person() OR unit_id = app_unit()) AND app_is_care_giver(unit_id));
CREATE POLICY care_block_reason_read ON care_block_reason FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY care_block_reason_add ON care_block_reason FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND EXISTS (SELECT FROM care_block b WHERE b.id = block_id AND b.unit_id = app_unit()));

CREATE POLICY emergency_inquiry_read ON emergency_inquiry FOR SELECT TO samplan_app USING (person_id = app_person() AND unit_id = app_unit());
CREATE POLICY emergency_inquiry_add ON emergency_inquiry FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND unit_id = app_unit() AND app_gives_emergency_care());
CREATE POLICY emergency_access_read ON emergency_access FOR SELECT TO samplan_app USING (unit_id = app_unit() OR holder_unit_id = app_unit());
CREATE POLICY emergency_access_add ON emergency_access FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND unit_id = app_unit()
  AND EXISTS (SELECT FROM emergency_inquiry q WHERE q.id = inquiry_id AND q.child_id = emergency_access.child_id
                 AND q.assignment_id = emergency_access.assignment_id AND q.danger = emergency_access.danger)
  AND holder_unit_id IN (SELECT h.unit_id FROM app_emergency_holders(inquiry_id) h));
CREATE POLICY emergency_review_read ON emergency_review FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM emergency_access e WHERE e.id = access_id) OR access_id IN (SELECT e.id FROM app_principal_emergencies() e));
CREATE POLICY emergency_review_add ON emergency_review FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND unit_id = app_unit()
  AND EXISTS (SELECT FROM emergency_access e WHERE e.id = access_id AND e.person_id <> app_person()));
CREATE POLICY emergency_review_note_read ON emergency_review_note FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY emergency_review_note_add ON emergency_review_note FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND EXISTS (SELECT FROM emergency_review r WHERE r.id = review_id AND r.person_id = app_person() AND r.unit_id = app_unit()));

COMMENT ON TABLE care_block_reason IS 'What the child said of a block to the blocked unit, for that unit alone';
COMMENT ON COLUMN care_block_reason.block_id IS 'The block';
COMMENT ON COLUMN care_block_reason.act IS 'When it was set, or when it was lifted';
COMMENT ON COLUMN care_block_reason.unit_id IS 'The blocked unit, which wrote it down';
COMMENT ON COLUMN care_block_reason.reason IS 'What was said';
COMMENT ON COLUMN care_block_reason.created_at IS 'When it was written down';
COMMENT ON TABLE emergency_inquiry IS 'First step of emergency access: somebody asked which care givers hold something about a child (R38)';
COMMENT ON COLUMN emergency_inquiry.id IS 'Identity';
COMMENT ON COLUMN emergency_inquiry.child_id IS 'The child; NULL when nobody knows the number';
COMMENT ON COLUMN emergency_inquiry.person_id IS 'Who asked';
COMMENT ON COLUMN emergency_inquiry.assignment_id IS 'Under which assignment';
COMMENT ON COLUMN emergency_inquiry.unit_id IS 'At which unit';
COMMENT ON COLUMN emergency_inquiry.danger IS 'Whether life or health is in danger';
COMMENT ON COLUMN emergency_inquiry.reason IS 'Why';
COMMENT ON COLUMN emergency_inquiry.asked_at IS 'When';
COMMENT ON TABLE emergency_access IS 'Nödöppning, the second step: what one holder holds about one child, open to one person for 15 minutes (R38)';
COMMENT ON COLUMN emergency_access.id IS 'Identity';
COMMENT ON COLUMN emergency_access.inquiry_id IS 'The first step';
COMMENT ON COLUMN emergency_access.child_id IS 'The child';
COMMENT ON COLUMN emergency_access.person_id IS 'Who opened';
COMMENT ON COLUMN emergency_access.assignment_id IS 'Under which assignment; under no other is it open';
COMMENT ON COLUMN emergency_access.unit_id IS 'At which unit';
COMMENT ON COLUMN emergency_access.holder_unit_id IS 'The unit whose items were opened';
COMMENT ON COLUMN emergency_access.danger IS 'Whether life or health was in danger';
COMMENT ON COLUMN emergency_access.reason IS 'Why';
COMMENT ON COLUMN emergency_access.opened_at IS 'From when';
COMMENT ON COLUMN emergency_access.opens_until IS 'Until when, 15 minutes later';
COMMENT ON COLUMN emergency_access.review_due_on IS 'Last day for somebody else to review it';
COMMENT ON TABLE emergency_review IS 'What somebody else than the one who opened found';
COMMENT ON COLUMN emergency_review.id IS 'Identity';
COMMENT ON COLUMN emergency_review.access_id IS 'The emergency access';
COMMENT ON COLUMN emergency_review.person_id IS 'Who reviewed';
COMMENT ON COLUMN emergency_review.unit_id IS 'For which unit';
COMMENT ON COLUMN emergency_review.verdict IS 'Whether it was justified';
COMMENT ON COLUMN emergency_review.reviewed_at IS 'When';
COMMENT ON TABLE emergency_review_note IS 'What the reviewer wrote, for the reviewer''s own unit alone';
COMMENT ON COLUMN emergency_review_note.review_id IS 'The review';
COMMENT ON COLUMN emergency_review_note.unit_id IS 'The reviewer''s unit';
COMMENT ON COLUMN emergency_review_note.note IS 'The note';
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_gives_emergency_care(), app_is_care_giver(uuid), app_emergency_child(text, text), app_review_days(uuid), app_my_units(),
  app_emergency_holders(uuid), app_emergency_items(uuid, uuid, timestamptz), app_principal_emergencies(), app_hand_over_block_reasons(),
  app_inherit_emergencies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_gives_emergency_care(), app_is_care_giver(uuid), app_emergency_child(text, text), app_my_units(),
  app_emergency_holders(uuid), app_emergency_items(uuid, uuid, timestamptz), app_principal_emergencies() TO samplan_app;
COMMENT ON FUNCTION app_gives_emergency_care() IS 'Whether the own unit may ask in an emergency';
COMMENT ON FUNCTION app_is_care_giver(uuid) IS 'Whether a unit is a care giver''s, so that it can be blocked and opened in an emergency';
COMMENT ON FUNCTION app_emergency_child(text, text) IS 'The child behind an identity number, in an emergency';
COMMENT ON FUNCTION app_my_units() IS 'The units in the child''s own plans';
COMMENT ON FUNCTION app_review_days(uuid) IS 'Working days within which a unit''s principal wants an emergency access reviewed';
COMMENT ON FUNCTION app_emergency_holders(uuid) IS 'Care givers that hold something about the child of an own inquiry';
COMMENT ON FUNCTION app_emergency_items(uuid, uuid, timestamptz) IS 'What an own emergency access shows now';
COMMENT ON FUNCTION app_hand_over_block_reasons() IS 'What was said of a block follows the case';
COMMENT ON FUNCTION app_inherit_emergencies() IS 'Emergency accesses go to the successor';
COMMENT ON FUNCTION app_principal_emergencies() IS 'The own principal''s emergency accesses, without content, for its data protection officer';
RESET ROLE;
