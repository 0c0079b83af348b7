-- +goose Up
-- What a principal asks other services when it needs to know more about a child (frågeformulär, R51): versioned data, no secret, about
-- nobody. A draft changes; a published version never does but for being retired.
SET ROLE samplan_owner;
CREATE TABLE questionnaire (
  id uuid PRIMARY KEY,
  principal_id uuid NOT NULL REFERENCES principal,
  code text NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  number int NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
  languages text[] NOT NULL CHECK (languages @> ARRAY['sv', 'en']),
  category text NOT NULL CHECK (category IN ('support-needs', 'health', 'schooling', 'family-situation', 'goals', 'interventions', 'views', 'child-voice')),
  titles jsonb NOT NULL CHECK (jsonb_typeof(titles) = 'array'),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
  drafted_by uuid NOT NULL REFERENCES person,
  drafted_on date NOT NULL,
  published_on date,
  retired_on date,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (principal_id, code, number),
  CHECK ((state = 'draft') = (published_on IS NULL) AND (state = 'retired') = (retired_on IS NOT NULL)),
  CHECK (drafted_on <= published_on AND published_on <= retired_on)
);
CREATE UNIQUE INDEX questionnaire_one_draft ON questionnaire (principal_id, code) WHERE state = 'draft';
CREATE UNIQUE INDEX questionnaire_one_used ON questionnaire (principal_id, code) WHERE state = 'published';
CREATE TRIGGER questionnaire_columns BEFORE UPDATE ON questionnaire FOR EACH ROW EXECUTE FUNCTION
  keep_columns('id', 'principal_id', 'code', 'number', 'drafted_by', 'drafted_on');
CREATE TRIGGER questionnaire_published BEFORE UPDATE ON questionnaire FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION
  keep_columns('languages', 'category', 'titles', 'fields', 'published_on');
CREATE TRIGGER questionnaire_kept BEFORE DELETE ON questionnaire FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE questionnaire ENABLE ROW LEVEL SECURITY;
ALTER TABLE questionnaire FORCE ROW LEVEL SECURITY;
CREATE POLICY questionnaire_public ON questionnaire FOR SELECT TO samplan_app USING (true);
CREATE POLICY questionnaire_add ON questionnaire FOR INSERT TO samplan_app WITH CHECK (principal_id = app_principal() AND drafted_by = app_person());
CREATE POLICY questionnaire_change ON questionnaire FOR UPDATE TO samplan_app USING (principal_id = app_principal());
GRANT SELECT, INSERT ON questionnaire TO samplan_app;
GRANT UPDATE (state, languages, category, titles, fields, published_on, retired_on, version) ON questionnaire TO samplan_app;

COMMENT ON TABLE questionnaire IS 'Frågeformulär: what a principal asks other services, version by version';
COMMENT ON COLUMN questionnaire.id IS 'Identity';
COMMENT ON COLUMN questionnaire.principal_id IS 'Whose it is';
COMMENT ON COLUMN questionnaire.code IS 'What its versions share';
COMMENT ON COLUMN questionnaire.number IS 'Which version';
COMMENT ON COLUMN questionnaire.state IS 'Draft, in use, retired';
COMMENT ON COLUMN questionnaire.languages IS 'In which languages each text is, ISO 639';
COMMENT ON COLUMN questionnaire.category IS 'Of which kind of information the answers are, as a consent names it (R21)';
COMMENT ON COLUMN questionnaire.titles IS 'The title by language';
COMMENT ON COLUMN questionnaire.fields IS 'The questions in order: code, kind, texts and help by language, whether it must be answered, options';
COMMENT ON COLUMN questionnaire.drafted_by IS 'Who drafted it';
COMMENT ON COLUMN questionnaire.drafted_on IS 'On which day';
COMMENT ON COLUMN questionnaire.published_on IS 'When it was put to use';
COMMENT ON COLUMN questionnaire.retired_on IS 'When it was taken out of use';
COMMENT ON COLUMN questionnaire.version IS 'Counts changes';
RESET ROLE;
