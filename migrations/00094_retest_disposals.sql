-- +goose Up
-- Each case on a list of disposal is tested again at the decision, and when the list is carried out: also by what its secrecy domain has
-- decided since, and by every mark, whenever it was set. Whether something has changed is said here, once; what the clocks make of the rest
-- is the program's to say (package disposal), and what it says can only keep a case.
SET ROLE samplan_owner;
-- +goose StatementBegin
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'disposal_case'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%new-entry%' LOOP
    EXECUTE format('ALTER TABLE disposal_case DROP CONSTRAINT %I', c.conname);
  END LOOP;
END $$;
ALTER TABLE disposal_case ADD CONSTRAINT disposal_case_dropped_because_check CHECK (dropped_because IN ('new-entry', 'marked', 'moved', 'kept-longer'));

-- How the cases on a list stand today that are still on it: what their clocks need, and what has changed since. It names no child; of no
-- list to nobody: who may ask is what the two below say. NULL asks for all of its cases.
CREATE FUNCTION app_listed_cases(p_run uuid, p_case uuid) RETURNS TABLE (case_id uuid, secrecy_class text, birth_date date, last_entry_on date, marks text[], changed text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE r disposal_run%ROWTYPE; v_units uuid[];
BEGIN
  SELECT * INTO r FROM disposal_run x WHERE x.id = p_run;
  SELECT array_agg(q.unit_id) INTO v_units FROM unit_place q WHERE q.branch_id = r.branch_id AND q.valid @> app_today();
  RETURN QUERY SELECT c.id, n.secrecy_class, app_birth_date(c.child_id, c.unit_id), coalesce(h.last_entry_on, c.last_entry_on), coalesce(h.marks, '{}'),
      CASE WHEN h.unit_id IS NULL THEN 'moved'
           WHEN h.is_held OR h.marked_at >= r.created_at THEN 'marked'
           WHEN h.is_open OR h.last_entry_on > c.last_entry_on OR c.due_on > app_today() THEN 'new-entry' END
    FROM disposal_case c JOIN unit n ON n.id = c.unit_id
    LEFT JOIN LATERAL (SELECT * FROM app_holdings(v_units, c.child_id) x WHERE x.unit_id = c.unit_id) h ON true
   WHERE c.run_id = p_run AND c.outcome = 'listed' AND (p_case IS NULL OR c.id = p_case)
   ORDER BY c.due_on, c.id;
END $$;
-- That, to the archivists of the list's own domain.
CREATE FUNCTION app_disposal_facts(p_run uuid) RETURNS TABLE (case_id uuid, secrecy_class text, birth_date date, last_entry_on date, marks text[], changed text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT f.* FROM disposal_run r CROSS JOIN LATERAL app_listed_cases(r.id, NULL) f WHERE r.id = p_run AND r.branch_id = app_branch() $$;
-- That, to samplan_disposal, of lists that are to be carried out now; what the domain decides meanwhile waits for it.
CREATE FUNCTION app_due_disposal_facts(p_run uuid, p_now timestamptz)
RETURNS TABLE (case_id uuid, secrecy_class text, birth_date date, last_entry_on date, marks text[], changed text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT p_run IN (SELECT app_decided_disposals(p_now)) THEN RETURN; END IF;
  PERFORM set_config('app.today', (p_now AT TIME ZONE 'Europe/Stockholm')::date::text, true);
  PERFORM pg_advisory_xact_lock(hashtextextended(r.branch_id::text, 7265776)) FROM disposal_run r WHERE r.id = p_run;
  RETURN QUERY SELECT * FROM app_listed_cases(p_run, NULL);
END $$;
-- And what the list's domain has decided: of classes of units, and of nobody.
CREATE FUNCTION app_due_disposal_settings(p_run uuid, p_now timestamptz) RETURNS TABLE (secrecy_class text, number int, years int, sample text, born_on int[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.secrecy_class, s.number, s.years, s.sample, s.born_on FROM disposal_run r JOIN disposal_setting s ON s.branch_id = r.branch_id
   WHERE r.id = p_run AND r.id IN (SELECT app_decided_disposals(p_now)) $$;
-- Takes cases off a list of the own domain that is not decided on yet. It answers nothing, and can only keep what would have been weeded.
CREATE FUNCTION app_drop_listed_cases(p_run uuid, p_cases uuid[], p_causes text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE disposal_case c SET outcome = 'dropped', dropped_because = x.cause FROM unnest(p_cases, p_causes) x (id, cause), disposal_run r
   WHERE c.id = x.id AND c.run_id = p_run AND c.outcome = 'listed' AND r.id = p_run AND r.branch_id = app_branch() AND r.state = 'drawn-up';
END $$;

-- Carries one out. A case in which something is new, open, marked or held since the list was drawn up, that has moved, or that p_kept
-- names with a cause, drops off.
DROP FUNCTION app_carry_out_disposal(uuid, timestamptz);
CREATE FUNCTION app_carry_out_disposal(p_run uuid, p_now timestamptz, p_kept jsonb DEFAULT '{}', OUT disposed int, OUT dropped int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE r disposal_run%ROWTYPE; d record; v_why text;
BEGIN
  disposed := 0; dropped := 0;
  PERFORM set_config('app.today', (p_now AT TIME ZONE 'Europe/Stockholm')::date::text, true), set_config('app.disposing', 'on', true);
  PERFORM app_weed_keys(1000000);
  SELECT * INTO r FROM disposal_run WHERE id = p_run FOR UPDATE;
  IF NOT FOUND OR NOT p_run IN (SELECT app_decided_disposals(p_now)) THEN RETURN; END IF;
  FOR d IN SELECT c.* FROM disposal_case c WHERE c.run_id = p_run AND c.outcome = 'listed' ORDER BY c.due_on, c.id LOOP
    SELECT f.changed INTO STRICT v_why FROM app_listed_cases(p_run, d.id) f;
    v_why := coalesce(v_why, p_kept ->> d.id::text);
    IF v_why IS NULL THEN
      PERFORM app_dispose_case(d.id);
      disposed := disposed + 1;
    ELSE
      UPDATE disposal_case SET outcome = 'dropped', dropped_because = v_why WHERE id = d.id;
      dropped := dropped + 1;
    END IF;
  END LOOP;
  UPDATE disposal_run SET state = 'carried-out', carried_out_on = app_today(), version = version + 1 WHERE id = p_run;
  PERFORM set_config('app.disposing', '', true);
END $$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_listed_cases(uuid, uuid)', 'app_disposal_facts(uuid)', 'app_due_disposal_facts(uuid, timestamptz)', 'app_due_disposal_settings(uuid, timestamptz)',
      'app_drop_listed_cases(uuid, uuid[], text[])', 'app_carry_out_disposal(uuid, timestamptz, jsonb)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT EXECUTE ON FUNCTION app_disposal_facts(uuid), app_drop_listed_cases(uuid, uuid[], text[]) TO samplan_app;
GRANT EXECUTE ON FUNCTION app_due_disposal_facts(uuid, timestamptz), app_due_disposal_settings(uuid, timestamptz), app_carry_out_disposal(uuid, timestamptz, jsonb) TO samplan_disposal;
COMMENT ON FUNCTION app_listed_cases(uuid, uuid) IS 'How the cases on a list of disposal stand today';
COMMENT ON FUNCTION app_disposal_facts(uuid) IS 'How the cases on a list of the own domain stand today';
COMMENT ON FUNCTION app_due_disposal_facts(uuid, timestamptz) IS 'How the cases on a list stand that is to be carried out now';
COMMENT ON FUNCTION app_due_disposal_settings(uuid, timestamptz) IS 'What the domain of a list has decided that is to be carried out now';
COMMENT ON FUNCTION app_drop_listed_cases(uuid, uuid[], text[]) IS 'Takes cases off a list of the own domain';
COMMENT ON FUNCTION app_carry_out_disposal(uuid, timestamptz, jsonb) IS 'Carries out a decided list of disposal';
RESET ROLE;
