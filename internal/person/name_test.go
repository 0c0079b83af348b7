package person_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/person"
)

func TestTextRoundTrip(t *testing.T) {
	t.Parallel()
	for _, want := range []string{"Nour", "Åsa-Lisa", ""} {
		text := person.NewText(want)
		v, err := text.Value()
		if err != nil {
			t.Fatal(err)
		}
		var got person.Text
		if err := got.Scan(v); err != nil || !got.Equal(text) || got.Reveal() != want || got.IsZero() != (want == "") {
			t.Errorf("%s: got %s, %v", want, got.Reveal(), err)
		}
	}
	if v, err := (person.Text{}).Value(); v != nil || err != nil {
		t.Errorf("no text: got %v, %v", v, err)
	}
}

func TestTextScan(t *testing.T) {
	t.Parallel()
	got := person.NewText("before")
	if err := got.Scan([]byte("Lo")); err != nil || got.Reveal() != "Lo" {
		t.Errorf("bytes: got %s, %v", got.Reveal(), err)
	}
	if err := got.Scan(7); err == nil || got.Reveal() != "Lo" {
		t.Errorf("a number: got %s, %v", got.Reveal(), err)
	}
	if err := got.Scan(nil); err != nil || !got.IsZero() {
		t.Errorf("NULL: got %s, %v", got.Reveal(), err)
	}
}

func TestName(t *testing.T) {
	t.Parallel()
	n := person.NewName("Lo", "Berg")
	if given, family := n.Reveal(); given != "Lo" || family != "Berg" || n.IsZero() {
		t.Errorf("got %s %s", given, family)
	}
	if cmp.Equal(n, person.NewName("Lo", "Ek")) || !cmp.Equal(n, person.NewName("Lo", "Berg")) {
		t.Error("names do not compare by their text")
	}
	if !(person.Name{}).IsZero() || person.NewName("", "Berg").IsZero() {
		t.Error("no name is a name, or the other way round")
	}
}
