-- +goose Up
-- Calls and meetings are of the unit that made them. Until now that was the unit that leads the plan, since who leads did not
-- change but with the whole case; when another party takes the lead over, what was written before stays where it is.
SET ROLE samplan_owner;
ALTER TABLE call ADD COLUMN unit_id uuid REFERENCES unit;
ALTER TABLE meeting ADD COLUMN unit_id uuid REFERENCES unit;
ALTER TABLE call NO FORCE ROW LEVEL SECURITY;
ALTER TABLE meeting NO FORCE ROW LEVEL SECURITY;
ALTER TABLE plan NO FORCE ROW LEVEL SECURITY;
UPDATE call c SET unit_id = p.lead_unit_id FROM plan p WHERE p.id = c.plan_id;
UPDATE meeting m SET unit_id = p.lead_unit_id FROM plan p WHERE p.id = m.plan_id;
ALTER TABLE call FORCE ROW LEVEL SECURITY;
ALTER TABLE meeting FORCE ROW LEVEL SECURITY;
ALTER TABLE plan FORCE ROW LEVEL SECURITY;
ALTER TABLE call ALTER COLUMN unit_id SET NOT NULL;
ALTER TABLE meeting ALTER COLUMN unit_id SET NOT NULL;
CREATE INDEX call_unit ON call (unit_id);
CREATE INDEX meeting_unit ON meeting (unit_id);
COMMENT ON COLUMN call.unit_id IS 'The unit whose call it is: the one that led the plan when it was written';
COMMENT ON COLUMN meeting.unit_id IS 'The unit whose meeting it is: the one that led the plan when it was held, or leads it while it is to come';
-- +goose StatementBegin
-- Who leads when it is made, whoever says nothing else.
CREATE FUNCTION app_of_lead() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.unit_id := coalesce(NEW.unit_id, (SELECT p.lead_unit_id FROM plan p WHERE p.id = NEW.plan_id));
  RETURN NEW;
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_of_lead() IS 'Trigger: calls and meetings are of the unit that leads when they are made';
REVOKE EXECUTE ON FUNCTION app_of_lead() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_of_lead() TO samplan_app;
CREATE TRIGGER call_of_lead BEFORE INSERT ON call FOR EACH ROW EXECUTE FUNCTION app_of_lead();
CREATE TRIGGER meeting_of_lead BEFORE INSERT ON meeting FOR EACH ROW EXECUTE FUNCTION app_of_lead();
CREATE POLICY call_fence_change ON call FOR UPDATE TO samplan_fence USING (true);
GRANT UPDATE (unit_id, version) ON call TO samplan_fence;
GRANT UPDATE (unit_id, call_id) ON meeting TO samplan_fence;

DROP POLICY call_read ON call;
DROP POLICY call_add ON call;
DROP POLICY call_change ON call;
CREATE POLICY call_read ON call FOR SELECT TO samplan_app USING (unit_id = app_unit() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id));
CREATE POLICY call_add ON call FOR INSERT TO samplan_app WITH CHECK (
  author_id = app_person() AND sent_on IS NULL AND unit_id = app_unit() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY call_change ON call FOR UPDATE TO samplan_app USING (
  unit_id = app_unit() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
DROP POLICY meeting_add ON meeting;
DROP POLICY meeting_change ON meeting;
CREATE POLICY meeting_add ON meeting FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY meeting_change ON meeting FOR UPDATE TO samplan_app USING (unit_id = app_unit() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id));
-- +goose StatementBegin
DO $$
DECLARE t text; mine text := 'EXISTS (SELECT FROM meeting m WHERE m.id = meeting_id AND m.unit_id = app_unit())';
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting_place', 'meeting_link', 'meeting_leader'] LOOP
    EXECUTE format('DROP POLICY %I ON %I', t || '_add', t);
    EXECUTE format('DROP POLICY %I ON %I', t || '_change', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_app WITH CHECK (%s)', t || '_add', t, mine);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_app USING (%s)', t || '_change', t, mine);
  END LOOP;
  DROP POLICY meeting_leader_read ON meeting_leader;
  EXECUTE 'CREATE POLICY meeting_leader_read ON meeting_leader FOR SELECT TO samplan_app USING (' || mine
    || ' OR EXISTS (SELECT FROM plan p WHERE p.id = plan_id) AND app_may_place(plan_id))';
  DROP POLICY meeting_reply_read ON meeting_reply;
  EXECUTE 'CREATE POLICY meeting_reply_read ON meeting_reply FOR SELECT TO samplan_app USING (person_id = app_person() OR ' || mine || ')';
  DROP POLICY deviation_suggestion_read ON deviation_suggestion;
  DROP POLICY deviation_suggestion_add ON deviation_suggestion;
  EXECUTE 'CREATE POLICY deviation_suggestion_read ON deviation_suggestion FOR SELECT TO samplan_app USING (' || mine || ')';
  EXECUTE 'CREATE POLICY deviation_suggestion_add ON deviation_suggestion FOR INSERT TO samplan_app WITH CHECK (' || mine || ')';
END $$;
-- +goose StatementEnd
RESET ROLE;

SET ROLE samplan_fence;
-- +goose StatementBegin
-- Whether the caller holds the pen at a meeting: it is the own unit's, or the caller leads it, or is leader or secretary of its
-- plan for a unit that takes part.
CREATE OR REPLACE FUNCTION app_chairs(p_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = p_meeting AND (m.unit_id = app_unit()
    OR EXISTS (SELECT FROM meeting_leader d WHERE d.meeting_id = m.id AND app_person() = ANY (d.person_ids))
    OR EXISTS (SELECT FROM role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = p.id AND h.person_id = app_person()
      AND y.unit_id = app_unit() AND y.state = 'accepted' AND h.role IN ('leader', 'secretary')
      AND h.starts_on <= app_today() AND (h.ends_on IS NULL OR h.ends_on >= app_today())))) $function$;
-- +goose StatementEnd
-- +goose StatementBegin
-- A call names the unit that called, also when another leads by now.
CREATE OR REPLACE FUNCTION app_received_calls()
 RETURNS TABLE(id uuid, call_id uuid, unit_id uuid, summons text, contribution text, state text, seen_on date, contact_id uuid, reason text, answered_on date, passed_from uuid, version integer, purpose text, questions text[], long_term_goal text, way text, sent_on date, answer_by date, plan_id uuid, party_id uuid, kind text, child_id uuid, given_name text, family_name text, protection text, from_unit_id uuid, passed_to uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT a.id, a.call_id, a.unit_id, a.summons, a.contribution, a.state, a.seen_on, a.contact_id, a.reason, a.answered_on, a.passed_from, a.version,
         c.purpose, c.questions, c.long_term_goal, c.way, c.sent_on, c.answer_by, p.id, y.id, p.kind, p.child_id, f.given_name, f.family_name,
         ch.protection, c.unit_id,
         (SELECT n.unit_id FROM call_addressee n WHERE n.passed_from = a.id ORDER BY n.id DESC LIMIT 1)
    FROM call_addressee a JOIN call c ON c.id = a.call_id JOIN plan p ON p.id = c.plan_id JOIN person ch ON ch.id = p.child_id
    LEFT JOIN party y ON y.plan_id = p.id AND y.unit_id = a.unit_id AND y.state IN ('called', 'invited', 'accepted')
    LEFT JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = c.unit_id AND f.valid @> app_today()
   WHERE a.unit_id = app_unit() AND a.state NOT IN ('drafted', 'dropped') $function$;
-- +goose StatementEnd
-- +goose StatementBegin
-- What people say of a meeting counts for the unit whose meeting it was.
CREATE OR REPLACE FUNCTION app_answer_survey(p_id uuid, p_meeting uuid, p_version uuid, p_until date, p_answers jsonb, p_words jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  v_plan uuid; v_unit uuid; v_principal uuid; v_period date := app_half_year(p_until); v_respondent text; v_id uuid;
BEGIN
  SELECT m.plan_id, m.unit_id INTO v_plan, v_unit FROM meeting m WHERE m.id = p_meeting AND m.state = 'closed';
  IF app_unit() IS NOT NULL AND EXISTS (SELECT FROM meeting_attendance a WHERE a.meeting_id = p_meeting AND a.unit_id = app_unit()
       AND a.person_id = app_person() AND a.presence IN ('came', 'digital')) THEN
    v_respondent := 'staff';
  ELSIF app_unit() IS NULL AND v_plan = ANY (app_family_plans()) THEN
    v_respondent := CASE WHEN v_plan = ANY (app_self_plans()) THEN 'child' ELSE 'guardian' END;
  END IF;
  IF v_respondent IS NULL OR p_until IS NULL OR p_until < app_today() THEN
    RAISE EXCEPTION 'not the caller''s to answer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('survey' || v_unit || v_period, 0));
  IF EXISTS (SELECT FROM survey_taken t WHERE t.meeting_id = p_meeting AND t.person_id = app_person()) THEN
    UPDATE survey_answer a SET answers = p_answers, words = p_words WHERE a.id = p_id;
    IF NOT FOUND THEN RETURN false; END IF;
  ELSE
    SELECT b.principal_id INTO v_principal FROM unit_place q JOIN branch c ON c.id = q.branch_id JOIN authority b ON b.id = c.authority_id
     WHERE q.unit_id = v_unit ORDER BY lower(q.valid) DESC LIMIT 1;
    INSERT INTO survey_taken VALUES (p_meeting, app_person());
    INSERT INTO survey_answer VALUES (p_id, v_unit, v_principal, v_period, v_respondent, p_version, p_answers, p_words);
  END IF;
  FOR v_id IN SELECT a.id FROM survey_answer a WHERE a.unit_id = v_unit AND a.period = v_period ORDER BY random() LOOP
    UPDATE survey_answer a SET answers = a.answers WHERE a.id = v_id;
  END LOOP;
  RETURN true;
END $function$;
-- +goose StatementEnd
-- +goose StatementBegin
-- When a reorganisation hands over what a unit holds, its meetings and calls go along, and what is noted of its people.
CREATE OR REPLACE FUNCTION app_hand_over_meetings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE meeting_attendance a SET unit_id = NEW.to_unit_id, version = a.version + 1
    FROM meeting m JOIN plan p ON p.id = m.plan_id
   WHERE m.id = a.meeting_id AND p.child_id = NEW.child_id AND a.unit_id = NEW.unit_id
     AND NOT EXISTS (SELECT FROM meeting_attendance k WHERE k.meeting_id = a.meeting_id AND k.unit_id = NEW.to_unit_id AND k.person_id = a.person_id);
  UPDATE meeting m SET next_unit_id = NEW.to_unit_id, version = m.version + 1
    FROM plan p WHERE p.id = m.plan_id AND p.child_id = NEW.child_id AND m.next_unit_id = NEW.unit_id;
  UPDATE deviation_suggestion d SET about_unit_id = NEW.to_unit_id FROM meeting m JOIN plan p ON p.id = m.plan_id
   WHERE m.id = d.meeting_id AND p.child_id = NEW.child_id AND d.about_unit_id = NEW.unit_id
     AND NOT EXISTS (SELECT FROM deviation_suggestion k WHERE k.meeting_id = d.meeting_id AND k.about_unit_id = NEW.to_unit_id);
  UPDATE meeting m SET unit_id = NEW.to_unit_id, version = m.version + 1
    FROM plan p WHERE p.id = m.plan_id AND p.child_id = NEW.child_id AND m.unit_id = NEW.unit_id;
  UPDATE call c SET unit_id = NEW.to_unit_id, version = c.version + 1
    FROM plan p WHERE p.id = c.plan_id AND p.child_id = NEW.child_id AND c.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$;
-- +goose StatementEnd
RESET ROLE;
