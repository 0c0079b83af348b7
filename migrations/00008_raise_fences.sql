-- +goose Up
-- Row-level security: the walls as a second line, which holds even if the first is forgotten (README.md). Every table is
-- fenced and forced. samplan_fence reads the relation tables for the functions of the door; samplan_app sees what its
-- settings allow, and without settings nothing. Single settings are read by plain calls, which the planner inlines: asked
-- as (SELECT app_unit()) each is a plan of its own, and the hundreds of them in nested policies cost more than the rows.
-- The list of own units is read once for many rows.
SET ROLE samplan_owner;
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = 'samplan_owner' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['principal', 'authority', 'branch', 'unit', 'unit_place'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_app USING (true)', t || '_public', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['unit', 'unit_place', 'person', 'person_identifier', 'login', 'assignment', 'case_file', 'case_worker',
      'relation', 'maturity_assessment', 'plan', 'party', 'item', 'consent', 'consent_giver', 'consent_scope', 'consent_exclusion', 'confirmation'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['person', 'person_identifier', 'case_file', 'case_worker', 'plan_version_item'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO samplan_fence WITH CHECK (true)', t || '_fence_add', t);
    EXECUTE format('GRANT INSERT ON %I TO samplan_fence', t);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY person_fence_change ON person FOR UPDATE TO samplan_fence USING (true);
GRANT UPDATE (birth_date, protection) ON person TO samplan_fence;
CREATE POLICY confirmation_fence_drop ON confirmation FOR DELETE TO samplan_fence USING (true);
GRANT DELETE ON confirmation TO samplan_fence;

CREATE POLICY idempotency_key_fence_see ON idempotency_key FOR SELECT TO samplan_fence USING (created_at < now() - interval '24 hours');
CREATE POLICY idempotency_key_fence_weed ON idempotency_key FOR DELETE TO samplan_fence USING (created_at < now() - interval '24 hours');
GRANT SELECT (key_hash, created_at), DELETE ON idempotency_key TO samplan_fence;

CREATE POLICY person_read ON person FOR SELECT TO samplan_app USING (
  id = app_person() OR staff_name IS NOT NULL
  OR EXISTS (SELECT FROM case_file f WHERE f.child_id = person.id AND f.unit_id = app_unit())
  OR app_unit() IS NULL AND EXISTS (SELECT FROM case_file f WHERE f.child_id = person.id));
CREATE POLICY person_identifier_read ON person_identifier FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM case_file f WHERE f.child_id = person_identifier.person_id AND f.unit_id = app_unit()));
CREATE POLICY login_read ON login FOR SELECT TO samplan_app USING (person_id = app_person());
CREATE POLICY assignment_read ON assignment FOR SELECT TO samplan_app USING (
  unit_id = app_unit() OR person_id = app_person());
GRANT SELECT ON person, person_identifier, login, assignment TO samplan_app;

CREATE POLICY case_file_read ON case_file FOR SELECT TO samplan_app USING (
  unit_id = app_unit()
  OR (child_id || ':' || unit_id) = ANY (app_family_files()));
CREATE POLICY case_file_add ON case_file FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit());
CREATE POLICY case_file_change ON case_file FOR UPDATE TO samplan_app USING (unit_id = app_unit());
GRANT SELECT, INSERT, UPDATE ON case_file TO samplan_app;
CREATE POLICY case_worker_read ON case_worker FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY case_worker_add ON case_worker FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit());
CREATE POLICY case_worker_change ON case_worker FOR UPDATE TO samplan_app USING (unit_id = app_unit());
GRANT SELECT, INSERT, UPDATE ON case_worker TO samplan_app;
CREATE POLICY relation_read ON relation FOR SELECT TO samplan_app USING (
  unit_id = app_unit() OR person_id = app_person());
CREATE POLICY relation_add ON relation FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit());
CREATE POLICY relation_change ON relation FOR UPDATE TO samplan_app USING (unit_id = app_unit());
GRANT SELECT, INSERT, UPDATE ON relation TO samplan_app;
CREATE POLICY maturity_assessment_read ON maturity_assessment FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY maturity_assessment_add ON maturity_assessment FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit());
GRANT SELECT, INSERT ON maturity_assessment TO samplan_app;

-- A domain that has left keeps what it wrote: its items lead back to the child only through the plan's row. That the
-- frame is no longer shown to it is the first line's rule.
CREATE POLICY plan_read ON plan FOR SELECT TO samplan_app USING (
  id = ANY (app_family_plans())
  OR EXISTS (SELECT FROM own_party y WHERE y.plan_id = plan.id AND y.state IN ('accepted', 'left')));
CREATE POLICY plan_add ON plan FOR INSERT TO samplan_app WITH CHECK (lead_unit_id = app_unit());
CREATE POLICY plan_change ON plan FOR UPDATE TO samplan_app USING (lead_unit_id = app_unit());
GRANT SELECT, INSERT, UPDATE ON plan TO samplan_app;
CREATE POLICY plan_status_change_read ON plan_status_change FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM plan p WHERE p.id = plan_id));
CREATE POLICY plan_status_change_add ON plan_status_change FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
GRANT SELECT, INSERT ON plan_status_change TO samplan_app;
CREATE POLICY plan_status_reason_read ON plan_status_reason FOR SELECT TO samplan_app USING (
  unit_id = ANY ((SELECT app_own_units())::uuid[]) AND EXISTS (SELECT FROM plan_status_change c WHERE c.id = change_id));
CREATE POLICY plan_status_reason_add ON plan_status_reason FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit());
GRANT SELECT, INSERT ON plan_status_reason TO samplan_app;

-- That a unit takes part is that unit's own information: it is seen by its domain, by the one who called it, by the
-- family, and by others through an open wall for the category participation (R22, R28).
CREATE POLICY party_read ON party FOR SELECT TO samplan_app USING (
  unit_id = ANY ((SELECT app_own_units())::uuid[]) OR added_by_unit_id = ANY ((SELECT app_own_units())::uuid[])
  OR plan_id = ANY (app_family_plans())
  OR (plan_id = app_plan() AND (unit_id::text || ':participation') = ANY (app_open())));
CREATE POLICY party_add ON party FOR INSERT TO samplan_app WITH CHECK (added_by_unit_id = app_unit());
CREATE POLICY party_change ON party FOR UPDATE TO samplan_app USING (unit_id = app_unit());
GRANT SELECT, INSERT, UPDATE ON party TO samplan_app;

CREATE POLICY item_read ON item FOR SELECT TO samplan_app USING (
  (owner_unit_id = ANY ((SELECT app_own_units())::uuid[])
    AND (visibility <> 'named' OR EXISTS (SELECT FROM item_named n WHERE n.item_id = item.id)))
  OR (visibility IN ('parties', 'family') AND plan_id = (SELECT app_plan())
    AND (owner_unit_id::text || ':' || category) = ANY ((SELECT app_open())::text[])
    AND id <> ALL ((SELECT app_excluded())::uuid[]))
  OR (visibility = 'family' AND plan_id = ANY ((SELECT app_family_plans())::uuid[])
    AND NOT EXISTS (SELECT FROM withholding w WHERE w.item_id = item.id)));
CREATE POLICY item_add ON item FOR INSERT TO samplan_app WITH CHECK (
  author_id = app_person() AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND CASE author_kind
    WHEN 'staff' THEN owner_unit_id = app_unit() ELSE owner_unit_id = p.lead_unit_id END));
CREATE POLICY item_change ON item FOR UPDATE TO samplan_app USING (owner_unit_id = app_unit());
GRANT SELECT, INSERT, UPDATE ON item TO samplan_app;
CREATE POLICY item_named_read ON item_named FOR SELECT TO samplan_app USING (person_id = app_person());
CREATE POLICY withholding_read ON withholding FOR SELECT TO samplan_app USING (person_id = app_person());
GRANT SELECT ON item_named, withholding TO samplan_app;

CREATE POLICY confirmation_read ON confirmation FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM known_party y WHERE y.id = party_id));
CREATE POLICY confirmation_add ON confirmation FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND EXISTS (SELECT FROM party y WHERE y.id = party_id AND y.unit_id = app_unit()));
GRANT SELECT, INSERT ON confirmation TO samplan_app;
CREATE POLICY plan_version_read ON plan_version FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM plan p WHERE p.id = plan_id));
CREATE POLICY plan_version_add ON plan_version FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
GRANT SELECT, INSERT ON plan_version TO samplan_app;
CREATE POLICY plan_version_item_read ON plan_version_item FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM item i WHERE i.id = item_id));
GRANT SELECT ON plan_version_item TO samplan_app;

CREATE POLICY consent_read ON consent FOR SELECT TO samplan_app USING (id IN (SELECT app_consents()));
CREATE POLICY consent_add ON consent FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit());
CREATE POLICY consent_change ON consent FOR UPDATE TO samplan_app USING (id IN (SELECT app_whole_consents()));
GRANT SELECT, INSERT ON consent TO samplan_app;
GRANT UPDATE (withdrawn_on, withdrawn_by, withdrawal_reason, version) ON consent TO samplan_app;
CREATE POLICY consent_giver_read ON consent_giver FOR SELECT TO samplan_app USING (consent_id IN (SELECT app_consents()));
CREATE POLICY consent_giver_add ON consent_giver FOR INSERT TO samplan_app WITH CHECK (consent_id IN (SELECT app_recorded_consents()));
CREATE POLICY consent_giver_change ON consent_giver FOR UPDATE TO samplan_app USING (
  person_id = app_person() OR consent_id IN (SELECT app_recorded_consents()));
GRANT SELECT, INSERT ON consent_giver TO samplan_app;
GRANT UPDATE (answer, answered_on, reason) ON consent_giver TO samplan_app;
CREATE POLICY consent_scope_read ON consent_scope FOR SELECT TO samplan_app USING (
  from_branch_id = app_branch() OR to_branch_id = app_branch() OR consent_id IN (SELECT app_whole_consents()));
CREATE POLICY consent_scope_add ON consent_scope FOR INSERT TO samplan_app WITH CHECK (consent_id IN (SELECT app_recorded_consents()));
GRANT SELECT, INSERT ON consent_scope TO samplan_app;
CREATE POLICY consent_exclusion_read ON consent_exclusion FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = ANY ((SELECT app_own_units())::uuid[])));
CREATE POLICY consent_exclusion_add ON consent_exclusion FOR INSERT TO samplan_app WITH CHECK (
  consent_id IN (SELECT app_recorded_consents()) AND EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = ANY ((SELECT app_own_units())::uuid[])));
GRANT SELECT, INSERT ON consent_exclusion TO samplan_app;
GRANT SELECT ON live_consent, own_party, known_party, known_child, staff TO samplan_app;

CREATE POLICY audit_entry_add ON audit_entry FOR INSERT TO samplan_app WITH CHECK (person_id IS NULL OR person_id = app_person());
GRANT INSERT ON audit_entry TO samplan_app;
CREATE POLICY audit_entry_seal ON audit_entry FOR SELECT TO samplan_sealer USING (true);
GRANT SELECT ON audit_entry TO samplan_sealer;
CREATE POLICY idempotency_key_own ON idempotency_key TO samplan_app USING (person_id = app_person());
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO samplan_app;

-- +goose StatementBegin
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
            WHERE p.pronamespace = 'public'::regnamespace AND r.rolname IN ('samplan_owner', 'samplan_fence') LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT EXECUTE ON FUNCTION app_person(), app_unit(), app_branch(), app_today(), app_own_units(), app_family_plans(), app_family_files(), app_plan(),
  app_open(), app_excluded(), app_protection_level(text), app_replay(text, text, timestamptz), app_consents(), app_whole_consents(), app_recorded_consents() TO samplan_app, samplan_fence;
GRANT EXECUTE ON FUNCTION app_birth_date(uuid, uuid), app_unit_sees(uuid, uuid), app_protect(uuid, text) TO samplan_fence;
RESET ROLE;
SET ROLE samplan_fence;
GRANT EXECUTE ON FUNCTION app_enter_staff(text, text, uuid, date), app_enter_citizen(text, text, date), app_open_plan(uuid, uuid),
  app_person_for(text, text, date, text, uuid), app_protect(uuid, text), app_accept_party(uuid, uuid, date, uuid, uuid), app_invitations(),
  app_drop_confirmations(uuid), app_drop_all_confirmations(uuid), app_dispatch(uuid, uuid), app_consents(), app_whole_consents(), app_recorded_consents(),
  app_is_given(uuid, uuid, uuid), app_weed_keys(int) TO samplan_app;
RESET ROLE;
-- The server may see which step the database is at, and refuses to run on an older one.
CREATE VIEW schema_version AS SELECT max(version_id)::bigint AS version FROM goose_db_version WHERE is_applied;
COMMENT ON VIEW schema_version IS 'The newest migration step';
GRANT SELECT ON schema_version TO samplan_app;
