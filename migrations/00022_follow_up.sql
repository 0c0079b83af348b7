-- +goose Up
-- Follow-up, evaluation and closing of a plan.
SET ROLE samplan_owner;
CREATE TABLE plan_follow_up (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  held_on date NOT NULL,
  child_participation text NOT NULL CHECK (child_participation IN ('present', 'represented', 'heard-otherwise', 'too-young', 'declined', 'harmful', 'other')),
  next_on date CHECK (next_on > held_on),
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL
);
CREATE INDEX plan_follow_up_plan ON plan_follow_up (plan_id, created_at);
CREATE TABLE evaluation (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  item_id uuid NOT NULL REFERENCES item,
  outcome text NOT NULL CHECK (outcome IN ('done', 'partly-done', 'not-done', 'reached', 'partly-reached', 'not-reached')),
  effect free_text,
  change free_text,
  evaluated_on date NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL
);
CREATE INDEX evaluation_plan ON evaluation (plan_id, created_at);
CREATE INDEX evaluation_item ON evaluation (item_id);
COMMENT ON TABLE plan_follow_up IS 'A follow-up of a plan; only what every reader of the plan may know. Never changed';
COMMENT ON COLUMN plan_follow_up.id IS 'Identity';
COMMENT ON COLUMN plan_follow_up.plan_id IS 'The plan';
COMMENT ON COLUMN plan_follow_up.held_on IS 'The day it was held';
COMMENT ON COLUMN plan_follow_up.child_participation IS 'How the child took part, or why not (R8)';
COMMENT ON COLUMN plan_follow_up.next_on IS 'When the plan is followed up next (R47); none when it is to be closed. Which unit calls to that stands in plan';
COMMENT ON COLUMN plan_follow_up.person_id IS 'Who recorded it';
COMMENT ON COLUMN plan_follow_up.created_at IS 'When it was recorded';
COMMENT ON TABLE evaluation IS 'What became of a goal or an intervention; who may read that may read this. Never changed: a later one counts instead';
COMMENT ON COLUMN evaluation.id IS 'Identity';
COMMENT ON COLUMN evaluation.plan_id IS 'The plan';
COMMENT ON COLUMN evaluation.item_id IS 'The goal or intervention, whose holder has written this';
COMMENT ON COLUMN evaluation.outcome IS 'Whether the intervention was done, or the goal reached';
COMMENT ON COLUMN evaluation.effect IS 'What it led to';
COMMENT ON COLUMN evaluation.change IS 'What changes from now on';
COMMENT ON COLUMN evaluation.evaluated_on IS 'The day of the evaluation';
COMMENT ON COLUMN evaluation.person_id IS 'Who wrote it';
COMMENT ON COLUMN evaluation.created_at IS 'When it was written';
CREATE TRIGGER plan_follow_up_kept BEFORE UPDATE OR DELETE ON plan_follow_up FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER evaluation_kept BEFORE UPDATE OR DELETE ON evaluation FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE plan_follow_up ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE evaluation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_follow_up_read ON plan_follow_up FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM plan p WHERE p.id = plan_id));
CREATE POLICY plan_follow_up_add ON plan_follow_up FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
GRANT SELECT, INSERT ON plan_follow_up TO samplan_app;
CREATE POLICY evaluation_read ON evaluation FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM item i WHERE i.id = item_id));
CREATE POLICY evaluation_add ON evaluation FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.plan_id = evaluation.plan_id AND i.owner_unit_id = app_unit()));
GRANT SELECT, INSERT ON evaluation TO samplan_app;

-- Who follows a plan up may say that it is to be closed, and names no next day.
ALTER TABLE plan DROP CONSTRAINT plan_goes_on, ADD CONSTRAINT plan_goes_on CHECK ((status = 'established')
  <= (followed_up_on IS NOT NULL OR next_follow_up_on IS NOT NULL AND next_follow_up_unit_id IS NOT NULL));

-- The evaluation of a plan as a whole is an item like others, with a visibility of its own.
ALTER TABLE item DROP CONSTRAINT item_kind_check,
  ADD CONSTRAINT item_kind_check CHECK (kind IN ('goal', 'intervention', 'note', 'child-view', 'disagreement', 'plan-evaluation'));

-- +goose StatementBegin
DO $$
DECLARE v text;
BEGIN
  SELECT c.conname INTO v FROM pg_constraint c WHERE c.conrelid = 'item'::regclass AND pg_get_constraintdef(c.oid) LIKE '%CASE kind%';
  EXECUTE format('ALTER TABLE item DROP CONSTRAINT %I', v);
END $$;
CREATE OR REPLACE FUNCTION app_refuse_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_status text;
BEGIN
  SELECT p.status INTO v_status FROM plan p WHERE p.id = NEW.plan_id FOR KEY SHARE;
  IF app_is_over(v_status) OR (TG_TABLE_NAME = 'evaluation' OR TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'item') AND NOT EXISTS (SELECT FROM party y
      WHERE y.plan_id = NEW.plan_id AND y.state = 'accepted' AND y.unit_id = ANY (app_own_units())) THEN
    RAISE EXCEPTION 'the plan has ended' USING ERRCODE = 'SP001';
  END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd
ALTER TABLE item ADD CONSTRAINT item_words CHECK (CASE kind
  WHEN 'goal' THEN body IS NOT NULL AND horizon IS NOT NULL
  WHEN 'intervention' THEN title IS NOT NULL AND status IS NOT NULL
  WHEN 'note' THEN body IS NOT NULL AND visibility IN ('unit', 'named')
  WHEN 'child-view' THEN body IS NOT NULL AND form IS NOT NULL AND category = 'child-voice'
  WHEN 'plan-evaluation' THEN body IS NOT NULL
  ELSE body IS NOT NULL AND category = 'views' END);
CREATE TRIGGER evaluation_open BEFORE INSERT ON evaluation FOR EACH ROW
  WHEN (current_user = 'samplan_app') EXECUTE FUNCTION app_refuse_ended();
RESET ROLE;
