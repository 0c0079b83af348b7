-- +goose Up
-- A client exchanges the tokens of people who signed in with it, not those that somebody gave to another: it says under which
-- names it is a client of the sign-in providers, and the token says for which client it was issued (azp, client_id).
SET ROLE samplan_owner;
ALTER TABLE client ADD sign_in_ids text[] NOT NULL DEFAULT '{}' CHECK (cardinality(sign_in_ids) <= 10);
COMMENT ON COLUMN client.sign_in_ids IS 'Its own names at the sign-in providers, whose tokens for those names it may exchange';
GRANT UPDATE (sign_in_ids) ON client TO samplan_app;
DROP FUNCTION app_client_key(uuid, text, date);
CREATE FUNCTION app_client_key(p_client uuid, p_kid text, p_today date) RETURNS TABLE(id uuid, jwk jsonb, scopes text[], sign_in_ids text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT k.id, k.jwk, c.scopes, c.sign_in_ids FROM client c JOIN client_key k ON k.client_id = c.id
   WHERE c.id = p_client AND c.valid @> p_today AND c.ended_at IS NULL AND k.kid = p_kid AND k.removed_at IS NULL $$;
COMMENT ON FUNCTION app_client_key(uuid, text, date) IS 'A key of a client that is let in today';
REVOKE EXECUTE ON FUNCTION app_client_key(uuid, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_client_key(uuid, text, date) TO samplan_app, samplan_fence;
ALTER FUNCTION app_client_key(uuid, text, date) OWNER TO samplan_fence;
RESET ROLE;
