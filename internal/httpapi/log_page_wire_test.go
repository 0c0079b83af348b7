package httpapi

import (
	"strings"
	"testing"
)

// TestLogPageSaysWhatIsCutOff: a page that does not show everything says so, and how much it shows.
func TestLogPageSaysWhatIsCutOff(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]string{"": "de 7 första", "sv": "de 7 första", "en": "the first 7."} {
		for total, isCut := range map[int]bool{7: false, 8: true} {
			var b strings.Builder
			if err := logPage.Execute(&b, logPageOf{Words: logPageWords[language], Shown: 7, Total: total}); err != nil {
				t.Fatal(err)
			}
			if got := strings.Contains(b.String(), want); got != isCut {
				t.Errorf("%q, %d of %d: says so %t", language, 7, total, got)
			}
		}
	}
}
