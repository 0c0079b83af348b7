package person_test

import (
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	protectedDay = civil.MustParse("2026-03-02")
	why          = person.NewText("därför")
)

func wantFault(t *testing.T, what string, err error, code, pointer string) {
	t.Helper()
	f := fault.Of(err)
	switch {
	case code == "" && err != nil:
		t.Errorf("%s: %v", what, err)
	case code != "" && (err == nil || f.Code.String() != code || len(f.Fields) != 1 || f.Fields[0].Pointer != pointer):
		t.Errorf("%s: want %s at %s, got %v", what, code, pointer, err)
	}
}

func TestR31ProtectionIsRecordedWithAReason(t *testing.T) {
	t.Parallel()
	c := person.Child{ID: id.NewPerson()}
	record := func(level person.Protection, reason person.Text) error {
		r, err := c.Protect(person.ProtectionDraft{Level: level, Reason: reason}, protectedDay, time.Time{})
		if err == nil && (r.Child != c.ID || r.Level != level || r.RecordedOn != protectedDay || r.ID.IsZero()) {
			t.Errorf("recorded %+v", r)
		}
		return err
	}
	wantFault(t, "up", record(person.AssumedIdentity, why), "", "")
	wantFault(t, "down", record(person.NoProtection, why), "", "")
	wantFault(t, "without reason", record(person.NoProtection, person.Text{}), "reason-required", "/reason")
	wantFault(t, "without level", record(person.Protection{}, why), "invalid-value", "/level")
}

func TestR31Whereabouts(t *testing.T) {
	t.Parallel()
	c, by := person.Child{ID: id.NewPerson()}, id.NewPerson()
	kind := person.PlaceKinds.Must("school")
	for name, v := range map[string]struct {
		draft         person.WhereaboutsDraft
		code, pointer string
	}{
		"for good":        {person.WhereaboutsDraft{Kind: kind, Text: why}, "", ""},
		"for today":       {person.WhereaboutsDraft{Kind: kind, Text: why, To: protectedDay}, "", ""},
		"until yesterday": {person.WhereaboutsDraft{Kind: kind, Text: why, To: protectedDay.AddDays(-1)}, "dates-out-of-order", "/validTo"},
		"without kind":    {person.WhereaboutsDraft{Text: why}, "invalid-value", "/kind"},
		"without words":   {person.WhereaboutsDraft{Kind: kind}, "invalid-value", "/text"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w, err := c.Place(v.draft, by, protectedDay)
			wantFault(t, name, err, v.code, v.pointer)
			if err == nil && (w.Child != c.ID || w.Author != by || w.Span.From != protectedDay || w.Tag() != "1") {
				t.Errorf("placed %+v", w)
			}
		})
	}
	w, err := c.Place(person.WhereaboutsDraft{Kind: kind, Text: why}, by, protectedDay)
	wantFault(t, "place", err, "", "")
	wantFault(t, "end before it began", w.End(protectedDay.AddDays(-1)), "dates-out-of-order", "/endsOn")
	wantFault(t, "end", w.End(protectedDay.AddDays(3)), "", "")
	if w.Tag() != "2" || w.Span.To != protectedDay.AddDays(3) {
		t.Errorf("ended %+v", w)
	}
	wantFault(t, "go on longer", w.End(protectedDay.AddDays(9)), "dates-out-of-order", "/endsOn")
}

func TestR31NobodyNamesThemselves(t *testing.T) {
	t.Parallel()
	c, by, other := person.Child{ID: id.NewPerson()}, id.NewPerson(), id.NewPerson()
	until := protectedDay.AddDays(100)
	for name, v := range map[string]struct {
		draft         person.ReaderDraft
		code, pointer string
	}{
		"a colleague":     {person.ReaderDraft{Person: other, Reason: why, To: until}, "", ""},
		"oneself":         {person.ReaderDraft{Person: by, Reason: why, To: until}, "invalid-value", "/personId"},
		"nobody":          {person.ReaderDraft{Reason: why, To: until}, "invalid-value", "/personId"},
		"without reason":  {person.ReaderDraft{Person: other, To: until}, "reason-required", "/reason"},
		"without an end":  {person.ReaderDraft{Person: other, Reason: why}, "invalid-value", "/validTo"},
		"until yesterday": {person.ReaderDraft{Person: other, Reason: why, To: protectedDay.AddDays(-1)}, "dates-out-of-order", "/validTo"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := c.NameReader(v.draft, by, protectedDay)
			wantFault(t, name, err, v.code, v.pointer)
			if err == nil && (r.Person != other || r.By != by || r.Span != (person.Span{From: protectedDay, To: until}) || r.Tag() != "1") {
				t.Errorf("named %+v", r)
			}
			if err == nil && (r.End(protectedDay) != nil || r.Span.To != protectedDay || r.Tag() != "2") {
				t.Errorf("ended %+v", r)
			}
		})
	}
}

func TestR35Block(t *testing.T) {
	t.Parallel()
	c, by, other := person.Child{ID: id.NewPerson()}, id.NewPerson(), id.NewPerson()
	b, err := c.Block(person.BlockDraft{Person: other, Reason: why}, by, protectedDay)
	wantFault(t, "block", err, "", "")
	if b.Person != other || b.By != by || b.Span != (person.Span{From: protectedDay}) || b.Tag() != "1" {
		t.Errorf("blocked %+v", b)
	}
	_, err = c.Block(person.BlockDraft{Reason: why}, by, protectedDay)
	wantFault(t, "against nobody", err, "invalid-value", "/personId")
	_, err = c.Block(person.BlockDraft{Person: other}, by, protectedDay)
	wantFault(t, "without reason", err, "reason-required", "/reason")
	_, err = c.Block(person.BlockDraft{Person: other, Reason: why, To: protectedDay.AddDays(-1)}, by, protectedDay)
	wantFault(t, "until yesterday", err, "dates-out-of-order", "/validTo")
	if err := b.End(protectedDay); err != nil || b.Tag() != "2" {
		t.Errorf("ended %+v, %v", b, err)
	}
}
