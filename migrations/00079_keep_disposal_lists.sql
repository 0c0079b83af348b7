-- +goose Up
-- Disposal (gallring, R55, R56). What one holder keeps about a child is weeded when its time is over: an archivist of the secrecy domain
-- draws up a list, two people decide on it, samplan_disposal carries it out, and the list stays as the certificate. It names units,
-- children's ids, clocks, paragraphs and days, and holds no content: child_id refers to nobody, since the person may go as well.
SET ROLE samplan_owner;
ALTER TABLE assignment DROP CONSTRAINT assignment_role_check;
ALTER TABLE assignment ADD CONSTRAINT assignment_role_check CHECK (role IN ('caseworker', 'unit-manager', 'administrator', 'meeting-leader',
  'data-protection-officer', 'system-administrator', 'analyst', 'archivist'));

CREATE TABLE disposal_setting (
  id uuid PRIMARY KEY,
  branch_id uuid NOT NULL REFERENCES branch,
  secrecy_class text NOT NULL,
  number int NOT NULL CHECK (number > 0),
  years int CHECK (years BETWEEN 1 AND 200),
  sample text CHECK (sample IN ('none', 'born-on', 'all')),
  born_on int[] CHECK (cardinality(born_on) BETWEEN 1 AND 31 AND 1 <= ALL (born_on) AND 31 >= ALL (born_on)),
  decision reason_text NOT NULL,
  set_by uuid NOT NULL REFERENCES person,
  set_on date NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (branch_id, secrecy_class, number),
  CHECK ((sample = 'born-on') IS TRUE = (born_on IS NOT NULL))
);
CREATE TABLE retention_mark (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('placed', 'adoption', 'parenthood', 'residence', 'investigation', 'custody-agreement', 'legal-hold')),
  reason reason_text NOT NULL,
  set_by uuid NOT NULL REFERENCES person,
  set_on date NOT NULL,
  created_at timestamptz NOT NULL,
  ended_on date,
  ended_by uuid REFERENCES person,
  ended_at timestamptz,
  end_reason reason_text,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (set_on <= ended_on AND num_nonnulls(ended_on, ended_by, ended_at, end_reason) IN (0, 4))
);
CREATE INDEX retention_mark_case ON retention_mark (child_id, unit_id);
CREATE INDEX retention_mark_unit ON retention_mark (unit_id);
CREATE TABLE disposal_run (
  id uuid PRIMARY KEY,
  branch_id uuid NOT NULL REFERENCES branch,
  profile int NOT NULL CHECK (profile > 0),
  state text NOT NULL CHECK (state IN ('drawn-up', 'decided', 'carried-out', 'cancelled')),
  drawn_up_by uuid NOT NULL REFERENCES person,
  drawn_up_on date NOT NULL,
  created_at timestamptz NOT NULL,
  carried_out_on date,
  cancelled_on date,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((state = 'carried-out') = (carried_out_on IS NOT NULL) AND (state = 'cancelled') = (cancelled_on IS NOT NULL))
);
CREATE INDEX disposal_run_branch ON disposal_run (branch_id, created_at);
CREATE TABLE disposal_decision (
  run_id uuid NOT NULL REFERENCES disposal_run,
  person_id uuid NOT NULL REFERENCES person,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (run_id, person_id)
);
CREATE TABLE disposal_case (
  id uuid PRIMARY KEY,
  run_id uuid NOT NULL REFERENCES disposal_run,
  unit_id uuid NOT NULL REFERENCES unit,
  child_id uuid NOT NULL,
  clock text NOT NULL,
  paragraph short_text NOT NULL,
  last_entry_on date NOT NULL,
  due_on date NOT NULL,
  finish_by date NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('listed', 'disposed', 'dropped')),
  dropped_because text CHECK (dropped_because IN ('new-entry', 'marked', 'moved')),
  disposed_on date,
  items int,
  files int,
  plans int,
  UNIQUE (run_id, unit_id, child_id),
  CHECK (last_entry_on < due_on AND due_on < finish_by),
  CHECK ((outcome = 'dropped') = (dropped_because IS NOT NULL)),
  CHECK (num_nonnulls(disposed_on, items, files, plans) = CASE outcome WHEN 'disposed' THEN 4 ELSE 0 END)
);
CREATE INDEX disposal_case_of ON disposal_case (child_id, unit_id);
CREATE INDEX disposal_case_unit ON disposal_case (unit_id, disposed_on);

ALTER TABLE item ADD changed_on date, ADD disposed_on date;
ALTER TABLE party ADD disposed_on date;
ALTER TABLE consent ADD disposed_on date;
COMMENT ON COLUMN item.changed_on IS 'When its words were last changed, for the clock of disposal';
COMMENT ON COLUMN item.disposed_on IS 'When its holder''s copy was weeded: no words are left, and only dispatched versions name it (R56)';
COMMENT ON COLUMN party.disposed_on IS 'When the unit''s copy was weeded: the plan is no longer there for it';
COMMENT ON COLUMN consent.disposed_on IS 'When the copy of who recorded it was weeded; whoever received by it keeps it';

-- +goose StatementBegin
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
            WHERE conrelid = 'item'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%plan-evaluation%CASE%' OR
              conrelid = 'item'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%CASE kind%' LOOP
    EXECUTE format('ALTER TABLE item DROP CONSTRAINT %I', c.conname);
    EXECUTE format('ALTER TABLE item ADD CONSTRAINT %I CHECK (disposed_on IS NOT NULL OR %s)', c.conname, substring(c.def FROM '^CHECK (.*)$'));
  END LOOP;
END $$;

CREATE FUNCTION app_disposing() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('app.disposing', true), '') = 'on' $$;
CREATE FUNCTION app_reads_version() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('app.version', true), '') = 'on' $$;

-- Rows are only ever added, but for what a decided disposal removes. Nobody else is samplan_fence with that said.
CREATE OR REPLACE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'samplan_fence' AND public.app_disposing() THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'a row of % is never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION app_item_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_on := public.app_today();
  RETURN NEW;
END $$;

-- What the clocks count from: the days on which something about a child came to a unit, and whether something is still open there.
-- What was disposed of is no longer there. NULL asks for all units, or all children.
CREATE FUNCTION app_case_entries(p_units uuid[], p_child uuid) RETURNS TABLE (unit_id uuid, child_id uuid, on_day date, is_open boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH mine AS (
    SELECT y.plan_id, y.unit_id, p.child_id, y.state, y.added_on, y.answered_on, y.left_on, p.status FROM party y JOIN plan p ON p.id = y.plan_id
     WHERE y.disposed_on IS NULL AND (p_child IS NULL OR p.child_id = p_child) AND (p_units IS NULL OR y.unit_id = ANY (p_units))
       AND (y.state = 'accepted' OR y.state = 'left' OR NOT app_is_over(p.status) AND y.state IN ('called', 'invited'))
       AND EXISTS (SELECT FROM case_file f WHERE f.child_id = p.child_id AND f.unit_id = y.unit_id)),
  e (unit_id, child_id, on_day, is_open) AS (
    SELECT f.unit_id, f.child_id, coalesce(upper(f.valid) - 1, lower(f.valid)), coalesce(upper(f.valid) > app_today(), true) FROM case_file f
    UNION ALL SELECT w.unit_id, w.child_id, coalesce(upper(w.valid) - 1, lower(w.valid)), false FROM case_worker w
    UNION ALL SELECT m.unit_id, m.child_id, greatest(m.added_on, m.answered_on, m.left_on), m.state <> 'left' AND NOT app_is_over(m.status) FROM mine m
    UNION ALL SELECT m.unit_id, m.child_id, s.on_day, false FROM mine m JOIN plan_status_change s ON s.plan_id = m.plan_id WHERE m.state = 'accepted'
    UNION ALL SELECT m.unit_id, m.child_id, v.dispatched_on, false FROM mine m JOIN plan_version v ON v.plan_id = m.plan_id WHERE m.state = 'accepted'
    UNION ALL SELECT m.unit_id, m.child_id, u.held_on, false FROM mine m JOIN plan_follow_up u ON u.plan_id = m.plan_id WHERE m.state = 'accepted'
    UNION ALL SELECT m.unit_id, m.child_id, (t.ends_at AT TIME ZONE 'Europe/Stockholm')::date, false
      FROM mine m JOIN meeting t ON t.plan_id = m.plan_id WHERE m.state = 'accepted'
    UNION ALL SELECT i.owner_unit_id, p.child_id, greatest(i.created_on, i.changed_on, i.taken_over_on), false FROM item i JOIN plan p ON p.id = i.plan_id
      WHERE i.disposed_on IS NULL AND i.author_kind = 'staff'
    UNION ALL SELECT i.owner_unit_id, p.child_id, v.evaluated_on, false FROM evaluation v JOIN item i ON i.id = v.item_id JOIN plan p ON p.id = i.plan_id
    UNION ALL SELECT i.owner_unit_id, p.child_id, c.corrected_on, false FROM minute_correction c JOIN item i ON i.id = c.item_id JOIN plan p ON p.id = i.plan_id
    UNION ALL SELECT i.owner_unit_id, p.child_id, greatest(o.made_on, d.decided_on), false
      FROM objection o LEFT JOIN objection_decision d ON d.objection_id = o.id JOIN item i ON i.id = o.item_id JOIN plan p ON p.id = i.plan_id WHERE i.disposed_on IS NULL
    UNION ALL SELECT d.from_unit_id, p.child_id, greatest(d.decided_on, coalesce(d.ended_on, d.valid_to)), false FROM disclosure d JOIN plan p ON p.id = d.plan_id
    UNION ALL SELECT c.unit_id, c.child_id, greatest(c.created_at::date, coalesce(c.withdrawn_on, c.valid_to)), false FROM consent c WHERE c.disposed_on IS NULL
    UNION ALL SELECT r.from_unit_id, r.child_id, greatest(r.sent_on, r.feedback_on), false FROM concern_report r
    UNION ALL SELECT r.to_unit_id, r.child_id, greatest(r.sent_on, r.received_on, r.decided_on, r.feedback_on), r.decision IS NULL FROM concern_report r
    UNION ALL SELECT x.unit_id, r.child_id, coalesce(r.ended_on, r.sent_on), r.ended_on IS NULL
      FROM information_request r CROSS JOIN LATERAL (VALUES (r.from_unit_id), (r.to_unit_id)) x (unit_id)
    UNION ALL SELECT q.unit_id, q.child_id, greatest(q.received_on, q.assessed_on, q.answered_on, q.withdrawn_on), coalesce(q.answered_on, q.withdrawn_on) IS NULL FROM plan_request q
    UNION ALL SELECT d.unit_id, d.child_id, greatest(d.created_at::date, d.ends_on), false FROM custody_decision d
    UNION ALL SELECT a.unit_id, a.child_id, a.assessed_on, false FROM maturity_assessment a
    UNION ALL SELECT r.unit_id, r.child_id, r.recorded_on, false FROM protection_record r
    UNION ALL SELECT r.unit_id, r.child_id, coalesce(upper(r.valid) - 1, lower(r.valid)), false FROM relation r
    UNION ALL SELECT h.unit_id, h.child_id, coalesce(upper(h.valid) - 1, lower(h.valid)), false FROM whereabouts h
    UNION ALL SELECT h.unit_id, h.child_id, coalesce(upper(h.valid) - 1, lower(h.valid)), false FROM whereabouts_block h
    UNION ALL SELECT h.unit_id, h.child_id, coalesce(upper(h.valid) - 1, lower(h.valid)), false FROM whereabouts_reader h
    UNION ALL SELECT q.unit_id, q.child_id, q.asked_at::date, false FROM emergency_inquiry q WHERE q.child_id IS NOT NULL
    UNION ALL SELECT m.unit_id, m.child_id, m.effective_on, false FROM register_message m
    UNION ALL SELECT q.unit_id, q.child_id, q.asked_on, false FROM known_question q
    UNION ALL SELECT b.unit_id, b.child_id, greatest(b.set_on, b.lifted_on), false FROM care_block b
    UNION ALL SELECT a.unit_id, a.child_id, a.opened_at::date, false FROM emergency_access a)
  SELECT e.unit_id, e.child_id, e.on_day, e.is_open FROM e
   WHERE (p_units IS NULL OR e.unit_id = ANY (p_units)) AND (p_child IS NULL OR e.child_id = p_child)
     AND NOT EXISTS (SELECT FROM disposal_case d WHERE d.unit_id = e.unit_id AND d.child_id = e.child_id AND d.disposed_on >= e.on_day) $$;

-- What a holder keeps about a child lies with all units of the domain that have the same secrecy class: the last of their entries
-- counts, and nothing is weeded while something is open or held with any of them (SoL 16:1).
CREATE FUNCTION app_holdings(p_units uuid[], p_child uuid)
RETURNS TABLE (unit_id uuid, child_id uuid, secrecy_class text, last_entry_on date, is_open boolean, is_held boolean, marks text[], marked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH e AS (SELECT x.unit_id, x.child_id, n.secrecy_class, max(x.on_day) AS last_on, bool_or(x.is_open) AS is_open
               FROM app_case_entries(p_units, p_child) x JOIN unit n ON n.id = x.unit_id GROUP BY 1, 2, 3),
  m AS (SELECT k.child_id, n.secrecy_class, bool_or(k.kind = 'legal-hold' AND k.ended_on IS NULL) AS is_held,
               array_agg(DISTINCT k.kind) FILTER (WHERE k.ended_on IS NULL) AS kinds, max(k.created_at) FILTER (WHERE k.ended_on IS NULL) AS at
          FROM retention_mark k JOIN unit n ON n.id = k.unit_id WHERE k.unit_id = ANY (p_units) GROUP BY 1, 2)
  SELECT e.unit_id, e.child_id, e.secrecy_class, max(e.last_on) OVER w, bool_or(e.is_open) OVER w, coalesce(m.is_held, false),
         coalesce(m.kinds, '{}'), m.at
    FROM e LEFT JOIN m ON m.child_id = e.child_id AND m.secrecy_class = e.secrecy_class WINDOW w AS (PARTITION BY e.child_id, e.secrecy_class) $$;

-- The cases of the own domain in which nothing is open or held, and that no list names yet, with what their clocks need.
CREATE FUNCTION app_disposal_candidates() RETURNS TABLE (unit_id uuid, child_id uuid, secrecy_class text, birth_date date, last_entry_on date, marks text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT h.unit_id, h.child_id, h.secrecy_class, app_birth_date(h.child_id, h.unit_id), h.last_entry_on, h.marks
    FROM app_holdings(app_own_units(), NULL) h
   WHERE NOT h.is_open AND NOT h.is_held
     AND NOT EXISTS (SELECT FROM disposal_case d JOIN disposal_run r ON r.id = d.run_id
                      WHERE d.unit_id = h.unit_id AND d.child_id = h.child_id AND d.outcome = 'listed' AND r.state IN ('drawn-up', 'decided'))
   ORDER BY h.last_entry_on, h.unit_id, h.child_id $$;

-- The children's names on a list of the own domain, as the unit knows them. From protection level 1 on there is none (R31).
CREATE FUNCTION app_disposal_names(p_run uuid) RETURNS TABLE (case_id uuid, given_name text, family_name text, birth_date date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT ON (d.id) d.id, f.given_name, f.family_name, f.birth_date
    FROM disposal_run r JOIN disposal_case d ON d.run_id = r.id JOIN person c ON c.id = d.child_id AND c.protection = 'none'
    JOIN case_file f ON f.child_id = d.child_id AND f.unit_id = d.unit_id
   WHERE r.id = p_run AND r.branch_id = app_branch() AND d.unit_id = ANY (app_own_units()) AND d.outcome = 'listed' AND r.state IN ('drawn-up', 'decided')
   ORDER BY d.id, lower(f.valid) DESC $$;

-- Whether what the own unit held of a child on a day is gone: what another holder keeps of it is no longer there for the unit.
CREATE FUNCTION app_is_disposed(p_child uuid, p_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM disposal_case d WHERE d.child_id = p_child AND d.unit_id = app_unit() AND d.disposed_on >= p_day) $$;

CREATE FUNCTION app_hand_over_marks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE retention_mark k SET unit_id = NEW.to_unit_id, version = k.version + 1 WHERE k.child_id = NEW.child_id AND k.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_marks AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_marks();
CREATE TRIGGER item_changed BEFORE UPDATE OF title, body, outside_actor, contact_name, spoken_by, starts_on, ends_on, status ON item FOR EACH ROW
  WHEN (current_user = 'samplan_app') EXECUTE FUNCTION app_item_changed();
CREATE TRIGGER item_disposal BEFORE UPDATE ON item FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_columns('disposed_on');
CREATE TRIGGER party_disposal BEFORE UPDATE ON party FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_columns('disposed_on');
CREATE TRIGGER consent_disposal BEFORE UPDATE ON consent FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_columns('disposed_on');
CREATE TRIGGER disposal_setting_kept BEFORE UPDATE OR DELETE ON disposal_setting FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER retention_mark_columns BEFORE UPDATE ON retention_mark FOR EACH ROW EXECUTE FUNCTION
  keep_columns('id', 'child_id', 'kind', 'reason', 'set_by', 'set_on', 'created_at');
CREATE TRIGGER retention_mark_unit BEFORE UPDATE ON retention_mark FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER retention_mark_kept BEFORE DELETE ON retention_mark FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER disposal_run_columns BEFORE UPDATE ON disposal_run FOR EACH ROW EXECUTE FUNCTION
  keep_columns('id', 'branch_id', 'profile', 'drawn_up_by', 'drawn_up_on', 'created_at');
CREATE TRIGGER disposal_run_over BEFORE UPDATE ON disposal_run FOR EACH ROW WHEN (OLD.state IN ('carried-out', 'cancelled')) EXECUTE FUNCTION
  keep_columns('state', 'carried_out_on', 'cancelled_on', 'version');
CREATE TRIGGER disposal_decision_kept BEFORE UPDATE OR DELETE ON disposal_decision FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER disposal_case_columns BEFORE UPDATE ON disposal_case FOR EACH ROW EXECUTE FUNCTION
  keep_columns('id', 'run_id', 'unit_id', 'child_id', 'clock', 'paragraph', 'last_entry_on', 'due_on', 'finish_by');
CREATE TRIGGER disposal_case_over BEFORE UPDATE ON disposal_case FOR EACH ROW WHEN (OLD.outcome <> 'listed') EXECUTE FUNCTION
  keep_columns('outcome', 'dropped_because', 'disposed_on', 'items', 'files', 'plans');

CREATE OR REPLACE VIEW own_party WITH (security_barrier) AS
  SELECT y.id, y.plan_id, y.unit_id, y.state FROM party y WHERE y.unit_id = ANY ((SELECT app_own_units())::uuid[]) AND y.disposed_on IS NULL;

-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['disposal_setting', 'retention_mark', 'disposal_run', 'disposal_decision', 'disposal_case'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_case_entries(uuid[], uuid)', 'app_holdings(uuid[], uuid)', 'app_disposal_candidates()', 'app_disposal_names(uuid)',
      'app_is_disposed(uuid, date)', 'app_hand_over_marks()', 'app_disposing()', 'app_reads_version()', 'app_item_changed()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_disposal_candidates()', 'app_disposal_names(uuid)', 'app_is_disposed(uuid, date)', 'app_hand_over_marks()',
      'app_disposing()', 'app_reads_version()', 'app_item_changed()'] LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_app', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT EXECUTE ON FUNCTION app_disposing(), app_reads_version(), app_item_changed() TO samplan_fence, samplan_owner, samplan_sealer, samplan_disposal, samplan_worker, samplan_log;
ALTER FUNCTION app_case_entries(uuid[], uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_holdings(uuid[], uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_disposal_candidates() OWNER TO samplan_fence;
ALTER FUNCTION app_disposal_names(uuid) OWNER TO samplan_fence;
ALTER FUNCTION app_is_disposed(uuid, date) OWNER TO samplan_fence;
ALTER FUNCTION app_hand_over_marks() OWNER TO samplan_fence;
GRANT UPDATE (unit_id, version) ON retention_mark TO samplan_fence;
GRANT UPDATE (ended_on, ended_by, ended_at, end_reason, version) ON retention_mark TO samplan_app;
GRANT UPDATE (state, cancelled_on, version) ON disposal_run TO samplan_app;
GRANT UPDATE (state, carried_out_on, version) ON disposal_run TO samplan_fence;
GRANT UPDATE (outcome, dropped_because, disposed_on, items, files, plans) ON disposal_case TO samplan_fence;
CREATE POLICY disposal_setting_read ON disposal_setting FOR SELECT TO samplan_app USING (branch_id = app_branch());
CREATE POLICY disposal_setting_add ON disposal_setting FOR INSERT TO samplan_app WITH CHECK (branch_id = app_branch() AND set_by = app_person());
CREATE POLICY retention_mark_read ON retention_mark FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY retention_mark_add ON retention_mark FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit() AND set_by = app_person());
CREATE POLICY retention_mark_change ON retention_mark FOR UPDATE TO samplan_app USING (unit_id = app_unit()) WITH CHECK (ended_by = app_person());
CREATE POLICY disposal_run_read ON disposal_run FOR SELECT TO samplan_app USING (branch_id = app_branch());
CREATE POLICY disposal_run_add ON disposal_run FOR INSERT TO samplan_app WITH CHECK (
  branch_id = app_branch() AND drawn_up_by = app_person() AND state = 'drawn-up');
CREATE POLICY disposal_run_change ON disposal_run FOR UPDATE TO samplan_app USING (branch_id = app_branch()) WITH CHECK (state <> 'carried-out');
CREATE POLICY disposal_decision_read ON disposal_decision FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM disposal_run r WHERE r.id = run_id));
CREATE POLICY disposal_decision_add ON disposal_decision FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND EXISTS (SELECT FROM disposal_run r WHERE r.id = run_id AND r.state = 'drawn-up'));
CREATE POLICY disposal_case_read ON disposal_case FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM disposal_run r WHERE r.id = run_id));
CREATE POLICY disposal_case_add ON disposal_case FOR INSERT TO samplan_app WITH CHECK (
  outcome = 'listed' AND unit_id = ANY (app_own_units())
  AND EXISTS (SELECT FROM disposal_run r WHERE r.id = run_id AND r.state = 'drawn-up' AND r.drawn_up_by = app_person()));
-- What a disposal left to others is no longer there for who disposed of it, nor outside of versions.
CREATE POLICY item_disposed ON item AS RESTRICTIVE FOR SELECT TO samplan_app USING (disposed_on IS NULL OR (SELECT app_reads_version()));
CREATE POLICY consent_disposed ON consent AS RESTRICTIVE FOR SELECT TO samplan_app USING (
  disposed_on IS NULL OR unit_id <> ALL ((SELECT app_own_units())::uuid[]));
CREATE POLICY concern_report_disposed ON concern_report AS RESTRICTIVE FOR SELECT TO samplan_app USING (NOT app_is_disposed(child_id, sent_on));
CREATE POLICY information_request_disposed ON information_request AS RESTRICTIVE FOR SELECT TO samplan_app USING (NOT app_is_disposed(child_id, sent_on));
CREATE POLICY plan_request_disposed ON plan_request AS RESTRICTIVE FOR SELECT TO samplan_app USING (NOT app_is_disposed(child_id, received_on));
CREATE POLICY known_question_disposed ON known_question AS RESTRICTIVE FOR SELECT TO samplan_app USING (NOT app_is_disposed(child_id, asked_on));
CREATE POLICY emergency_access_disposed ON emergency_access AS RESTRICTIVE FOR SELECT TO samplan_app USING (NOT app_is_disposed(child_id, opened_at::date));
COMMENT ON TABLE disposal_setting IS 'What a secrecy domain has decided on disposal, of each secrecy class; the highest number counts, and nothing is listed before there is one';
COMMENT ON COLUMN disposal_setting.id IS 'Identity';
COMMENT ON COLUMN disposal_setting.branch_id IS 'The secrecy domain';
COMMENT ON COLUMN disposal_setting.secrecy_class IS 'Of units of which class';
COMMENT ON COLUMN disposal_setting.number IS 'Which of the decisions';
COMMENT ON COLUMN disposal_setting.years IS 'How many years after the last entry, where no statute says it';
COMMENT ON COLUMN disposal_setting.sample IS 'Exempt for research (SoL 16:4): nobody, who was born on some days, everybody';
COMMENT ON COLUMN disposal_setting.born_on IS 'The days of the month';
COMMENT ON COLUMN disposal_setting.decision IS 'The decision it rests on';
COMMENT ON COLUMN disposal_setting.set_by IS 'Who entered it';
COMMENT ON COLUMN disposal_setting.set_on IS 'When';
COMMENT ON COLUMN disposal_setting.created_at IS 'The instant';
COMMENT ON TABLE retention_mark IS 'What stops or lengthens the clock of a case, as the unit that holds the case recorded it (R55)';
COMMENT ON COLUMN retention_mark.id IS 'Identity';
COMMENT ON COLUMN retention_mark.child_id IS 'The child';
COMMENT ON COLUMN retention_mark.unit_id IS 'Whose case';
COMMENT ON COLUMN retention_mark.kind IS 'Placed, adoption, parenthood, residence by LSS 9 § 8: never weeded; investigation, custody agreement: later; legal hold: not until it is lifted';
COMMENT ON COLUMN retention_mark.reason IS 'Why';
COMMENT ON COLUMN retention_mark.set_by IS 'Who recorded it';
COMMENT ON COLUMN retention_mark.set_on IS 'When';
COMMENT ON COLUMN retention_mark.created_at IS 'The instant';
COMMENT ON COLUMN retention_mark.ended_on IS 'When it was lifted, or found wrong';
COMMENT ON COLUMN retention_mark.ended_by IS 'By whom';
COMMENT ON COLUMN retention_mark.ended_at IS 'The instant';
COMMENT ON COLUMN retention_mark.end_reason IS 'Why';
COMMENT ON COLUMN retention_mark.version IS 'Counts changes';
COMMENT ON TABLE disposal_run IS 'A list of disposal: drawn up, decided by two, carried out; then it is the certificate and stays';
COMMENT ON COLUMN disposal_run.id IS 'Identity';
COMMENT ON COLUMN disposal_run.branch_id IS 'The secrecy domain whose copies it is about';
COMMENT ON COLUMN disposal_run.profile IS 'Version of the clocks';
COMMENT ON COLUMN disposal_run.state IS 'Drawn up, decided, carried out, cancelled';
COMMENT ON COLUMN disposal_run.drawn_up_by IS 'Who drew it up';
COMMENT ON COLUMN disposal_run.drawn_up_on IS 'When';
COMMENT ON COLUMN disposal_run.created_at IS 'The instant; what comes after it drops a case off the list';
COMMENT ON COLUMN disposal_run.carried_out_on IS 'When it was carried out';
COMMENT ON COLUMN disposal_run.cancelled_on IS 'When it was cancelled';
COMMENT ON COLUMN disposal_run.version IS 'Counts changes';
COMMENT ON TABLE disposal_decision IS 'Who decided on a list; it takes two';
COMMENT ON COLUMN disposal_decision.run_id IS 'The list';
COMMENT ON COLUMN disposal_decision.person_id IS 'Who';
COMMENT ON COLUMN disposal_decision.decided_at IS 'When; the list is carried out a day after the second decision at the earliest';
COMMENT ON TABLE disposal_case IS 'A case on a list; once disposed of, the register of what is gone. No content, and no reference that would keep the childs person';
COMMENT ON COLUMN disposal_case.id IS 'Identity';
COMMENT ON COLUMN disposal_case.run_id IS 'The list';
COMMENT ON COLUMN disposal_case.unit_id IS 'Whose copy';
COMMENT ON COLUMN disposal_case.child_id IS 'The childs id; the person may be gone';
COMMENT ON COLUMN disposal_case.clock IS 'By which clock';
COMMENT ON COLUMN disposal_case.paragraph IS 'By which paragraph';
COMMENT ON COLUMN disposal_case.last_entry_on IS 'The last entry when the list was drawn up';
COMMENT ON COLUMN disposal_case.due_on IS 'From when it may be weeded';
COMMENT ON COLUMN disposal_case.finish_by IS 'By when it must be (SoL 16:1)';
COMMENT ON COLUMN disposal_case.outcome IS 'Listed, disposed of, dropped';
COMMENT ON COLUMN disposal_case.dropped_because IS 'Why it was dropped';
COMMENT ON COLUMN disposal_case.disposed_on IS 'When it was disposed of';
COMMENT ON COLUMN disposal_case.items IS 'How many items lost their words';
COMMENT ON COLUMN disposal_case.files IS 'How many files';
COMMENT ON COLUMN disposal_case.plans IS 'How many plans went as a whole, since nobody else holds them';
COMMENT ON FUNCTION app_disposing() IS 'Whether this transaction carries out a decided disposal';
COMMENT ON FUNCTION app_reads_version() IS 'Whether a dispatched version is read';
COMMENT ON FUNCTION app_item_changed() IS 'Trigger: when the words were changed';
COMMENT ON FUNCTION app_case_entries(uuid[], uuid) IS 'On which days something about children came to units';
COMMENT ON FUNCTION app_holdings(uuid[], uuid) IS 'What units hold about children, for the clocks';
COMMENT ON FUNCTION app_disposal_candidates() IS 'Cases of the own domain in which nothing is open or held';
COMMENT ON FUNCTION app_disposal_names(uuid) IS 'Names on a list of the own domain';
COMMENT ON FUNCTION app_is_disposed(uuid, date) IS 'Whether the own unit has disposed of what it held of a child on a day';
COMMENT ON FUNCTION app_hand_over_marks() IS 'Trigger: marks follow the case';
RESET ROLE;
