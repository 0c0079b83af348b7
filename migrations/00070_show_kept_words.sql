-- +goose Up
-- Whoever of the staff reads a child's words must know that its guardians are not told of them (R27): a unit that may read them
-- would otherwise tell.
SET ROLE samplan_owner;
CREATE FUNCTION app_is_kept(p_item uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app_unit() IS NOT NULL AND EXISTS (SELECT FROM withholding w WHERE w.item_id = p_item AND w.asked AND w.ended_on IS NULL) $$;
COMMENT ON FUNCTION app_is_kept(uuid) IS 'Whether staff who read a child''s words must not tell its guardians, since the child asked for it';
REVOKE EXECUTE ON FUNCTION app_is_kept(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_is_kept(uuid) TO samplan_app;
ALTER FUNCTION app_is_kept(uuid) OWNER TO samplan_fence;
RESET ROLE;
