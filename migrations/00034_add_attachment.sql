-- +goose Up
-- Attachments: an item (its name and what is said of it, with owner, category and visibility like any other), what the file is,
-- and the file itself, encrypted, in pieces. Until a file has arrived and was found clean its item is for the own unit alone.
SET ROLE samplan_owner;
ALTER TABLE item DROP CONSTRAINT item_kind_check, DROP CONSTRAINT item_words,
  ADD CONSTRAINT item_words CHECK (CASE kind
    WHEN 'goal' THEN body IS NOT NULL AND horizon IS NOT NULL
    WHEN 'intervention' THEN title IS NOT NULL AND status IS NOT NULL
    WHEN 'attachment' THEN title IS NOT NULL
    WHEN 'note' THEN body IS NOT NULL AND visibility IN ('unit', 'named')
    WHEN 'observation' THEN body IS NOT NULL AND sort IS NOT NULL AND area IS NOT NULL
    WHEN 'child-view' THEN body IS NOT NULL AND form IS NOT NULL AND category = 'child-voice'
    WHEN 'plan-evaluation' THEN body IS NOT NULL
    ELSE body IS NOT NULL AND category = 'views' END),
  ADD CONSTRAINT item_kind_check CHECK (kind IN ('goal', 'intervention', 'note', 'observation', 'child-view', 'disagreement', 'plan-evaluation', 'attachment'));
CREATE TABLE attachment (
  item_id uuid PRIMARY KEY REFERENCES item,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'text/plain',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.oasis.opendocument.text')),
  meant_for text NOT NULL CHECK (meant_for IN ('unit', 'parties', 'family')),
  state text NOT NULL CHECK (state IN ('awaiting', 'ready', 'infected', 'withdrawn')),
  size bigint NOT NULL DEFAULT 0 CHECK (size >= 0),
  key_id text,
  reason reason_text,
  CHECK ((state = 'ready') <= (key_id IS NOT NULL AND size > 0)),
  CHECK ((state = 'withdrawn') = (reason IS NOT NULL))
);
CREATE TABLE attachment_content (
  item_id uuid NOT NULL REFERENCES attachment,
  position int NOT NULL CHECK (position >= 0),
  bytes bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (item_id, position)
);
ALTER TABLE attachment_content ALTER COLUMN bytes SET STORAGE EXTERNAL; -- encrypted: there is nothing to compress
CREATE TRIGGER attachment_columns BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id', 'media_type', 'meant_for');
CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER attachment_content_kept BEFORE UPDATE ON attachment_content FOR EACH ROW EXECUTE FUNCTION keep_row();
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE attachment_content ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Who may read the item may know what the file is, and get it when it is ready.
CREATE POLICY attachment_read ON attachment FOR SELECT TO samplan_app USING (EXISTS (SELECT FROM item i WHERE i.id = item_id));
CREATE POLICY attachment_add ON attachment FOR INSERT TO samplan_app
  WITH CHECK (EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.kind = 'attachment' AND i.owner_unit_id = app_unit()));
CREATE POLICY attachment_change ON attachment FOR UPDATE TO samplan_app
  USING (EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY attachment_content_read ON attachment_content FOR SELECT TO samplan_app
  USING (EXISTS (SELECT FROM attachment a WHERE a.item_id = attachment_content.item_id AND a.state = 'ready'));
CREATE POLICY attachment_content_add ON attachment_content FOR INSERT TO samplan_app
  WITH CHECK (EXISTS (SELECT FROM item i WHERE i.id = item_id AND i.owner_unit_id = app_unit()));
CREATE POLICY attachment_content_fence ON attachment_content FOR SELECT TO samplan_fence USING (true);
CREATE POLICY attachment_content_fence_drop ON attachment_content FOR DELETE TO samplan_fence USING (true);
GRANT SELECT, INSERT, UPDATE ON attachment TO samplan_app;
GRANT SELECT, INSERT ON attachment_content TO samplan_app;
GRANT SELECT, DELETE ON attachment_content TO samplan_fence;
-- The server itself removes nothing. A file that is taken back is thrown away here, by the unit that holds it.
CREATE FUNCTION app_destroy_file(p_item uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM attachment_content c USING item i WHERE c.item_id = p_item AND i.id = p_item AND i.owner_unit_id = app_unit() $$;
COMMENT ON FUNCTION app_destroy_file(uuid) IS 'Throws the file of an attachment of the own unit away';
ALTER FUNCTION app_destroy_file(uuid) OWNER TO samplan_fence;

COMMENT ON TABLE item IS 'Goal, intervention, note, observation, the child''s words, disagreement, evaluation of the plan or attachment; the unit of secrecy (R21)';
COMMENT ON TABLE attachment IS 'What the file of an item of kind attachment is; who may read the item may read this';
COMMENT ON COLUMN attachment.item_id IS 'The item; its title is the file''s name';
COMMENT ON COLUMN attachment.media_type IS 'What it is said to be, and was found to be';
COMMENT ON COLUMN attachment.meant_for IS 'The visibility that its item gets when the file is ready';
COMMENT ON COLUMN attachment.state IS 'No file yet; there; found harmful and thrown away; taken back and thrown away';
COMMENT ON COLUMN attachment.size IS 'Bytes of the file';
COMMENT ON COLUMN attachment.key_id IS 'The key that it was encrypted with';
COMMENT ON COLUMN attachment.reason IS 'Why it was taken back';
COMMENT ON TABLE attachment_content IS 'The file, encrypted, in pieces';
COMMENT ON COLUMN attachment_content.item_id IS 'The attachment';
COMMENT ON COLUMN attachment_content.position IS 'Order of the pieces';
COMMENT ON COLUMN attachment_content.bytes IS 'A piece, encrypted';
RESET ROLE;
SET ROLE samplan_fence;
REVOKE EXECUTE ON FUNCTION app_destroy_file(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_destroy_file(uuid) TO samplan_app;
RESET ROLE;
