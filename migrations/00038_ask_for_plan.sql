-- +goose Up
-- A family asks for a plan (R4; SoL 10:8, HSL 16:4). Each request is a case of its own at the unit that its principal has
-- said receives them, from the day it came until it is answered: by a plan, or by a refusal with role, reason and day. It is
-- seen by the one who asked and by that unit, and by nobody else: what one guardian writes may be about the other. What the
-- unit does with it (who assesses it, that custody was checked) is its own information and lies beside it; so does the plan
-- that it led to, which the family sees from the day that it sees the plan.
SET ROLE samplan_owner;
CREATE TABLE request_receiver (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES principal,
  unit_id uuid NOT NULL REFERENCES unit,
  valid_from date NOT NULL,
  chosen_by uuid REFERENCES person,
  chosen_on date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX request_receiver_principal ON request_receiver (principal_id, created_at);
CREATE TRIGGER request_receiver_kept BEFORE UPDATE OR DELETE ON request_receiver FOR EACH ROW EXECUTE FUNCTION keep_row();

CREATE TABLE plan_request (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  child_id uuid NOT NULL REFERENCES person,
  principal_id uuid NOT NULL REFERENCES principal,
  unit_id uuid NOT NULL REFERENCES unit,
  relation text CHECK (relation IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')),
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  own_given_name short_text,
  own_family_name short_text,
  body free_text NOT NULL,
  help free_text NOT NULL,
  participants free_text,
  received_on date NOT NULL,
  due_on date NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('received', 'assessing', 'planned', 'refused')),
  assessed_on date,
  answered_on date,
  refused_by reason_text,
  reason reason_text,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (birth_date <= received_on AND received_on <= due_on AND received_on <= assessed_on AND assessed_on <= answered_on),
  CHECK ((relation IS NULL) = (person_id = child_id)),
  CHECK ((relation IS NULL) = (own_given_name IS NULL) AND (relation IS NULL) = (own_family_name IS NULL)),
  CHECK ((state = 'received') = (assessed_on IS NULL)),
  CHECK ((state IN ('planned', 'refused')) = (answered_on IS NOT NULL)),
  CHECK ((state = 'refused') = (refused_by IS NOT NULL) AND (state = 'refused') = (reason IS NOT NULL))
);
CREATE INDEX plan_request_person ON plan_request (person_id, created_at);
CREATE INDEX plan_request_unit ON plan_request (unit_id, due_on);
CREATE INDEX plan_request_child ON plan_request (child_id);
CREATE TABLE plan_request_handling (
  request_id uuid PRIMARY KEY REFERENCES plan_request,
  unit_id uuid NOT NULL REFERENCES unit,
  handler_id uuid NOT NULL REFERENCES person,
  assigned_by uuid NOT NULL REFERENCES person,
  custody_checked boolean NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE INDEX plan_request_handling_handler ON plan_request_handling (unit_id, handler_id);
CREATE TABLE plan_request_plan (
  request_id uuid PRIMARY KEY REFERENCES plan_request,
  unit_id uuid NOT NULL REFERENCES unit,
  plan_id uuid NOT NULL REFERENCES plan
);
CREATE INDEX plan_request_plan_plan ON plan_request_plan (plan_id);
CREATE TRIGGER plan_request_columns BEFORE UPDATE ON plan_request FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'person_id', 'child_id',
  'principal_id', 'relation', 'given_name', 'family_name', 'birth_date', 'own_given_name', 'own_family_name', 'body', 'help', 'participants',
  'received_on', 'due_on', 'created_at');
CREATE TRIGGER plan_request_unit_kept BEFORE UPDATE ON plan_request FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER plan_request_kept BEFORE DELETE ON plan_request FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_request_handling_columns BEFORE UPDATE ON plan_request_handling FOR EACH ROW EXECUTE FUNCTION keep_columns('request_id');
CREATE TRIGGER plan_request_handling_unit BEFORE UPDATE ON plan_request_handling FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER plan_request_handling_kept BEFORE DELETE ON plan_request_handling FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_request_plan_columns BEFORE UPDATE ON plan_request_plan FOR EACH ROW EXECUTE FUNCTION keep_columns('request_id', 'plan_id');
CREATE TRIGGER plan_request_plan_unit BEFORE UPDATE ON plan_request_plan FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER plan_request_plan_kept BEFORE DELETE ON plan_request_plan FOR EACH ROW EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- The unit that receives requests of each principal on a day: the one that was chosen last among choices in force, or the one
-- that took over from it. The day is given, since a citizen whom nobody knows has none in the settings of the transaction.
CREATE FUNCTION app_receivers(p_day date) RETURNS TABLE (principal_id uuid, unit_id uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE heir AS (
    SELECT c.principal_id, c.unit_id FROM (SELECT DISTINCT ON (r.principal_id) r.principal_id, r.unit_id FROM request_receiver r
      WHERE r.valid_from <= p_day ORDER BY r.principal_id, r.created_at DESC, r.id DESC) c
    UNION SELECT h.principal_id, s.successor_id FROM heir h JOIN unit_successor s ON s.unit_id = h.unit_id)
  SELECT h.principal_id, h.unit_id FROM heir h JOIN unit_place q ON q.unit_id = h.unit_id AND q.valid @> p_day
    JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id WHERE a.principal_id = h.principal_id $$;

-- The requests that a citizen sees: the own ones. Those of a guardian end for the guardian when custody does, as far as the
-- unit knows, and when the child is as old as a guardian sees plans until (R20): by the birth date that was stated, until custody
-- has been checked, or a stranger would learn by it that the unit has a case.
CREATE FUNCTION app_my_requests() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM plan_request r CROSS JOIN LATERAL app_family_ages(r.unit_id) g
   WHERE app_unit() IS NULL AND r.person_id = app_person() AND (r.child_id = r.person_id
     OR app_today() < coalesce((SELECT f.birth_date FROM case_file f WHERE f.child_id = r.child_id AND f.unit_id = r.unit_id
                                  AND EXISTS (SELECT FROM plan_request_handling h WHERE h.request_id = r.id AND h.custody_checked)
                                 ORDER BY lower(f.valid) DESC LIMIT 1), r.birth_date) + make_interval(years => g.guardian_until)
    AND coalesce((SELECT bool_or(c.valid @> app_today()) FROM relation c WHERE c.child_id = r.child_id AND c.person_id = r.person_id AND c.unit_id = r.unit_id
       AND c.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')), true)) $$;

-- How far the child of a request to the own unit is protected today (R31); the unit need not have a case about it.
CREATE FUNCTION app_request_protection(p_request uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.protection FROM plan_request r JOIN person p ON p.id = r.child_id WHERE r.id = p_request AND r.unit_id = app_unit() $$;

-- When a reorganisation hands a case over, the requests about the child go along.
CREATE FUNCTION app_hand_over_requests() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE plan_request_handling h SET unit_id = NEW.to_unit_id, version = h.version + 1 FROM plan_request r
   WHERE r.id = h.request_id AND r.child_id = NEW.child_id AND h.unit_id = NEW.unit_id;
  UPDATE plan_request_plan h SET unit_id = NEW.to_unit_id FROM plan_request r
   WHERE r.id = h.request_id AND r.child_id = NEW.child_id AND h.unit_id = NEW.unit_id;
  UPDATE plan_request r SET unit_id = NEW.to_unit_id, version = r.version + 1 WHERE r.child_id = NEW.child_id AND r.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;

-- A request is not lost with its unit: whoever takes over answers, also where there is no case yet.
CREATE FUNCTION app_inherit_requests() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE plan_request_handling h SET unit_id = s.successor_id, version = h.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = h.unit_id;
  UPDATE plan_request_plan h SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = h.unit_id;
  UPDATE plan_request r SET unit_id = s.successor_id, version = r.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_requests AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_requests();
CREATE TRIGGER reorganisation_requests AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_inherit_requests();

-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['request_receiver', 'plan_request', 'plan_request_handling', 'plan_request_plan'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['plan_request', 'plan_request_handling', 'plan_request_plan'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_my_requests()', 'app_request_protection(uuid)', 'app_hand_over_requests()', 'app_inherit_requests()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
REVOKE EXECUTE ON FUNCTION app_receivers(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_receivers(date) TO samplan_app;
GRANT UPDATE (unit_id, version) ON plan_request, plan_request_handling TO samplan_fence;
GRANT UPDATE (unit_id) ON plan_request_plan TO samplan_fence;
GRANT UPDATE (state, assessed_on, answered_on, refused_by, reason, version) ON plan_request TO samplan_app;
GRANT UPDATE (handler_id, assigned_by, custody_checked, version) ON plan_request_handling TO samplan_app;
CREATE POLICY request_receiver_public ON request_receiver FOR SELECT TO samplan_app USING (true);
CREATE POLICY request_receiver_add ON request_receiver FOR INSERT TO samplan_app WITH CHECK (principal_id = app_principal() AND chosen_by = app_person());
CREATE POLICY plan_request_read ON plan_request FOR SELECT TO samplan_app USING (unit_id = app_unit() OR id IN (SELECT app_my_requests()));
CREATE POLICY plan_request_add ON plan_request FOR INSERT TO samplan_app WITH CHECK (
  app_unit() IS NULL AND person_id = app_person() AND state = 'received'
  AND EXISTS (SELECT FROM app_receivers(app_today()) v WHERE v.principal_id = plan_request.principal_id AND v.unit_id = plan_request.unit_id));
CREATE POLICY plan_request_change ON plan_request FOR UPDATE TO samplan_app USING (unit_id = app_unit());
CREATE POLICY plan_request_handling_read ON plan_request_handling FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY plan_request_handling_add ON plan_request_handling FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND assigned_by = app_person() AND EXISTS (SELECT FROM plan_request r WHERE r.id = request_id AND r.unit_id = app_unit()));
CREATE POLICY plan_request_handling_change ON plan_request_handling FOR UPDATE TO samplan_app USING (unit_id = app_unit());
CREATE POLICY plan_request_plan_read ON plan_request_plan FOR SELECT TO samplan_app USING (
  unit_id = app_unit() OR app_unit() IS NULL AND plan_id = ANY (app_family_plans()));
CREATE POLICY plan_request_plan_add ON plan_request_plan FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND EXISTS (SELECT FROM plan_request r JOIN plan p ON p.child_id = r.child_id
    WHERE r.id = request_id AND r.unit_id = app_unit() AND p.id = plan_id AND p.lead_unit_id = app_unit()));

COMMENT ON TABLE request_receiver IS 'Which unit of a principal receives what families ask for, from a day; of choices in force the one made last';
COMMENT ON COLUMN request_receiver.id IS 'Identity';
COMMENT ON COLUMN request_receiver.principal_id IS 'The principal';
COMMENT ON COLUMN request_receiver.unit_id IS 'The unit';
COMMENT ON COLUMN request_receiver.valid_from IS 'From this day';
COMMENT ON COLUMN request_receiver.chosen_by IS 'Who chose; none: set up with the principal';
COMMENT ON COLUMN request_receiver.chosen_on IS 'On which day';
COMMENT ON COLUMN request_receiver.created_at IS 'When';
COMMENT ON TABLE plan_request IS 'Begäran om en plan (R4): asked by a guardian or the child, answered by a plan or a refusal, never by silence';
COMMENT ON COLUMN plan_request.id IS 'Identity';
COMMENT ON COLUMN plan_request.person_id IS 'Who asks; the request is theirs alone';
COMMENT ON COLUMN plan_request.child_id IS 'The child; the one who asks, when it is about oneself';
COMMENT ON COLUMN plan_request.principal_id IS 'The principal that is asked';
COMMENT ON COLUMN plan_request.unit_id IS 'The unit that receives it';
COMMENT ON COLUMN plan_request.relation IS 'What the guardian says to be to the child; until custody is checked it is no more than said';
COMMENT ON COLUMN plan_request.given_name IS 'The child''s given name as stated';
COMMENT ON COLUMN plan_request.family_name IS 'The child''s family name as stated';
COMMENT ON COLUMN plan_request.birth_date IS 'The child''s birth date as stated';
COMMENT ON COLUMN plan_request.own_given_name IS 'The guardian''s given name';
COMMENT ON COLUMN plan_request.own_family_name IS 'The guardian''s family name';
COMMENT ON COLUMN plan_request.body IS 'Why, in their own words';
COMMENT ON COLUMN plan_request.help IS 'What kind of help is needed';
COMMENT ON COLUMN plan_request.participants IS 'Whom they think should be asked';
COMMENT ON COLUMN plan_request.received_on IS 'When it was made, and so received';
COMMENT ON COLUMN plan_request.due_on IS 'When it is to be answered, by the routine in force when it was made';
COMMENT ON COLUMN plan_request.created_at IS 'The instant';
COMMENT ON COLUMN plan_request.state IS 'Received, under assessment, led to a plan, refused';
COMMENT ON COLUMN plan_request.assessed_on IS 'When the assessment began';
COMMENT ON COLUMN plan_request.answered_on IS 'When it was answered';
COMMENT ON COLUMN plan_request.refused_by IS 'Who refused, in which role';
COMMENT ON COLUMN plan_request.reason IS 'Why it was refused, as the family is told';
COMMENT ON COLUMN plan_request.version IS 'Counts changes that the family sees';
COMMENT ON TABLE plan_request_handling IS 'What the unit does with a request: its own information';
COMMENT ON COLUMN plan_request_handling.request_id IS 'The request';
COMMENT ON COLUMN plan_request_handling.unit_id IS 'The unit';
COMMENT ON COLUMN plan_request_handling.handler_id IS 'Who assesses it';
COMMENT ON COLUMN plan_request_handling.assigned_by IS 'Who said so';
COMMENT ON COLUMN plan_request_handling.custody_checked IS 'Whether the unit has made sure that the one who asks has custody';
COMMENT ON COLUMN plan_request_handling.version IS 'Counts changes';
COMMENT ON TABLE plan_request_plan IS 'The plan that a request led to: the unit''s, and the family''s once it sees the plan';
COMMENT ON COLUMN plan_request_plan.request_id IS 'The request';
COMMENT ON COLUMN plan_request_plan.unit_id IS 'The unit that answered';
COMMENT ON COLUMN plan_request_plan.plan_id IS 'The plan';
COMMENT ON FUNCTION app_receivers(date) IS 'The unit that receives requests of each principal on a day';
COMMENT ON FUNCTION app_hand_over_requests() IS 'Trigger: requests follow the case';
COMMENT ON FUNCTION app_inherit_requests() IS 'Trigger: requests go to the unit that takes over';
RESET ROLE;
SET ROLE samplan_fence;
COMMENT ON FUNCTION app_my_requests() IS 'The own requests that a citizen sees today';
COMMENT ON FUNCTION app_request_protection(uuid) IS 'How far the child of a request to the own unit is protected';
RESET ROLE;
