-- +goose Up
-- Calls to meetings (kallelser; R43, R44). A call is the leading unit's own text. Until it is sent it is there for that unit
-- alone; sent, each addressee has what all are told and what it is asked itself, and no row of another's. So what is asked of
-- one lies in the row of the addressee, and what all are told in that of the call. A call has no place (R33).
SET ROLE samplan_owner;
CREATE TABLE call (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  purpose free_text NOT NULL,
  questions text[] NOT NULL CHECK (cardinality(questions) BETWEEN 1 AND 20 AND NOT '' = ANY (questions)),
  long_term_goal free_text NOT NULL,
  way text NOT NULL CHECK (way IN ('place', 'digital', 'both')),
  author_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  sent_on date,
  answer_by date,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((sent_on IS NULL) = (answer_by IS NULL) AND sent_on <= answer_by)
);
CREATE INDEX call_plan ON call (plan_id, created_at DESC);
CREATE TABLE call_addressee (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL REFERENCES call,
  unit_id uuid NOT NULL REFERENCES unit,
  summons text NOT NULL CHECK (summons IN ('called', 'invited')),
  contribution free_text NOT NULL,
  state text NOT NULL CHECK (state IN ('drafted', 'dropped', 'waiting', 'accepted', 'declined', 'passed-on')),
  seen_on date,
  contact_id uuid REFERENCES person,
  reason reason_text,
  answered_on date,
  passed_from uuid REFERENCES call_addressee,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (state NOT IN ('drafted', 'dropped') OR seen_on IS NULL AND passed_from IS NULL),
  CHECK (state IN ('drafted', 'dropped', 'waiting') OR answered_on IS NOT NULL AND seen_on IS NOT NULL)
);
CREATE INDEX call_addressee_call ON call_addressee (call_id);
CREATE INDEX call_addressee_unit ON call_addressee (unit_id, state);
CREATE INDEX call_addressee_passed ON call_addressee (passed_from);
CREATE TRIGGER call_columns BEFORE UPDATE ON call FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'author_id', 'created_at');
CREATE TRIGGER call_sent BEFORE UPDATE ON call FOR EACH ROW WHEN (OLD.sent_on IS NOT NULL)
  EXECUTE FUNCTION keep_columns('purpose', 'questions', 'long_term_goal', 'way', 'sent_on', 'answer_by');
CREATE TRIGGER call_kept BEFORE DELETE ON call FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER call_addressee_columns BEFORE UPDATE ON call_addressee FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'call_id', 'summons', 'contribution', 'passed_from');
CREATE TRIGGER call_addressee_unit BEFORE UPDATE ON call_addressee FOR EACH ROW WHEN (current_user <> 'samplan_fence' AND OLD.state <> 'drafted')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER call_addressee_kept BEFORE DELETE ON call_addressee FOR EACH ROW EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- Who answers for a unit today: itself, or when it has closed the one that a reorganisation named in its place.
CREATE FUNCTION app_unit_today(p_unit uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE heir AS (
    SELECT p_unit AS unit_id, 0 AS n
    UNION ALL
    SELECT s.successor_id, h.n + 1 FROM heir h JOIN unit_successor s ON s.unit_id = h.unit_id
     WHERE h.n < 20 AND NOT EXISTS (SELECT FROM unit_place q WHERE q.unit_id = h.unit_id AND q.valid @> app_today()))
  SELECT h.unit_id FROM heir h WHERE EXISTS (SELECT FROM unit_place q WHERE q.unit_id = h.unit_id AND q.valid @> app_today()) LIMIT 1 $$;

-- The calls that the own unit has got: what the leading unit disclosed by calling, and no more.
CREATE FUNCTION app_received_calls()
RETURNS TABLE (id uuid, call_id uuid, unit_id uuid, summons text, contribution text, state text, seen_on date, contact_id uuid, reason text,
               answered_on date, passed_from uuid, version int, purpose text, questions text[], long_term_goal text, way text, sent_on date,
               answer_by date, plan_id uuid, party_id uuid, kind text, child_id uuid, given_name text, family_name text, protection text,
               from_unit_id uuid, passed_to uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.call_id, a.unit_id, a.summons, a.contribution, a.state, a.seen_on, a.contact_id, a.reason, a.answered_on, a.passed_from, a.version,
         c.purpose, c.questions, c.long_term_goal, c.way, c.sent_on, c.answer_by, p.id, y.id, p.kind, p.child_id, f.given_name, f.family_name,
         ch.protection, p.lead_unit_id,
         (SELECT n.unit_id FROM call_addressee n WHERE n.passed_from = a.id ORDER BY n.id DESC LIMIT 1)
    FROM call_addressee a JOIN call c ON c.id = a.call_id JOIN plan p ON p.id = c.plan_id JOIN person ch ON ch.id = p.child_id
    LEFT JOIN party y ON y.plan_id = p.id AND y.unit_id = a.unit_id AND y.state IN ('called', 'invited', 'accepted')
    LEFT JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = p.lead_unit_id AND f.valid @> app_today()
   WHERE a.unit_id = app_unit() AND a.state NOT IN ('drafted', 'dropped') $$;

-- Passes a call of the own unit on to another one of the same principal, and makes a party of it.
CREATE FUNCTION app_pass_call_on(p_addressee uuid, p_new uuid, p_party uuid, p_unit uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v call_addressee%ROWTYPE; v_plan plan%ROWTYPE;
BEGIN
  SELECT * INTO v FROM call_addressee a WHERE a.id = p_addressee AND a.unit_id = app_unit() AND a.state = 'passed-on';
  IF NOT FOUND OR NOT EXISTS (SELECT FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority t ON t.id = b.authority_id
                               WHERE u.unit_id = p_unit AND u.valid @> app_today() AND t.principal_id = app_principal()) THEN
    RAISE EXCEPTION 'a call is passed on within its principal' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT p.* INTO v_plan FROM call c JOIN plan p ON p.id = c.plan_id WHERE c.id = v.call_id;
  INSERT INTO call_addressee (id, call_id, unit_id, summons, contribution, state, passed_from)
    VALUES (p_new, v.call_id, p_unit, v.summons, v.contribution, 'waiting', v.id);
  INSERT INTO party (id, plan_id, unit_id, added_by_unit_id, mode, state, added_on)
    VALUES (p_party, v_plan.id, p_unit, v_plan.lead_unit_id, v.summons, v.summons, app_today())
    ON CONFLICT DO NOTHING;
END $$;

-- A call that was passed on is settled by the answer of the one it went to: a yes takes the duty over, and the wrong unit's
-- part ends; a no gives the call back (R44).
CREATE FUNCTION app_settle_call() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.state = 'declined' THEN
    UPDATE call_addressee SET state = 'waiting', answered_on = NULL, version = version + 1 WHERE id = NEW.passed_from AND state = 'passed-on';
    RETURN NULL;
  END IF;
  WITH RECURSIVE passed AS (
    SELECT a.id, a.unit_id, a.call_id, a.passed_from FROM call_addressee a WHERE a.id = NEW.passed_from
    UNION ALL
    SELECT a.id, a.unit_id, a.call_id, a.passed_from FROM passed p JOIN call_addressee a ON a.id = p.passed_from)
  UPDATE party y SET state = 'declined', answered_on = app_today(), version = y.version + 1
    FROM passed p JOIN call c ON c.id = p.call_id
   WHERE y.plan_id = c.plan_id AND y.unit_id = p.unit_id AND y.state IN ('called', 'invited');
  RETURN NULL;
END $$;

-- When a reorganisation hands over what its units hold, the calls to them go along.
CREATE FUNCTION app_hand_over_calls() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE call_addressee a SET unit_id = NEW.to_unit_id, version = a.version + 1
    FROM call c JOIN plan p ON p.id = c.plan_id
   WHERE c.id = a.call_id AND p.child_id = NEW.child_id AND a.unit_id = NEW.unit_id AND a.state NOT IN ('drafted', 'dropped');
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER call_addressee_settled AFTER UPDATE ON call_addressee FOR EACH ROW
  WHEN (NEW.passed_from IS NOT NULL AND OLD.state = 'waiting' AND NEW.state IN ('accepted', 'declined')) EXECUTE FUNCTION app_settle_call();
CREATE TRIGGER reorganisation_case_calls AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_calls();
ALTER FUNCTION app_received_calls() OWNER TO samplan_fence;
ALTER FUNCTION app_pass_call_on(uuid, uuid, uuid, uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_settle_call() OWNER TO samplan_fence;
ALTER FUNCTION app_hand_over_calls() OWNER TO samplan_fence;

ALTER TABLE call ENABLE ROW LEVEL SECURITY;
ALTER TABLE call FORCE ROW LEVEL SECURITY;
ALTER TABLE call_addressee ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_addressee FORCE ROW LEVEL SECURITY;
CREATE POLICY call_fence ON call FOR SELECT TO samplan_fence USING (true);
CREATE POLICY call_addressee_fence ON call_addressee FOR SELECT TO samplan_fence USING (true);
CREATE POLICY call_addressee_fence_add ON call_addressee FOR INSERT TO samplan_fence WITH CHECK (true);
CREATE POLICY call_addressee_fence_change ON call_addressee FOR UPDATE TO samplan_fence USING (true);
CREATE POLICY party_fence_add ON party FOR INSERT TO samplan_fence WITH CHECK (true);
GRANT SELECT ON call, call_addressee TO samplan_fence;
GRANT INSERT ON call_addressee, party TO samplan_fence;
GRANT UPDATE (unit_id, state, answered_on, version) ON call_addressee TO samplan_fence;
GRANT UPDATE (answered_on) ON party TO samplan_fence;

CREATE POLICY call_read ON call FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY call_add ON call FOR INSERT TO samplan_app WITH CHECK (
  author_id = app_person() AND sent_on IS NULL AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY call_change ON call FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
GRANT SELECT, INSERT ON call TO samplan_app;
GRANT UPDATE (purpose, questions, long_term_goal, way, sent_on, answer_by, version) ON call TO samplan_app;
CREATE POLICY call_addressee_read ON call_addressee FOR SELECT TO samplan_app USING (
  unit_id = app_unit() AND state NOT IN ('drafted', 'dropped') OR EXISTS (SELECT FROM call c WHERE c.id = call_id));
CREATE POLICY call_addressee_add ON call_addressee FOR INSERT TO samplan_app WITH CHECK (
  state = 'drafted' AND EXISTS (SELECT FROM call c WHERE c.id = call_id AND c.sent_on IS NULL));
CREATE POLICY call_addressee_change ON call_addressee FOR UPDATE TO samplan_app
  USING (CASE state WHEN 'drafted' THEN EXISTS (SELECT FROM call c WHERE c.id = call_id) ELSE state <> 'dropped' AND unit_id = app_unit() END)
  WITH CHECK (unit_id = app_unit() OR EXISTS (SELECT FROM call c WHERE c.id = call_id));
GRANT SELECT, INSERT ON call_addressee TO samplan_app;
GRANT UPDATE (unit_id, state, seen_on, contact_id, reason, answered_on, version) ON call_addressee TO samplan_app;

COMMENT ON TABLE call IS 'A call to a meeting of a plan (kallelse), the leading unit''s own text; there for it alone until it is sent (R43)';
COMMENT ON COLUMN call.id IS 'Identity';
COMMENT ON COLUMN call.plan_id IS 'The plan, whose leading unit calls';
COMMENT ON COLUMN call.purpose IS 'Why the meeting is needed';
COMMENT ON COLUMN call.questions IS 'What the meeting is to answer, worked out with the family';
COMMENT ON COLUMN call.long_term_goal IS 'The child''s long-term goal';
COMMENT ON COLUMN call.way IS 'At a place, at a distance, or both; never where (R33)';
COMMENT ON COLUMN call.author_id IS 'Who drafted it';
COMMENT ON COLUMN call.created_at IS 'When';
COMMENT ON COLUMN call.sent_on IS 'The day on which it was sent; from then on it stays as it is';
COMMENT ON COLUMN call.answer_by IS 'The last day for an answer, by the routine on the day it was sent (R45)';
COMMENT ON COLUMN call.version IS 'Counts changes of the draft and the sending';
COMMENT ON TABLE call_addressee IS 'A unit that a call names, with what just it is asked and what it has answered (R44)';
COMMENT ON COLUMN call_addressee.id IS 'Identity';
COMMENT ON COLUMN call_addressee.call_id IS 'The call';
COMMENT ON COLUMN call_addressee.unit_id IS 'The unit; its successor when it has closed';
COMMENT ON COLUMN call_addressee.summons IS 'Called (its principal is obliged) or invited';
COMMENT ON COLUMN call_addressee.contribution IS 'What the unit is asked to contribute';
COMMENT ON COLUMN call_addressee.state IS 'Drafted until the call is sent, or dropped from the draft; then waiting, or what was answered';
COMMENT ON COLUMN call_addressee.seen_on IS 'When it came to hand';
COMMENT ON COLUMN call_addressee.contact_id IS 'Who comes';
COMMENT ON COLUMN call_addressee.reason IS 'Of a no, or of passing on';
COMMENT ON COLUMN call_addressee.answered_on IS 'When it was answered or passed on';
COMMENT ON COLUMN call_addressee.passed_from IS 'From whom it came, when it had gone to the wrong unit; the duty stays there until this one has accepted';
COMMENT ON COLUMN call_addressee.version IS 'Counts changes';
COMMENT ON FUNCTION app_unit_today(uuid) IS 'Who answers for a unit today';
COMMENT ON FUNCTION app_received_calls() IS 'Calls to the own unit';
COMMENT ON FUNCTION app_pass_call_on(uuid, uuid, uuid, uuid) IS 'Passes a call on within the own principal';
COMMENT ON FUNCTION app_settle_call() IS 'Trigger: the answer to a call that was passed on';
COMMENT ON FUNCTION app_hand_over_calls() IS 'Trigger: calls follow the case';
REVOKE EXECUTE ON FUNCTION app_unit_today(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_unit_today(uuid) TO samplan_app;
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_received_calls(), app_pass_call_on(uuid, uuid, uuid, uuid), app_settle_call(), app_hand_over_calls() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_received_calls(), app_pass_call_on(uuid, uuid, uuid, uuid) TO samplan_app;
RESET ROLE;
