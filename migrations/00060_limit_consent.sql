-- +goose Up
-- Whoever was asked for a consent may limit it (R17): it ends, and a narrower one goes on in its place with the answers that
-- were given. What each of them covered stays on record.
SET ROLE samplan_owner;
ALTER TABLE consent ADD limits uuid UNIQUE REFERENCES consent (id) CHECK (limits <> id);
COMMENT ON COLUMN consent.limits IS 'The wider consent that ended when somebody who was asked limited it to this one';
CREATE TRIGGER consent_limits BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION keep_columns('limits');
-- A consent that staff record limits none; the function below is the one way.
ALTER POLICY consent_add ON consent WITH CHECK (unit_id = app_unit() AND limits IS NULL);
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consent', 'consent_giver', 'consent_scope', 'consent_exclusion'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_fence WITH CHECK (true)', t || '_fence_add', t);
    EXECUTE format('GRANT INSERT ON %I TO samplan_fence', t);
  END LOOP;
END $$;
CREATE FUNCTION app_limit_consent(p_wider uuid, p_narrower uuid, p_valid_to date, p_at timestamptz, p_from uuid[], p_to uuid[], p_category text[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO consent (id, child_id, unit_id, kind, purpose, form, evidence, recorder_id, valid_from, valid_to, created_at, limits)
  SELECT p_narrower, c.child_id, c.unit_id, c.kind, c.purpose, c.form, c.evidence, c.recorder_id, c.valid_from, p_valid_to, p_at, c.id
    FROM consent c JOIN consent_giver g ON g.consent_id = c.id AND g.person_id = app_person()
   WHERE c.id = p_wider AND app_unit() IS NULL AND c.withdrawn_on = app_today() AND c.withdrawn_by = app_person() AND p_valid_to <= c.valid_to
     AND NOT EXISTS (SELECT FROM consent_giver r WHERE r.consent_id = c.id AND r.answer = 'refused');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nothing that the caller may limit';
  END IF;
  INSERT INTO consent_giver (consent_id, person_id, capacity, answer, answered_on, reason)
  SELECT p_narrower, g.person_id, g.capacity, g.answer, g.answered_on, g.reason FROM consent_giver g WHERE g.consent_id = p_wider;
  -- What is dropped is named, not what stays: the caller may not be told all of it (protected children), and cannot take that away.
  INSERT INTO consent_scope (consent_id, from_branch_id, to_branch_id, category)
  SELECT p_narrower, s.from_branch_id, s.to_branch_id, s.category FROM consent_scope s
   WHERE s.consent_id = p_wider AND (s.from_branch_id, s.to_branch_id, s.category) NOT IN (SELECT x.a, x.b, x.category FROM unnest(p_from, p_to, p_category) x (a, b, category));
  INSERT INTO consent_exclusion (consent_id, item_id)
  SELECT p_narrower, e.item_id FROM consent_exclusion e WHERE e.consent_id = p_wider;
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_limit_consent(uuid, uuid, date, timestamptz, uuid[], uuid[], text[]) IS
  'Puts a narrower consent in the place of one that the caller was asked for and has just ended';
REVOKE EXECUTE ON FUNCTION app_limit_consent(uuid, uuid, date, timestamptz, uuid[], uuid[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_limit_consent(uuid, uuid, date, timestamptz, uuid[], uuid[], text[]) TO samplan_app;
ALTER FUNCTION app_limit_consent(uuid, uuid, date, timestamptz, uuid[], uuid[], text[]) OWNER TO samplan_fence;
RESET ROLE;
