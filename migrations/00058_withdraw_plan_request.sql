-- +goose Up
-- A family takes a request for a plan back (R4), as long as it has not been answered: it stays with the day, and nothing runs any
-- more. Only the one who asked can, and changes nothing else of it.
SET ROLE samplan_owner;
ALTER TABLE plan_request ADD COLUMN withdrawn_on date;
-- +goose StatementBegin
DO $$
DECLARE c text;
BEGIN
  FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'plan_request'::regclass AND contype = 'c'
    AND (pg_get_constraintdef(oid) LIKE '%''assessing''%' OR pg_get_constraintdef(oid) LIKE '%(state = ''received''%') LOOP
    EXECUTE format('ALTER TABLE plan_request DROP CONSTRAINT %I', c);
  END LOOP;
END $$;
-- +goose StatementEnd
ALTER TABLE plan_request ADD CONSTRAINT plan_request_state_check CHECK (state IN ('received', 'assessing', 'planned', 'refused', 'withdrawn'));
ALTER TABLE plan_request ADD CONSTRAINT plan_request_assessed_check CHECK (
  CASE state WHEN 'received' THEN assessed_on IS NULL WHEN 'withdrawn' THEN true ELSE assessed_on IS NOT NULL END);
ALTER TABLE plan_request ADD CONSTRAINT plan_request_withdrawn_check CHECK (
  (state = 'withdrawn') = (withdrawn_on IS NOT NULL) AND received_on <= withdrawn_on AND assessed_on <= withdrawn_on);
GRANT UPDATE (withdrawn_on) ON plan_request TO samplan_app;
CREATE POLICY plan_request_withdraw ON plan_request FOR UPDATE TO samplan_app USING (app_unit() IS NULL AND id IN (SELECT app_my_requests()))
  WITH CHECK (app_unit() IS NULL AND state = 'withdrawn');
ALTER POLICY plan_request_change ON plan_request WITH CHECK (unit_id = app_unit() AND state <> 'withdrawn');
-- What has been answered or taken back stays so; only the unit that keeps it may change (a reorganisation).
CREATE TRIGGER plan_request_settled BEFORE UPDATE ON plan_request FOR EACH ROW WHEN (OLD.state IN ('planned', 'refused', 'withdrawn'))
  EXECUTE FUNCTION keep_columns('state', 'assessed_on', 'answered_on', 'withdrawn_on', 'refused_by', 'reason');
COMMENT ON COLUMN plan_request.withdrawn_on IS 'When the one who asked took it back';
COMMENT ON COLUMN plan_request.state IS 'Received, under assessment, led to a plan, refused, withdrawn by the one who asked';
COMMENT ON TABLE plan_request IS 'Begäran om en plan (R4): asked by a guardian or the child, answered by a plan or a refusal, never by silence, unless it is taken back';
RESET ROLE;
