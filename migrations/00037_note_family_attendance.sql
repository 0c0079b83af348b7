-- +goose Up
-- How the child and its guardians took part in a meeting (R46); when a meeting is, told with the call to it; and calls to plans
-- that have ended, which nobody need answer.
SET ROLE samplan_owner;
CREATE TABLE meeting_family_attendance (
  meeting_id uuid NOT NULL REFERENCES meeting,
  person_id uuid NOT NULL REFERENCES person,
  presence text NOT NULL CHECK (presence IN ('came', 'digital', 'absent-with-notice', 'absent', 'represented')),
  noted_on date NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  PRIMARY KEY (meeting_id, person_id)
);
CREATE TRIGGER meeting_family_attendance_columns BEFORE UPDATE ON meeting_family_attendance FOR EACH ROW EXECUTE FUNCTION keep_columns('meeting_id', 'person_id');
CREATE TRIGGER meeting_family_attendance_kept BEFORE DELETE ON meeting_family_attendance FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE meeting_family_attendance ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY meeting_family_attendance_read ON meeting_family_attendance FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id) AND (person_id = app_person() OR app_chairs(meeting_id)));
CREATE POLICY meeting_family_attendance_add ON meeting_family_attendance FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id) AND app_chairs(meeting_id));
CREATE POLICY meeting_family_attendance_change ON meeting_family_attendance FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id) AND app_chairs(meeting_id));
GRANT SELECT, INSERT, UPDATE (presence, noted_on, version) ON meeting_family_attendance TO samplan_app;
-- When the meeting is that a unit is called to: told by calling it. Where it is lies in its own compartment (R33).
CREATE FUNCTION app_called_meetings() RETURNS TABLE (call_id uuid, meeting_id uuid, starts_at timestamptz, ends_at timestamptz, way text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT ON (m.call_id) m.call_id, m.id, m.starts_at, m.ends_at, m.way FROM meeting m
   WHERE m.state <> 'cancelled' AND EXISTS (SELECT FROM call_addressee a
     WHERE a.call_id = m.call_id AND a.unit_id = app_unit() AND a.state IN ('waiting', 'accepted'))
   ORDER BY m.call_id, m.starts_at DESC, m.id DESC $$;
ALTER FUNCTION app_called_meetings() OWNER TO samplan_fence;
COMMENT ON FUNCTION app_called_meetings() IS 'When and how the meetings are that the own unit is called to';
COMMENT ON TABLE meeting_family_attendance IS 'How the child or a guardian took part in a meeting (R46): for that person, the leading unit and who leads the meeting';
COMMENT ON COLUMN meeting_family_attendance.meeting_id IS 'The meeting';
COMMENT ON COLUMN meeting_family_attendance.person_id IS 'Who';
COMMENT ON COLUMN meeting_family_attendance.presence IS 'Came, at a distance, absent with notice, absent, or represented by somebody else';
COMMENT ON COLUMN meeting_family_attendance.noted_on IS 'When it was noted';
COMMENT ON COLUMN meeting_family_attendance.version IS 'Counts changes';
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_called_meetings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_called_meetings() TO samplan_app;
CREATE OR REPLACE FUNCTION app_invitations()
RETURNS TABLE (party_id uuid, plan_id uuid, child_id uuid, given_name text, family_name text, protection text, kind text, mode text, from_unit_id uuid, added_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT y.id, p.id, p.child_id, f.given_name, f.family_name, ch.protection, p.kind, y.mode, p.lead_unit_id, y.added_on
    FROM party y JOIN plan p ON p.id = y.plan_id JOIN person ch ON ch.id = p.child_id
    JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = p.lead_unit_id AND f.valid @> app_today()
   WHERE y.unit_id = app_unit() AND y.state IN ('called', 'invited') AND NOT app_is_over(p.status) $$;
RESET ROLE;
