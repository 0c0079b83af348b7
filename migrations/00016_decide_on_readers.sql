-- +goose Up
-- What staff decide about single items: disclosures with what was done about consent (R24), withholdings with why they
-- ended (R27), and readers by name. The lists of named readers are read and written through functions: a policy on
-- item_named that looked at item would look at itself, since the fence of item looks at item_named.
SET ROLE samplan_owner;
ALTER TABLE disclosure ADD COLUMN consent_tried text NOT NULL DEFAULT 'not-suitable'
    CHECK (consent_tried IN ('asked', 'refused', 'not-suitable')),
  ADD COLUMN end_reason reason_text, ADD CONSTRAINT disclosure_end CHECK (end_reason IS NULL OR ended_on IS NOT NULL); -- a reorganisation says no more
ALTER TABLE disclosure ALTER COLUMN consent_tried DROP DEFAULT;
DROP TRIGGER disclosure_columns ON disclosure;
CREATE TRIGGER disclosure_columns BEFORE UPDATE ON disclosure FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'item_id',
  'ground', 'paragraph', 'reason', 'consent_tried', 'decided_by', 'recorded_by', 'decided_on', 'valid_to', 'created_at');
GRANT UPDATE (end_reason) ON disclosure TO samplan_app;
-- The row is the giver's: why, by whom and what the family said. A receiver is told less, and so is given a view and no row.
DROP POLICY disclosure_read ON disclosure;
CREATE POLICY disclosure_read ON disclosure FOR SELECT TO samplan_app USING (from_unit_id = ANY ((SELECT app_own_units())::uuid[]));
CREATE VIEW known_disclosure AS
SELECT d.id, d.plan_id, d.item_id, d.from_unit_id, d.to_unit_id, d.ground, d.paragraph, d.decided_on, d.valid_to, d.ended_on, d.created_at, d.version
  FROM disclosure d WHERE d.from_unit_id = ANY (app_own_units()) OR d.to_unit_id = app_unit();
COMMENT ON VIEW known_disclosure IS 'Of disclosures by the own domain and to the own unit, what giver and receiver both know';
GRANT SELECT ON known_disclosure TO samplan_app;
ALTER VIEW known_disclosure OWNER TO samplan_fence;
ALTER TABLE withholding ADD COLUMN end_reason reason_text, ADD CONSTRAINT withholding_end_reason CHECK ((ended_on IS NULL) = (end_reason IS NULL));
GRANT UPDATE (end_reason) ON withholding TO samplan_app;
CREATE INDEX withholding_item ON withholding (item_id);

CREATE POLICY item_named_fence_drop ON item_named FOR DELETE TO samplan_fence USING (true);
GRANT DELETE ON item_named TO samplan_fence;

-- +goose StatementBegin
-- Those of some persons who may be named for an item: staff of the own secrecy domain today, since who works where is
-- public; and of an item that was kept apart when domains merged, only those who are named for it already.
CREATE FUNCTION app_nameable(p_item uuid, p_persons uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT a.person_id FROM item i JOIN assignment a ON a.person_id = ANY (p_persons)
   WHERE i.id = p_item AND i.owner_unit_id = public.app_unit()
     AND a.unit_id = ANY (public.app_own_units()) AND a.valid @> public.app_today()
     AND (i.kept_apart_on IS NULL OR EXISTS (SELECT FROM item_named n WHERE n.item_id = i.id AND n.person_id = a.person_id)) $$;

-- Puts the readers of an item that the own unit holds in the place of those before.
CREATE FUNCTION app_name_readers(p_item uuid, p_persons uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM item i WHERE i.id = p_item AND i.owner_unit_id = app_unit()) THEN RETURN; END IF;
  DELETE FROM item_named n WHERE n.item_id = p_item;
  INSERT INTO item_named (item_id, person_id) SELECT DISTINCT p_item, v.person_id FROM unnest(p_persons) v (person_id);
END $$;

-- Who is named for an item, for one who is named too. An item that is not for named persons has none, whatever its rows.
CREATE FUNCTION app_named_readers(p_item uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT n.person_id FROM item i JOIN item_named n ON n.item_id = i.id
   WHERE i.id = p_item AND (i.visibility = 'named' OR i.kept_apart_on IS NOT NULL) AND i.owner_unit_id = ANY (public.app_own_units())
     AND EXISTS (SELECT FROM item_named me WHERE me.item_id = i.id AND me.person_id = public.app_person()) $$;

-- An item that is meant for more than named persons again keeps no list of them, which a later one could fall back to; but
-- what was kept apart when domains merged stays with those named.
CREATE FUNCTION item_named_ends() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM item_named n WHERE n.item_id = NEW.id;
  RETURN NULL;
END $$;
-- +goose StatementEnd
ALTER FUNCTION app_nameable(uuid, uuid[]) OWNER TO samplan_fence;
ALTER FUNCTION app_name_readers(uuid, uuid[]) OWNER TO samplan_fence;
ALTER FUNCTION app_named_readers(uuid) OWNER TO samplan_fence;
ALTER FUNCTION item_named_ends() OWNER TO samplan_fence;
CREATE TRIGGER item_named_ends AFTER UPDATE OF visibility ON item FOR EACH ROW
  WHEN (OLD.visibility = 'named' AND NEW.visibility <> 'named' AND NEW.kept_apart_on IS NULL) EXECUTE FUNCTION item_named_ends();

COMMENT ON COLUMN disclosure.consent_tried IS 'Whether consent was asked for first, refused, or not suitable to ask for';
COMMENT ON COLUMN disclosure.end_reason IS 'Why it was ended before its time';
COMMENT ON COLUMN withholding.end_reason IS 'Why it ended';
COMMENT ON FUNCTION app_nameable(uuid, uuid[]) IS 'Those of some persons who may be named for an item of the own unit';
COMMENT ON FUNCTION app_name_readers(uuid, uuid[]) IS 'Names the readers of an item of the own unit anew';
COMMENT ON FUNCTION app_named_readers(uuid) IS 'Who is named for an item, for one who is named';
COMMENT ON FUNCTION item_named_ends() IS 'Trigger: an item for more than named persons has no list of them';
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_nameable(uuid, uuid[]), app_name_readers(uuid, uuid[]), app_named_readers(uuid), item_named_ends() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_nameable(uuid, uuid[]), app_name_readers(uuid, uuid[]), app_named_readers(uuid) TO samplan_app;
RESET ROLE;
