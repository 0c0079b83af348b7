-- +goose NO TRANSACTION
-- +goose Up
-- The inbox looks for what is late among the plans that a unit leads.
SET ROLE samplan_owner;
CREATE INDEX CONCURRENTLY IF NOT EXISTS plan_lead ON plan (lead_unit_id);
RESET ROLE;
