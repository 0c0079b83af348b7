-- +goose Up
-- The police is an authority of the state: it may take part, and answers for its own, never for the whole (R3, R28).
SET ROLE samplan_owner;
ALTER TABLE principal DROP CONSTRAINT principal_kind_check,
  ADD CONSTRAINT principal_kind_check CHECK (kind IN ('municipality', 'region', 'both', 'independent', 'state'));
COMMENT ON TABLE principal IS 'Huvudman: municipality, region, both in one, independent provider, or an authority of the state';
RESET ROLE;
