-- +goose Up
-- Messages to people. What there is to know is not kept as messages: it is computed from the facts at reading time, by the
-- predicates of what it is about, so that it is gone as soon as the right is (R34). Kept are only what somebody has read,
-- where somebody wants to be told that there is something new, and which mails have left. A mail says the same to everybody.
SET ROLE samplan_owner;
CREATE TABLE contact_address (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  capacity text NOT NULL CHECK (capacity IN ('staff', 'family')),
  email text CHECK (length(email) BETWEEN 3 AND 254 AND email LIKE '%_@_%' AND email !~ '[[:space:][:cntrl:]]'),
  changed_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (person_id, capacity)
);
CREATE TRIGGER contact_address_columns BEFORE UPDATE ON contact_address FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'person_id', 'capacity');
CREATE TABLE notification_mark (
  person_id uuid NOT NULL REFERENCES person,
  notification_id uuid NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, notification_id)
);
CREATE TABLE mail (
  address_id uuid NOT NULL REFERENCES contact_address,
  on_day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('digest', 'greeting')),
  state text NOT NULL CHECK (state IN ('sending', 'sent', 'refused', 'unknown')),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (address_id, on_day, kind)
);
CREATE TRIGGER mail_columns BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION keep_columns('address_id', 'on_day', 'kind');
-- A mail that has left, or may have, never leaves again.
-- +goose StatementBegin
CREATE FUNCTION keep_sent_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'sending' AND OLD.state <> 'refused' OR OLD.state = 'sent' THEN
    RAISE EXCEPTION 'a mail leaves once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION keep_sent_mail() IS 'Trigger: a mail that may have left is not sent again';
REVOKE EXECUTE ON FUNCTION keep_sent_mail() FROM PUBLIC;
CREATE TRIGGER mail_once BEFORE UPDATE ON mail FOR EACH ROW EXECUTE FUNCTION keep_sent_mail();
CREATE TABLE mail_told (
  address_id uuid NOT NULL REFERENCES contact_address,
  notification_id uuid NOT NULL,
  on_day date NOT NULL,
  PRIMARY KEY (address_id, notification_id)
);

-- Where a mail may go today. The family of a protected child is never mailed (R33), whoever in whatever unit protects it;
-- asked anew before each mail, so that a raised level stops what is queued (R34).
CREATE VIEW mailable_address AS
SELECT c.id, c.email, c.capacity
  FROM contact_address c
 WHERE c.email IS NOT NULL AND (c.capacity = 'staff' OR NOT EXISTS (
   SELECT FROM person h WHERE h.protection <> 'none'
      AND (h.id = c.person_id OR h.id IN (SELECT r.child_id FROM relation r WHERE r.person_id = c.person_id))));
COMMENT ON VIEW mailable_address IS 'Addresses that a mail may go to today';
ALTER VIEW mailable_address OWNER TO samplan_fence;

-- +goose StatementBegin
-- Enters as the person of an address, so that a worker sees what that person would; the transaction is rolled back. Which
-- assignments there are is told when none is named.
CREATE FUNCTION app_stand_in(p_address uuid, p_assignment uuid, p_today date)
RETURNS TABLE (person_id uuid, assignment_id uuid, role text, unit_id uuid, branch_id uuid, secrecy_class text, chosen boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v contact_address%ROWTYPE;
BEGIN
  SELECT c.* INTO v FROM contact_address c WHERE c.id = p_address;
  IF v.capacity = 'staff' THEN
    RETURN QUERY SELECT s.person_id, s.assignment_id, s.role, s.unit_id, s.branch_id, s.secrecy_class, s.chosen
      FROM (SELECT k.issuer, k.subject FROM login k WHERE k.person_id = v.person_id ORDER BY k.issuer, k.subject LIMIT 1) l
      CROSS JOIN LATERAL app_enter_staff(l.issuer, l.subject, p_assignment, p_today) s;
  ELSIF v.capacity = 'family' THEN
    RETURN QUERY SELECT e.person_id, NULL::uuid, NULL::text, NULL::uuid, NULL::uuid, NULL::text, true
      FROM (SELECT n.type, n.value FROM person_identifier n WHERE n.person_id = v.person_id ORDER BY n.type, n.value LIMIT 1) i
      CROSS JOIN LATERAL app_enter_citizen(i.type, i.value, p_today) e;
  END IF;
END $$;
-- +goose StatementEnd
ALTER FUNCTION app_stand_in(uuid, uuid, date) OWNER TO samplan_fence;

-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contact_address', 'notification_mark', 'mail', 'mail_told'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE POLICY contact_address_own ON contact_address FOR SELECT TO samplan_app USING (
  person_id = app_person() AND capacity = CASE WHEN app_unit() IS NULL THEN 'family' ELSE 'staff' END);
CREATE POLICY contact_address_add ON contact_address FOR INSERT TO samplan_app WITH CHECK (
  person_id = app_person() AND capacity = CASE WHEN app_unit() IS NULL THEN 'family' ELSE 'staff' END);
CREATE POLICY contact_address_change ON contact_address FOR UPDATE TO samplan_app USING (
  person_id = app_person() AND capacity = CASE WHEN app_unit() IS NULL THEN 'family' ELSE 'staff' END);
GRANT SELECT, INSERT ON contact_address TO samplan_app;
GRANT UPDATE (email, changed_at, version) ON contact_address TO samplan_app;
CREATE POLICY contact_address_fence ON contact_address FOR SELECT TO samplan_fence USING (true);
GRANT SELECT ON contact_address TO samplan_fence;
CREATE POLICY notification_mark_own ON notification_mark FOR SELECT TO samplan_app USING (person_id = app_person());
CREATE POLICY notification_mark_add ON notification_mark FOR INSERT TO samplan_app WITH CHECK (person_id = app_person());
GRANT SELECT, INSERT ON notification_mark TO samplan_app;
CREATE POLICY mail_work ON mail TO samplan_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON mail TO samplan_worker;
GRANT UPDATE (state, changed_at) ON mail TO samplan_worker;
CREATE POLICY mail_told_read ON mail_told FOR SELECT TO samplan_worker USING (true);
CREATE POLICY mail_told_add ON mail_told FOR INSERT TO samplan_worker WITH CHECK (true);
GRANT SELECT, INSERT ON mail_told TO samplan_worker;

-- The server puts in a job about the address of the one who asks, and sees no other.
GRANT SELECT, INSERT, UPDATE (kind) ON job.river_job TO samplan_app;
CREATE POLICY river_job_own ON job.river_job TO samplan_app
  USING (kind = 'greeting' AND args ->> 'addressId' IN (SELECT c.id::text FROM contact_address c))
  WITH CHECK (kind = 'greeting' AND args ->> 'addressId' IN (SELECT c.id::text FROM contact_address c));

COMMENT ON TABLE contact_address IS 'Where somebody wants to be told that there is something new; the person''s own to see and change';
COMMENT ON COLUMN contact_address.id IS 'The address, whatever it is today';
COMMENT ON COLUMN contact_address.person_id IS 'Whose';
COMMENT ON COLUMN contact_address.capacity IS 'As staff or as family: somebody may be both, and the two are kept apart';
COMMENT ON COLUMN contact_address.email IS 'E-mail, or none';
COMMENT ON COLUMN contact_address.changed_at IS 'Last changed';
COMMENT ON COLUMN contact_address.version IS 'Version';
COMMENT ON TABLE notification_mark IS 'What somebody has read of what there was to know';
COMMENT ON COLUMN notification_mark.person_id IS 'Who';
COMMENT ON COLUMN notification_mark.notification_id IS 'Hash of what it was about and since when';
COMMENT ON COLUMN notification_mark.read_at IS 'When';
COMMENT ON TABLE mail IS 'That a mail was sent; all mails say the same';
COMMENT ON COLUMN mail.address_id IS 'To which address';
COMMENT ON COLUMN mail.on_day IS 'On which Swedish day; one of a kind a day';
COMMENT ON COLUMN mail.kind IS 'That there is something new, or that the address works';
COMMENT ON COLUMN mail.state IS 'On its way; sent; refused, so that it may be tried again; or unknown, so that it is not';
COMMENT ON COLUMN mail.changed_at IS 'Since';
COMMENT ON TABLE mail_told IS 'What a mail has told of, so that the next does not';
COMMENT ON COLUMN mail_told.address_id IS 'To which address';
COMMENT ON COLUMN mail_told.notification_id IS 'Hash of what it was about and since when';
COMMENT ON COLUMN mail_told.on_day IS 'On which Swedish day';
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_stand_in(uuid, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_stand_in(uuid, uuid, date) TO samplan_app;
COMMENT ON FUNCTION app_stand_in(uuid, uuid, date) IS 'Enters as the person of an address, to see whether there is something new';
GRANT SELECT ON mailable_address TO samplan_worker;
RESET ROLE;
