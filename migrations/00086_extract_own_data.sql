-- +goose Up
-- Somebody asks a unit for what it keeps about him, or about a child of his (registerutdrag, dataskyddsförordningen art. 15). It is a
-- request of the unit's like others (public_request), with whom it is about beside it, and all that the unit's staff wrote and whoever
-- asks does not see is listed to be tested at once. What whoever asks may see comes by the walls of the family, and is in no table here.
SET ROLE samplan_owner;
CREATE TABLE data_extract (
  request_id uuid PRIMARY KEY REFERENCES public_request,
  child_id uuid NOT NULL REFERENCES person,
  person_id uuid NOT NULL REFERENCES person,
  answer_by date NOT NULL
);
CREATE INDEX data_extract_person ON data_extract (person_id);
CREATE INDEX data_extract_child ON data_extract (child_id);
CREATE TRIGGER data_extract_kept BEFORE UPDATE OR DELETE ON data_extract FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE data_extract ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_extract FORCE ROW LEVEL SECURITY;
GRANT SELECT ON data_extract TO samplan_app;
GRANT SELECT, INSERT, DELETE ON data_extract TO samplan_fence;
GRANT INSERT, DELETE ON public_request TO samplan_fence;
GRANT INSERT ON public_request_item TO samplan_fence;
CREATE POLICY data_extract_read ON data_extract FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM public_request r WHERE r.id = request_id AND r.unit_id = app_unit()));
CREATE POLICY data_extract_fence ON data_extract FOR SELECT TO samplan_fence USING (true);
CREATE POLICY data_extract_fence_add ON data_extract FOR INSERT TO samplan_fence WITH CHECK (true);
CREATE POLICY data_extract_dispose ON data_extract FOR DELETE TO samplan_fence USING (app_disposing());
CREATE POLICY public_request_fence_add ON public_request FOR INSERT TO samplan_fence WITH CHECK (true);
CREATE POLICY public_request_dispose ON public_request FOR DELETE TO samplan_fence USING (app_disposing());
CREATE POLICY public_request_item_fence ON public_request_item FOR SELECT TO samplan_fence USING (true);
CREATE POLICY public_request_item_fence_add ON public_request_item FOR INSERT TO samplan_fence WITH CHECK (true);
-- What is about somebody lists nothing about others.
CREATE POLICY public_request_item_of_child ON public_request_item AS RESTRICTIVE FOR INSERT TO samplan_app WITH CHECK (
  NOT EXISTS (SELECT FROM data_extract e WHERE e.request_id = public_request_item.request_id)
  OR EXISTS (SELECT FROM data_extract e JOIN plan p ON p.child_id = e.child_id JOIN item i ON i.plan_id = p.id
              WHERE e.request_id = public_request_item.request_id AND i.id = item_id));

-- +goose StatementBegin
-- What the caller has asked for, as long as it is there for the caller: about oneself, or about a child of today's. It tells whoever asked
-- what he wrote, of whom, and whether it is decided; nothing of what is listed.
CREATE FUNCTION app_my_extracts() RETURNS TABLE (id uuid, unit_id uuid, child_id uuid, body text, requester text, asked_on date, answer_by date,
  created_at timestamptz, state text, decided_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id, r.unit_id, e.child_id, r.body, r.requester, r.received_on, e.answer_by, r.created_at, r.state, r.decided_on
    FROM data_extract e JOIN public_request r ON r.id = e.request_id
   WHERE app_unit() IS NULL AND e.person_id = app_person()
     AND (e.child_id = e.person_id OR EXISTS (SELECT FROM plan p WHERE p.child_id = e.child_id AND p.id = ANY (app_family_plans()))) $$;
-- What was decided to leave of it, as it leaves; nothing else of any item.
CREATE FUNCTION app_my_given(p_request uuid) RETURNS TABLE (item_id uuid, reservation text, given jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.item_id, l.reservation, l.given FROM app_my_extracts() r JOIN public_request_item l ON l.request_id = r.id
   WHERE r.id = p_request AND r.state = 'decided' AND l.given IS NOT NULL ORDER BY l.given ->> 'WrittenOn', l.item_id $$;
-- Takes a request in, for oneself or a child of today's, and lists what is to be tested. It answers whether there was none that waits, of
-- the caller's own, and nothing of what it lists.
CREATE FUNCTION app_ask_extract(p_id uuid, p_unit uuid, p_child uuid, p_body text, p_requester text, p_today date, p_answer_by date, p_now timestamptz, p_seen uuid[])
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app_unit() IS NOT NULL OR app_person() IS NULL OR p_child <> app_person()
     AND NOT EXISTS (SELECT FROM plan p WHERE p.child_id = p_child AND p.id = ANY (app_family_plans())) THEN
    RAISE EXCEPTION 'an extract is for oneself, or a child of one''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('data_extract' || app_person(), 0));
  IF EXISTS (SELECT FROM app_my_extracts() x WHERE x.child_id = p_child AND x.unit_id = p_unit AND x.state = 'open') THEN
    RETURN false;
  END IF;
  INSERT INTO public_request (id, unit_id, body, requester, received_on, registered_by, created_at, state)
    VALUES (p_id, p_unit, p_body, p_requester, p_today, app_person(), p_now, 'open');
  INSERT INTO data_extract (request_id, child_id, person_id, answer_by) VALUES (p_id, p_child, app_person(), p_answer_by);
  INSERT INTO public_request_item (request_id, item_id, listed_by, listed_at)
    SELECT p_id, i.id, app_person(), p_now FROM plan p JOIN item i ON i.plan_id = p.id
     WHERE p.child_id = p_child AND i.owner_unit_id = p_unit AND i.author_kind = 'staff' AND i.disposed_on IS NULL AND i.id <> ALL (p_seen);
  RETURN true;
END $$;
-- How many years the unit's secrecy domain has decided to keep what units of its class hold, where it has decided. It is told of units
-- to whoever may ask them: how long something is kept is for everybody to know (art. 13 and 14).
CREATE FUNCTION app_kept_years(p_unit uuid) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.years FROM unit n JOIN unit_place q ON q.unit_id = n.id AND q.valid @> app_today()
    JOIN disposal_setting s ON s.branch_id = q.branch_id AND s.secrecy_class = n.secrecy_class
   WHERE n.id = p_unit ORDER BY s.number DESC LIMIT 1 $$;

-- What is asked about a child goes with the unit's own record of the child, and while it waits nothing of it is weeded.
DO $$
DECLARE
  v_old text; v_new text;
BEGIN
  v_old := pg_get_functiondef('app_dispose_records(uuid,uuid)'::regprocedure);
  v_new := replace(v_old, '  DELETE FROM case_file WHERE child_id = p_child AND unit_id = p_unit;', $new$  DELETE FROM public_request_item l USING data_extract e, public_request r
   WHERE e.request_id = l.request_id AND r.id = l.request_id AND e.child_id = p_child AND r.unit_id = p_unit;
  WITH gone AS (DELETE FROM data_extract e USING public_request r WHERE r.id = e.request_id AND e.child_id = p_child AND r.unit_id = p_unit RETURNING e.request_id)
    DELETE FROM public_request r USING gone g WHERE r.id = g.request_id;
  DELETE FROM case_file WHERE child_id = p_child AND unit_id = p_unit;$new$);
  IF v_new = v_old THEN RAISE EXCEPTION 'app_dispose_records is another one'; END IF;
  EXECUTE v_new;
  v_old := pg_get_functiondef('app_case_entries(uuid[],uuid)'::regprocedure);
  v_new := replace(v_old, '    UNION ALL SELECT a.unit_id, a.child_id, a.opened_at::date, false FROM emergency_access a)',
    $new$    UNION ALL SELECT a.unit_id, a.child_id, a.opened_at::date, false FROM emergency_access a
    UNION ALL SELECT q.unit_id, x.child_id, coalesce(q.decided_on, q.received_on), q.state = 'open' FROM data_extract x JOIN public_request q ON q.id = x.request_id)$new$);
  IF v_new = v_old THEN RAISE EXCEPTION 'app_case_entries is another one'; END IF;
  EXECUTE v_new;
END $$;
-- +goose StatementEnd
COMMENT ON TABLE data_extract IS 'Registerutdrag (art. 15): whom a request is about, of somebody who asks for what is kept about him or a child of his';
COMMENT ON COLUMN data_extract.request_id IS 'The request';
COMMENT ON COLUMN data_extract.child_id IS 'Whom it is about';
COMMENT ON COLUMN data_extract.person_id IS 'Who asks: the same, or a guardian';
COMMENT ON COLUMN data_extract.answer_by IS 'By when it is to be answered (art. 12.3)';
COMMENT ON FUNCTION app_my_extracts() IS 'What the caller has asked for of what is kept about him or a child of his';
COMMENT ON FUNCTION app_my_given(uuid) IS 'What was decided to leave of a request of the caller''s';
COMMENT ON FUNCTION app_ask_extract(uuid, uuid, uuid, text, text, date, date, timestamptz, uuid[]) IS 'Takes a request in and lists what is to be tested';
COMMENT ON FUNCTION app_kept_years(uuid) IS 'How many years the domain of a unit has decided to keep what it holds';
REVOKE EXECUTE ON FUNCTION app_my_extracts(), app_my_given(uuid), app_ask_extract(uuid, uuid, uuid, text, text, date, date, timestamptz, uuid[]), app_kept_years(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_my_extracts(), app_my_given(uuid), app_ask_extract(uuid, uuid, uuid, text, text, date, date, timestamptz, uuid[]), app_kept_years(uuid) TO samplan_app;
ALTER FUNCTION app_my_extracts() OWNER TO samplan_fence;
ALTER FUNCTION app_my_given(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_ask_extract(uuid, uuid, uuid, text, text, date, date, timestamptz, uuid[]) OWNER TO samplan_fence;
ALTER FUNCTION app_kept_years(uuid) OWNER TO samplan_fence;
RESET ROLE;
