-- +goose Up
-- The family is told of a transition when the unit that planned it chose so (00095), by whoever of it may know where the child is (R35).
SET ROLE samplan_owner;
CREATE POLICY plan_transition_family ON plan_transition FOR SELECT TO samplan_app USING (
  app_unit() IS NULL AND for_family AND EXISTS (SELECT FROM plan p WHERE p.id = plan_id AND p.id = ANY (app_family_plans()) AND app_knows_place(p.child_id)));
RESET ROLE;
