package worlds

import (
	"bytes"
	"net/http"
	"testing"

	"samplan/internal/testkit"
)

// fill puts the files of a world into the side's database, each encrypted anew.
func (s *side) fill(t testing.TB, w *World) {
	t.Helper()
	keys := testkit.Vault().Keys
	for _, i := range w.Items {
		if i.Kind != "attachment" {
			continue
		}
		var sealed bytes.Buffer
		e, err := keys.Encrypt(&sealed, i.ID.String())
		if err == nil {
			_, err = e.Write([]byte(i.Words))
		}
		if err == nil {
			err = e.Close()
		}
		if err == nil {
			_, err = s.Owner.ExecContext(t.Context(), "INSERT INTO attachment_content (item_id, position, bytes) VALUES ($1, 0, $2)", i.ID, sealed.Bytes())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// putFile sends files: one that is none, one of another type, one that would do.
func putFile(q *asking) []request {
	return each("/attachments/{}/content", ofKind("attachment")(q), func(at string, i ID) []request {
		var all []request
		for _, file := range []string{"<html>", "%PDF-1.7", "ren text"} {
			all = append(all, request{method: http.MethodPut, path: at, body: file, isFile: true, tag: "@/attachments/" + i.String()})
		}
		return append(all, request{method: http.MethodPut, path: at, body: "{}", tag: `"1"`})
	})
}
