-- +goose Up
-- Systems of others, such as an e-service portal, that a principal lets in: each is a registered client with public keys and
-- scopes. No secret is kept, of tokens no more than a hash. What a client signs once is taken once.
SET ROLE samplan_owner;
CREATE TABLE client (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES principal,
  name short_text NOT NULL,
  contact short_text NOT NULL,
  scopes text[] NOT NULL CHECK (cardinality(scopes) <= 20),
  rate_class text NOT NULL CHECK (rate_class IN ('small', 'standard', 'large')),
  valid daterange NOT NULL,
  ended_at timestamptz,
  registered_by uuid REFERENCES person,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX client_principal ON client (principal_id, name);
CREATE TABLE client_key (
  id uuid PRIMARY KEY,
  client_id uuid NOT NULL REFERENCES client,
  kid short_text NOT NULL,
  jwk jsonb NOT NULL,
  added_at timestamptz NOT NULL,
  removed_at timestamptz,
  UNIQUE (client_id, kid)
);
CREATE TABLE client_token (
  hash sha256_hash PRIMARY KEY,
  client_id uuid NOT NULL REFERENCES client,
  key_id uuid NOT NULL REFERENCES client_key,
  scopes text[] NOT NULL,
  kind text NOT NULL CHECK (kind IN ('client', 'staff', 'citizen')),
  issuer text,
  subject text,
  identifier_type text,
  identifier text,
  thumbprint text,
  expires_at timestamptz NOT NULL
);
CREATE INDEX client_token_age ON client_token (expires_at);
CREATE TABLE used_once (
  hash sha256_hash PRIMARY KEY,
  until timestamptz NOT NULL
);
CREATE INDEX used_once_age ON used_once (until);

COMMENT ON TABLE client IS 'A system of others that a principal lets in (registered client)';
COMMENT ON COLUMN client.id IS 'Identity: the client_id';
COMMENT ON COLUMN client.principal_id IS 'Which principal lets it in';
COMMENT ON COLUMN client.name IS 'What people know it as';
COMMENT ON COLUMN client.contact IS 'Whom to reach about it';
COMMENT ON COLUMN client.scopes IS 'What it may be used for at most; the closed list is in internal/access';
COMMENT ON COLUMN client.rate_class IS 'How fast it may ask';
COMMENT ON COLUMN client.valid IS 'From when, until when';
COMMENT ON COLUMN client.ended_at IS 'When it was ended, which counts at once';
COMMENT ON COLUMN client.registered_by IS 'Who registered it';
COMMENT ON COLUMN client.created_at IS 'When';
COMMENT ON COLUMN client.version IS 'For If-Match';
COMMENT ON TABLE client_key IS 'A public key of a client; what it has removed stays, so that its name is not used again';
COMMENT ON COLUMN client_key.id IS 'Identity';
COMMENT ON COLUMN client_key.client_id IS 'Whose it is';
COMMENT ON COLUMN client_key.kid IS 'How the client names it';
COMMENT ON COLUMN client_key.jwk IS 'The public key itself (RFC 7517)';
COMMENT ON COLUMN client_key.added_at IS 'From when it counts';
COMMENT ON COLUMN client_key.removed_at IS 'Since when it does not';
COMMENT ON TABLE client_token IS 'An access token of a client, for minutes: alone, or for the person whom an issuer vouched for';
COMMENT ON COLUMN client_token.hash IS 'SHA-256 of the token, which is not kept';
COMMENT ON COLUMN client_token.client_id IS 'Whose it is';
COMMENT ON COLUMN client_token.key_id IS 'The key that it was asked for with: without it the token is nothing';
COMMENT ON COLUMN client_token.scopes IS 'What it may be used for at most';
COMMENT ON COLUMN client_token.kind IS 'For nobody, or for which kind of person';
COMMENT ON COLUMN client_token.issuer IS 'Who vouched for the person';
COMMENT ON COLUMN client_token.subject IS 'Staff: who, at that issuer';
COMMENT ON COLUMN client_token.identifier_type IS 'Citizen: which kind of number';
COMMENT ON COLUMN client_token.identifier IS 'Citizen: the number';
COMMENT ON COLUMN client_token.thumbprint IS 'The key that the token is bound to (RFC 9449), or NULL';
COMMENT ON COLUMN client_token.expires_at IS 'When it ends';
COMMENT ON TABLE used_once IS 'What a client signed to be used once: assertions and proofs, until they expire';
COMMENT ON COLUMN used_once.hash IS 'SHA-256 of who, what for, and its name';
COMMENT ON COLUMN used_once.until IS 'When it could not be used any longer anyway';

ALTER TABLE audit_entry ADD client_id uuid;
COMMENT ON COLUMN audit_entry.client_id IS 'Through which registered client';
COMMENT ON COLUMN audit_entry.actor_kind IS 'Staff, citizen, a registered client alone, system, or nobody we know';
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_actor_kind_check,
  ADD CONSTRAINT audit_entry_actor_kind_check CHECK (actor_kind IN ('staff', 'citizen', 'client', 'system', 'unknown'));
ALTER TABLE idempotency_key ALTER person_id DROP NOT NULL, ADD client_id uuid REFERENCES client,
  ADD CONSTRAINT idempotency_key_whose CHECK (person_id IS NOT NULL OR client_id IS NOT NULL);
COMMENT ON COLUMN idempotency_key.client_id IS 'Through which registered client';
COMMENT ON COLUMN idempotency_key.key_hash IS 'SHA-256 of person, assignment, operation and key, and of the client when there is one';

CREATE FUNCTION app_client() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.client', true), '')::uuid $$;
COMMENT ON FUNCTION app_client() IS 'Through which registered client is asked';
-- A citizen of whom no service has told is no person yet: that nobody is there does not mean that a client asks alone.
CREATE FUNCTION app_system() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('app.system', true), '')::uuid $$;
COMMENT ON FUNCTION app_system() IS 'The registered client that asks for nobody';
REVOKE EXECUTE ON FUNCTION app_client(), app_system() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_client(), app_system() TO samplan_app, samplan_fence;

DROP POLICY idempotency_key_own ON idempotency_key;
CREATE POLICY idempotency_key_own ON idempotency_key TO samplan_app USING (
  person_id = app_person() AND client_id IS NOT DISTINCT FROM app_client() OR person_id IS NULL AND client_id = app_system());
-- Nobody leaves out through which client was asked, nor names one.
DROP POLICY audit_entry_add ON audit_entry;
CREATE POLICY audit_entry_add ON audit_entry FOR INSERT TO samplan_app WITH CHECK (
  (person_id IS NULL OR person_id = app_person()) AND client_id IS NOT DISTINCT FROM app_client());

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_replay(p_operation text, p_key text, p_since timestamptz)
RETURNS TABLE(key_hash bytea, body_hash bytea, status int, headers jsonb, answer bytea)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE v_hash bytea;
BEGIN
  IF coalesce(app_person(), app_system()) IS NULL THEN RETURN; END IF;
  v_hash := sha256(convert_to(coalesce(app_person()::text, ''), 'UTF8') || '\x00' || convert_to(coalesce(current_setting('app.assignment', true), ''), 'UTF8')
    || '\x00' || convert_to(p_operation, 'UTF8') || '\x00' || convert_to(p_key, 'UTF8') || '\x00'
    || coalesce(convert_to(app_client()::text, 'UTF8') || '\x00', ''));
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(v_hash, 'hex'), 7265773));
  RETURN QUERY SELECT v_hash, k.body_hash, k.status, k.headers, k.answer
                 FROM (SELECT) one
                 LEFT JOIN LATERAL (SELECT * FROM idempotency_key k WHERE k.key_hash = v_hash OFFSET 0) k ON k.created_at > p_since;
END $$;

-- Says through which client is asked, when it is let in today, and whether it asks for nobody.
CREATE FUNCTION app_enter_client(p_client uuid, p_alone boolean, p_today date) RETURNS TABLE(scopes text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
BEGIN
  SELECT c.scopes INTO scopes FROM client c WHERE c.id = p_client AND c.valid @> p_today AND c.ended_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('app.client', p_client::text, true), set_config('app.today', p_today::text, true),
    set_config('app.system', CASE WHEN p_alone THEN p_client::text ELSE '' END, true);
  RETURN NEXT;
END $$;

CREATE FUNCTION app_client_key(p_client uuid, p_kid text, p_today date) RETURNS TABLE(id uuid, jwk jsonb, scopes text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT k.id, k.jwk, c.scopes FROM client c JOIN client_key k ON k.client_id = c.id
   WHERE c.id = p_client AND c.valid @> p_today AND c.ended_at IS NULL AND k.kid = p_kid AND k.removed_at IS NULL $$;

-- Keeps a token, unless what the client signed for it has been used; whoever comes at the same moment waits for the other.
CREATE FUNCTION app_issue_token(p_hash bytea, p_client uuid, p_key uuid, p_scopes text[], p_kind text, p_issuer text, p_subject text, p_type text,
  p_value text, p_thumbprint text, p_expires timestamptz, p_used bytea[], p_until timestamptz[], p_entry uuid, p_request uuid, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_taken bigint;
BEGIN
  INSERT INTO used_once (hash, until) SELECT h, u FROM unnest(p_used, p_until) x (h, u) ORDER BY h ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_taken = ROW_COUNT;
  IF v_taken < cardinality(p_used) THEN RETURN false; END IF;
  INSERT INTO client_token (hash, client_id, key_id, scopes, kind, issuer, subject, identifier_type, identifier, thumbprint, expires_at)
  VALUES (p_hash, p_client, p_key, p_scopes, p_kind, p_issuer, p_subject, p_type, p_value, p_thumbprint, p_expires);
  INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, client_id)
  VALUES (p_entry, p_now, p_request, 'IssueToken', 'done', 'client', p_client);
  RETURN true;
END $$;

-- Whose a token is, while client, key and token all count. Of a token that is bound to a key, each proof serves once.
CREATE FUNCTION app_use_token(p_hash bytea, p_thumbprint text, p_proof bytea, p_until timestamptz, p_now timestamptz, p_today date)
RETURNS TABLE(client_id uuid, rate_class text, scopes text[], kind text, issuer text, subject text, identifier_type text, identifier text, expires_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
BEGIN
  SELECT t.client_id, c.rate_class, ARRAY(SELECT unnest(t.scopes) INTERSECT SELECT unnest(c.scopes)), t.kind, t.issuer, t.subject,
         t.identifier_type, t.identifier, t.expires_at
    INTO client_id, rate_class, scopes, kind, issuer, subject, identifier_type, identifier, expires_at
    FROM client_token t JOIN client c ON c.id = t.client_id JOIN client_key k ON k.id = t.key_id
   WHERE t.hash = p_hash AND t.thumbprint IS NOT DISTINCT FROM p_thumbprint AND t.expires_at > p_now
     AND c.valid @> p_today AND c.ended_at IS NULL AND k.removed_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  IF p_proof IS NOT NULL THEN
    INSERT INTO used_once (hash, until) VALUES (p_proof, p_until) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN; END IF;
  END IF;
  RETURN NEXT;
END $$;

CREATE FUNCTION app_weed_tokens(p_most int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_tokens bigint; v_used bigint;
BEGIN
  DELETE FROM client_token t USING (SELECT o.hash FROM client_token o WHERE o.expires_at < now() ORDER BY o.expires_at LIMIT p_most) o WHERE t.hash = o.hash;
  GET DIAGNOSTICS v_tokens = ROW_COUNT;
  DELETE FROM used_once t USING (SELECT o.hash FROM used_once o WHERE o.until < now() ORDER BY o.until LIMIT p_most) o WHERE t.hash = o.hash;
  GET DIAGNOSTICS v_used = ROW_COUNT;
  RETURN greatest(v_tokens, v_used);
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_enter_client(uuid, boolean, date) IS 'Says through which registered client is asked, and what it may be used for';
COMMENT ON FUNCTION app_client_key(uuid, text, date) IS 'A key of a client that is let in today';
COMMENT ON FUNCTION app_issue_token(bytea, uuid, uuid, text[], text, text, text, text, text, text, timestamptz, bytea[], timestamptz[], uuid, uuid, timestamptz) IS 'Keeps a token and logs it, once for what was signed for it';
COMMENT ON FUNCTION app_use_token(bytea, text, bytea, timestamptz, timestamptz, date) IS 'Whose a token is, while client, key and token count';
COMMENT ON FUNCTION app_weed_tokens(int) IS 'Removes tokens, and names of what was used once, that have expired';

ALTER TABLE client ENABLE ROW LEVEL SECURITY;
ALTER TABLE client FORCE ROW LEVEL SECURITY;
ALTER TABLE client_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_key FORCE ROW LEVEL SECURITY;
ALTER TABLE client_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_token FORCE ROW LEVEL SECURITY;
ALTER TABLE used_once ENABLE ROW LEVEL SECURITY;
ALTER TABLE used_once FORCE ROW LEVEL SECURITY;
CREATE POLICY client_fence ON client FOR SELECT TO samplan_fence USING (true);
CREATE POLICY client_key_fence ON client_key FOR SELECT TO samplan_fence USING (true);
CREATE POLICY client_token_fence ON client_token TO samplan_fence USING (true);
CREATE POLICY used_once_fence ON used_once TO samplan_fence USING (true);
GRANT SELECT ON client, client_key TO samplan_fence;
GRANT SELECT, INSERT, DELETE ON client_token, used_once TO samplan_fence;
GRANT INSERT ON audit_entry TO samplan_fence;
CREATE POLICY client_read ON client FOR SELECT TO samplan_app USING (principal_id = app_principal() OR id = app_system());
CREATE POLICY client_add ON client FOR INSERT TO samplan_app WITH CHECK (principal_id = app_principal() AND registered_by = app_person());
CREATE POLICY client_change ON client FOR UPDATE TO samplan_app USING (principal_id = app_principal());
CREATE POLICY client_key_own ON client_key TO samplan_app USING (EXISTS (SELECT FROM client c WHERE c.id = client_id));
GRANT SELECT, INSERT ON client, client_key TO samplan_app;
GRANT UPDATE (name, contact, scopes, rate_class, valid, ended_at, version) ON client TO samplan_app;
GRANT UPDATE (removed_at) ON client_key TO samplan_app;
REVOKE EXECUTE ON FUNCTION app_enter_client(uuid, boolean, date), app_client_key(uuid, text, date), app_weed_tokens(int),
  app_use_token(bytea, text, bytea, timestamptz, timestamptz, date),
  app_issue_token(bytea, uuid, uuid, text[], text, text, text, text, text, text, timestamptz, bytea[], timestamptz[], uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_enter_client(uuid, boolean, date), app_client_key(uuid, text, date), app_weed_tokens(int),
  app_use_token(bytea, text, bytea, timestamptz, timestamptz, date),
  app_issue_token(bytea, uuid, uuid, text[], text, text, text, text, text, text, timestamptz, bytea[], timestamptz[], uuid, uuid, timestamptz)
  TO samplan_app, samplan_fence;
ALTER FUNCTION app_enter_client(uuid, boolean, date) OWNER TO samplan_fence;
ALTER FUNCTION app_client_key(uuid, text, date) OWNER TO samplan_fence;
ALTER FUNCTION app_issue_token(bytea, uuid, uuid, text[], text, text, text, text, text, text, timestamptz, bytea[], timestamptz[], uuid, uuid, timestamptz) OWNER TO samplan_fence;
ALTER FUNCTION app_use_token(bytea, text, bytea, timestamptz, timestamptz, date) OWNER TO samplan_fence;
ALTER FUNCTION app_weed_tokens(int) OWNER TO samplan_fence;
RESET ROLE;
