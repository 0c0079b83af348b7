package worlds

// FileKey names the key that the files of worlds are encrypted with.
const FileKey = "test"

// file gives the row that tells what the file of an attachment is: its own words, as text. The file itself is encrypted, by
// those who have a key.
func (i *Item) file(add func(string, row)) {
	if i.Kind == "attachment" {
		add("attachment", row{
			"item_id": i.ID, "media_type": "text/plain", "meant_for": "unit", "state": "ready", "kept_in": "database", "size": len(i.Words), "key_id": FileKey,
		})
	}
}
