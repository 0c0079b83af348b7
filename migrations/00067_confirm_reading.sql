-- +goose Up
-- The family confirms that it has read the plan: each for oneself, for who leads the plan to know.
SET ROLE samplan_owner;
CREATE TABLE plan_reading (
  plan_id uuid NOT NULL REFERENCES plan (id),
  person_id uuid NOT NULL REFERENCES person (id),
  confirmed_on date NOT NULL,
  number int NOT NULL CHECK (number >= 0),
  PRIMARY KEY (plan_id, person_id, confirmed_on, number)
);
ALTER TABLE plan_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_reading FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON plan_reading TO samplan_app;
CREATE TRIGGER plan_reading_kept BEFORE UPDATE OR DELETE ON plan_reading FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE POLICY plan_reading_read ON plan_reading FOR SELECT TO samplan_app USING (
  app_unit() IS NULL AND person_id = app_person() OR EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.lead_unit_id = app_unit()));
CREATE POLICY plan_reading_add ON plan_reading FOR INSERT TO samplan_app WITH CHECK (
  app_unit() IS NULL AND person_id = app_person() AND plan_id = ANY (app_family_plans()));
COMMENT ON TABLE plan_reading IS 'That somebody of the family has read the plan: for that person and the leading unit';
COMMENT ON COLUMN plan_reading.plan_id IS 'The plan';
COMMENT ON COLUMN plan_reading.person_id IS 'Who has read it';
COMMENT ON COLUMN plan_reading.confirmed_on IS 'The day';
COMMENT ON COLUMN plan_reading.number IS 'The version that had been dispatched last; 0 when none had been';
RESET ROLE;
