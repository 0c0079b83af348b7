-- +goose Up
-- Who leads a meeting, or is leader or secretary of its plan, notes who came, for whichever unit that takes part (R46, R48).
SET ROLE samplan_owner;
DROP POLICY meeting_attendance_read ON meeting_attendance;
DROP POLICY meeting_attendance_add ON meeting_attendance;
DROP POLICY meeting_attendance_change ON meeting_attendance;
CREATE POLICY meeting_attendance_read ON meeting_attendance FOR SELECT TO samplan_app USING (
  unit_id = app_unit() OR EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id) AND app_chairs(meeting_id));
CREATE POLICY meeting_attendance_add ON meeting_attendance FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id) AND app_chairs(meeting_id));
CREATE POLICY meeting_attendance_change ON meeting_attendance FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id) AND app_chairs(meeting_id));
RESET ROLE;
