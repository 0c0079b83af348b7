-- +goose Up
-- How one reaches a unit (kontaktkort, R51): public as the directory of units is. A card never changes but for how long it counts;
-- another one replaces it, so that it can be seen which telephone number went out. Somebody of the unit owns it and confirms it; until
-- which day and from when it is reminded of follows from the principal's routine and is kept with the card.
SET ROLE samplan_owner;
CREATE TABLE contact_card (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  number int NOT NULL CHECK (number > 0),
  purpose reason_text NOT NULL,
  phone text NOT NULL CHECK (phone ~ '^[+]?[0-9][0-9 ()/-]*[0-9]$' AND length(phone) <= 40),
  hours short_text NOT NULL,
  languages text[] NOT NULL CHECK (cardinality(languages) BETWEEN 1 AND 20),
  owner_id uuid NOT NULL REFERENCES person,
  published_by uuid NOT NULL REFERENCES person,
  published_on date NOT NULL,
  confirmed_by uuid NOT NULL REFERENCES person,
  confirmed_on date NOT NULL,
  remind_from date NOT NULL,
  valid_until date NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (unit_id, number),
  CHECK (published_on <= confirmed_on AND confirmed_on <= valid_until AND remind_from <= valid_until)
);
CREATE TRIGGER contact_card_columns BEFORE UPDATE ON contact_card FOR EACH ROW EXECUTE FUNCTION
  keep_columns('id', 'unit_id', 'number', 'purpose', 'phone', 'hours', 'languages', 'owner_id', 'published_by', 'published_on');
CREATE TRIGGER contact_card_kept BEFORE DELETE ON contact_card FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE contact_card ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_card FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_card_public ON contact_card FOR SELECT TO samplan_app USING (true);
CREATE POLICY contact_card_add ON contact_card FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit() AND published_by = app_person());
CREATE POLICY contact_card_change ON contact_card FOR UPDATE TO samplan_app USING (unit_id = app_unit()) WITH CHECK (confirmed_by = app_person());
GRANT SELECT, INSERT ON contact_card TO samplan_app;
GRANT UPDATE (confirmed_by, confirmed_on, remind_from, valid_until, version) ON contact_card TO samplan_app;

COMMENT ON TABLE contact_card IS 'Kontaktkort: how one reaches a unit; of a unit''s cards the one with the highest number counts';
COMMENT ON COLUMN contact_card.id IS 'Identity';
COMMENT ON COLUMN contact_card.unit_id IS 'The unit';
COMMENT ON COLUMN contact_card.number IS 'Which of the unit''s cards';
COMMENT ON COLUMN contact_card.purpose IS 'What one turns to the unit for';
COMMENT ON COLUMN contact_card.phone IS 'Telephone number';
COMMENT ON COLUMN contact_card.hours IS 'When the unit can be reached';
COMMENT ON COLUMN contact_card.languages IS 'In which languages it answers, ISO 639';
COMMENT ON COLUMN contact_card.owner_id IS 'Who of the unit confirms it';
COMMENT ON COLUMN contact_card.published_by IS 'Who wrote it';
COMMENT ON COLUMN contact_card.published_on IS 'On which day';
COMMENT ON COLUMN contact_card.confirmed_by IS 'Who said last that it is true';
COMMENT ON COLUMN contact_card.confirmed_on IS 'On which day';
COMMENT ON COLUMN contact_card.remind_from IS 'From when it is reminded of, by the routine';
COMMENT ON COLUMN contact_card.valid_until IS 'The last day on which it counts; after that nothing is sent to the unit';
COMMENT ON COLUMN contact_card.version IS 'Counts confirmations';
RESET ROLE;
