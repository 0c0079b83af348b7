-- +goose Up
-- Forums (R28, R29): collaboration groups of their kinds meet in sessions, and raise cases there. A case holds no child: which child
-- it is about lies in a row of the raising unit. Texts lie in rows of their own, that are removed when their time is over.
SET ROLE samplan_owner;
ALTER TABLE collaboration_group ADD kind text NOT NULL DEFAULT 'local' CHECK (kind IN ('local', 'steering', 'fossam', 'sspf')),
  ADD text_days int NOT NULL DEFAULT 180 CHECK (text_days BETWEEN 30 AND 730);
ALTER TABLE collaboration_group DISABLE TRIGGER collaboration_group_kept;
UPDATE collaboration_group SET kind = 'steering' WHERE level = 'county';
ALTER TABLE collaboration_group ENABLE TRIGGER collaboration_group_kept;

CREATE TABLE forum_session (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL REFERENCES collaboration_group,
  held_on date NOT NULL,
  starts_at time NOT NULL,
  ends_at time NOT NULL CHECK (ends_at > starts_at),
  mode text NOT NULL CHECK (mode IN ('place', 'digital', 'both')),
  planned_by uuid NOT NULL REFERENCES person,
  cancelled_on date CHECK (cancelled_on <= held_on),
  reason reason_text,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((cancelled_on IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX forum_session_day ON forum_session (group_id, held_on) WHERE cancelled_on IS NULL;
CREATE INDEX forum_session_group ON forum_session (group_id, held_on);
CREATE TABLE forum_case (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL REFERENCES collaboration_group,
  unit_id uuid NOT NULL REFERENCES unit,
  raised_by uuid NOT NULL REFERENCES person,
  basis text NOT NULL CHECK (basis IN ('anonymised', 'consent')),
  category text CHECK (category IN ('support-needs', 'health', 'schooling', 'family-situation', 'goals', 'interventions', 'child-voice', 'views')),
  confirmed text[] NOT NULL DEFAULT '{}' CHECK (confirmed <@ ARRAY['exact-date', 'possible-name', 'rare-combination']),
  raised_on date NOT NULL,
  take_up_from date NOT NULL,
  expires_on date NOT NULL,
  outcome text CHECK (outcome IN ('advice', 'guided', 'sip', 'nothing-more')),
  decided_on date,
  follow_up_on date,
  responsible_id uuid REFERENCES group_member,
  followed_up_on date,
  withdrawn_on date,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((basis = 'consent') = (category IS NOT NULL) AND raised_on <= take_up_from AND take_up_from <= expires_on),
  CHECK ((outcome IS NULL) = (decided_on IS NULL) AND (follow_up_on IS NULL) = (responsible_id IS NULL)),
  CHECK (follow_up_on IS NULL OR decided_on IS NOT NULL), CHECK (followed_up_on IS NULL OR follow_up_on IS NOT NULL)
);
CREATE INDEX forum_case_group ON forum_case (group_id, created_at);
CREATE INDEX forum_case_unit ON forum_case (unit_id);
CREATE INDEX forum_case_expires ON forum_case (expires_on);
CREATE TABLE forum_case_text (
  case_id uuid NOT NULL REFERENCES forum_case,
  part text NOT NULL CHECK (part IN ('question', 'body', 'decision', 'follow-up')),
  body free_text NOT NULL,
  PRIMARY KEY (case_id, part)
);
CREATE TABLE forum_case_child (
  case_id uuid PRIMARY KEY REFERENCES forum_case,
  unit_id uuid NOT NULL REFERENCES unit,
  child_id uuid NOT NULL REFERENCES person,
  consent_id uuid REFERENCES consent
);
CREATE INDEX forum_case_child_child ON forum_case_child (child_id);
CREATE TABLE forum_contribution (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES forum_case,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  written_by uuid NOT NULL REFERENCES person,
  spoken_on date NOT NULL,
  body free_text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX forum_contribution_case ON forum_contribution (case_id, created_at);
CREATE TABLE forum_link_opening (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES forum_case,
  unit_id uuid NOT NULL REFERENCES unit,
  person_id uuid NOT NULL REFERENCES person,
  reason reason_text NOT NULL,
  opened_at timestamptz NOT NULL
);
CREATE INDEX forum_link_opening_case ON forum_link_opening (case_id);
CREATE TABLE forum_learning (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL REFERENCES collaboration_group,
  written_by uuid NOT NULL REFERENCES person,
  written_on date NOT NULL,
  confirmed text[] NOT NULL DEFAULT '{}' CHECK (confirmed <@ ARRAY['exact-date', 'possible-name', 'rare-combination']),
  body free_text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX forum_learning_group ON forum_learning (group_id, created_at);

CREATE TRIGGER forum_session_columns BEFORE UPDATE ON forum_session FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'group_id', 'held_on', 'starts_at',
  'ends_at', 'mode', 'planned_by');
CREATE TRIGGER forum_case_columns BEFORE UPDATE ON forum_case FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'group_id', 'raised_by', 'basis', 'category',
  'raised_on', 'take_up_from', 'created_at');
CREATE TRIGGER forum_case_child_columns BEFORE UPDATE ON forum_case_child FOR EACH ROW EXECUTE FUNCTION keep_columns('case_id', 'child_id', 'consent_id');
CREATE TRIGGER forum_case_text_columns BEFORE UPDATE ON forum_case_text FOR EACH ROW EXECUTE FUNCTION keep_columns('case_id', 'part');
CREATE TRIGGER forum_contribution_columns BEFORE UPDATE ON forum_contribution FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'case_id', 'person_id', 'body');
CREATE TRIGGER forum_learning_kept BEFORE UPDATE OR DELETE ON forum_learning FOR EACH ROW EXECUTE FUNCTION keep_row();
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['forum_session', 'forum_case', 'forum_link_opening'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION keep_row()', t || '_kept', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['forum_case', 'forum_case_child', 'forum_link_opening'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (current_user <> ''samplan_fence'') EXECUTE FUNCTION keep_columns(''unit_id'')', t || '_unit', t);
  END LOOP;
END $$;

-- By which consents in force a unit may tell another of a child, of one category, as view opening says it for the parties of a plan.
-- What the child has blocked is told to nobody.
CREATE FUNCTION app_opening_consents(p_child uuid, p_from uuid, p_to uuid, p_category text) RETURNS TABLE (consent_id uuid, valid_to date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT f.id, f.valid_to FROM unit_place giver JOIN unit_place receiver ON receiver.unit_id = p_to AND receiver.valid @> app_today()
    JOIN consent_in_force f ON f.child_id = p_child AND f.kind = 'share' AND lower(giver.valid) <= f.valid_from AND lower(receiver.valid) <= f.valid_from
    JOIN consent_scope s ON s.consent_id = f.id AND s.from_branch_id = giver.branch_id AND s.to_branch_id = receiver.branch_id AND s.category = p_category
   WHERE giver.unit_id = p_from AND giver.valid @> app_today()
     AND NOT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p_child AND b.unit_id = p_from) $$;

-- One rule for both: requests for information ask it for the own unit.
CREATE OR REPLACE FUNCTION app_may_tell(p_child uuid, p_to uuid, p_category text, OUT is_open boolean, OUT consent_id uuid) RETURNS SETOF record
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(NOT o.is_blocked AND (mine.branch_id = theirs.branch_id OR c.consent_id IS NOT NULL), false),
         CASE WHEN mine.branch_id <> theirs.branch_id THEN c.consent_id END
    FROM unit_place mine JOIN unit_place theirs ON theirs.unit_id = p_to AND theirs.valid @> app_today()
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p_child AND b.unit_id = mine.unit_id) AS is_blocked) o
    LEFT JOIN LATERAL (SELECT n.consent_id FROM app_opening_consents(p_child, app_unit(), p_to, p_category) n ORDER BY n.valid_to DESC, n.consent_id LIMIT 1) c ON true
   WHERE mine.unit_id = app_unit() AND mine.valid @> app_today() $$;

-- The cases of the actor's groups that rest on a consent, in force today, which opens them to the actor's unit, or to its domain from
-- within. Of a protected child none is told (R31), whatever was consented to.
CREATE FUNCTION app_told_forum_cases() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id FROM forum_case c JOIN forum_case_child k ON k.case_id = c.id JOIN person p ON p.id = k.child_id AND p.protection = 'none'
    JOIN group_member m ON m.group_id = c.group_id AND m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today()
   WHERE c.basis = 'consent' AND (k.consent_id IN (SELECT n.consent_id FROM app_opening_consents(k.child_id, k.unit_id, app_unit(), c.category) n)
      OR EXISTS (SELECT FROM unit_place mine JOIN unit_place theirs ON theirs.branch_id = mine.branch_id AND theirs.valid @> app_today()
                  WHERE mine.unit_id = app_unit() AND mine.valid @> app_today() AND theirs.unit_id = k.unit_id
                    AND NOT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = k.child_id AND b.unit_id = k.unit_id))
         AND EXISTS (SELECT FROM consent_in_force f WHERE f.id = k.consent_id)) $$;

-- Whether a consent of a child of the own unit's is in force from the own domain for a category, to whomever.
CREATE FUNCTION app_tells_by(p_consent uuid, p_child uuid, p_category text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM consent_in_force f JOIN consent_scope s ON s.consent_id = f.id AND s.category = p_category
    JOIN unit_place mine ON mine.unit_id = app_unit() AND mine.valid @> app_today() AND mine.branch_id = s.from_branch_id AND lower(mine.valid) <= f.valid_from
   WHERE f.id = p_consent AND f.child_id = p_child AND f.kind = 'share') $$;

-- Removes what there is of a case in words, and the link to the child; what is left tells of nobody.
CREATE FUNCTION app_empty_forum_cases(p_cases uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM forum_case_text WHERE case_id = ANY (p_cases);
  DELETE FROM forum_contribution WHERE case_id = ANY (p_cases);
  DELETE FROM forum_case_child WHERE case_id = ANY (p_cases) $$;

-- Takes a case back that the actor raised for the own unit, and tells how many there were.
CREATE FUNCTION app_withdraw_forum_case(p_case uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_found uuid;
BEGIN
  UPDATE forum_case c SET withdrawn_on = app_today(), version = c.version + 1
   WHERE c.id = p_case AND c.raised_by = app_person() AND c.unit_id = app_unit() AND c.withdrawn_on IS NULL AND c.expires_on >= app_today()
     AND EXISTS (SELECT FROM group_member m WHERE m.group_id = c.group_id AND m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today())
   RETURNING c.id INTO v_found;
  IF v_found IS NULL THEN RETURN 0; END IF;
  PERFORM app_empty_forum_cases(ARRAY[v_found]);
  RETURN 1;
END $$;

-- The job: removes the words of so many cases whose last day is before a day.
CREATE FUNCTION app_weed_forum_cases(p_most int, p_today date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v_over uuid[];
BEGIN
  SELECT array_agg(o.id) INTO v_over FROM (SELECT c.id FROM forum_case c WHERE c.expires_on < p_today
     AND (EXISTS (SELECT FROM forum_case_text t WHERE t.case_id = c.id) OR EXISTS (SELECT FROM forum_contribution t WHERE t.case_id = c.id)
       OR EXISTS (SELECT FROM forum_case_child t WHERE t.case_id = c.id)) ORDER BY c.expires_on LIMIT p_most) o;
  PERFORM app_empty_forum_cases(v_over);
  RETURN coalesce(array_length(v_over, 1), 0);
END $$;

-- The own unit's link to a child goes with the case; a unit that takes over another has what that one raised.
CREATE FUNCTION app_hand_over_forum_links() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE forum_case_child c SET unit_id = NEW.to_unit_id WHERE c.child_id = NEW.child_id AND c.unit_id = NEW.unit_id;
  RETURN NULL;
END $$;
CREATE FUNCTION app_inherit_forum_cases() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE forum_case c SET unit_id = s.successor_id, version = c.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = c.unit_id;
  UPDATE forum_link_opening o SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = o.unit_id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_case_forum_links AFTER INSERT ON reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_forum_links();
CREATE TRIGGER reorganisation_forum_cases AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_inherit_forum_cases();

-- +goose StatementBegin
DO $$
DECLARE t text; f text;
BEGIN
  FOREACH t IN ARRAY ARRAY['forum_session', 'forum_case', 'forum_case_text', 'forum_case_child', 'forum_contribution', 'forum_link_opening', 'forum_learning'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['forum_case', 'forum_case_text', 'forum_case_child', 'forum_contribution', 'forum_link_opening'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (true)', t || '_fence', t);
    EXECUTE format('GRANT SELECT ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['forum_case', 'forum_case_child', 'forum_link_opening'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO samplan_fence USING (true)', t || '_fence_change', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['forum_case_text', 'forum_case_child', 'forum_contribution'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO samplan_fence USING (true)', t || '_fence_remove', t);
    EXECUTE format('GRANT DELETE ON %I TO samplan_fence', t);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['app_opening_consents(uuid, uuid, uuid, text)', 'app_told_forum_cases()', 'app_tells_by(uuid, uuid, text)', 'app_empty_forum_cases(uuid[])',
    'app_withdraw_forum_case(uuid)', 'app_weed_forum_cases(int, date)', 'app_hand_over_forum_links()', 'app_inherit_forum_cases()'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
RESET ROLE;
SET ROLE samplan_fence;
GRANT EXECUTE ON FUNCTION app_told_forum_cases(), app_tells_by(uuid, uuid, text), app_withdraw_forum_case(uuid), app_weed_forum_cases(int, date),
  app_hand_over_forum_links(), app_inherit_forum_cases() TO samplan_app;
COMMENT ON FUNCTION app_opening_consents(uuid, uuid, uuid, text) IS 'By which consents in force a unit may tell another of a child, of one category';
COMMENT ON FUNCTION app_told_forum_cases() IS 'Cases of the actor''s groups that a consent in force opens to the actor''s unit';
COMMENT ON FUNCTION app_tells_by(uuid, uuid, text) IS 'Whether a consent is in force from the own domain for a child and a category';
COMMENT ON FUNCTION app_empty_forum_cases(uuid[]) IS 'Removes the words of cases and the links to children';
COMMENT ON FUNCTION app_withdraw_forum_case(uuid) IS 'Takes back a case that the actor raised, and removes its words';
COMMENT ON FUNCTION app_weed_forum_cases(int, date) IS 'Removes the words of cases whose last day has been';
COMMENT ON FUNCTION app_hand_over_forum_links() IS 'Trigger: the own unit''s link to a child follows the case';
COMMENT ON FUNCTION app_inherit_forum_cases() IS 'Trigger: what a unit raised goes to the unit that takes over';
RESET ROLE;
SET ROLE samplan_owner;
GRANT UPDATE (unit_id, withdrawn_on, version) ON forum_case TO samplan_fence;
GRANT UPDATE (unit_id) ON forum_case_child, forum_link_opening TO samplan_fence;
GRANT UPDATE (cancelled_on, reason, version) ON forum_session TO samplan_app;
GRANT UPDATE (confirmed, expires_on, outcome, decided_on, follow_up_on, responsible_id, followed_up_on, version) ON forum_case TO samplan_app;
GRANT UPDATE (body) ON forum_case_text TO samplan_app;
CREATE POLICY forum_session_read ON forum_session FOR SELECT TO samplan_app USING (group_id IN (SELECT app_my_groups()));
CREATE POLICY forum_session_add ON forum_session FOR INSERT TO samplan_app WITH CHECK (group_id IN (SELECT app_chaired_groups()) AND planned_by = app_person());
CREATE POLICY forum_session_change ON forum_session FOR UPDATE TO samplan_app USING (group_id IN (SELECT app_chaired_groups()));
CREATE POLICY forum_case_read ON forum_case FOR SELECT TO samplan_app USING (withdrawn_on IS NULL AND expires_on >= app_today()
  AND (unit_id = app_unit() OR group_id IN (SELECT app_my_groups()) AND (basis = 'anonymised' OR id IN (SELECT app_told_forum_cases()))));
CREATE POLICY forum_case_add ON forum_case FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND raised_by = app_person() AND group_id IN (SELECT app_my_groups()));
CREATE POLICY forum_case_change ON forum_case FOR UPDATE TO samplan_app USING (group_id IN (SELECT app_my_groups()));
CREATE POLICY forum_case_text_read ON forum_case_text FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM forum_case c WHERE c.id = case_id));
CREATE POLICY forum_case_text_add ON forum_case_text FOR INSERT TO samplan_app WITH CHECK (
  EXISTS (SELECT FROM forum_case c WHERE c.id = case_id AND c.group_id IN (SELECT app_my_groups())));
CREATE POLICY forum_case_text_change ON forum_case_text FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM forum_case c WHERE c.id = case_id AND c.group_id IN (SELECT app_my_groups())));
CREATE POLICY forum_case_child_read ON forum_case_child FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY forum_case_child_add ON forum_case_child FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND EXISTS (SELECT FROM case_file f WHERE f.child_id = forum_case_child.child_id AND f.unit_id = app_unit() AND f.valid @> app_today()));
CREATE POLICY forum_contribution_read ON forum_contribution FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM forum_case c WHERE c.id = case_id));
CREATE POLICY forum_contribution_add ON forum_contribution FOR INSERT TO samplan_app WITH CHECK (
  written_by = app_person() AND EXISTS (SELECT FROM forum_case c WHERE c.id = case_id AND c.group_id IN (SELECT app_my_groups())));
CREATE POLICY forum_link_opening_read ON forum_link_opening FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY forum_link_opening_add ON forum_link_opening FOR INSERT TO samplan_app WITH CHECK (
  unit_id = app_unit() AND person_id = app_person() AND EXISTS (SELECT FROM forum_case_child k WHERE k.case_id = forum_link_opening.case_id AND k.unit_id = app_unit()));
CREATE POLICY forum_learning_read ON forum_learning FOR SELECT TO samplan_app USING (group_id IN (SELECT app_my_groups()));
CREATE POLICY forum_learning_add ON forum_learning FOR INSERT TO samplan_app WITH CHECK (group_id IN (SELECT app_my_groups()) AND written_by = app_person());

COMMENT ON COLUMN collaboration_group.kind IS 'What it meets for: local and steering groups, Fossam, SSPF';
COMMENT ON COLUMN collaboration_group.text_days IS 'How many days the texts of a case are kept after its last step';
COMMENT ON TABLE forum_session IS 'A day on which a group meets about cases';
COMMENT ON COLUMN forum_session.id IS 'Identity';
COMMENT ON COLUMN forum_session.group_id IS 'The group';
COMMENT ON COLUMN forum_session.held_on IS 'The day';
COMMENT ON COLUMN forum_session.starts_at IS 'From when';
COMMENT ON COLUMN forum_session.ends_at IS 'Until when';
COMMENT ON COLUMN forum_session.mode IS 'At a place, at a distance, both';
COMMENT ON COLUMN forum_session.planned_by IS 'Who planned it';
COMMENT ON COLUMN forum_session.cancelled_on IS 'When it was cancelled';
COMMENT ON COLUMN forum_session.reason IS 'Why';
COMMENT ON COLUMN forum_session.version IS 'Counts changes';
COMMENT ON TABLE forum_case IS 'A case that a unit raised in a group, without the child (R29)';
COMMENT ON COLUMN forum_case.id IS 'Identity';
COMMENT ON COLUMN forum_case.group_id IS 'The group';
COMMENT ON COLUMN forum_case.unit_id IS 'The unit that raised it, or took over from it';
COMMENT ON COLUMN forum_case.raised_by IS 'Who raised it for the unit';
COMMENT ON COLUMN forum_case.basis IS 'Without names, or by the family''s consent';
COMMENT ON COLUMN forum_case.category IS 'Which information it holds, when it rests on a consent';
COMMENT ON COLUMN forum_case.confirmed IS 'Which warnings of the gate somebody has thought about';
COMMENT ON COLUMN forum_case.raised_on IS 'When it was raised';
COMMENT ON COLUMN forum_case.take_up_from IS 'It is on the agenda of the first session from this day on';
COMMENT ON COLUMN forum_case.expires_on IS 'The last day on which there is anything of it; afterwards a job removes its words';
COMMENT ON COLUMN forum_case.outcome IS 'What the group came to';
COMMENT ON COLUMN forum_case.decided_on IS 'When';
COMMENT ON COLUMN forum_case.follow_up_on IS 'When it is to be followed up';
COMMENT ON COLUMN forum_case.responsible_id IS 'By which member';
COMMENT ON COLUMN forum_case.followed_up_on IS 'When it was';
COMMENT ON COLUMN forum_case.withdrawn_on IS 'When who raised it took it back';
COMMENT ON COLUMN forum_case.created_at IS 'The instant';
COMMENT ON COLUMN forum_case.version IS 'Counts changes';
COMMENT ON TABLE forum_case_text IS 'What a case tells in words, for as long as it is kept';
COMMENT ON COLUMN forum_case_text.case_id IS 'The case';
COMMENT ON COLUMN forum_case_text.part IS 'What is asked, what it is about, what was decided, what had come of it';
COMMENT ON COLUMN forum_case_text.body IS 'The words';
COMMENT ON TABLE forum_case_child IS 'Which child of the raising unit''s a case is about: for those who work with the child there, and nobody else ever';
COMMENT ON COLUMN forum_case_child.case_id IS 'The case';
COMMENT ON COLUMN forum_case_child.unit_id IS 'The unit whose child it is';
COMMENT ON COLUMN forum_case_child.child_id IS 'The child';
COMMENT ON COLUMN forum_case_child.consent_id IS 'The family''s consent that it rests on';
COMMENT ON TABLE forum_contribution IS 'Who spoke for which unit, and what was said';
COMMENT ON COLUMN forum_contribution.id IS 'Identity';
COMMENT ON COLUMN forum_contribution.case_id IS 'The case';
COMMENT ON COLUMN forum_contribution.unit_id IS 'For which unit';
COMMENT ON COLUMN forum_contribution.person_id IS 'Who spoke';
COMMENT ON COLUMN forum_contribution.written_by IS 'Who wrote it down';
COMMENT ON COLUMN forum_contribution.spoken_on IS 'When';
COMMENT ON COLUMN forum_contribution.body IS 'What was said';
COMMENT ON COLUMN forum_contribution.created_at IS 'The instant';
COMMENT ON TABLE forum_link_opening IS 'Who of the raising unit looked up which child a case is about, and why';
COMMENT ON COLUMN forum_link_opening.id IS 'Identity';
COMMENT ON COLUMN forum_link_opening.case_id IS 'The case';
COMMENT ON COLUMN forum_link_opening.unit_id IS 'The unit';
COMMENT ON COLUMN forum_link_opening.person_id IS 'Who';
COMMENT ON COLUMN forum_link_opening.reason IS 'Why';
COMMENT ON COLUMN forum_link_opening.opened_at IS 'The instant';
COMMENT ON TABLE forum_learning IS 'What a group has learnt: of no case, kept when cases are gone';
COMMENT ON COLUMN forum_learning.id IS 'Identity';
COMMENT ON COLUMN forum_learning.group_id IS 'The group';
COMMENT ON COLUMN forum_learning.written_by IS 'Who wrote it down';
COMMENT ON COLUMN forum_learning.written_on IS 'When';
COMMENT ON COLUMN forum_learning.confirmed IS 'Which warnings of the gate somebody has thought about';
COMMENT ON COLUMN forum_learning.body IS 'What was learnt';
COMMENT ON COLUMN forum_learning.created_at IS 'The instant';
RESET ROLE;
