-- +goose Up
-- Concern reports (orosanmälan, SoL 19:1; OSL 40:7 g, R26) are a compartment of their own: a report lies with the unit that
-- sent it and the unit that got it, unit by unit and not domain by domain, and no other table, view or function of the
-- schema looks at it. What the receiver does with a report (who handles it, the protective assessment) is the receiver's
-- own information and lies beside it. The terms are settings of a board, since laws and routines change; how soon a consent
-- is reminded of is the principal's routine (00009).
SET ROLE samplan_owner;
CREATE TABLE term_setting (
  authority_id uuid PRIMARY KEY REFERENCES authority,
  assess_days int CHECK (assess_days BETWEEN 0 AND 30),
  decide_days int CHECK (decide_days BETWEEN 1 AND 60),
  feedback_days int CHECK (feedback_days BETWEEN 1 AND 60),
  questions_a_day int CHECK (questions_a_day BETWEEN 1 AND 1000)
);
CREATE VIEW unit_term WITH (security_invoker = true) AS
SELECT q.unit_id, coalesce(s.assess_days, 0) AS assess_days, coalesce(s.decide_days, 14) AS decide_days, coalesce(s.feedback_days, 7) AS feedback_days,
       coalesce(s.questions_a_day, 50) AS questions_a_day, r.reminder_days
  FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id JOIN principal p ON p.id = a.principal_id
  JOIN routine_profile r ON r.code = p.routine_profile LEFT JOIN term_setting s ON s.authority_id = a.id
 WHERE q.valid @> app_today();

CREATE TABLE concern_report (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  from_unit_id uuid NOT NULL REFERENCES unit,
  to_unit_id uuid NOT NULL REFERENCES unit,
  author_id uuid NOT NULL REFERENCES person,
  body free_text NOT NULL,
  reported_on date NOT NULL,
  sent_on date NOT NULL,
  created_at timestamptz NOT NULL,
  received_on date,
  decision text CHECK (decision IN ('opened', 'not-opened')),
  decided_on date,
  message reason_text,
  feedback_on date,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (from_unit_id <> to_unit_id),
  CHECK (reported_on <= sent_on AND sent_on <= received_on),
  CHECK (sent_on <= decided_on AND decided_on <= feedback_on),
  CHECK ((decision IS NULL) = (decided_on IS NULL) AND (decision IS NULL) = (feedback_on IS NULL) AND (message IS NULL OR decision IS NOT NULL)),
  CHECK (decision IS NULL OR received_on IS NOT NULL)
);
CREATE INDEX concern_report_sent ON concern_report (from_unit_id, created_at DESC);
CREATE INDEX concern_report_received ON concern_report (to_unit_id, created_at DESC);
CREATE TABLE concern_handling (
  report_id uuid PRIMARY KEY REFERENCES concern_report,
  unit_id uuid NOT NULL REFERENCES unit,
  handler_id uuid NOT NULL REFERENCES person,
  assigned_by uuid NOT NULL REFERENCES person,
  assessed_on date,
  version int NOT NULL DEFAULT 1 CHECK (version > 0)
);
CREATE INDEX concern_handling_handler ON concern_handling (unit_id, handler_id);
CREATE TRIGGER concern_report_columns BEFORE UPDATE ON concern_report FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'child_id', 'given_name', 'family_name', 'birth_date', 'author_id', 'body', 'reported_on', 'sent_on', 'created_at');
CREATE TRIGGER concern_report_units BEFORE UPDATE ON concern_report FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('from_unit_id', 'to_unit_id');
CREATE TRIGGER concern_report_kept BEFORE DELETE ON concern_report FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER concern_handling_columns BEFORE UPDATE ON concern_handling FOR EACH ROW EXECUTE FUNCTION keep_columns('report_id');
CREATE TRIGGER concern_handling_unit BEFORE UPDATE ON concern_handling FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER concern_handling_kept BEFORE DELETE ON concern_handling FOR EACH ROW EXECUTE FUNCTION keep_row();

-- How far the child of a report is protected today (R31, R34). The receiver need not have a case about the child, and must
-- not see the person's row for the sake of a report: other answers would then tell of it.
-- +goose StatementBegin
CREATE FUNCTION app_concern_protection(p_report uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.protection FROM concern_report c JOIN person p ON p.id = c.child_id
   WHERE c.id = p_report AND app_unit() IN (c.from_unit_id, c.to_unit_id) $$;

-- When a reorganisation hands a case over, the reports that its unit has sent go along.
CREATE FUNCTION app_hand_over_concerns() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE concern_report SET from_unit_id = NEW.to_unit_id, version = version + 1
   WHERE child_id = NEW.child_id AND from_unit_id = NEW.unit_id AND to_unit_id <> NEW.to_unit_id;
  RETURN NULL;
END $$;

-- A report that a unit has received need not be about a case of that unit. When the unit closes, its successor answers, and
-- keeps what was noted of the handling. What both units would be a side of stays where it is: nobody reports to themselves.
CREATE FUNCTION app_inherit_concerns() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE concern_handling h SET unit_id = s.successor_id, version = h.version + 1
    FROM unit_successor s, concern_report c
   WHERE s.reorganisation_id = NEW.id AND s.unit_id = h.unit_id AND c.id = h.report_id AND c.from_unit_id <> s.successor_id;
  UPDATE concern_report c SET to_unit_id = s.successor_id, version = c.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = c.to_unit_id AND c.from_unit_id <> s.successor_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_concerns AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_concerns();
CREATE TRIGGER reorganisation_concerns AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_inherit_concerns();

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['term_setting', 'concern_report', 'concern_handling'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY term_setting_public ON term_setting FOR SELECT TO samplan_app, samplan_fence USING (true);
GRANT SELECT ON term_setting TO samplan_app, samplan_fence;
GRANT SELECT ON unit_term TO samplan_app;
CREATE POLICY concern_report_fence ON concern_report FOR SELECT TO samplan_fence USING (true);
GRANT SELECT (id, child_id, from_unit_id, to_unit_id, version), UPDATE (from_unit_id, to_unit_id, version) ON concern_report TO samplan_fence;
CREATE POLICY concern_report_fence_change ON concern_report FOR UPDATE TO samplan_fence USING (true);
CREATE POLICY concern_handling_fence ON concern_handling FOR SELECT TO samplan_fence USING (true);
GRANT SELECT (report_id, unit_id, version), UPDATE (unit_id, version) ON concern_handling TO samplan_fence;
CREATE POLICY concern_handling_fence_change ON concern_handling FOR UPDATE TO samplan_fence USING (true);
CREATE POLICY concern_report_read ON concern_report FOR SELECT TO samplan_app USING (app_unit() IN (from_unit_id, to_unit_id));
CREATE POLICY concern_report_add ON concern_report FOR INSERT TO samplan_app WITH CHECK (
  from_unit_id = app_unit() AND author_id = app_person()
  AND EXISTS (SELECT FROM case_file f WHERE f.child_id = concern_report.child_id AND f.unit_id = app_unit()));
CREATE POLICY concern_report_change ON concern_report FOR UPDATE TO samplan_app USING (to_unit_id = app_unit());
GRANT SELECT, INSERT ON concern_report TO samplan_app;
GRANT UPDATE (received_on, decision, decided_on, message, feedback_on, version) ON concern_report TO samplan_app;
CREATE POLICY concern_handling_read ON concern_handling FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY concern_handling_add ON concern_handling FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND assigned_by = app_person()
  AND EXISTS (SELECT FROM concern_report c WHERE c.id = report_id AND c.to_unit_id = app_unit()));
CREATE POLICY concern_handling_change ON concern_handling FOR UPDATE TO samplan_app USING (unit_id = app_unit());
GRANT SELECT, INSERT ON concern_handling TO samplan_app;
GRANT UPDATE (handler_id, assigned_by, assessed_on, version) ON concern_handling TO samplan_app;

COMMENT ON TABLE term_setting IS 'Terms of a board; what is not set is as usual (view unit_term)';
COMMENT ON COLUMN term_setting.authority_id IS 'The board';
COMMENT ON COLUMN term_setting.assess_days IS 'Days until a protective assessment: at once (SoL 20:1)';
COMMENT ON COLUMN term_setting.decide_days IS 'Days until the decision to open an investigation or not (SoL 20:2)';
COMMENT ON COLUMN term_setting.feedback_days IS 'Days from the decision until the reporter is told (SoL 19:6)';
COMMENT ON COLUMN term_setting.questions_a_day IS 'Most questions under SoL 15:8 that one person puts in a day';
COMMENT ON VIEW unit_term IS 'The terms and the routine that hold for a unit today';
COMMENT ON TABLE concern_report IS 'Orosanmälan (SoL 19:1) in its own compartment (OSL 40:7 g, R26)';
COMMENT ON COLUMN concern_report.id IS 'Identity';
COMMENT ON COLUMN concern_report.child_id IS 'The child it is about';
COMMENT ON COLUMN concern_report.given_name IS 'The child''s given name as the sender knows it';
COMMENT ON COLUMN concern_report.family_name IS 'The child''s family name as the sender knows it';
COMMENT ON COLUMN concern_report.birth_date IS 'The child''s birth date as the sender knows it';
COMMENT ON COLUMN concern_report.from_unit_id IS 'The unit that reports';
COMMENT ON COLUMN concern_report.to_unit_id IS 'The unit of the social services that receives';
COMMENT ON COLUMN concern_report.author_id IS 'Who reports; never anonymous in an office';
COMMENT ON COLUMN concern_report.body IS 'What the concern is';
COMMENT ON COLUMN concern_report.reported_on IS 'When it was told, which may be by telephone before it was written';
COMMENT ON COLUMN concern_report.sent_on IS 'When it was sent; the terms begin';
COMMENT ON COLUMN concern_report.created_at IS 'The instant';
COMMENT ON COLUMN concern_report.received_on IS 'When the receiver took it in hand';
COMMENT ON COLUMN concern_report.decision IS 'Whether an investigation was opened (SoL 20:2), as the reporter was told';
COMMENT ON COLUMN concern_report.decided_on IS 'When that was decided';
COMMENT ON COLUMN concern_report.message IS 'What the receiver adds for the reporter';
COMMENT ON COLUMN concern_report.feedback_on IS 'When the reporter was told (SoL 19:6)';
COMMENT ON COLUMN concern_report.version IS 'Counts changes that both see';
COMMENT ON TABLE concern_handling IS 'What the receiver does with a report: its own information';
COMMENT ON COLUMN concern_handling.report_id IS 'The report';
COMMENT ON COLUMN concern_handling.unit_id IS 'The unit that received it';
COMMENT ON COLUMN concern_handling.handler_id IS 'Who handles it';
COMMENT ON COLUMN concern_handling.assigned_by IS 'Who said so';
COMMENT ON COLUMN concern_handling.assessed_on IS 'When the protective assessment was made (SoL 20:1)';
COMMENT ON COLUMN concern_handling.version IS 'Counts changes';
COMMENT ON FUNCTION app_concern_protection(uuid) IS 'How far the child of a report of the own unit is protected';
COMMENT ON FUNCTION app_hand_over_concerns() IS 'Reports that were sent follow the case';
COMMENT ON FUNCTION app_inherit_concerns() IS 'Reports that were received go to the successor';
ALTER FUNCTION app_concern_protection(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_hand_over_concerns() OWNER TO samplan_fence;
ALTER FUNCTION app_inherit_concerns() OWNER TO samplan_fence;
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_concern_protection(uuid), app_hand_over_concerns(), app_inherit_concerns() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_concern_protection(uuid) TO samplan_app;
RESET ROLE;
