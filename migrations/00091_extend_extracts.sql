-- +goose Up
-- The time for an extract can be extended once (dataskyddsförordningen art. 12.3): by as much as the routine of the unit's principal says,
-- with a reason that whoever asked is told, before the first time is over.
SET ROLE samplan_owner;
CREATE TABLE data_extract_extension (
  request_id uuid PRIMARY KEY REFERENCES data_extract,
  answer_by date NOT NULL,
  reason reason_text NOT NULL,
  extended_on date NOT NULL,
  extended_by uuid NOT NULL REFERENCES person,
  CHECK (extended_on < answer_by)
);
CREATE TRIGGER data_extract_extension_kept BEFORE UPDATE OR DELETE ON data_extract_extension FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE data_extract_extension ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_extract_extension FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON data_extract_extension TO samplan_app;
GRANT SELECT, DELETE ON data_extract_extension TO samplan_fence;
CREATE POLICY data_extract_extension_read ON data_extract_extension FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM public_request r WHERE r.id = request_id AND r.unit_id = app_unit()));
CREATE POLICY data_extract_extension_add ON data_extract_extension FOR INSERT TO samplan_app WITH CHECK (
  extended_by = app_person() AND extended_on = app_today() AND EXISTS (SELECT FROM public_request r JOIN data_extract e ON e.request_id = r.id
    WHERE r.id = data_extract_extension.request_id AND r.unit_id = app_unit() AND r.state = 'open' AND app_today() <= e.answer_by AND e.answer_by < data_extract_extension.answer_by));
CREATE POLICY data_extract_extension_fence ON data_extract_extension FOR SELECT TO samplan_fence USING (true);
CREATE POLICY data_extract_extension_dispose ON data_extract_extension FOR DELETE TO samplan_fence USING (app_disposing());

-- +goose StatementBegin
DROP FUNCTION app_my_extracts();
-- What the caller has asked for, as long as it is there for the caller: about oneself, or about a child of today's. It tells whoever asked
-- what he wrote, of whom, by when it is answered and why that was put off, and whether it is decided; nothing of what is listed.
CREATE FUNCTION app_my_extracts() RETURNS TABLE (id uuid, unit_id uuid, child_id uuid, body text, requester text, asked_on date, answer_by date,
  created_at timestamptz, state text, decided_on date, extended_on date, extension_reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id, r.unit_id, e.child_id, r.body, r.requester, r.received_on, coalesce(x.answer_by, e.answer_by), r.created_at, r.state, r.decided_on, x.extended_on, x.reason
    FROM data_extract e JOIN public_request r ON r.id = e.request_id LEFT JOIN data_extract_extension x ON x.request_id = e.request_id
   WHERE app_unit() IS NULL AND e.person_id = app_person()
     AND (e.child_id = e.person_id OR EXISTS (SELECT FROM plan p WHERE p.child_id = e.child_id AND p.id = ANY (app_family_plans()))) $$;

-- It goes with the unit's own record of the child.
DO $$
DECLARE
  v_old text := pg_get_functiondef('app_dispose_records(uuid,uuid)'::regprocedure);
  v_new text := replace(v_old, '  WITH gone AS (DELETE FROM data_extract e', $new$  DELETE FROM data_extract_extension x USING data_extract e, public_request r
   WHERE e.request_id = x.request_id AND r.id = x.request_id AND e.child_id = p_child AND r.unit_id = p_unit;
  WITH gone AS (DELETE FROM data_extract e$new$);
BEGIN
  IF v_new = v_old THEN RAISE EXCEPTION 'app_dispose_records is another one'; END IF;
  EXECUTE v_new;
END $$;
-- +goose StatementEnd
COMMENT ON TABLE data_extract_extension IS 'Registerutdrag whose time was extended (art. 12.3), once';
COMMENT ON COLUMN data_extract_extension.request_id IS 'The request';
COMMENT ON COLUMN data_extract_extension.answer_by IS 'By when it is to be answered instead';
COMMENT ON COLUMN data_extract_extension.reason IS 'Why, as whoever asked is told';
COMMENT ON COLUMN data_extract_extension.extended_on IS 'When that was decided, and told';
COMMENT ON COLUMN data_extract_extension.extended_by IS 'Who decided';
COMMENT ON FUNCTION app_my_extracts() IS 'What the caller has asked for of what is kept about him or a child of his';
REVOKE EXECUTE ON FUNCTION app_my_extracts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_my_extracts() TO samplan_app;
ALTER FUNCTION app_my_extracts() OWNER TO samplan_fence;
RESET ROLE;
