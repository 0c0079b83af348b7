-- +goose Up
-- By which routine the own principal works is asked when a plan is made, and of whom a child's words are kept when they are read. A function
-- in SQL is planned anew at each call; in PL/pgSQL the session keeps the plan. The rules stay as they are.
SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_principal() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT a.principal_id FROM branch b JOIN authority a ON a.id = b.authority_id WHERE b.id = app_branch());
END $$;

CREATE OR REPLACE FUNCTION app_own_principal() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN (SELECT a.principal_id FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
           WHERE u.unit_id = app_unit() AND u.valid @> app_today());
END $$;

CREATE OR REPLACE FUNCTION app_is_kept(p_item uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN app_unit() IS NOT NULL AND EXISTS (SELECT FROM withholding w WHERE w.item_id = p_item AND w.asked AND w.ended_on IS NULL);
END $$;
-- +goose StatementEnd
RESET ROLE;
SET ROLE samplan_owner;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_own_routine() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT r.version_id FROM principal_routine r WHERE r.principal_id = app_principal());
END $$;
-- +goose StatementEnd
RESET ROLE;
