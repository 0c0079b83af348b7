-- +goose Up
-- A consent is changed by those who know its whole scope: asked of the one that changes, and not of all (as for reading).
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE FUNCTION app_was_asked(p_consent uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = p_consent AND g.person_id = app_person());
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_was_asked(uuid) IS 'Whether the caller was asked for a consent';
REVOKE EXECUTE ON FUNCTION app_was_asked(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_was_asked(uuid) TO samplan_app;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_knows_consent(p_consent uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM consent_scope s WHERE s.consent_id = p_consent AND (s.from_branch_id = app_branch() OR s.to_branch_id = app_branch()))
      OR app_was_asked(p_consent);
END $$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_told_consent(p_consent uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM consent c WHERE c.id = p_consent
    AND (c.unit_id = ANY (app_own_units()) OR app_was_asked(c.id) AND app_knows_place(c.child_id)));
END $$;
-- +goose StatementEnd
RESET ROLE;
SET ROLE samplan_owner;
ALTER POLICY consent_change ON consent USING (unit_id = ANY ((SELECT app_own_units())::uuid[]) OR app_was_asked(id));
RESET ROLE;
SET ROLE samplan_fence;
DROP FUNCTION app_whole_consents();
RESET ROLE;
