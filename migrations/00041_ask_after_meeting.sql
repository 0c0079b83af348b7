-- +goose Up
-- Surveys after meetings (R50). That somebody has answered is kept with the person, so that each answers once; what was
-- answered is kept without, and nobody reads it but as numbers. Nothing joins the two: the answer's id is a hash over a
-- receipt that only the respondent has, and neither table knows a time. Rows of one transaction share a mark in the
-- database, and lie where they were written; so with each answer all of the same unit and half-year are written anew, in
-- an order of chance.
SET ROLE samplan_owner;
CREATE TABLE survey_taken (
  meeting_id uuid NOT NULL REFERENCES meeting,
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (meeting_id, person_id)
);
CREATE TABLE survey_answer (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  principal_id uuid NOT NULL REFERENCES principal,
  period date NOT NULL CHECK (extract(day FROM period) = 1 AND extract(month FROM period) IN (1, 7)),
  respondent text NOT NULL CHECK (respondent IN ('child', 'guardian', 'staff')),
  routine_version_id uuid NOT NULL REFERENCES routine_version,
  answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
  words jsonb NOT NULL CHECK (jsonb_typeof(words) = 'object')
);
CREATE INDEX survey_answer_unit ON survey_answer (unit_id, period);
CREATE INDEX survey_answer_principal ON survey_answer (principal_id, period);
CREATE TRIGGER survey_taken_kept BEFORE UPDATE OR DELETE ON survey_taken FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER survey_answer_columns BEFORE UPDATE ON survey_answer FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'unit_id', 'principal_id', 'period', 'respondent', 'routine_version_id');
CREATE TRIGGER survey_answer_kept BEFORE DELETE ON survey_answer FOR EACH ROW EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- The half-year in which a day lies, by its first day.
CREATE FUNCTION app_half_year(p_day date) RETURNS date LANGUAGE sql IMMUTABLE AS
$$ SELECT make_date(extract(year FROM p_day)::int, CASE WHEN extract(month FROM p_day) < 7 THEN 1 ELSE 7 END, 1) $$;

-- Keeps the caller's answer to the survey of a meeting, or changes it. False: the caller has answered with another receipt.
CREATE FUNCTION app_answer_survey(p_id uuid, p_meeting uuid, p_version uuid, p_until date, p_answers jsonb, p_words jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  v_plan uuid; v_unit uuid; v_principal uuid; v_period date := app_half_year(p_until); v_respondent text; v_id uuid;
BEGIN
  SELECT p.id, p.lead_unit_id INTO v_plan, v_unit FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = p_meeting AND m.state = 'closed';
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
END $$;

-- How often what was answered, in half-years that are over, so that no number told today is another tomorrow; of the own
-- unit and the own principal. Which of these numbers are told is decided by the program.
CREATE FUNCTION app_survey_counts()
RETURNS TABLE (unit_id uuid, principal_id uuid, period date, respondent text, version_id uuid, question text, answer text, times int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.unit_id, a.principal_id, a.period, a.respondent, a.routine_version_id, e.key, e.value, count(*)::int
    FROM survey_answer a CROSS JOIN LATERAL jsonb_each_text(a.answers) e
   WHERE (a.unit_id = app_unit() OR a.principal_id = app_principal()) AND a.period < app_half_year(app_today())
   GROUP BY 1, 2, 3, 4, 5, 6, 7 $$;
-- +goose StatementEnd
ALTER FUNCTION app_answer_survey(uuid, uuid, uuid, date, jsonb, jsonb) OWNER TO samplan_fence;
ALTER FUNCTION app_survey_counts() OWNER TO samplan_fence;
REVOKE EXECUTE ON FUNCTION app_half_year(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_half_year(date) TO samplan_fence;

ALTER TABLE survey_taken ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE survey_answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY survey_taken_own ON survey_taken FOR SELECT TO samplan_app USING (person_id = app_person());
CREATE POLICY survey_taken_fence ON survey_taken FOR SELECT TO samplan_fence USING (true);
CREATE POLICY survey_taken_add ON survey_taken FOR INSERT TO samplan_fence WITH CHECK (person_id = app_person());
CREATE POLICY survey_answer_fence ON survey_answer FOR SELECT TO samplan_fence USING (true);
CREATE POLICY survey_answer_add ON survey_answer FOR INSERT TO samplan_fence WITH CHECK (true);
CREATE POLICY survey_answer_change ON survey_answer FOR UPDATE TO samplan_fence USING (true);
GRANT SELECT ON survey_taken TO samplan_app;
GRANT SELECT, INSERT ON survey_taken, survey_answer TO samplan_fence;
GRANT UPDATE (answers, words) ON survey_answer TO samplan_fence;

COMMENT ON TABLE survey_taken IS 'Who has answered the survey of a meeting, so that each answers once; nothing of what (R50)';
COMMENT ON COLUMN survey_taken.meeting_id IS 'The meeting';
COMMENT ON COLUMN survey_taken.person_id IS 'Who';
COMMENT ON TABLE survey_answer IS 'What somebody has answered after some meeting; read by nobody but as numbers (R50)';
COMMENT ON COLUMN survey_answer.id IS 'Hash over a receipt that only the respondent has, who can change the answer with it';
COMMENT ON COLUMN survey_answer.unit_id IS 'The unit that led the plan then';
COMMENT ON COLUMN survey_answer.principal_id IS 'Its principal then';
COMMENT ON COLUMN survey_answer.period IS 'The half-year in which the survey closed, by its first day';
COMMENT ON COLUMN survey_answer.respondent IS 'Child, guardian or staff';
COMMENT ON COLUMN survey_answer.routine_version_id IS 'The version of the routine profile that asked';
COMMENT ON COLUMN survey_answer.answers IS 'Answers with closed words, by question';
COMMENT ON COLUMN survey_answer.words IS 'Free text by question, which no number tells';
COMMENT ON FUNCTION app_half_year(date) IS 'The half-year in which a day lies, by its first day';
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_answer_survey(uuid, uuid, uuid, date, jsonb, jsonb), app_survey_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_answer_survey(uuid, uuid, uuid, date, jsonb, jsonb), app_survey_counts() TO samplan_app;
COMMENT ON FUNCTION app_answer_survey(uuid, uuid, uuid, date, jsonb, jsonb) IS 'Keeps or changes the caller''s answer to the survey of a meeting';
COMMENT ON FUNCTION app_survey_counts() IS 'How often what was answered in half-years that are over, of the own unit and principal';
RESET ROLE;
