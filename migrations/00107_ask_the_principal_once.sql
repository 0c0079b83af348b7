-- +goose Up
-- To find a routine all principals were gone through, each compared with the own one, which was looked up each time. It is looked up once. A
-- unit's principal at last is found where every other is. The rules stay as they are.
SET ROLE samplan_owner;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_own_routine() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE v_principal uuid := app_principal();
BEGIN
  RETURN (SELECT r.version_id FROM principal_routine r WHERE r.principal_id = v_principal);
END $$;
-- +goose StatementEnd
RESET ROLE;
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_family_ages(p_unit uuid, OUT child_from int, OUT guardian_until int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_principal uuid := app_principal_on(p_unit, 'infinity');
BEGIN
  SELECT r.child_sees_from, r.guardian_sees_until INTO child_from, guardian_until FROM principal_routine r WHERE r.principal_id = v_principal;
END $$;
-- +goose StatementEnd
RESET ROLE;
