-- +goose Up
-- The fences of consents asked for all consents that the caller may know of, at each read: of a unit with thousands that was a tenth of a second
-- for each. They now ask of the row at hand (quality D3). The rules stay as they are. The functions answer yes or no about one consent, and yes
-- only to whom the fence shows it.
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE FUNCTION app_knows_consent(p_consent uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM consent_scope s WHERE s.consent_id = p_consent AND (s.from_branch_id = app_branch() OR s.to_branch_id = app_branch()))
      OR EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = p_consent AND g.person_id = app_person());
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_knows_consent(uuid) IS 'Whether a consent names the own domain, or the caller was asked for it';
-- +goose StatementBegin
CREATE FUNCTION app_sees_consent(p_consent uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM consent c WHERE c.id = p_consent AND c.unit_id = ANY (app_own_units())) OR app_knows_consent(p_consent);
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_sees_consent(uuid) IS 'Whether the caller may know of a consent';
-- +goose StatementBegin
CREATE FUNCTION app_recorded_consent(p_consent uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM consent c WHERE c.id = p_consent AND c.unit_id = app_unit());
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_recorded_consent(uuid) IS 'Whether the own unit recorded a consent';
-- +goose StatementBegin
CREATE FUNCTION app_told_consent(p_consent uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (SELECT FROM consent c WHERE c.id = p_consent AND (c.unit_id = ANY (app_own_units())
    OR EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = c.id AND g.person_id = app_person()) AND app_knows_place(c.child_id)));
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_told_consent(uuid) IS 'Whether the caller is told the whole scope of a consent';
REVOKE EXECUTE ON FUNCTION app_knows_consent(uuid), app_sees_consent(uuid), app_recorded_consent(uuid), app_told_consent(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_knows_consent(uuid), app_sees_consent(uuid), app_recorded_consent(uuid), app_told_consent(uuid) TO samplan_app;
CREATE OR REPLACE VIEW live_consent AS SELECT f.id, f.child_id, f.unit_id, f.kind FROM consent_in_force f WHERE app_sees_consent(f.id);
RESET ROLE;

SET ROLE samplan_owner;
ALTER POLICY consent_read ON consent USING (unit_id = ANY ((SELECT app_own_units())::uuid[]) OR app_knows_consent(id));
ALTER POLICY consent_giver_read ON consent_giver USING (person_id = app_person() OR app_sees_consent(consent_id));
ALTER POLICY consent_scope_read ON consent_scope USING (from_branch_id = app_branch() OR to_branch_id = app_branch() OR app_told_consent(consent_id));
ALTER POLICY consent_signature_read ON consent_signature USING (person_id = app_person() OR app_unit() IS NOT NULL AND app_sees_consent(consent_id));
ALTER POLICY consent_giver_add ON consent_giver WITH CHECK (app_recorded_consent(consent_id));
ALTER POLICY consent_giver_change ON consent_giver USING (person_id = app_person() OR app_recorded_consent(consent_id));
ALTER POLICY consent_scope_add ON consent_scope WITH CHECK (app_recorded_consent(consent_id));
ALTER POLICY consent_exclusion_add ON consent_exclusion
  WITH CHECK (app_recorded_consent(consent_id) AND EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = ANY ((SELECT app_own_units())::uuid[])));
RESET ROLE;
SET ROLE samplan_fence;
DROP FUNCTION app_consents();
DROP FUNCTION app_told_consents();
DROP FUNCTION app_recorded_consents();
RESET ROLE;
