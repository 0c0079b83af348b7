-- +goose Up
-- Why a deadline of a plan was broken (R45), in the words of the unit that led then: that unit's own, and no part of the plan. It
-- is of one running of the deadline, told by the day it counts from, so that the next follow-up begins without a reason. A new
-- reason stands beside the old one.
SET ROLE samplan_owner;
CREATE TABLE plan_deadline_reason (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  unit_id uuid NOT NULL REFERENCES unit,
  deadline text NOT NULL CHECK (deadline IN ('start-of-work', 'meeting-held', 'plan-sent', 'follow-up')),
  counts_from date NOT NULL,
  reason reason_text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  given_on date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX plan_deadline_reason_plan ON plan_deadline_reason (plan_id, unit_id, created_at);
CREATE TRIGGER plan_deadline_reason_kept BEFORE UPDATE OR DELETE ON plan_deadline_reason FOR EACH ROW
  WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_row();
-- +goose StatementBegin
-- When a reorganisation hands a case over, the reasons that its unit gave go along.
CREATE FUNCTION app_hand_over_deadline_reasons() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE plan_deadline_reason r SET unit_id = NEW.to_unit_id FROM plan p
   WHERE p.id = r.plan_id AND p.child_id = NEW.child_id AND r.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_deadline_reasons AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_deadline_reasons();

COMMENT ON TABLE plan_deadline_reason IS 'Why a deadline of a plan was broken, in the words of the unit that led (R45): that unit''s own';
COMMENT ON COLUMN plan_deadline_reason.id IS 'Identity';
COMMENT ON COLUMN plan_deadline_reason.plan_id IS 'The plan';
COMMENT ON COLUMN plan_deadline_reason.unit_id IS 'Whose words they are';
COMMENT ON COLUMN plan_deadline_reason.deadline IS 'Which deadline of the routine';
COMMENT ON COLUMN plan_deadline_reason.counts_from IS 'The day from which that deadline counted';
COMMENT ON COLUMN plan_deadline_reason.reason IS 'Why';
COMMENT ON COLUMN plan_deadline_reason.person_id IS 'Who wrote it';
COMMENT ON COLUMN plan_deadline_reason.given_on IS 'When';
COMMENT ON COLUMN plan_deadline_reason.created_at IS 'The instant, for order: the last one holds';
COMMENT ON FUNCTION app_hand_over_deadline_reasons() IS 'Trigger: reasons for broken deadlines follow the case';
ALTER TABLE plan_deadline_reason ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_deadline_reason FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_deadline_reason_fence ON plan_deadline_reason FOR SELECT TO samplan_fence USING (true);
CREATE POLICY plan_deadline_reason_fence_change ON plan_deadline_reason FOR UPDATE TO samplan_fence USING (true);
GRANT SELECT (plan_id, unit_id), UPDATE (unit_id) ON plan_deadline_reason TO samplan_fence;
CREATE POLICY plan_deadline_reason_read ON plan_deadline_reason FOR SELECT TO samplan_app USING (
  unit_id = app_unit() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id));
CREATE POLICY plan_deadline_reason_add ON plan_deadline_reason FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND person_id = app_person() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
GRANT SELECT, INSERT ON plan_deadline_reason TO samplan_app;
REVOKE EXECUTE ON FUNCTION app_hand_over_deadline_reasons() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_hand_over_deadline_reasons() TO samplan_fence;
ALTER FUNCTION app_hand_over_deadline_reasons() OWNER TO samplan_fence;
RESET ROLE;
