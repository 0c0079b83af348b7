-- +goose Up
-- A unit that was called and did not come suggests a deviation to the unit that called (R44, R52). It names no child and no meeting; who
-- works with the child, and the manager, enter a deviation of it or dismiss it with a reason. That a deviation came of it is kept, and
-- not which: nothing leads from a deviation to a child but the reporter's own link.
SET ROLE samplan_owner;
ALTER TABLE deviation_suggestion ADD id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  ADD ended_on date CHECK (ended_on >= noted_on),
  ADD ended_by uuid REFERENCES person,
  ADD reason reason_text,
  ADD CHECK ((ended_on IS NULL) = (ended_by IS NULL) AND (reason IS NULL OR ended_on IS NOT NULL));
DROP TRIGGER deviation_suggestion_kept ON deviation_suggestion;
CREATE TRIGGER deviation_suggestion_kept BEFORE DELETE ON deviation_suggestion FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_suggestion_columns BEFORE UPDATE ON deviation_suggestion FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'meeting_id', 'noted_on');
CREATE TRIGGER deviation_suggestion_unit BEFORE UPDATE ON deviation_suggestion FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('about_unit_id');
CREATE POLICY deviation_suggestion_change ON deviation_suggestion FOR UPDATE TO samplan_app
  USING (EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id AND m.unit_id = app_unit())) WITH CHECK (ended_by = app_person());
GRANT UPDATE (ended_on, ended_by, reason) ON deviation_suggestion TO samplan_app;
COMMENT ON COLUMN deviation_suggestion.id IS 'Identity; tells of no meeting';
COMMENT ON COLUMN deviation_suggestion.ended_on IS 'When a deviation was entered of it, or it was dismissed';
COMMENT ON COLUMN deviation_suggestion.ended_by IS 'By whom';
COMMENT ON COLUMN deviation_suggestion.reason IS 'Why it was dismissed; none when a deviation was entered';
RESET ROLE;
