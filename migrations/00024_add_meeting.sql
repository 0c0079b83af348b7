-- +goose Up
-- Meetings (möten; R46, R47). That and when a plan's people meet belongs to the plan's frame. Where they meet tells where the
-- child is, so it lies in a compartment of its own, open to those who may know that (R31, R33); and so does the link, for
-- those whose unit takes part. How somebody took part is the information of that person's unit and of the leading one.
SET ROLE samplan_owner;
CREATE TABLE meeting (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  call_id uuid REFERENCES call,
  state text NOT NULL CHECK (state IN ('scheduled', 'closed', 'cancelled')),
  sequence int NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  way text NOT NULL CHECK (way IN ('place', 'digital', 'both')),
  child_participation text CHECK (child_participation IN ('present', 'represented', 'heard-otherwise', 'too-young', 'declined', 'harmful', 'other')),
  next_on date,
  next_unit_id uuid REFERENCES unit,
  closing text CHECK (closing IN ('plan-ends', 'no-need', 'family-declines', 'moves')),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((state = 'closed') = (child_participation IS NOT NULL)),
  CHECK (state <> 'closed' OR (closing IS NULL) = (next_on IS NOT NULL AND next_unit_id IS NOT NULL)),
  CHECK (state = 'closed' OR closing IS NULL AND next_on IS NULL AND next_unit_id IS NULL)
);
CREATE INDEX meeting_plan ON meeting (plan_id, starts_at);
CREATE INDEX meeting_call ON meeting (call_id);
CREATE TABLE meeting_place (
  meeting_id uuid PRIMARY KEY REFERENCES meeting,
  plan_id uuid NOT NULL REFERENCES plan,
  place reason_text
);
CREATE TABLE meeting_link (
  meeting_id uuid PRIMARY KEY REFERENCES meeting,
  plan_id uuid NOT NULL REFERENCES plan,
  link reason_text
);
CREATE TABLE meeting_leader (
  meeting_id uuid PRIMARY KEY REFERENCES meeting,
  plan_id uuid NOT NULL REFERENCES plan,
  person_ids uuid[] NOT NULL CHECK (cardinality(person_ids) <= 2)
);
CREATE TABLE meeting_attendance (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  presence text NOT NULL CHECK (presence IN ('came', 'digital', 'absent-with-notice', 'absent', 'represented')),
  has_mandate boolean NOT NULL,
  noted_on date NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (meeting_id, unit_id, person_id)
);
CREATE INDEX meeting_attendance_unit ON meeting_attendance (unit_id);
CREATE TABLE meeting_reply (
  meeting_id uuid NOT NULL REFERENCES meeting,
  person_id uuid NOT NULL REFERENCES person,
  reply text NOT NULL CHECK (reply IN ('comes', 'cannot', 'proposes')),
  words reason_text,
  replied_on date NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  CHECK (reply <> 'proposes' OR words IS NOT NULL)
);
CREATE TABLE deviation_suggestion (
  meeting_id uuid NOT NULL REFERENCES meeting,
  about_unit_id uuid NOT NULL REFERENCES unit,
  noted_on date NOT NULL,
  PRIMARY KEY (meeting_id, about_unit_id)
);
CREATE TRIGGER meeting_columns BEFORE UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'created_at');
CREATE TRIGGER meeting_over BEFORE UPDATE ON meeting FOR EACH ROW WHEN (OLD.state <> 'scheduled' AND current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();
CREATE TRIGGER meeting_kept BEFORE DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER meeting_attendance_columns BEFORE UPDATE ON meeting_attendance FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'meeting_id', 'person_id');
CREATE TRIGGER meeting_attendance_unit BEFORE UPDATE ON meeting_attendance FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER meeting_attendance_kept BEFORE DELETE ON meeting_attendance FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_suggestion_kept BEFORE UPDATE OR DELETE ON deviation_suggestion FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- Plans whose place is open to the caller: of an unprotected child, or named for it, or of the family and not blocked.
CREATE FUNCTION app_may_place(p_plan uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app_knows_place(p.child_id) FROM plan p WHERE p.id = p_plan $$;

-- Whether the caller is in the room: the own unit takes part itself, or the family.
CREATE FUNCTION app_may_attend(p_plan uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p_plan = ANY (app_family_plans())
    OR EXISTS (SELECT FROM party y WHERE y.plan_id = p_plan AND y.unit_id = app_unit() AND y.state = 'accepted') $$;

-- When a reorganisation hands over what a unit holds, what is noted of its people at meetings goes along.
CREATE FUNCTION app_hand_over_meetings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE meeting_attendance a SET unit_id = NEW.to_unit_id, version = a.version + 1
    FROM meeting m JOIN plan p ON p.id = m.plan_id
   WHERE m.id = a.meeting_id AND p.child_id = NEW.child_id AND a.unit_id = NEW.unit_id
     AND NOT EXISTS (SELECT FROM meeting_attendance k WHERE k.meeting_id = a.meeting_id AND k.unit_id = NEW.to_unit_id AND k.person_id = a.person_id);
  UPDATE meeting m SET next_unit_id = NEW.to_unit_id, version = m.version + 1
    FROM plan p WHERE p.id = m.plan_id AND p.child_id = NEW.child_id AND m.next_unit_id = NEW.unit_id;
  UPDATE deviation_suggestion d SET about_unit_id = NEW.to_unit_id FROM meeting m JOIN plan p ON p.id = m.plan_id
   WHERE m.id = d.meeting_id AND p.child_id = NEW.child_id AND d.about_unit_id = NEW.unit_id
     AND NOT EXISTS (SELECT FROM deviation_suggestion k WHERE k.meeting_id = d.meeting_id AND k.about_unit_id = NEW.to_unit_id);
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_meetings AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_meetings();
ALTER FUNCTION app_may_place(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_may_attend(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_hand_over_meetings() OWNER TO samplan_fence;

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting', 'meeting_place', 'meeting_link', 'meeting_leader', 'meeting_attendance', 'meeting_reply', 'deviation_suggestion'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['meeting', 'meeting_attendance', 'deviation_suggestion'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['meeting', 'meeting_place', 'meeting_link', 'meeting_leader'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_app WITH CHECK (EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()))', t || '_add', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_app USING (EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()))', t || '_change', t);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY meeting_read ON meeting FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM plan p WHERE p.id = plan_id));
CREATE POLICY meeting_place_read ON meeting_place FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM plan p WHERE p.id = plan_id) AND app_may_place(plan_id));
CREATE POLICY meeting_leader_read ON meeting_leader FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()) OR EXISTS (SELECT FROM plan p WHERE p.id = plan_id) AND app_may_place(plan_id));
CREATE POLICY meeting_link_read ON meeting_link FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM plan p WHERE p.id = plan_id) AND app_may_attend(plan_id));
CREATE POLICY meeting_attendance_read ON meeting_attendance FOR SELECT TO samplan_app USING (
  unit_id = app_unit() OR EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = meeting_id AND p.lead_unit_id = app_unit()));
CREATE POLICY meeting_attendance_add ON meeting_attendance FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = meeting_id AND p.lead_unit_id = app_unit()));
CREATE POLICY meeting_attendance_change ON meeting_attendance FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = meeting_id AND p.lead_unit_id = app_unit()));
CREATE POLICY meeting_reply_read ON meeting_reply FOR SELECT TO samplan_app USING (
  person_id = app_person() OR EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = meeting_id AND p.lead_unit_id = app_unit()));
CREATE POLICY meeting_reply_add ON meeting_reply FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id AND m.plan_id = ANY (app_family_plans())));
CREATE POLICY meeting_reply_change ON meeting_reply FOR UPDATE TO samplan_app USING (person_id = app_person());
CREATE POLICY deviation_suggestion_read ON deviation_suggestion FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = meeting_id AND p.lead_unit_id = app_unit()));
CREATE POLICY deviation_suggestion_add ON deviation_suggestion FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = meeting_id AND p.lead_unit_id = app_unit()));
GRANT UPDATE (call_id, state, sequence, starts_at, ends_at, way, child_participation, next_on, next_unit_id, closing, changed_at, version) ON meeting TO samplan_app;
GRANT UPDATE (reply, words, replied_on) ON meeting_reply TO samplan_app;
GRANT UPDATE (place) ON meeting_place TO samplan_app;
GRANT UPDATE (link) ON meeting_link TO samplan_app;
GRANT UPDATE (person_ids) ON meeting_leader TO samplan_app;
GRANT UPDATE (presence, has_mandate, noted_on, version) ON meeting_attendance TO samplan_app;
GRANT UPDATE (next_unit_id, version) ON meeting TO samplan_fence;
GRANT UPDATE (unit_id, version) ON meeting_attendance TO samplan_fence;
GRANT UPDATE (about_unit_id) ON deviation_suggestion TO samplan_fence;

COMMENT ON TABLE meeting IS 'A meeting of a plan, as far as all who see the plan may know of it';
COMMENT ON COLUMN meeting.id IS 'Identity; with it, the name of the meeting in calendars';
COMMENT ON COLUMN meeting.plan_id IS 'The plan';
COMMENT ON COLUMN meeting.call_id IS 'The call that it was called by';
COMMENT ON COLUMN meeting.state IS 'Scheduled; closed when it was held; or cancelled';
COMMENT ON COLUMN meeting.sequence IS 'Counts what calendars must learn of (RFC 5545)';
COMMENT ON COLUMN meeting.starts_at IS 'When it begins';
COMMENT ON COLUMN meeting.ends_at IS 'When it ends';
COMMENT ON COLUMN meeting.way IS 'At a place, at a distance, or both';
COMMENT ON COLUMN meeting.child_participation IS 'How the child took part, or why not (R8)';
COMMENT ON COLUMN meeting.next_on IS 'The day of the next follow-up (R47)';
COMMENT ON COLUMN meeting.next_unit_id IS 'The unit that calls to it';
COMMENT ON COLUMN meeting.closing IS 'Why there is none';
COMMENT ON COLUMN meeting.created_at IS 'When it was scheduled';
COMMENT ON COLUMN meeting.changed_at IS 'When it was last changed';
COMMENT ON COLUMN meeting.version IS 'Counts changes';
COMMENT ON TABLE meeting_place IS 'Where a meeting is: a compartment, for those who may know where the child is (R31, R33)';
COMMENT ON COLUMN meeting_place.meeting_id IS 'The meeting';
COMMENT ON COLUMN meeting_place.plan_id IS 'Its plan';
COMMENT ON COLUMN meeting_place.place IS 'The place';
COMMENT ON TABLE meeting_link IS 'The link to a meeting at a distance: for units that take part, and the family';
COMMENT ON COLUMN meeting_link.meeting_id IS 'The meeting';
COMMENT ON COLUMN meeting_link.plan_id IS 'Its plan';
COMMENT ON COLUMN meeting_link.link IS 'The link';
COMMENT ON TABLE meeting_leader IS 'Who leads a meeting: none, one or two, who may be neutral. Where they work can tell where the child is';
COMMENT ON COLUMN meeting_leader.meeting_id IS 'The meeting';
COMMENT ON COLUMN meeting_leader.plan_id IS 'Its plan';
COMMENT ON COLUMN meeting_leader.person_ids IS 'The leaders';
COMMENT ON TABLE meeting_attendance IS 'How one person of a unit took part in a meeting (R46): that unit''s information and the leading one''s';
COMMENT ON COLUMN meeting_attendance.id IS 'Identity';
COMMENT ON COLUMN meeting_attendance.meeting_id IS 'The meeting';
COMMENT ON COLUMN meeting_attendance.unit_id IS 'For which unit';
COMMENT ON COLUMN meeting_attendance.person_id IS 'Who was expected';
COMMENT ON COLUMN meeting_attendance.presence IS 'Came, at a distance, absent with notice, absent, or represented by somebody else';
COMMENT ON COLUMN meeting_attendance.has_mandate IS 'Whether the one who came may decide for the unit';
COMMENT ON COLUMN meeting_attendance.noted_on IS 'When it was noted';
COMMENT ON COLUMN meeting_attendance.version IS 'Counts changes';
COMMENT ON TABLE meeting_reply IS 'What somebody of the family has answered to a meeting: for that person and the leading unit';
COMMENT ON COLUMN meeting_reply.meeting_id IS 'The meeting';
COMMENT ON COLUMN meeting_reply.person_id IS 'Who';
COMMENT ON COLUMN meeting_reply.reply IS 'Comes, cannot, or proposes something else';
COMMENT ON COLUMN meeting_reply.words IS 'What is proposed or said';
COMMENT ON COLUMN meeting_reply.replied_on IS 'When';
COMMENT ON TABLE deviation_suggestion IS 'The bare fact that a unit that was called stayed away without notice, from which a deviation may begin (R44)';
COMMENT ON COLUMN deviation_suggestion.meeting_id IS 'The meeting';
COMMENT ON COLUMN deviation_suggestion.about_unit_id IS 'The unit that answered for coming';
COMMENT ON COLUMN deviation_suggestion.noted_on IS 'When the meeting was closed';
COMMENT ON FUNCTION app_may_place(uuid) IS 'Whether the caller may know where a plan''s child is';
COMMENT ON FUNCTION app_may_attend(uuid) IS 'Whether the caller''s unit, or the family, is in a plan''s meetings';
COMMENT ON FUNCTION app_hand_over_meetings() IS 'Trigger: what is noted of a unit at meetings follows the case';
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_may_place(uuid), app_may_attend(uuid), app_hand_over_meetings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_may_place(uuid), app_may_attend(uuid) TO samplan_app;
RESET ROLE;
