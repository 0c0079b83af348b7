-- +goose Up
-- The intervention catalogue (insatskatalog): what interventions are called, for whom they are meant, and what is known of
-- their effect. It is no secret. An entry never changes, so an intervention that names one goes on to say the same.
SET ROLE samplan_owner;
CREATE TABLE intervention_catalogue (
  id uuid PRIMARY KEY,
  principal_id uuid REFERENCES principal,
  code text NOT NULL CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  name short_text NOT NULL,
  name_english short_text,
  description free_text,
  age_from int CHECK (age_from BETWEEN 0 AND 25),
  age_to int CHECK (age_to BETWEEN 0 AND 25),
  situation short_text,
  evidence reason_text,
  valid daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (age_from <= age_to),
  -- A code is one entry's at a time, nationally and at each principal.
  EXCLUDE USING gist (uuid_send(coalesce(principal_id, '00000000-0000-0000-0000-000000000000')) WITH =, code WITH =, valid WITH &&)
);
CREATE TRIGGER intervention_catalogue_columns BEFORE UPDATE ON intervention_catalogue FOR EACH ROW EXECUTE FUNCTION
  keep_columns('id', 'principal_id', 'code', 'name', 'name_english', 'description', 'age_from', 'age_to', 'situation', 'evidence');
CREATE TRIGGER intervention_catalogue_kept BEFORE DELETE ON intervention_catalogue FOR EACH ROW EXECUTE FUNCTION keep_row();
-- The national examples. Names are facts; ages and situations are usual ones, for each principal to state in entries of its own.
INSERT INTO intervention_catalogue (id, code, name, name_english, description, age_from, age_to, situation, valid) VALUES
  ('a8277727-16f1-5658-93e1-607565b8b4db', 'KOMET', 'Komet', 'Komet', 'Föräldraprogram i grupp för bättre samspel i familjen.', 3, 11, 'Bråk och konflikter i familjen', '[2015-01-01,)'),
  ('2c4537d0-3842-59f9-8c0d-3f3140e1a9ee', 'FFT', 'Funktionell familjeterapi', 'Functional Family Therapy', 'Familjebehandling i öppenvård.', 11, 18, 'Normbrytande beteende eller missbruk hos unga', '[2015-01-01,)'),
  ('6fcf29b2-5912-56bc-b399-42303263d351', 'MST', 'Multisystemisk terapi', 'Multisystemic Therapy', 'Intensiv behandling i hem och närmiljö.', 12, 17, 'Allvarligt normbrytande beteende', '[2015-01-01,)'),
  ('c0b8f71e-226b-5bd3-8515-1b2fd57b2bd2', 'IHF', 'Intensiv hemmabaserad familjebehandling', 'Intensive family treatment at home', 'Familjebehandling i hemmet, flera gånger i veckan.', 0, 18, 'Stora svårigheter i familjen', '[2015-01-01,)'),
  ('3a36f5e9-1805-5396-82d2-ecdea215fe34', 'FS', 'Familjesamtal', 'Family talks', 'Samtal med familjen om hur vardagen fungerar.', 0, 18, 'Svårigheter i samspelet i familjen', '[2015-01-01,)'),
  ('658c723e-2ef8-5b13-bcd1-66878f79cd22', 'BARN-FAM', 'Beardslees familjeintervention', 'Family Talk Intervention', 'Samtal med familjer där en förälder är sjuk.', 8, 17, 'Psykisk ohälsa eller missbruk hos en förälder', '[2015-01-01,)'),
  ('dab5d07b-1272-5379-af91-4f7ed5a2bf55', 'COPE', 'Cope', 'Cope', 'Föräldraprogram i grupp.', 3, 12, 'Utagerande beteende', '[2015-01-01,)'),
  ('e2474646-1e64-50d8-ab33-badbee2e6534', 'TRAPPAN', 'Trappan', 'Trappan', 'Samtal med barn som har upplevt våld i familjen.', 4, 18, 'Våld i nära relation', '[2015-01-01,)'),
  ('55d35af8-9ae9-55bf-92f0-667563565f9d', 'KTV', 'Korttidsvistelse', 'Short stay', 'Korttidsvistelse utanför det egna hemmet (LSS 9 § 6).', 0, 18, 'Funktionsnedsättning', '[2015-01-01,)'),
  ('5737f82f-0297-5ef2-9c83-943792391974', 'KP', 'Kontaktperson eller kontaktfamilj', 'Contact person or family', 'En person eller familj som stöd för barnet.', 0, 20, 'Behov av stöd utanför hemmet', '[2015-01-01,)');
ALTER TABLE intervention_catalogue ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY intervention_catalogue_public ON intervention_catalogue FOR SELECT TO samplan_app USING (true);
CREATE POLICY intervention_catalogue_add ON intervention_catalogue FOR INSERT TO samplan_app WITH CHECK (principal_id = app_principal());
CREATE POLICY intervention_catalogue_change ON intervention_catalogue FOR UPDATE TO samplan_app USING (principal_id = app_principal());
GRANT SELECT, INSERT, UPDATE ON intervention_catalogue TO samplan_app;

ALTER TABLE item ADD COLUMN catalogue_id uuid REFERENCES intervention_catalogue CHECK (catalogue_id IS NULL OR kind = 'intervention');
ALTER TABLE plan_version_item ADD COLUMN catalogue_id uuid REFERENCES intervention_catalogue;
COMMENT ON TABLE intervention_catalogue IS 'What interventions are called and for whom they are meant; no secret';
COMMENT ON COLUMN intervention_catalogue.id IS 'Key';
COMMENT ON COLUMN intervention_catalogue.principal_id IS 'Whose entry it is; none: national';
COMMENT ON COLUMN intervention_catalogue.code IS 'Short code, of one entry at a time';
COMMENT ON COLUMN intervention_catalogue.name IS 'Name in Swedish';
COMMENT ON COLUMN intervention_catalogue.name_english IS 'Name in English';
COMMENT ON COLUMN intervention_catalogue.description IS 'What it is';
COMMENT ON COLUMN intervention_catalogue.age_from IS 'Least age that it is meant for';
COMMENT ON COLUMN intervention_catalogue.age_to IS 'Greatest age that it is meant for';
COMMENT ON COLUMN intervention_catalogue.situation IS 'Situation that it is meant for';
COMMENT ON COLUMN intervention_catalogue.evidence IS 'What is known of its effect, as whoever added it has it; of the national examples nothing is stated, since nobody has verified it';
COMMENT ON COLUMN intervention_catalogue.valid IS 'Days on which it can be chosen; an intervention that names it keeps it';
COMMENT ON COLUMN intervention_catalogue.version IS 'Counts changes';
COMMENT ON COLUMN item.catalogue_id IS 'The entry of the catalogue that an intervention is; tells nothing more secret than its title';
COMMENT ON COLUMN plan_version_item.catalogue_id IS 'As in item';
RESET ROLE;
SET ROLE samplan_fence;
CREATE OR REPLACE FUNCTION app_dispatch(p_plan uuid, p_version uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO plan_version_item (version_id, item_id, title, body, horizon, goal_id, outside_actor, contact_name, starts_on, ends_on, status, form,
    catalogue_id)
  SELECT p_version, i.id, i.title, i.body, i.horizon, i.goal_id, i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.form,
         i.catalogue_id
    FROM item i JOIN plan p ON p.id = i.plan_id
   WHERE i.plan_id = p_plan AND p.lead_unit_id = app_unit() AND i.visibility IN ('parties', 'family') $$;
RESET ROLE;
