-- +goose Up
-- How services write goals and interventions is looked at in samples that point nobody out: texts of the own secrecy domain of a half-year
-- that is over, one of a child, drawn once, in groups of as many children as may be told of. A text that must not be shown any more takes its
-- whole group with it, so that nobody can tell which one it was. What is found is kept as numbers, with no way back to a text.
SET ROLE samplan_owner;
CREATE TABLE formulation_sample (
  branch_id uuid NOT NULL REFERENCES branch,
  term date NOT NULL CHECK (term = date_trunc('month', term) AND extract(month FROM term) IN (1, 7)),
  number int NOT NULL CHECK (number > 0),
  -- No reference: the row stays when the item is gone, so that its group stays incomplete and is told no more.
  item_id uuid NOT NULL,
  drawn_on date NOT NULL,
  PRIMARY KEY (branch_id, term, item_id)
);
CREATE TABLE formulation_review (
  id uuid PRIMARY KEY,
  branch_id uuid NOT NULL REFERENCES branch,
  term date NOT NULL CHECK (term = date_trunc('month', term) AND extract(month FROM term) IN (1, 7)),
  texts int NOT NULL CHECK (texts > 0),
  evaluable int NOT NULL CHECK (evaluable BETWEEN 0 AND texts),
  says_who int NOT NULL CHECK (says_who BETWEEN 0 AND texts),
  says_when int NOT NULL CHECK (says_when BETWEEN 0 AND texts),
  childs_words int NOT NULL CHECK (childs_words BETWEEN 0 AND texts),
  reviewed_by uuid NOT NULL REFERENCES person,
  reviewed_on date NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (branch_id, term)
);
CREATE TRIGGER formulation_sample_kept BEFORE UPDATE OR DELETE ON formulation_sample FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER formulation_review_kept BEFORE UPDATE OR DELETE ON formulation_review FOR EACH ROW EXECUTE FUNCTION keep_row();
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['formulation_sample', 'formulation_review'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
END $$;
-- Goals and interventions that staff of the own domain wrote in a half-year into what a plan's parties share, with the names and places that the
-- domain knows around each child, so that a text in which one stands is left out before anybody sees it. Nothing of children who are
-- protected, or live with somebody who is, or have set a block; nothing that is named, withheld, kept apart, weeded or about others; and
-- nothing to whoever is no analyst under the assignment of the request: so it tells no more than the sample may be made of.
CREATE FUNCTION app_formulations(p_from date, p_to date)
RETURNS TABLE (item_id uuid, kind text, words text, has_period boolean, has_contact boolean, child_id uuid, names text[], places text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH staff AS MATERIALIZED (
    SELECT coalesce(array_agg(DISTINCT k.staff_name::text), '{}') AS names FROM assignment a JOIN person k ON k.id = a.person_id
     WHERE a.unit_id = ANY (app_own_units()) AND k.staff_name IS NOT NULL)
  SELECT i.id, i.kind, concat_ws(E'\n', i.title, i.body), i.starts_on IS NOT NULL OR i.ends_on IS NOT NULL OR i.horizon IS NOT NULL,
         i.contact_name IS NOT NULL, p.child_id,
         (SELECT staff.names FROM staff)
           || ARRAY(SELECT f.given_name || ' ' || f.family_name FROM case_file f WHERE f.child_id = p.child_id AND f.unit_id = ANY (app_own_units())
                    UNION SELECT r.given_name || ' ' || r.family_name FROM relation r WHERE r.child_id = p.child_id AND r.unit_id = ANY (app_own_units()))
           || ARRAY(SELECT i.contact_name::text WHERE i.contact_name IS NOT NULL UNION SELECT i.outside_actor::text WHERE i.outside_actor IS NOT NULL),
         ARRAY(SELECT w.body::text FROM whereabouts w WHERE w.child_id = p.child_id AND w.unit_id = ANY (app_own_units())
                  AND w.kind IN ('address', 'school', 'meeting-place', 'municipality', 'other'))
    FROM item i JOIN plan p ON p.id = i.plan_id JOIN person c ON c.id = p.child_id AND c.protection = 'none'
   WHERE i.owner_unit_id = ANY (app_own_units()) AND i.kind IN ('goal', 'intervention') AND i.author_kind = 'staff' AND i.visibility IN ('parties', 'family')
     AND i.created_on BETWEEN p_from AND p_to AND i.kept_apart_on IS NULL AND i.disposed_on IS NULL
     AND NOT EXISTS (SELECT FROM relation r JOIN person x ON x.id = r.person_id WHERE r.child_id = p.child_id AND x.protection <> 'none')
     AND NOT EXISTS (SELECT FROM care_block b WHERE b.child_id = p.child_id AND (b.lifted_on IS NULL OR b.lifted_on > app_today()))
     AND NOT EXISTS (SELECT FROM withholding w WHERE w.item_id = i.id AND w.ended_on IS NULL)
     AND NOT EXISTS (SELECT FROM item_subject t WHERE t.item_id = i.id)
     AND EXISTS (SELECT FROM assignment a WHERE a.person_id = app_person() AND a.unit_id = app_unit() AND a.role = 'analyst' AND a.valid @> app_today()) $$;
-- Of fewer than this nothing is told of a half-year: a number of the principal's routine, as for its statistics.
CREATE FUNCTION app_formulation_fewest(p_term date) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app_statistics_fewest(app_principal(), p_term) $$;
-- +goose StatementEnd
CREATE POLICY formulation_sample_read ON formulation_sample FOR SELECT TO samplan_app USING (branch_id = app_branch());
CREATE POLICY formulation_sample_add ON formulation_sample FOR INSERT TO samplan_app WITH CHECK (branch_id = app_branch());
CREATE POLICY formulation_review_read ON formulation_review FOR SELECT TO samplan_app USING (branch_id = app_branch());
CREATE POLICY formulation_review_add ON formulation_review FOR INSERT TO samplan_app WITH CHECK (branch_id = app_branch() AND reviewed_by = app_person());
REVOKE EXECUTE ON FUNCTION app_formulations(date, date), app_formulation_fewest(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_formulations(date, date), app_formulation_fewest(date) TO samplan_app;
ALTER FUNCTION app_formulations(date, date) OWNER TO samplan_fence;
ALTER FUNCTION app_formulation_fewest(date) OWNER TO samplan_fence;
COMMENT ON TABLE formulation_sample IS 'Which texts were drawn of a half-year of a secrecy domain, once; ids and no words';
COMMENT ON COLUMN formulation_sample.branch_id IS 'The secrecy domain';
COMMENT ON COLUMN formulation_sample.term IS 'The half-year, by its first day';
COMMENT ON COLUMN formulation_sample.number IS 'The group of texts that are told together or not at all';
COMMENT ON COLUMN formulation_sample.item_id IS 'The goal or intervention, whether or not it is still there';
COMMENT ON COLUMN formulation_sample.drawn_on IS 'When it was drawn';
COMMENT ON TABLE formulation_review IS 'What was found in the sample of a half-year, as numbers; of which text is kept nowhere';
COMMENT ON COLUMN formulation_review.id IS 'Identity';
COMMENT ON COLUMN formulation_review.branch_id IS 'The secrecy domain';
COMMENT ON COLUMN formulation_review.term IS 'The half-year, by its first day';
COMMENT ON COLUMN formulation_review.texts IS 'How many texts there were';
COMMENT ON COLUMN formulation_review.evaluable IS 'Of how many one can tell later whether it came to pass';
COMMENT ON COLUMN formulation_review.says_who IS 'How many say who does it';
COMMENT ON COLUMN formulation_review.says_when IS 'How many say when';
COMMENT ON COLUMN formulation_review.childs_words IS 'In how many the child is heard';
COMMENT ON COLUMN formulation_review.reviewed_by IS 'Who looked';
COMMENT ON COLUMN formulation_review.reviewed_on IS 'When';
COMMENT ON COLUMN formulation_review.created_at IS 'The instant';
COMMENT ON FUNCTION app_formulations(date, date) IS 'Goals and interventions of the own domain with the names and places around them, for an analyst''s sample';
COMMENT ON FUNCTION app_formulation_fewest(date) IS 'Of fewer than this nothing is told of a half-year';
RESET ROLE;
