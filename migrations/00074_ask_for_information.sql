-- +goose Up
-- A request for information (komplettering, R51) lies between two units: the one that asks, which has a case about the child, and the
-- one that answers. What the receiver does with it (whose task it is, what is drafted, its own note) is its own information and lies
-- beside it; so does, for each side, by what the wall was open when it told the other.
SET ROLE samplan_owner;
CREATE TABLE information_request (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  from_unit_id uuid NOT NULL REFERENCES unit,
  to_unit_id uuid NOT NULL REFERENCES unit,
  questionnaire_id uuid NOT NULL REFERENCES questionnaire,
  author_id uuid NOT NULL REFERENCES person,
  body free_text NOT NULL,
  sent_on date NOT NULL,
  remind_from date NOT NULL,
  due_on date NOT NULL,
  created_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('sent', 'answered', 'declined', 'withdrawn')),
  ended_on date,
  answers jsonb CHECK (jsonb_typeof(answers) = 'array'),
  decline text CHECK (decline IN ('not-known', 'wrong-unit', 'no-ground', 'other')),
  reason reason_text,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (from_unit_id <> to_unit_id AND sent_on <= remind_from AND remind_from <= due_on AND sent_on <= ended_on),
  CHECK ((state = 'sent') = (ended_on IS NULL) AND (state = 'declined') = (decline IS NOT NULL)),
  CHECK (answers IS NULL OR state = 'answered'),
  CHECK (reason IS NULL OR state = 'declined' AND decline <> 'not-known')
);
CREATE INDEX information_request_from ON information_request (from_unit_id, child_id);
CREATE INDEX information_request_to ON information_request (to_unit_id, due_on);
CREATE INDEX information_request_child ON information_request (child_id);
CREATE TABLE information_handling (
  request_id uuid PRIMARY KEY REFERENCES information_request,
  unit_id uuid NOT NULL REFERENCES unit,
  owner_id uuid NOT NULL REFERENCES person,
  substitute_id uuid REFERENCES person,
  away_from date,
  away_to date,
  assigned_by uuid NOT NULL REFERENCES person,
  draft jsonb CHECK (jsonb_typeof(draft) = 'array'),
  note free_text,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (away_from <= away_to AND (substitute_id IS NULL) = (away_from IS NULL) AND (away_from IS NULL) = (away_to IS NULL) AND substitute_id <> owner_id)
);
CREATE INDEX information_handling_owner ON information_handling (unit_id, owner_id);
CREATE TABLE information_ground (
  request_id uuid NOT NULL REFERENCES information_request,
  unit_id uuid NOT NULL REFERENCES unit,
  told_by uuid NOT NULL REFERENCES person,
  told_on date NOT NULL,
  consent_id uuid REFERENCES consent,
  ground text,
  paragraph short_text,
  reason reason_text,
  PRIMARY KEY (request_id, unit_id),
  CHECK (consent_id IS NULL OR ground IS NULL),
  CHECK ((ground IS NULL) = (paragraph IS NULL) AND (ground IS NULL) = (reason IS NULL))
);
CREATE TRIGGER information_request_columns BEFORE UPDATE ON information_request FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'given_name',
  'family_name', 'birth_date', 'questionnaire_id', 'author_id', 'body', 'sent_on', 'remind_from', 'due_on', 'created_at');
CREATE TRIGGER information_request_units BEFORE UPDATE ON information_request FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('from_unit_id', 'to_unit_id');
CREATE TRIGGER information_request_kept BEFORE DELETE ON information_request FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER information_handling_columns BEFORE UPDATE ON information_handling FOR EACH ROW EXECUTE FUNCTION keep_columns('request_id');
CREATE TRIGGER information_handling_unit BEFORE UPDATE ON information_handling FOR EACH ROW WHEN (current_user <> 'samplan_fence')
  EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER information_handling_kept BEFORE DELETE ON information_handling FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER information_ground_kept BEFORE UPDATE OR DELETE ON information_ground FOR EACH ROW EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- Whether the own unit may tell another about a child, of one category: within the own domain, or through a wall that a consent in force
-- opens, as view opening says it for the parties of a plan. What the child has blocked is told to nobody.
CREATE FUNCTION app_may_tell(p_child uuid, p_to uuid, p_category text, OUT is_open boolean, OUT consent_id uuid) RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(NOT o.is_blocked AND (mine.branch_id = theirs.branch_id OR c.id IS NOT NULL), false),
         CASE WHEN NOT o.is_blocked AND mine.branch_id <> theirs.branch_id THEN c.id END
    FROM unit_place mine JOIN unit_place theirs ON theirs.unit_id = p_to AND theirs.valid @> app_today()
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p_child AND b.unit_id = mine.unit_id) AS is_blocked) o
    LEFT JOIN LATERAL (SELECT f.id FROM consent_in_force f JOIN consent_scope s ON s.consent_id = f.id
      WHERE f.child_id = p_child AND f.kind = 'share' AND s.from_branch_id = mine.branch_id AND s.to_branch_id = theirs.branch_id
        AND s.category = p_category AND lower(mine.valid) <= f.valid_from AND lower(theirs.valid) <= f.valid_from
      ORDER BY f.valid_to DESC, f.id LIMIT 1) c ON true
   WHERE mine.unit_id = app_unit() AND mine.valid @> app_today() $$;

-- How far the child of a request of the own unit is protected today (R31); the receiver need not have a case about it.
CREATE FUNCTION app_information_protection(p_request uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.protection FROM information_request r JOIN person p ON p.id = r.child_id
   WHERE r.id = p_request AND app_unit() IN (r.from_unit_id, r.to_unit_id) $$;

-- When a reorganisation hands a case over, what was asked about the child goes along with who asked.
CREATE FUNCTION app_hand_over_information() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE information_request r SET from_unit_id = NEW.to_unit_id, version = r.version + 1
   WHERE r.child_id = NEW.child_id AND r.from_unit_id = NEW.unit_id AND r.to_unit_id <> NEW.to_unit_id;
  RETURN NULL;
END $$;

-- A request is not lost with the unit that was asked: whoever takes over answers.
CREATE FUNCTION app_inherit_information() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE information_handling h SET unit_id = s.successor_id, version = h.version + 1
    FROM unit_successor s JOIN information_request r ON r.to_unit_id = s.unit_id AND r.from_unit_id <> s.successor_id
   WHERE s.reorganisation_id = NEW.id AND s.unit_id = h.unit_id AND r.id = h.request_id;
  UPDATE information_request r SET to_unit_id = s.successor_id, version = r.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.to_unit_id AND r.from_unit_id <> s.successor_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_information AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_information();
CREATE TRIGGER reorganisation_information AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_inherit_information();

-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['information_request', 'information_handling', 'information_ground'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['information_request', 'information_handling'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_may_tell(uuid, uuid, text)', 'app_information_protection(uuid)', 'app_hand_over_information()', 'app_inherit_information()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO samplan_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT UPDATE (from_unit_id, to_unit_id, version) ON information_request TO samplan_fence;
GRANT UPDATE (unit_id, version) ON information_handling TO samplan_fence;
GRANT UPDATE (state, ended_on, answers, decline, reason, version) ON information_request TO samplan_app;
GRANT UPDATE (owner_id, substitute_id, away_from, away_to, assigned_by, draft, note, version) ON information_handling TO samplan_app;
CREATE POLICY information_request_read ON information_request FOR SELECT TO samplan_app USING (app_unit() IN (from_unit_id, to_unit_id));
CREATE POLICY information_request_add ON information_request FOR INSERT TO samplan_app WITH CHECK (
  from_unit_id = app_unit() AND author_id = app_person() AND state = 'sent'
  AND EXISTS (SELECT FROM case_file f WHERE f.child_id = information_request.child_id AND f.unit_id = app_unit() AND f.valid @> app_today()));
CREATE POLICY information_request_change ON information_request FOR UPDATE TO samplan_app USING (app_unit() IN (from_unit_id, to_unit_id));
CREATE POLICY information_handling_read ON information_handling FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY information_handling_add ON information_handling FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND assigned_by = app_person() AND EXISTS (SELECT FROM information_request r WHERE r.id = request_id AND r.to_unit_id = app_unit()));
CREATE POLICY information_handling_change ON information_handling FOR UPDATE TO samplan_app USING (unit_id = app_unit());
CREATE POLICY information_ground_read ON information_ground FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY information_ground_add ON information_ground FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND told_by = app_person()
  AND EXISTS (SELECT FROM information_request r WHERE r.id = request_id AND app_unit() IN (r.from_unit_id, r.to_unit_id)));

COMMENT ON TABLE information_request IS 'Begäran om uppgifter, komplettering (R51): what one unit asks another about a child; no referral';
COMMENT ON COLUMN information_request.id IS 'Identity';
COMMENT ON COLUMN information_request.child_id IS 'The child';
COMMENT ON COLUMN information_request.given_name IS 'Given name as the asker knows it';
COMMENT ON COLUMN information_request.family_name IS 'Family name as the asker knows it';
COMMENT ON COLUMN information_request.birth_date IS 'Birth date as the asker knows it';
COMMENT ON COLUMN information_request.from_unit_id IS 'Who asks';
COMMENT ON COLUMN information_request.to_unit_id IS 'Who is asked';
COMMENT ON COLUMN information_request.questionnaire_id IS 'What is asked, as it was published';
COMMENT ON COLUMN information_request.author_id IS 'Who of the asker sent it';
COMMENT ON COLUMN information_request.body IS 'Why one asks';
COMMENT ON COLUMN information_request.sent_on IS 'When it was sent';
COMMENT ON COLUMN information_request.remind_from IS 'From when it is reminded of, by the asker''s routine';
COMMENT ON COLUMN information_request.due_on IS 'When it is to be answered, by the asker''s routine';
COMMENT ON COLUMN information_request.created_at IS 'The instant';
COMMENT ON COLUMN information_request.state IS 'Sent, answered, declined, withdrawn';
COMMENT ON COLUMN information_request.ended_on IS 'When it was answered, declined or withdrawn';
COMMENT ON COLUMN information_request.answers IS 'What was answered, by the codes of the questions';
COMMENT ON COLUMN information_request.decline IS 'Why it was declined';
COMMENT ON COLUMN information_request.reason IS 'In words; none when the child is not known (R25)';
COMMENT ON COLUMN information_request.version IS 'Counts changes that both sides see';
COMMENT ON TABLE information_handling IS 'What the receiver does with a request: its own information';
COMMENT ON COLUMN information_handling.request_id IS 'The request';
COMMENT ON COLUMN information_handling.unit_id IS 'The receiver';
COMMENT ON COLUMN information_handling.owner_id IS 'Whose task it is';
COMMENT ON COLUMN information_handling.substitute_id IS 'Whose it is while the owner is away';
COMMENT ON COLUMN information_handling.away_from IS 'From this day';
COMMENT ON COLUMN information_handling.away_to IS 'Until this day';
COMMENT ON COLUMN information_handling.assigned_by IS 'Who said so';
COMMENT ON COLUMN information_handling.draft IS 'What is answered so far';
COMMENT ON COLUMN information_handling.note IS 'The unit''s own documentation';
COMMENT ON COLUMN information_handling.version IS 'Counts changes';
COMMENT ON TABLE information_ground IS 'By what the wall was open when a side told the other; its own to know';
COMMENT ON COLUMN information_ground.request_id IS 'The request';
COMMENT ON COLUMN information_ground.unit_id IS 'Which side';
COMMENT ON COLUMN information_ground.told_by IS 'Who told';
COMMENT ON COLUMN information_ground.told_on IS 'When';
COMMENT ON COLUMN information_ground.consent_id IS 'The consent in force; none within one domain, or by a ground';
COMMENT ON COLUMN information_ground.ground IS 'The legal ground';
COMMENT ON COLUMN information_ground.paragraph IS 'Its paragraph';
COMMENT ON COLUMN information_ground.reason IS 'Why it applies';
COMMENT ON FUNCTION app_hand_over_information() IS 'Trigger: what was asked follows the case';
COMMENT ON FUNCTION app_inherit_information() IS 'Trigger: requests go to the unit that takes over';
RESET ROLE;
SET ROLE samplan_fence;
COMMENT ON FUNCTION app_may_tell(uuid, uuid, text) IS 'Whether the own unit may tell another about a child, and by which consent';
COMMENT ON FUNCTION app_information_protection(uuid) IS 'How far the child of a request of the own unit is protected';
RESET ROLE;
