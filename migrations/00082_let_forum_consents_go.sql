-- +goose Up
-- A consent that its holder weeds goes, also when a case in a forum rested on it: then that case is told to nobody but who raised it.
SET ROLE samplan_owner;
DROP TRIGGER forum_case_child_columns ON forum_case_child;
CREATE TRIGGER forum_case_child_columns BEFORE UPDATE ON forum_case_child FOR EACH ROW EXECUTE FUNCTION keep_columns('case_id', 'child_id');
ALTER TABLE forum_case_child DROP CONSTRAINT forum_case_child_consent_id_fkey,
  ADD CONSTRAINT forum_case_child_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent ON DELETE SET NULL;
CREATE INDEX forum_case_child_consent ON forum_case_child (consent_id);
RESET ROLE;
