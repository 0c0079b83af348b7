-- +goose Up
-- The id of a notification follows from what it says, by a hash whose digits made it an id of any version. It is one of version 8 now; what
-- somebody has read stays read.
SET ROLE samplan_owner;
ALTER TABLE notification_mark NO FORCE ROW LEVEL SECURITY;
UPDATE notification_mark SET notification_id = overlay(overlay(replace(notification_id::text, '-', '') PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid;
ALTER TABLE notification_mark FORCE ROW LEVEL SECURITY;
RESET ROLE;
