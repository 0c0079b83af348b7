-- +goose Up
-- A file may lie in a bucket beside the database; where, is kept with it, so that either can be turned on later.
SET ROLE samplan_owner;
ALTER TABLE attachment ADD COLUMN kept_in text NOT NULL DEFAULT 'database' CHECK (kept_in IN ('database', 'bucket'));
COMMENT ON COLUMN attachment.kept_in IS 'Where the file lies: in attachment_content, or in the bucket under the item''s id';
-- A file that is taken back is thrown out of the bucket after the commit, by a job; the server may ask for that of its own unit's.
DROP POLICY river_job_own ON job.river_job;
CREATE POLICY river_job_own ON job.river_job TO samplan_app
  USING (CASE kind WHEN 'greeting' THEN args ->> 'addressId' IN (SELECT c.id::text FROM contact_address c)
    WHEN 'discard' THEN EXISTS (SELECT FROM attachment a JOIN item i ON i.id = a.item_id
      WHERE a.item_id::text = args ->> 'itemId' AND i.owner_unit_id = app_unit()) ELSE false END)
  WITH CHECK (CASE kind WHEN 'greeting' THEN args ->> 'addressId' IN (SELECT c.id::text FROM contact_address c)
    WHEN 'discard' THEN EXISTS (SELECT FROM attachment a JOIN item i ON i.id = a.item_id
      WHERE a.item_id::text = args ->> 'itemId' AND i.owner_unit_id = app_unit()) ELSE false END);
RESET ROLE;
