-- +goose Up
-- Plans beside this one (R10, 1.11): an individual plan under LSS, an åtgärdsprogram, a habilitation plan, a plan at discharge.
-- A link is an item like any other, behind the same walls, and says where the plan is and by which number: nothing of what
-- the plan holds is copied. A plan under LSS is to be reviewed every year (LSS 10 §, R11): when is the holder's own to know,
-- and lies beside the link. The interval is the routine's.
SET ROLE samplan_owner;
ALTER TABLE item DROP CONSTRAINT item_kind_check, DROP CONSTRAINT item_words, DROP CONSTRAINT item_sort_check;
ALTER TABLE item
  ADD CONSTRAINT item_kind_check CHECK (kind IN ('goal', 'intervention', 'note', 'observation', 'child-view', 'disagreement', 'plan-evaluation',
    'attachment', 'minute', 'link')),
  ADD CONSTRAINT item_sort_check CHECK (CASE WHEN kind = 'link'
    THEN sort IN ('lss-plan', 'action-programme', 'habilitation-plan', 'discharge-plan', 'other-plan') ELSE sort IN ('strength', 'need') END),
  ADD CONSTRAINT item_words CHECK (CASE kind
    WHEN 'goal' THEN body IS NOT NULL AND horizon IS NOT NULL
    WHEN 'intervention' THEN title IS NOT NULL AND status IS NOT NULL
    WHEN 'attachment' THEN title IS NOT NULL
    WHEN 'link' THEN title IS NOT NULL AND outside_actor IS NOT NULL AND starts_on IS NOT NULL AND sort IS NOT NULL AND body IS NULL
    WHEN 'note' THEN body IS NOT NULL AND visibility IN ('unit', 'named')
    WHEN 'observation' THEN body IS NOT NULL AND sort IS NOT NULL AND area IS NOT NULL
    WHEN 'child-view' THEN body IS NOT NULL AND form IS NOT NULL AND category = 'child-voice'
    WHEN 'plan-evaluation' THEN body IS NOT NULL
    WHEN 'minute' THEN body IS NOT NULL
    ELSE body IS NOT NULL AND category = 'views' END);
CREATE TABLE link_review (
  item_id uuid PRIMARY KEY REFERENCES item,
  reviewed_on date,
  remind_from date NOT NULL,
  review_by date NOT NULL,
  CHECK (remind_from <= review_by AND reviewed_on <= review_by)
);
CREATE INDEX link_review_due ON link_review (remind_from);
CREATE TRIGGER link_review_columns BEFORE UPDATE ON link_review FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id');
ALTER TABLE link_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_review FORCE ROW LEVEL SECURITY;
CREATE POLICY link_review_read ON link_review FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY link_review_add ON link_review FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.kind = 'link' AND i.sort = 'lss-plan' AND i.owner_unit_id = app_unit()));
CREATE POLICY link_review_change ON link_review FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
GRANT SELECT, INSERT ON link_review TO samplan_app;
GRANT UPDATE (reviewed_on, remind_from, review_by) ON link_review TO samplan_app;
COMMENT ON TABLE link_review IS 'When a linked plan under LSS is to be reviewed (LSS 10 §, R11); the holder''s own. It counts while the link is to one';
COMMENT ON COLUMN link_review.item_id IS 'The link';
COMMENT ON COLUMN link_review.reviewed_on IS 'When it was reviewed last';
COMMENT ON COLUMN link_review.remind_from IS 'From when it is reminded of, by the routine';
COMMENT ON COLUMN link_review.review_by IS 'When it is to be reviewed again, by the routine';
COMMENT ON COLUMN item.sort IS 'Strength or need (observation); which plan (link)';
COMMENT ON COLUMN item.outside_actor IS 'Who else does it (intervention); who holds the linked plan (link)';
COMMENT ON TABLE item IS 'Goal, intervention, note, observation, the child''s words, disagreement, evaluation of the plan, attachment, point of minutes or link to another plan; the unit of secrecy (R21)';
RESET ROLE;
