-- +goose Up
-- A child who writes may ask that its guardians are not told (R8, R27): the words are withheld from every guardian from the first
-- moment, until the unit that holds them has assessed whether that goes on.
SET ROLE samplan_owner;
ALTER TABLE withholding ADD asked boolean NOT NULL DEFAULT false, ADD assessed_on date, ADD assessed_by uuid REFERENCES person (id),
  ADD assessment reason_text,
  ADD CHECK (num_nulls(assessed_on, assessed_by, assessment) IN (0, 3)), ADD CHECK (asked OR assessed_on IS NULL),
  ADD CHECK (NOT asked OR person_id IS NULL);
COMMENT ON COLUMN withholding.asked IS 'The child asked for it when it wrote, and decided_by is the child';
COMMENT ON COLUMN withholding.assessed_on IS 'When the unit decided that what the child asked for goes on';
COMMENT ON COLUMN withholding.assessed_by IS 'Who decided that';
COMMENT ON COLUMN withholding.assessment IS 'Why it goes on';
CREATE TRIGGER withholding_asked BEFORE UPDATE ON withholding FOR EACH ROW EXECUTE FUNCTION keep_columns('asked');
CREATE TRIGGER withholding_assessed BEFORE UPDATE ON withholding FOR EACH ROW WHEN (OLD.assessed_on IS NOT NULL)
  EXECUTE FUNCTION keep_columns('assessed_on', 'assessed_by', 'assessment');
CREATE INDEX withholding_waiting ON withholding (item_id) WHERE asked AND assessed_on IS NULL AND ended_on IS NULL;
GRANT UPDATE (assessed_on, assessed_by, assessment) ON withholding TO samplan_app;
ALTER POLICY withholding_add ON withholding WITH CHECK (NOT asked
  AND EXISTS (SELECT FROM item i WHERE i.id = withholding.item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY withholding_ask ON withholding FOR INSERT TO samplan_app WITH CHECK (asked AND app_unit() IS NULL AND decided_by = app_person()
  AND ended_on IS NULL AND assessed_on IS NULL
  AND EXISTS (SELECT FROM item i WHERE i.id = withholding.item_id AND i.author_id = app_person() AND i.author_kind = 'child'));
CREATE POLICY withholding_asked ON withholding FOR SELECT TO samplan_app USING (asked AND app_unit() IS NULL AND decided_by = app_person());
RESET ROLE;
