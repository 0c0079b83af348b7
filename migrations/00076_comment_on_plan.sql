-- +goose Up
-- A comment (kommentar) of the family or a party on the plan, or on a goal or an intervention of it: an item like any other,
-- behind the same walls. It is talk about the plan and no part of it, so it is in no version.
SET ROLE samplan_owner;
ALTER TABLE item DROP CONSTRAINT item_kind_check;
ALTER TABLE item
  ADD CONSTRAINT item_kind_check CHECK (kind IN ('goal', 'intervention', 'note', 'observation', 'child-view', 'disagreement', 'plan-evaluation',
    'attachment', 'minute', 'link', 'comment'));
CREATE INDEX item_comment ON item (owner_unit_id, created_on) WHERE kind = 'comment' AND author_kind <> 'staff';
COMMENT ON COLUMN item.goal_id IS 'The goal it serves or is part of; the goal or intervention that a comment is about';
COMMENT ON TABLE item IS 'Goal, intervention, note, observation, the child''s words, disagreement, comment, evaluation of the plan, attachment, point of minutes or link to another plan; the unit of secrecy (R21)';
RESET ROLE;
SET ROLE samplan_fence;
CREATE OR REPLACE FUNCTION app_dispatch(p_plan uuid, p_version uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO plan_version_item (version_id, item_id, title, body, horizon, goal_id, outside_actor, contact_name, starts_on, ends_on, status, form,
         area, sort, spoken_by, catalogue_id)
  SELECT p_version, i.id, i.title, i.body, i.horizon, i.goal_id, i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.form,
         i.area, i.sort, i.spoken_by, i.catalogue_id
    FROM item i JOIN plan p ON p.id = i.plan_id
   WHERE i.plan_id = p_plan AND p.lead_unit_id = app_unit() AND i.visibility IN ('parties', 'family') AND i.kind NOT IN ('minute', 'comment') $$;
RESET ROLE;
