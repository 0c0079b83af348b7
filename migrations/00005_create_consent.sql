-- +goose Up
-- Consent is never general (confidentiality; R12, R13): who gave, from which domains, to which, for which categories, until when.
SET ROLE samplan_owner;
CREATE TABLE consent (
  id uuid PRIMARY KEY,
  child_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('plan', 'share')),
  purpose reason_text NOT NULL,
  form text NOT NULL CHECK (form IN ('written', 'oral', 'e-identification')),
  evidence reason_text,
  recorder_id uuid NOT NULL REFERENCES person,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  withdrawn_on date,
  withdrawn_by uuid REFERENCES person,
  withdrawal_reason reason_text,
  created_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (valid_from <= valid_to)
);
CREATE INDEX consent_child ON consent (child_id);
CREATE TABLE consent_giver (
  consent_id uuid NOT NULL REFERENCES consent,
  person_id uuid NOT NULL REFERENCES person,
  capacity text NOT NULL CHECK (capacity IN ('guardian', 'god-man', 'child')),
  answer text NOT NULL CHECK (answer IN ('pending', 'given', 'refused', 'hindered')),
  answered_on date,
  reason reason_text,
  PRIMARY KEY (consent_id, person_id),
  CHECK ((answer = 'pending') = (answered_on IS NULL)),
  CHECK (answer <> 'hindered' OR reason IS NOT NULL)
);
CREATE INDEX consent_giver_person ON consent_giver (person_id);
CREATE TABLE consent_scope (
  consent_id uuid NOT NULL REFERENCES consent,
  from_branch_id uuid NOT NULL REFERENCES branch,
  to_branch_id uuid NOT NULL REFERENCES branch,
  category text NOT NULL CHECK (category IN ('support-needs', 'health', 'schooling', 'family-situation', 'goals',
    'interventions', 'child-voice', 'views', 'participation')),
  PRIMARY KEY (consent_id, from_branch_id, to_branch_id, category),
  CHECK (from_branch_id <> to_branch_id)
);
CREATE TABLE consent_exclusion (
  consent_id uuid NOT NULL REFERENCES consent,
  item_id uuid NOT NULL REFERENCES item,
  PRIMARY KEY (consent_id, item_id)
);
CREATE TRIGGER consent_columns BEFORE UPDATE ON consent FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'child_id', 'unit_id', 'kind', 'purpose', 'form', 'recorder_id', 'valid_from', 'valid_to', 'created_at');
CREATE TRIGGER consent_giver_columns BEFORE UPDATE ON consent_giver FOR EACH ROW EXECUTE FUNCTION keep_columns('consent_id', 'person_id', 'capacity');
CREATE TRIGGER consent_scope_kept BEFORE UPDATE OR DELETE ON consent_scope FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER consent_exclusion_kept BEFORE UPDATE OR DELETE ON consent_exclusion FOR EACH ROW EXECUTE FUNCTION keep_row();

-- When a child comes of age is decided by the birth date that the unit at hand knows, not by another's.
-- +goose StatementBegin
CREATE FUNCTION app_birth_date(p_child uuid, p_unit uuid) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN coalesce((SELECT f.birth_date FROM case_file f WHERE f.child_id = p_child AND f.unit_id = p_unit
                    ORDER BY lower(f.valid) DESC LIMIT 1), (SELECT p.birth_date FROM person p WHERE p.id = p_child));
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_birth_date(uuid, uuid) IS 'A child''s birth date as a unit knows it';

-- Whether a consent is given, as of today: the one rule, read by the fence, by the store and by the status that people see.
-- Everyone who decides for the child today, as the recording unit knows it, has given (FB 6:11, 6:13, R14); a hindered
-- guardian counts only beside one who has given; nobody who gave has lost the capacity since; the child has given when
-- the maturity assessment says so (R16); a guardian's word ends with the day before the 18th birthday (R20).
-- It is a function, and dear, so that it is asked last and of few: as part of larger statements the planner asked it of
-- every consent there is (1.6 s with 20,000 children, 0.2 ms so).
-- +goose StatementBegin
CREATE FUNCTION app_is_given(p_consent uuid, p_child uuid, p_unit uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER COST 10000 SET search_path = pg_catalog, public AS $$
DECLARE v_today date := app_today(); v_refused boolean; v_child boolean; v_adult boolean; v_birth date; v_maturity text;
BEGIN
  SELECT bool_or(g.answer = 'refused'), bool_or(g.answer = 'given' AND g.capacity = 'child'), bool_or(g.answer = 'given' AND g.capacity <> 'child'),
         app_birth_date(p_child, p_unit),
         (SELECT m.outcome FROM maturity_assessment m WHERE m.child_id = p_child AND m.unit_id = p_unit AND m.assessed_on <= v_today
           ORDER BY m.assessed_on DESC, m.created_at DESC LIMIT 1)
    INTO v_refused, v_child, v_adult, v_birth, v_maturity FROM consent_giver g WHERE g.consent_id = p_consent;
  IF v_refused IS NOT FALSE OR NOT (v_child OR v_adult) THEN RETURN false; END IF;
  IF v_today >= v_birth + interval '18 years' OR v_maturity = 'child-alone' THEN RETURN v_child; END IF;
  IF NOT v_adult OR v_maturity = 'together' AND NOT v_child THEN RETURN false; END IF;
  RETURN NOT EXISTS (
      SELECT FROM relation r
       WHERE r.child_id = p_child AND r.unit_id = p_unit AND r.valid @> v_today
         AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
         AND NOT EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = p_consent AND g.person_id = r.person_id
                            AND g.answer IN ('given', 'hindered')))
    AND NOT EXISTS (
      SELECT FROM consent_giver g
       WHERE g.consent_id = p_consent AND g.capacity <> 'child'
         AND NOT EXISTS (SELECT FROM relation r
                          WHERE r.child_id = p_child AND r.unit_id = p_unit AND r.person_id = g.person_id AND r.valid @> v_today
                            AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')));
END $$;
-- +goose StatementEnd

CREATE VIEW consent_in_force AS
SELECT c.id, c.child_id, c.unit_id, c.kind, c.valid_from, c.valid_to
  FROM consent c
 WHERE app_today() BETWEEN c.valid_from AND c.valid_to AND c.withdrawn_on IS NULL AND app_is_given(c.id, c.child_id, c.unit_id);

-- Which walls to the own unit are open: between the domains that a consent in force names, for its categories, in plans
-- where both units are accepted parties. Both units must have lain in those domains since the consent began and lie
-- there today: a reorganisation closes, and nobody who came later is let in (R17, R18, R22). The lateral query keeps the
-- planner to the consents about the one child.
CREATE VIEW opening AS
SELECT y.plan_id, giver.unit_id AS from_unit_id, s.category, c.id AS consent_id
  FROM party y
  JOIN plan p ON p.id = y.plan_id
  JOIN unit_place mine ON mine.unit_id = y.unit_id AND mine.valid @> (SELECT app_today())
  CROSS JOIN LATERAL (SELECT f.id, f.valid_from FROM consent_in_force f
                       WHERE f.child_id = p.child_id AND f.kind = 'share' AND lower(mine.valid) <= f.valid_from OFFSET 0) c
  JOIN consent_scope s ON s.consent_id = c.id AND s.to_branch_id = mine.branch_id
  JOIN party giver ON giver.plan_id = y.plan_id AND giver.state = 'accepted'
  JOIN unit_place theirs ON theirs.unit_id = giver.unit_id AND theirs.valid @> (SELECT app_today())
       AND theirs.branch_id = s.from_branch_id AND lower(theirs.valid) <= c.valid_from
 WHERE y.unit_id = (SELECT app_unit()) AND y.state = 'accepted';

-- Items that a consent in force keeps back from the own domain. Keeping back wins over every opening. Only consents about
-- the plan's own child count, and few keep anything back.
CREATE VIEW exclusion AS
SELECT p.id AS plan_id, i.id AS item_id
  FROM plan p
  CROSS JOIN LATERAL (SELECT x.consent_id, x.item_id FROM consent c JOIN consent_exclusion x ON x.consent_id = c.id
                       WHERE c.child_id = p.child_id OFFSET 0) x
  JOIN item i ON i.id = x.item_id AND i.plan_id = p.id
  JOIN consent_in_force c ON c.id = x.consent_id
 WHERE EXISTS (SELECT FROM unit_place mine JOIN consent_scope s ON s.to_branch_id = mine.branch_id AND s.consent_id = x.consent_id
                WHERE mine.unit_id = app_unit() AND mine.valid @> app_today());

COMMENT ON TABLE consent IS 'Samtycke to a plan or to sharing information (OSL 10:1, 12:2)';
COMMENT ON COLUMN consent.id IS 'Identity';
COMMENT ON COLUMN consent.child_id IS 'The child it is about';
COMMENT ON COLUMN consent.unit_id IS 'The unit that recorded it and whose knowledge of custody counts';
COMMENT ON COLUMN consent.kind IS 'To making a plan, or to sharing';
COMMENT ON COLUMN consent.purpose IS 'What for';
COMMENT ON COLUMN consent.form IS 'How it is given';
COMMENT ON COLUMN consent.evidence IS 'Where the evidence is';
COMMENT ON COLUMN consent.recorder_id IS 'Who recorded it';
COMMENT ON COLUMN consent.valid_from IS 'First day';
COMMENT ON COLUMN consent.valid_to IS 'Last day; an end is mandatory';
COMMENT ON COLUMN consent.withdrawn_on IS 'When it was withdrawn; counts at once (R17)';
COMMENT ON COLUMN consent.withdrawn_by IS 'Who withdrew it';
COMMENT ON COLUMN consent.withdrawal_reason IS 'Why, when they wish to tell';
COMMENT ON COLUMN consent.created_at IS 'When it was recorded';
COMMENT ON COLUMN consent.version IS 'Counts changes';
COMMENT ON TABLE consent_giver IS 'Who is asked to consent, and the answer';
COMMENT ON COLUMN consent_giver.consent_id IS 'The consent';
COMMENT ON COLUMN consent_giver.person_id IS 'Who is asked';
COMMENT ON COLUMN consent_giver.capacity IS 'As guardian, god man or the child itself';
COMMENT ON COLUMN consent_giver.answer IS 'The answer; hindered is the exception of FB 6:13';
COMMENT ON COLUMN consent_giver.answered_on IS 'When';
COMMENT ON COLUMN consent_giver.reason IS 'Why a guardian is hindered and it cannot wait';
COMMENT ON TABLE consent_scope IS 'From which domain, to which, for which category';
COMMENT ON COLUMN consent_scope.consent_id IS 'The consent';
COMMENT ON COLUMN consent_scope.from_branch_id IS 'The domain that may disclose';
COMMENT ON COLUMN consent_scope.to_branch_id IS 'The domain that may receive';
COMMENT ON COLUMN consent_scope.category IS 'Which information';
COMMENT ON TABLE consent_exclusion IS 'An item that the consent does not cover';
COMMENT ON COLUMN consent_exclusion.consent_id IS 'The consent';
COMMENT ON COLUMN consent_exclusion.item_id IS 'The item';
COMMENT ON FUNCTION app_is_given(uuid, uuid, uuid) IS 'Whether a consent is given by all who decide, as of today';
COMMENT ON VIEW consent_in_force IS 'Consents that count today';
COMMENT ON VIEW opening IS 'Walls to the own unit that are open today';
COMMENT ON VIEW exclusion IS 'Items that a consent in force keeps back from the own domain';
RESET ROLE;
