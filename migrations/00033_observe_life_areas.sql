-- +goose Up
-- Barnets plan: strengths and needs in the areas of the plan's wheel, and the child's words with who spoke for it; and a
-- Barnets plan that grows into a SIP of its own.
SET ROLE samplan_owner;
ALTER TABLE item ADD area text CHECK (area ~ '^[a-z][a-z0-9-]{0,39}$'), ADD sort text CHECK (sort IN ('strength', 'need')), ADD spoken_by short_text,
  DROP CONSTRAINT item_kind_check, DROP CONSTRAINT item_words;
ALTER TABLE item
  ADD CONSTRAINT item_kind_check CHECK (kind IN ('goal', 'intervention', 'note', 'observation', 'child-view', 'disagreement', 'plan-evaluation')),
  ADD CONSTRAINT item_words CHECK (CASE kind
    WHEN 'goal' THEN body IS NOT NULL AND horizon IS NOT NULL
    WHEN 'intervention' THEN title IS NOT NULL AND status IS NOT NULL
    WHEN 'note' THEN body IS NOT NULL AND visibility IN ('unit', 'named')
    WHEN 'observation' THEN body IS NOT NULL AND sort IS NOT NULL AND area IS NOT NULL
    WHEN 'child-view' THEN body IS NOT NULL AND form IS NOT NULL AND category = 'child-voice'
    WHEN 'plan-evaluation' THEN body IS NOT NULL
    ELSE body IS NOT NULL AND category = 'views' END);
ALTER TABLE plan_version_item ADD area text, ADD sort text, ADD spoken_by short_text;
COMMENT ON COLUMN item.area IS 'Life area of the wheel of the plan''s routine profile (goal, observation, child''s words)';
COMMENT ON COLUMN item.sort IS 'Strength or need (observation)';
COMMENT ON COLUMN item.spoken_by IS 'Who told the child''s words in its place (R8)';
COMMENT ON COLUMN plan_version_item.area IS 'As in item';
COMMENT ON COLUMN plan_version_item.sort IS 'As in item';
COMMENT ON COLUMN plan_version_item.spoken_by IS 'As in item';
COMMENT ON TABLE item IS 'Goal, intervention, note, observation, the child''s words, disagreement or evaluation of the plan; the unit of secrecy (R21)';
RESET ROLE;
SET ROLE samplan_fence;
CREATE OR REPLACE FUNCTION app_dispatch(p_plan uuid, p_version uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO plan_version_item (version_id, item_id, title, body, horizon, goal_id, outside_actor, contact_name, starts_on, ends_on, status, form,
         area, sort, spoken_by, catalogue_id)
  SELECT p_version, i.id, i.title, i.body, i.horizon, i.goal_id, i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.form,
         i.area, i.sort, i.spoken_by, i.catalogue_id
    FROM item i JOIN plan p ON p.id = i.plan_id
   WHERE i.plan_id = p_plan AND p.lead_unit_id = app_unit() AND i.visibility IN ('parties', 'family') $$;
RESET ROLE;
-- The plan that grew out of another follows it, as one that was taken over does: the leading unit alone knows.
SET ROLE samplan_owner;
DROP POLICY plan_origin_add ON plan_origin;
CREATE POLICY plan_origin_add ON plan_origin FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND (EXISTS (SELECT FROM hand_over h WHERE h.plan_id = follows_id AND h.to_unit_id = app_unit() AND h.state = 'accepted')
    OR EXISTS (SELECT FROM plan p JOIN plan q ON q.child_id = p.child_id WHERE p.id = follows_id AND q.id = plan_origin.plan_id
      AND p.lead_unit_id = app_unit() AND q.lead_unit_id = app_unit() AND p.kind = 'barnets-plan' AND q.kind = 'sip')));
CREATE UNIQUE INDEX plan_origin_follows ON plan_origin (follows_id);
COMMENT ON TABLE plan_origin IS 'Which plan a plan follows: that of a unit it was taken over from, or the Barnets plan that it grew out of; known to the leading unit';
RESET ROLE;
