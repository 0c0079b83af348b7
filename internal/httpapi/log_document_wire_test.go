package httpapi

import (
	"strings"
	"testing"

	"samplan/internal/document"
	"samplan/internal/insight"
	"samplan/internal/phrase"
)

// TestLogDocumentSaysWhatIsCutOff: a document that does not show everything says so, and how much it shows.
func TestLogDocumentSaysWhatIsCutOff(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]string{"": "de 7 första", "sv": "de 7 första", "en": "the first 7.", "sv-simple": "de 7 första", "ar": "أول 7"} {
		for total, isCut := range map[int]bool{7: false, 8: true} {
			s := &paper{}
			s.Language = phrase.In(language)
			s.logExtract(reader{}, insight.Period{}, make([]insight.Entry, 7), total)
			if got := strings.Contains(document.Plain(s.Blocks[0].Text), want); got != isCut {
				t.Errorf("%q, %d of %d: says so %t", language, 7, total, got)
			}
		}
	}
}
