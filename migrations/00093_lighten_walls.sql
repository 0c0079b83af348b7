-- +goose Up
-- The walls of a plan are opened at each read, so what opening costs counts most (quality P1). What is rarely there is asked for only when it
-- is: the ages at which others than guardians consent, each of the three reasons for which an item is kept back, and the fences of what hangs on
-- an item. None of the rules changes.
SET ROLE samplan_owner;
CREATE FUNCTION app_asks_others_from(p_ages jsonb) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT min((a ->> 'fromAge')::int) FROM jsonb_array_elements(p_ages) a WHERE a ->> 'givers' <> 'guardians' $$;
COMMENT ON FUNCTION app_asks_others_from(jsonb) IS 'From which age others than guardians consent by age; none when guardians do throughout';
ALTER TABLE routine_version ADD COLUMN others_asked_from int GENERATED ALWAYS AS (app_asks_others_from(whole -> 'consentAges')) STORED;
COMMENT ON COLUMN routine_version.others_asked_from IS 'From which age in years others than guardians consent by age; none when guardians do throughout (R16)';

-- Fences within fences: in a function of its own a fence is set up when a row asks for it, and not for each statement that names the table.
-- They run with the rights of whoever asks, so they tell nothing that asking for the item would not.
-- +goose StatementBegin
CREATE FUNCTION app_sees_item(p_item uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM item i WHERE i.id = p_item);
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_sees_item(uuid) IS 'Whether an item is within the caller''s fence';
-- +goose StatementBegin
CREATE FUNCTION app_sees_objected(p_item uuid, p_kept boolean, p_person uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM item i WHERE i.id = p_item
    AND (NOT p_kept OR app_unit() IS NOT NULL OR p_person = app_person() OR i.plan_id = ANY (app_self_plans())));
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_sees_objected(uuid, boolean, uuid) IS 'Whether an objection to an item, kept from guardians or not, made by somebody, is within the caller''s fence';
-- +goose StatementBegin
CREATE FUNCTION app_sees_objection(p_objection uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM objection o WHERE o.id = p_objection);
END $$;
-- +goose StatementEnd
COMMENT ON FUNCTION app_sees_objection(uuid) IS 'Whether an objection is within the caller''s fence';
REVOKE EXECUTE ON FUNCTION app_asks_others_from(jsonb), app_sees_item(uuid), app_sees_objected(uuid, boolean, uuid), app_sees_objection(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_asks_others_from(jsonb) TO samplan_app, samplan_fence;
GRANT EXECUTE ON FUNCTION app_sees_item(uuid), app_sees_objected(uuid, boolean, uuid), app_sees_objection(uuid) TO samplan_app;
ALTER POLICY attachment_read ON attachment USING (app_sees_item(item_id));
ALTER POLICY objection_read ON objection USING (app_sees_objected(item_id, is_kept, person_id));
ALTER POLICY objection_decision_read ON objection_decision USING (app_sees_objection(objection_id));
RESET ROLE;

SET ROLE samplan_fence;
-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_givers_by_age(p_unit uuid, p_birth date) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  -- Below the age at which any profile asks others the profile of the unit need not be looked up.
  IF NOT EXISTS (SELECT FROM routine_version r WHERE app_today() >= p_birth + make_interval(years => r.others_asked_from)) THEN RETURN 'guardians'; END IF;
  RETURN coalesce((
    SELECT a.givers
      FROM (SELECT r.consent_ages FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
              JOIN principal_routine r ON r.principal_id = a.principal_id
             WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1) r
     CROSS JOIN LATERAL jsonb_to_recordset(r.consent_ages) AS a ("fromAge" int, "untilAge" int, givers text)
     WHERE app_today() >= p_birth + make_interval(years => a."fromAge") AND app_today() < p_birth + make_interval(years => a."untilAge")),
    'guardians');
END $$;
-- +goose StatementEnd

CREATE VIEW kept_by_consent AS
SELECT p.id AS plan_id, i.id AS item_id
  FROM plan p
  CROSS JOIN LATERAL (SELECT x.consent_id, x.item_id FROM consent c JOIN consent_exclusion x ON x.consent_id = c.id
                       WHERE c.child_id = p.child_id OFFSET 0) x
  JOIN item i ON i.id = x.item_id AND i.plan_id = p.id
  JOIN consent_in_force c ON c.id = x.consent_id
 WHERE EXISTS (SELECT FROM unit_place mine JOIN consent_scope s ON s.to_branch_id = mine.branch_id AND s.consent_id = x.consent_id
                WHERE mine.unit_id = app_unit() AND mine.valid @> app_today());
COMMENT ON VIEW kept_by_consent IS 'Items that a consent in force keeps back from the own domain';
CREATE VIEW kept_for_subject AS
SELECT t.plan_id, t.item_id
  FROM item_subject t
  JOIN item i ON i.id = t.item_id
  JOIN plan p ON p.id = t.plan_id
 WHERE t.ended_on IS NULL AND NOT EXISTS (
   SELECT FROM unit_place mine
     JOIN unit_place theirs ON theirs.unit_id = i.owner_unit_id AND theirs.valid @> app_today()
     CROSS JOIN LATERAL (SELECT f.id, f.valid_from FROM consent_in_force f
                          WHERE f.child_id = p.child_id AND f.kind = 'other-person' OFFSET 0) c
     JOIN consent_giver g ON g.consent_id = c.id AND g.person_id = t.person_id AND g.capacity = 'subject'
     JOIN consent_scope s ON s.consent_id = c.id AND s.to_branch_id = mine.branch_id AND s.from_branch_id = theirs.branch_id AND s.category = i.category
    WHERE mine.unit_id = app_unit() AND mine.valid @> app_today() AND lower(mine.valid) <= c.valid_from AND lower(theirs.valid) <= c.valid_from
      AND (i.taken_over_on IS NULL OR i.taken_over_on <= c.valid_from));
COMMENT ON VIEW kept_for_subject IS 'Items about another person that the person has not agreed to tell the own domain';
CREATE VIEW kept_since_taken_over AS
SELECT i.plan_id, i.id AS item_id FROM item i
 WHERE i.taken_over_on IS NOT NULL
   AND NOT EXISTS (SELECT FROM opening o JOIN consent c ON c.id = o.consent_id
                    WHERE o.plan_id = i.plan_id AND o.from_unit_id = i.owner_unit_id AND o.category = i.category AND c.valid_from >= i.taken_over_on);
COMMENT ON VIEW kept_since_taken_over IS 'Items that another unit took over after the consent that opens its wall';
CREATE OR REPLACE VIEW exclusion AS
SELECT plan_id, item_id FROM kept_by_consent
UNION ALL SELECT plan_id, item_id FROM kept_for_subject
UNION ALL SELECT plan_id, item_id FROM kept_since_taken_over;
COMMENT ON VIEW exclusion IS 'Items that are kept back from the own domain, for whichever reason';

-- +goose StatementBegin
CREATE OR REPLACE FUNCTION app_open_plan(p_plan uuid, p_item uuid, OUT plan_id uuid, OUT units uuid[], OUT categories text[], OUT consents uuid[],
    OUT items uuid[], OUT disclosures uuid[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  v_child uuid; v_knows boolean; v_open text[]; v_discloses boolean; v_by_consent boolean; v_about_others boolean; v_taken_over boolean;
  v_excluded uuid[] := '{}'; v_blocked text; v_set text;
BEGIN
  plan_id := p_plan;
  IF p_item IS NOT NULL THEN SELECT i.plan_id INTO app_open_plan.plan_id FROM item i WHERE i.id = p_item; END IF;
  IF app_unit() IS NULL THEN
    SELECT p.child_id INTO v_child FROM plan p WHERE p.id = app_open_plan.plan_id;
    v_set := set_config('app.place', CASE WHEN app_knows_place(v_child) THEN coalesce(plan_id::text, '') ELSE '' END, true);
    RETURN;
  END IF;
  SELECT p.child_id, EXISTS (SELECT FROM placed_child c WHERE c.child_id = p.child_id), o.units, o.categories, o.consents, o.walls,
         EXISTS (SELECT FROM consent c JOIN consent_exclusion x ON x.consent_id = c.id WHERE c.child_id = p.child_id),
         EXISTS (SELECT FROM item_subject t WHERE t.plan_id = p.id),
         EXISTS (SELECT FROM item i WHERE i.plan_id = p.id AND i.taken_over_on IS NOT NULL),
         EXISTS (SELECT FROM disclosure d WHERE d.plan_id = p.id AND d.to_unit_id = (SELECT app_unit())),
         (SELECT array_agg(b.unit_id)::text FROM block_in_force b WHERE b.child_id = p.child_id)
    INTO v_child, v_knows, units, categories, consents, v_open, v_by_consent, v_about_others, v_taken_over, v_discloses, v_blocked
    FROM plan p
    CROSS JOIN LATERAL (SELECT array_agg(o.from_unit_id) AS units, array_agg(o.category) AS categories, array_agg(o.consent_id) AS consents,
                               array_agg(o.from_unit_id || ':' || o.category) AS walls
                          FROM opening o WHERE o.plan_id = p.id) o
   WHERE p.id = app_open_plan.plan_id;
  -- Behind closed walls there is nothing to keep back; and of most plans nothing is, which is sooner seen than computed.
  IF units IS NOT NULL AND v_by_consent THEN
    v_excluded := v_excluded || ARRAY (SELECT k.item_id FROM kept_by_consent k WHERE k.plan_id = app_open_plan.plan_id);
  END IF;
  IF units IS NOT NULL AND v_about_others THEN
    v_excluded := v_excluded || ARRAY (SELECT k.item_id FROM kept_for_subject k WHERE k.plan_id = app_open_plan.plan_id);
  END IF;
  IF units IS NOT NULL AND v_taken_over THEN
    v_excluded := v_excluded || ARRAY (SELECT k.item_id FROM kept_since_taken_over k WHERE k.plan_id = app_open_plan.plan_id);
  END IF;
  IF v_discloses THEN
    SELECT array_agg(d.item_id), array_agg(d.disclosure_id) INTO items, disclosures FROM disclosed d WHERE d.plan_id = app_open_plan.plan_id;
  END IF;
  v_set := set_config('app.place', CASE WHEN v_knows THEN plan_id::text ELSE '' END, true)
    || set_config('app.plan', coalesce(plan_id::text, ''), true) || set_config('app.open', coalesce(v_open::text, '{}'), true)
    || set_config('app.excluded', v_excluded::text, true) || set_config('app.disclosed', coalesce(items::text, '{}'), true)
    || set_config('app.blocked', coalesce(v_blocked, '{}'), true);
END $$;
-- +goose StatementEnd
RESET ROLE;
