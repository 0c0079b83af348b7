-- +goose Up
-- What was disposed of stays disposed of, also after a restore: each carried-out list leaves its certificate outside of the database, in a
-- file of signed and chained lines, and its number and hash here. A database from before a list was carried out does not have them; it is
-- carried out again by samplan_disposal, in the same way, before anybody is served.
SET ROLE samplan_owner;
CREATE TABLE disposal_certificate (
  run_id uuid PRIMARY KEY,
  number int NOT NULL UNIQUE CHECK (number > 0),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  written_at timestamptz NOT NULL
);
CREATE TRIGGER disposal_certificate_kept BEFORE UPDATE OR DELETE ON disposal_certificate FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE disposal_certificate ENABLE ROW LEVEL SECURITY;
ALTER TABLE disposal_certificate FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON disposal_certificate TO samplan_fence;
CREATE POLICY disposal_certificate_fence ON disposal_certificate FOR SELECT TO samplan_fence USING (true);
CREATE POLICY disposal_certificate_fence_add ON disposal_certificate FOR INSERT TO samplan_fence WITH CHECK (app_disposing());
-- A list of which the backup knows nothing comes back from its certificate, while it is carried out again.
GRANT INSERT ON disposal_run, disposal_decision, disposal_case, person TO samplan_fence;
CREATE POLICY disposal_run_again ON disposal_run FOR INSERT TO samplan_fence WITH CHECK (app_disposing());
CREATE POLICY disposal_decision_again ON disposal_decision FOR INSERT TO samplan_fence WITH CHECK (app_disposing());
CREATE POLICY disposal_case_again ON disposal_case FOR INSERT TO samplan_fence WITH CHECK (app_disposing());

-- +goose StatementBegin
-- The certificate of a list that was carried out: ids, clocks, paragraphs, days and numbers. No content is in it, nor in what it is made of.
CREATE FUNCTION app_disposal_certificate(p_run uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('run', r.id, 'branch', r.branch_id, 'profile', r.profile, 'drawnUpBy', r.drawn_up_by, 'drawnUpOn', r.drawn_up_on, 'createdAt', r.created_at,
      'carriedOutOn', r.carried_out_on,
      'decisions', coalesce((SELECT jsonb_agg(jsonb_build_object('person', d.person_id, 'at', d.decided_at) ORDER BY d.decided_at, d.person_id)
                               FROM disposal_decision d WHERE d.run_id = r.id), '[]'),
      'cases', coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'unit', c.unit_id, 'child', c.child_id, 'clock', c.clock, 'paragraph', c.paragraph,
                                  'lastEntryOn', c.last_entry_on, 'dueOn', c.due_on, 'finishBy', c.finish_by, 'outcome', c.outcome, 'droppedBecause', c.dropped_because,
                                  'disposedOn', c.disposed_on, 'items', c.items, 'files', c.files, 'plans', c.plans) ORDER BY c.due_on, c.id)
                           FROM disposal_case c WHERE c.run_id = r.id), '[]'))
    FROM disposal_run r WHERE r.id = p_run AND r.state = 'carried-out' $$;
-- Lists that were carried out and whose certificate is nowhere outside: of before there were any. Ids of lists, and nothing else.
CREATE FUNCTION app_uncertified_disposals() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM disposal_run r WHERE r.state = 'carried-out' AND NOT EXISTS (SELECT FROM disposal_certificate c WHERE c.run_id = r.id)
   ORDER BY r.created_at, r.id $$;
-- Which certificates this database has carried out: ids of lists, numbers and hashes, and nothing that a list is about.
CREATE FUNCTION app_disposal_certificates() RETURNS TABLE (run_id uuid, number int, hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.run_id, c.number, c.hash FROM disposal_certificate c ORDER BY c.number $$;
-- Keeps number and hash of a certificate. It answers nothing.
CREATE FUNCTION app_certify_disposal(p_run uuid, p_number int, p_hash text, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM disposal_run r WHERE r.id = p_run AND r.state = 'carried-out') THEN
    RAISE EXCEPTION 'a list that was not carried out has no certificate' USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM set_config('app.disposing', 'on', true);
  INSERT INTO disposal_certificate (run_id, number, hash, written_at) VALUES (p_run, p_number, p_hash, p_now);
  PERFORM set_config('app.disposing', '', true);
END $$;

-- Carries a list out again, as its certificate says that it was: the cases that were disposed of, as on that day, and no others. A list that
-- this database has carried out stays as it is. What it says of units that the backup does not know is about nothing that is here.
CREATE FUNCTION app_reapply_disposal(p_certificate jsonb, p_number int, p_hash text, p_now timestamptz, OUT disposed int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_run uuid := p_certificate ->> 'run'; v_on date := p_certificate ->> 'carriedOutOn'; v_branch uuid := p_certificate ->> 'branch'; v_state text; c record;
BEGIN
  disposed := 0;
  IF EXISTS (SELECT FROM disposal_certificate x WHERE x.run_id = v_run) THEN RETURN; END IF;
  PERFORM set_config('app.today', v_on::text, true), set_config('app.disposing', 'on', true);
  PERFORM app_weed_keys(1000000);
  SELECT r.state INTO v_state FROM disposal_run r WHERE r.id = v_run FOR UPDATE;
  IF v_state IS NULL AND EXISTS (SELECT FROM branch b WHERE b.id = v_branch) THEN
    INSERT INTO person (id) SELECT x.who FROM (SELECT (p_certificate ->> 'drawnUpBy')::uuid AS who UNION
        SELECT (d ->> 'person')::uuid FROM jsonb_array_elements(p_certificate -> 'decisions') d) x
      WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = x.who);
    INSERT INTO disposal_run (id, branch_id, profile, state, drawn_up_by, drawn_up_on, created_at)
      VALUES (v_run, v_branch, (p_certificate ->> 'profile')::int, 'decided', (p_certificate ->> 'drawnUpBy')::uuid,
        (p_certificate ->> 'drawnUpOn')::date, (p_certificate ->> 'createdAt')::timestamptz);
    v_state := 'decided';
  END IF;
  IF v_state IN ('carried-out', 'cancelled') THEN
    RAISE EXCEPTION 'list % is % here and carried out elsewhere', v_run, v_state USING ERRCODE = 'restrict_violation';
  END IF;
  IF v_state IS NOT NULL THEN
    INSERT INTO disposal_decision (run_id, person_id, decided_at)
      SELECT v_run, (d ->> 'person')::uuid, (d ->> 'at')::timestamptz FROM jsonb_array_elements(p_certificate -> 'decisions') d
       WHERE EXISTS (SELECT FROM person p WHERE p.id = (d ->> 'person')::uuid) ON CONFLICT DO NOTHING;
    FOR c IN SELECT * FROM jsonb_to_recordset(p_certificate -> 'cases') AS x (id uuid, unit uuid, child uuid, clock text, paragraph text, "lastEntryOn" date,
        "dueOn" date, "finishBy" date, outcome text, "droppedBecause" text) JOIN unit n ON n.id = x.unit LOOP
      INSERT INTO disposal_case (id, run_id, unit_id, child_id, clock, paragraph, last_entry_on, due_on, finish_by, outcome)
        VALUES (c.id, v_run, c.unit, c.child, c.clock, c.paragraph, c."lastEntryOn", c."dueOn", c."finishBy", 'listed') ON CONFLICT DO NOTHING;
      IF c.outcome = 'disposed' THEN
        PERFORM app_dispose_case(c.id);
        disposed := disposed + 1;
      ELSE
        UPDATE disposal_case SET outcome = 'dropped', dropped_because = c."droppedBecause" WHERE id = c.id;
      END IF;
    END LOOP;
    UPDATE disposal_run SET state = 'carried-out', carried_out_on = v_on, version = version + 1 WHERE id = v_run;
  END IF;
  INSERT INTO disposal_certificate (run_id, number, hash, written_at) VALUES (v_run, p_number, p_hash, p_now);
  PERFORM set_config('app.disposing', '', true);
END $$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_disposal_certificate(uuid)', 'app_uncertified_disposals()', 'app_disposal_certificates()', 'app_certify_disposal(uuid, int, text, timestamptz)',
      'app_reapply_disposal(jsonb, int, text, timestamptz)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_disposal', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT EXECUTE ON FUNCTION app_disposal_certificates() TO samplan_app;
DROP POLICY audit_entry_weeding ON audit_entry;
CREATE POLICY audit_entry_weeding ON audit_entry FOR INSERT TO samplan_disposal WITH CHECK (
  operation IN ('WeedLog', 'CarryOutDisposal', 'ReapplyDisposal') AND actor_kind = 'system'
  AND num_nonnulls(person_id, assignment_id, role, unit_id, child_id, plan_id) = 0 AND objects = '{}');
COMMENT ON TABLE disposal_certificate IS 'Which certificates of disposal, kept outside of the database, this one has carried out; it refers to nothing, since a backup may not know the list';
COMMENT ON COLUMN disposal_certificate.run_id IS 'The list';
COMMENT ON COLUMN disposal_certificate.number IS 'Which line of the file';
COMMENT ON COLUMN disposal_certificate.hash IS 'Hash of the line';
COMMENT ON COLUMN disposal_certificate.written_at IS 'When it was written, or carried out again';
COMMENT ON FUNCTION app_disposal_certificate(uuid) IS 'The certificate of a list that was carried out';
COMMENT ON FUNCTION app_uncertified_disposals() IS 'Lists that were carried out and have no certificate outside';
COMMENT ON FUNCTION app_disposal_certificates() IS 'Which certificates this database has carried out';
COMMENT ON FUNCTION app_certify_disposal(uuid, int, text, timestamptz) IS 'Keeps number and hash of a certificate';
COMMENT ON FUNCTION app_reapply_disposal(jsonb, int, text, timestamptz) IS 'Carries a list out again, as its certificate says that it was';
RESET ROLE;
