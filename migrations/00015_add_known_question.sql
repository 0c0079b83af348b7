-- +goose Up
-- "Is the child known to you": what one social board may ask another of the same municipality (SoL 15:8, OSL 10:28, R25).
-- The answer is yes or no, and no answer is given without its question being kept, so one function does both; the server
-- cannot write these tables itself. Beside it: decisions that let certain measures go ahead with the consent of one
-- guardian (FB 6:13 a, R15). Nothing reads those to open anything.
SET ROLE samplan_owner;
CREATE TABLE known_question (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  authority_id uuid NOT NULL REFERENCES authority,
  branch_id uuid NOT NULL REFERENCES branch,
  ground short_text NOT NULL,
  is_known boolean NOT NULL,
  asked_on date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX known_question_unit_id ON known_question (unit_id, created_at DESC);
CREATE INDEX known_question_person ON known_question (person_id, asked_on);
CREATE TABLE known_question_reason (
  question_id uuid PRIMARY KEY REFERENCES known_question,
  unit_id uuid NOT NULL REFERENCES unit,
  reason reason_text NOT NULL
);
CREATE TABLE known_question_unit (
  question_id uuid NOT NULL REFERENCES known_question,
  unit_id uuid NOT NULL REFERENCES unit,
  PRIMARY KEY (question_id, unit_id)
);
CREATE INDEX known_question_unit_unit ON known_question_unit (unit_id, question_id);
CREATE TABLE custody_decision (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  decided_on date NOT NULL,
  appeal text NOT NULL CHECK (appeal IN ('none', 'appealed', 'upheld', 'changed')),
  reason reason_text NOT NULL,
  recorder_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  ends_on date,
  end_reason reason_text,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (decided_on <= ends_on),
  CHECK ((ends_on IS NULL) = (end_reason IS NULL))
);
CREATE INDEX custody_decision_child ON custody_decision (child_id, unit_id);
CREATE TABLE custody_measure (
  decision_id uuid NOT NULL REFERENCES custody_decision,
  measure text NOT NULL CHECK (measure IN ('psychiatric-assessment', 'psychological-assessment', 'psychiatric-treatment', 'psychological-treatment',
    'open-care', 'contact-person', 'contact-family', 'lss-contact-person', 'lss-relief-service', 'lss-short-stay')),
  PRIMARY KEY (decision_id, measure)
);
CREATE TRIGGER known_question_columns BEFORE UPDATE ON known_question FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'child_id', 'person_id', 'authority_id', 'branch_id', 'ground', 'is_known', 'asked_on', 'created_at');
CREATE TRIGGER known_question_kept BEFORE DELETE ON known_question FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER known_question_reason_columns BEFORE UPDATE ON known_question_reason FOR EACH ROW EXECUTE FUNCTION keep_columns('question_id', 'reason');
CREATE TRIGGER known_question_reason_kept BEFORE DELETE ON known_question_reason FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER known_question_unit_kept BEFORE UPDATE OR DELETE ON known_question_unit FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER custody_decision_columns BEFORE UPDATE ON custody_decision FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'child_id', 'decided_on', 'appeal', 'reason', 'recorder_id', 'created_at');
CREATE TRIGGER custody_decision_unit BEFORE UPDATE ON custody_decision FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER custody_decision_kept BEFORE DELETE ON custody_decision FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER custody_measure_kept BEFORE UPDATE OR DELETE ON custody_measure FOR EACH ROW EXECUTE FUNCTION keep_row();

-- Asks whether a child is known at the board that a branch belongs to, and keeps the question. Known is an open or former
-- case at a unit of that board whose class may answer (p_classes, from policy/walls.csv). What does not fit the law comes
-- back as a refusal, which rests on public facts and the asker's own alone. The same statements run whatever the answer is.
-- +goose StatementBegin
CREATE FUNCTION app_ask_known(p_question uuid, p_child uuid, p_branch uuid, p_classes text[], p_ground text, p_reason text, p_most int, p_at timestamptz,
  OUT refusal text, OUT is_known boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_own authority%ROWTYPE; v_asked authority%ROWTYPE; v_kind text;
BEGIN
  SELECT a.* INTO v_own FROM branch b JOIN authority a ON a.id = b.authority_id WHERE b.id = app_branch();
  SELECT a.* INTO v_asked FROM branch b JOIN authority a ON a.id = b.authority_id WHERE b.id = p_branch;
  SELECT p.kind INTO v_kind FROM principal p WHERE p.id = v_own.principal_id;
  refusal := CASE
    WHEN NOT EXISTS (SELECT FROM case_file f WHERE f.child_id = p_child AND f.unit_id = app_unit() AND f.valid @> app_today()) THEN 'no-case'
    WHEN v_asked.id IS NULL OR NOT EXISTS (SELECT FROM unit_place q WHERE q.branch_id = p_branch AND q.valid @> app_today()) THEN 'unknown'
    WHEN v_own.principal_id IS DISTINCT FROM v_asked.principal_id OR v_kind NOT IN ('municipality', 'both') THEN 'other-municipality'
    WHEN v_own.id = v_asked.id THEN 'same-board'
    WHEN NOT EXISTS (SELECT FROM unit_place q JOIN unit n ON n.id = q.unit_id
                      WHERE q.branch_id = p_branch AND q.valid @> app_today() AND n.secrecy_class = ANY (p_classes)) THEN 'not-social-services'
    WHEN (SELECT count(*) FROM known_question k WHERE k.person_id = app_person() AND k.asked_on = app_today()) >= p_most THEN 'too-many'
  END;
  IF refusal IS NOT NULL THEN RETURN; END IF;
  is_known := EXISTS (SELECT FROM case_file f WHERE f.child_id = p_child AND f.unit_id = ANY (app_board_units(v_asked.id, p_classes)));
  INSERT INTO known_question (id, child_id, unit_id, person_id, authority_id, branch_id, ground, is_known, asked_on, created_at)
    VALUES (p_question, p_child, app_unit(), app_person(), v_asked.id, p_branch, p_ground, is_known, app_today(), p_at);
  INSERT INTO known_question_reason (question_id, unit_id, reason) VALUES (p_question, app_unit(), p_reason);
  INSERT INTO known_question_unit (question_id, unit_id)
    SELECT DISTINCT p_question, f.unit_id FROM case_file f WHERE f.child_id = p_child AND f.unit_id = ANY (app_board_units(v_asked.id, p_classes));
END $$;
CREATE FUNCTION app_board_units(p_authority uuid, p_classes text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(q.unit_id), '{}') FROM branch b JOIN unit_place q ON q.branch_id = b.id AND q.valid @> app_today() JOIN unit n ON n.id = q.unit_id
   WHERE b.authority_id = p_authority AND n.secrecy_class = ANY (p_classes) $$;

-- When a reorganisation hands a case over, the questions that its unit has asked and its decisions go along. That a question
-- was asked of its case, the receiving unit may know too.
CREATE FUNCTION app_hand_over_questions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE known_question_reason r SET unit_id = NEW.to_unit_id FROM known_question k
   WHERE k.id = r.question_id AND k.child_id = NEW.child_id AND r.unit_id = NEW.unit_id;
  UPDATE known_question SET unit_id = NEW.to_unit_id WHERE child_id = NEW.child_id AND unit_id = NEW.unit_id;
  INSERT INTO known_question_unit (question_id, unit_id)
    SELECT u.question_id, NEW.to_unit_id FROM known_question_unit u JOIN known_question k ON k.id = u.question_id
     WHERE k.child_id = NEW.child_id AND u.unit_id = NEW.unit_id ON CONFLICT DO NOTHING;
  UPDATE custody_decision SET unit_id = NEW.to_unit_id, version = version + 1 WHERE child_id = NEW.child_id AND unit_id = NEW.unit_id;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['known_question', 'known_question_reason', 'known_question_unit', 'custody_decision', 'custody_measure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['known_question', 'known_question_reason', 'known_question_unit'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_fence WITH CHECK (true)', t || '_fence_add', t);
    EXECUTE format('GRANT INSERT ON %I TO samplan_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_app', t);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_questions AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_questions();
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['known_question', 'known_question_reason', 'known_question_unit', 'custody_decision'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    IF t <> 'known_question_unit' THEN
      EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
      EXECUTE format('GRANT UPDATE (unit_id) ON %I TO samplan_fence', t);
    END IF;
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT SELECT ON known_question TO samplan_fence;
GRANT SELECT (question_id, unit_id) ON known_question_reason, known_question_unit TO samplan_fence;
GRANT SELECT (child_id, unit_id, version), UPDATE (version) ON custody_decision TO samplan_fence;
CREATE POLICY known_question_read ON known_question FOR SELECT TO samplan_app USING (
  unit_id = app_unit() OR EXISTS (SELECT FROM known_question_unit u WHERE u.question_id = known_question.id));
CREATE POLICY known_question_reason_read ON known_question_reason FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY known_question_unit_read ON known_question_unit FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY custody_decision_read ON custody_decision FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY custody_decision_add ON custody_decision FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit() AND recorder_id = app_person());
CREATE POLICY custody_decision_change ON custody_decision FOR UPDATE TO samplan_app USING (unit_id = app_unit());
GRANT SELECT, INSERT ON custody_decision TO samplan_app;
GRANT UPDATE (ends_on, end_reason, version) ON custody_decision TO samplan_app;
CREATE POLICY custody_measure_read ON custody_measure FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM custody_decision d WHERE d.id = decision_id));
CREATE POLICY custody_measure_add ON custody_measure FOR INSERT TO samplan_app WITH CHECK (EXISTS (SELECT FROM custody_decision d WHERE d.id = decision_id));
GRANT SELECT, INSERT ON custody_measure TO samplan_app;

COMMENT ON TABLE known_question IS 'Whether a child is known at another social board of the municipality (SoL 15:8, R25)';
COMMENT ON COLUMN known_question.id IS 'Identity';
COMMENT ON COLUMN known_question.child_id IS 'The child, about whom the asker has a case';
COMMENT ON COLUMN known_question.unit_id IS 'The unit that asked';
COMMENT ON COLUMN known_question.person_id IS 'Who asked';
COMMENT ON COLUMN known_question.authority_id IS 'The board that was asked';
COMMENT ON COLUMN known_question.branch_id IS 'The branch of that board that the question was put to';
COMMENT ON COLUMN known_question.ground IS 'The paragraph that the answer rests on';
COMMENT ON COLUMN known_question.is_known IS 'The answer';
COMMENT ON COLUMN known_question.asked_on IS 'When';
COMMENT ON COLUMN known_question.created_at IS 'The instant';
COMMENT ON TABLE known_question_reason IS 'Why it was asked: the asker''s own information';
COMMENT ON COLUMN known_question_reason.question_id IS 'The question';
COMMENT ON COLUMN known_question_reason.unit_id IS 'The unit that asked';
COMMENT ON COLUMN known_question_reason.reason IS 'Why';
COMMENT ON TABLE known_question_unit IS 'The units by whose cases the answer was yes: they may know that it was asked';
COMMENT ON COLUMN known_question_unit.question_id IS 'The question';
COMMENT ON COLUMN known_question_unit.unit_id IS 'The unit';
COMMENT ON TABLE custody_decision IS 'That measures may go ahead with the consent of one guardian (FB 6:13 a); opens nothing by itself (R15)';
COMMENT ON COLUMN custody_decision.id IS 'Identity';
COMMENT ON COLUMN custody_decision.child_id IS 'The child';
COMMENT ON COLUMN custody_decision.unit_id IS 'The unit of the social board that registered it';
COMMENT ON COLUMN custody_decision.decided_on IS 'When it was decided; it holds at once';
COMMENT ON COLUMN custody_decision.appeal IS 'Whether it was appealed, and how that ended';
COMMENT ON COLUMN custody_decision.reason IS 'Why, for the child''s best';
COMMENT ON COLUMN custody_decision.recorder_id IS 'Who registered it';
COMMENT ON COLUMN custody_decision.created_at IS 'The instant';
COMMENT ON COLUMN custody_decision.ends_on IS 'Its last day';
COMMENT ON COLUMN custody_decision.end_reason IS 'Why it ended';
COMMENT ON COLUMN custody_decision.version IS 'Counts changes';
COMMENT ON TABLE custody_measure IS 'Which measures a decision is about; the list is that of FB 6:13 a';
COMMENT ON COLUMN custody_measure.decision_id IS 'The decision';
COMMENT ON COLUMN custody_measure.measure IS 'The measure';
COMMENT ON FUNCTION app_ask_known(uuid, uuid, uuid, text[], text, text, int, timestamptz) IS 'Asks another board whether a child is known, and keeps the question';
COMMENT ON FUNCTION app_board_units(uuid, text[]) IS 'The units of a board today that are of some classes';
COMMENT ON FUNCTION app_hand_over_questions() IS 'Questions that were asked, and decisions, follow the case';
ALTER FUNCTION app_hand_over_questions() OWNER TO samplan_fence;
ALTER FUNCTION app_ask_known(uuid, uuid, uuid, text[], text, text, int, timestamptz) OWNER TO samplan_fence;
ALTER FUNCTION app_board_units(uuid, text[]) OWNER TO samplan_fence;
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_ask_known(uuid, uuid, uuid, text[], text, text, int, timestamptz), app_board_units(uuid, text[]),
  app_hand_over_questions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_ask_known(uuid, uuid, uuid, text[], text, text, int, timestamptz) TO samplan_app;
RESET ROLE;
