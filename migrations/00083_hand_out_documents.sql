-- +goose Up
-- What somebody asks a unit to hand out as public documents (TF 2 kap, OSL 6 kap; R59), which of its items are meant, what the harm
-- test of each came to, and what has left. All of it is the unit's own; what leaves is one document.
SET ROLE samplan_owner;
CREATE TABLE public_request (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  body free_text NOT NULL,
  requester short_text,
  received_on date NOT NULL,
  registered_by uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'decided')),
  refusal_paragraph short_text,
  refusal_reason reason_text,
  decided_on date,
  decided_by uuid REFERENCES person,
  version int NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((state = 'decided') = (decided_on IS NOT NULL) AND (decided_on IS NULL) = (decided_by IS NULL)),
  CHECK ((refusal_paragraph IS NULL) = (refusal_reason IS NULL) AND (refusal_reason IS NULL OR state = 'decided'))
);
CREATE INDEX public_request_unit ON public_request (unit_id, created_at);
CREATE TABLE public_request_item (
  request_id uuid NOT NULL REFERENCES public_request,
  item_id uuid NOT NULL REFERENCES item,
  listed_by uuid NOT NULL REFERENCES person,
  listed_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('out', 'masked', 'refused')),
  paragraph short_text,
  reason reason_text,
  reservation reason_text,
  masks text[] NOT NULL DEFAULT '{}',
  tested_tag text,
  tested_by uuid REFERENCES person,
  tested_on date,
  given jsonb CHECK (jsonb_typeof(given) = 'object'),
  PRIMARY KEY (request_id, item_id),
  CHECK ((outcome IS NULL) = (tested_by IS NULL) AND (tested_by IS NULL) = (tested_on IS NULL) AND (tested_by IS NULL) = (tested_tag IS NULL)),
  CHECK (outcome IS NULL OR outcome = 'out' OR paragraph IS NOT NULL AND reason IS NOT NULL),
  CHECK ((outcome IS NOT DISTINCT FROM 'masked') = (masks <> '{}') AND (given IS NULL OR outcome IN ('out', 'masked')))
);
CREATE INDEX public_request_item_item ON public_request_item (item_id);
CREATE TRIGGER public_request_columns BEFORE UPDATE ON public_request FOR EACH ROW
  EXECUTE FUNCTION keep_columns('id', 'body', 'requester', 'received_on', 'registered_by', 'created_at');
CREATE TRIGGER public_request_unit_kept BEFORE UPDATE ON public_request FOR EACH ROW WHEN (current_user <> 'samplan_fence') EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER public_request_decided BEFORE UPDATE ON public_request FOR EACH ROW WHEN (OLD.state = 'decided')
  EXECUTE FUNCTION keep_columns('state', 'refusal_paragraph', 'refusal_reason', 'decided_on', 'decided_by');
CREATE TRIGGER public_request_kept BEFORE DELETE ON public_request FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER public_request_item_columns BEFORE UPDATE ON public_request_item FOR EACH ROW
  EXECUTE FUNCTION keep_columns('request_id', 'item_id', 'listed_by', 'listed_at');
CREATE TRIGGER public_request_item_given BEFORE UPDATE ON public_request_item FOR EACH ROW WHEN (OLD.given IS NOT NULL) EXECUTE FUNCTION keep_row();
CREATE TRIGGER public_request_item_kept BEFORE DELETE ON public_request_item FOR EACH ROW EXECUTE FUNCTION keep_row();

-- +goose StatementBegin
-- A request is not lost with the unit that was asked: whoever takes over has it. It reads nothing out.
CREATE FUNCTION app_inherit_public_requests() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public_request r SET unit_id = s.successor_id, version = r.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.unit_id;
  RETURN NULL;
END $$;
-- What is weeded of an item is weeded here, too: its harm test, and what has left of it. It reads nothing out.
CREATE FUNCTION app_dispose_public_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM public_request_item l WHERE l.item_id = OLD.id;
  RETURN COALESCE(NEW, OLD);
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['public_request', 'public_request_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO samplan_app', t);
  END LOOP;
END $$;
-- +goose StatementEnd
CREATE TRIGGER reorganisation_public_requests AFTER UPDATE ON reorganisation FOR EACH ROW
  WHEN (NEW.status = 'applied' AND OLD.status <> 'applied') EXECUTE FUNCTION app_inherit_public_requests();
CREATE TRIGGER item_public_disposed BEFORE UPDATE OF disposed_on ON item FOR EACH ROW
  WHEN (NEW.disposed_on IS NOT NULL AND OLD.disposed_on IS NULL) EXECUTE FUNCTION app_dispose_public_item();
CREATE TRIGGER item_public_gone BEFORE DELETE ON item FOR EACH ROW EXECUTE FUNCTION app_dispose_public_item();
CREATE POLICY public_request_item_dispose_see ON public_request_item FOR SELECT TO samplan_fence USING (app_disposing());
CREATE POLICY public_request_item_dispose ON public_request_item FOR DELETE TO samplan_fence USING (app_disposing());
GRANT SELECT, DELETE ON public_request_item TO samplan_fence;
GRANT SELECT, UPDATE (unit_id, version) ON public_request TO samplan_fence;
GRANT UPDATE (state, refusal_paragraph, refusal_reason, decided_on, decided_by, version) ON public_request TO samplan_app;
GRANT UPDATE (outcome, paragraph, reason, reservation, masks, tested_tag, tested_by, tested_on, given) ON public_request_item TO samplan_app;
CREATE POLICY public_request_fence ON public_request FOR SELECT TO samplan_fence USING (true);
CREATE POLICY public_request_fence_change ON public_request FOR UPDATE TO samplan_fence USING (true);
CREATE POLICY public_request_read ON public_request FOR SELECT TO samplan_app USING (unit_id = app_unit());
CREATE POLICY public_request_add ON public_request FOR INSERT TO samplan_app WITH CHECK (unit_id = app_unit() AND registered_by = app_person() AND state = 'open');
CREATE POLICY public_request_change ON public_request FOR UPDATE TO samplan_app USING (unit_id = app_unit());
CREATE POLICY public_request_item_read ON public_request_item FOR SELECT TO samplan_app USING (
  EXISTS (SELECT FROM public_request r WHERE r.id = request_id AND r.unit_id = app_unit()));
CREATE POLICY public_request_item_add ON public_request_item FOR INSERT TO samplan_app WITH CHECK (listed_by = app_person()
  AND EXISTS (SELECT FROM public_request r WHERE r.id = request_id AND r.unit_id = app_unit() AND r.state = 'open')
  AND EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY public_request_item_change ON public_request_item FOR UPDATE TO samplan_app USING (
  EXISTS (SELECT FROM public_request r WHERE r.id = request_id AND r.unit_id = app_unit())
  AND EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));

COMMENT ON TABLE public_request IS 'Begäran om allmän handling (R59): what somebody asks a unit to hand out; whoever asks need not say who he is';
COMMENT ON COLUMN public_request.id IS 'Identity';
COMMENT ON COLUMN public_request.unit_id IS 'The unit that is asked';
COMMENT ON COLUMN public_request.body IS 'What is asked';
COMMENT ON COLUMN public_request.requester IS 'How to reach whoever asks, if that was said';
COMMENT ON COLUMN public_request.received_on IS 'When it came';
COMMENT ON COLUMN public_request.registered_by IS 'Who registered it';
COMMENT ON COLUMN public_request.created_at IS 'The instant';
COMMENT ON COLUMN public_request.state IS 'Open, decided';
COMMENT ON COLUMN public_request.refusal_paragraph IS 'By which paragraph something does not leave, as whoever asked is told';
COMMENT ON COLUMN public_request.refusal_reason IS 'And why; the same words whether there is anything or not';
COMMENT ON COLUMN public_request.decided_on IS 'When it was decided';
COMMENT ON COLUMN public_request.decided_by IS 'By whom';
COMMENT ON COLUMN public_request.version IS 'Counts changes';
COMMENT ON TABLE public_request_item IS 'An item of the unit that is meant, its harm test, and what has left of it';
COMMENT ON COLUMN public_request_item.request_id IS 'The request';
COMMENT ON COLUMN public_request_item.item_id IS 'The item';
COMMENT ON COLUMN public_request_item.listed_by IS 'Who listed it';
COMMENT ON COLUMN public_request_item.listed_at IS 'When';
COMMENT ON COLUMN public_request_item.outcome IS 'Out, out with parts masked, or not';
COMMENT ON COLUMN public_request_item.paragraph IS 'By which paragraph';
COMMENT ON COLUMN public_request_item.reason IS 'Why: the harm test, for the unit alone';
COMMENT ON COLUMN public_request_item.reservation IS 'Förbehåll (OSL 10:14) under which it leaves';
COMMENT ON COLUMN public_request_item.masks IS 'Texts that are masked wherever they occur';
COMMENT ON COLUMN public_request_item.tested_tag IS 'Which version of the item was tested';
COMMENT ON COLUMN public_request_item.tested_by IS 'Who tested it';
COMMENT ON COLUMN public_request_item.tested_on IS 'When';
COMMENT ON COLUMN public_request_item.given IS 'What has left, as it left; never changed';
COMMENT ON FUNCTION app_inherit_public_requests() IS 'Trigger: requests go to the unit that takes over';
COMMENT ON FUNCTION app_dispose_public_item() IS 'Trigger: what is weeded of an item is weeded of requests for it';
REVOKE EXECUTE ON FUNCTION app_inherit_public_requests(), app_dispose_public_item() FROM PUBLIC;
ALTER FUNCTION app_dispose_public_item() OWNER TO samplan_fence;
ALTER FUNCTION app_inherit_public_requests() OWNER TO samplan_fence;
RESET ROLE;
