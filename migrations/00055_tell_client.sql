-- +goose Up
-- The family's log extract tells through which registered client its entries came (R37).
SET ROLE samplan_owner;
CREATE POLICY client_log ON client FOR SELECT TO samplan_log USING (true);
GRANT SELECT (id, name) ON client TO samplan_log;
RESET ROLE;
SET ROLE samplan_log;
CREATE FUNCTION app_log_client(p_entry uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.name FROM audit_entry e JOIN client c ON c.id = e.client_id WHERE e.id = p_entry $$;
COMMENT ON FUNCTION app_log_client(uuid) IS 'What the client is known as through which an entry of the log came';
REVOKE EXECUTE ON FUNCTION app_log_client(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_log_client(uuid) TO samplan_app;
RESET ROLE;
