-- +goose Up
-- An answer to a consent that came through a registered client keeps through which, and how it was signed there. It is evidence:
-- nothing of it is ever changed, and what the client was called then stays.
SET ROLE samplan_owner;
CREATE TABLE consent_signature (
  consent_id uuid NOT NULL,
  person_id uuid NOT NULL,
  client_id uuid NOT NULL REFERENCES client,
  client_name short_text NOT NULL,
  issuer short_text,
  assurance short_text,
  signed_at timestamptz,
  reference short_text,
  PRIMARY KEY (consent_id, person_id),
  FOREIGN KEY (consent_id, person_id) REFERENCES consent_giver,
  CHECK (num_nulls(issuer, assurance, signed_at, reference) IN (0, 4))
);
COMMENT ON TABLE consent_signature IS 'Through which e-service an answer to a consent came, and how it was signed there';
COMMENT ON COLUMN consent_signature.consent_id IS 'The consent';
COMMENT ON COLUMN consent_signature.person_id IS 'Who answered';
COMMENT ON COLUMN consent_signature.client_id IS 'The registered client that handed the answer in';
COMMENT ON COLUMN consent_signature.client_name IS 'What it was called then';
COMMENT ON COLUMN consent_signature.issuer IS 'Who issued the e-identification, or NULL when the client told of no signature';
COMMENT ON COLUMN consent_signature.assurance IS 'At which level of assurance';
COMMENT ON COLUMN consent_signature.signed_at IS 'When it was signed';
COMMENT ON COLUMN consent_signature.reference IS 'The transaction at the issuer; never a personal identity number';
CREATE TRIGGER consent_signature_kept BEFORE UPDATE OR DELETE ON consent_signature FOR EACH ROW EXECUTE FUNCTION keep_row();

CREATE FUNCTION app_client_name() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT c.name FROM client c WHERE c.id = app_client() $$;
COMMENT ON FUNCTION app_client_name() IS 'What the client is called through which is asked';
REVOKE EXECUTE ON FUNCTION app_client_name() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_client_name() TO samplan_app, samplan_fence;

ALTER TABLE consent_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent_signature FORCE ROW LEVEL SECURITY;
-- Of the others who were asked a family learns nothing but where the consent stands.
CREATE POLICY consent_signature_read ON consent_signature FOR SELECT TO samplan_app USING (
  person_id = app_person() OR app_unit() IS NOT NULL AND consent_id IN (SELECT app_consents()));
CREATE POLICY consent_signature_add ON consent_signature FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND client_id = app_client() AND client_name = app_client_name());
GRANT SELECT, INSERT ON consent_signature TO samplan_app;
ALTER FUNCTION app_client_name() OWNER TO samplan_fence;
RESET ROLE;
