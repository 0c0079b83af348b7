package person_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
)

func span(from, to string) person.Span {
	s := person.Span{From: civil.MustParse(from)}
	if to != "" {
		s.To = civil.MustParse(to)
	}
	return s
}

func TestRelate(t *testing.T) {
	t.Parallel()
	kind := person.RelationKinds.Must
	for name, c := range map[string]struct {
		birth         string
		kind          person.RelationKind
		days          person.Span
		code, pointer string
	}{
		"custody of a child":            {"2014-05-06", kind("parent-custodian"), span("2014-05-06", ""), "", ""},
		"one day":                       {"2014-05-06", kind("close-person"), span("2026-01-01", "2026-01-01"), "", ""},
		"ends before it begins":         {"2014-05-06", kind("close-person"), span("2026-01-02", "2026-01-01"), "dates-out-of-order", "/validTo"},
		"without days":                  {"2014-05-06", kind("close-person"), person.Span{}, "invalid-value", "/validFrom"},
		"without kind":                  {"2014-05-06", person.RelationKind{}, span("2026-01-01", ""), "invalid-value", "/kind"},
		"custody the day before 18":     {"2008-03-02", kind("temporary-custodian"), span("2026-03-01", ""), "", ""},
		"custody on the 18th birthday":  {"2008-03-01", kind("god-man"), span("2026-01-01", ""), "invalid-value", "/kind"},
		"custody from after 18":         {"2008-06-01", kind("appointed-custodian"), span("2026-06-01", ""), "invalid-value", "/kind"},
		"family home of an adult":       {"2008-03-01", kind("family-home"), span("2026-01-01", ""), "", ""},
		"parent without custody, adult": {"2008-03-01", kind("parent-without-custody"), span("2026-01-01", ""), "", ""},
	} {
		t.Log(name)
		child := person.Child{ID: id.NewPerson(), BirthDate: civil.MustParse(c.birth)}
		r, err := child.Relate(person.RelationDraft{Kind: c.kind, Name: person.NewName("Eva", "Ek"), Span: c.days}, today)
		refused(t, err, c.code, c.pointer)
		if err == nil && (r.ID.IsZero() || r.Child != child.ID || r.Span != c.days || r.Kind != c.kind) {
			t.Errorf("%s: got %+v", name, r)
		}
	}
	_, err := person.Child{BirthDate: today}.Relate(person.RelationDraft{Kind: kind("god-man"), Span: span("2026-01-01", "")}, today)
	refused(t, err, "invalid-value", "/givenName")
}

func TestIsCustody(t *testing.T) {
	t.Parallel()
	decides := map[string]bool{"parent-custodian": true, "appointed-custodian": true, "temporary-custodian": true, "god-man": true}
	for _, k := range person.RelationKinds.Values() {
		if person.IsCustody(k) != decides[k.String()] {
			t.Errorf("%s decides: %t", k, person.IsCustody(k))
		}
	}
	if person.IsCustody(person.RelationKind{}) {
		t.Error("no kind decides")
	}
}

func TestNobodyIsCloseToOneself(t *testing.T) {
	t.Parallel()
	r := person.Relation{Child: id.NewPerson()}
	refused(t, r.Is(r.Child), "invalid-value", "/identifier")
	other := id.NewPerson()
	refused(t, r.Is(other), "", "")
	if r.Person != other {
		t.Errorf("want %s, got %s", other, r.Person)
	}
}

func TestEnd(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		days          person.Span
		last          string
		code, pointer string
	}{
		"open":               {span("2026-01-01", ""), "2026-02-01", "", ""},
		"on its first day":   {span("2026-01-01", ""), "2026-01-01", "", ""},
		"earlier":            {span("2026-01-01", "2026-06-01"), "2026-02-01", "", ""},
		"again the same day": {span("2026-01-01", "2026-06-01"), "2026-06-01", "", ""},
		"before it began":    {span("2026-01-01", ""), "2025-12-31", "dates-out-of-order", "/endsOn"},
		"later than its end": {span("2026-01-01", "2026-06-01"), "2026-06-02", "dates-out-of-order", "/endsOn"},
	} {
		t.Log(name)
		r := person.Relation{Span: c.days, Version: 1}
		refused(t, r.End(civil.MustParse(c.last), person.NewText("flyttat")), c.code, c.pointer)
		w := person.CaseWorker{Span: c.days, Version: 1}
		refused(t, w.End(civil.MustParse(c.last)), c.code, c.pointer)
		want, tag := c.days, "1"
		if c.code == "" {
			want.To, tag = civil.MustParse(c.last), "2"
		}
		if r.Span != want || w.Span != want || r.Tag() != tag || w.Tag() != tag {
			t.Errorf("%s: got %+v and %+v", name, r, w)
		}
	}
	r := person.Relation{Span: span("2026-01-01", "")}
	refused(t, r.End(today, person.Text{}), "reason-required", "/reason")
	refused(t, r.End(civil.Date{}, person.NewText("flyttat")), "invalid-value", "/endsOn")
}

// An ending never opens a day that was closed before, however often it is said.
func TestEndOnlyShortens(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := person.CaseWorker{Span: person.Span{From: today}}
		for _, n := range rapid.SliceOfN(rapid.IntRange(-5, 50), 1, 8).Draw(t, "ends") {
			was := w.Span
			err := w.End(today.AddDays(n))
			if err == nil && ((!was.To.IsZero() && w.Span.To.After(was.To)) || w.Span.To.Before(w.Span.From)) {
				t.Fatalf("%v became %v", was, w.Span)
			}
			if err != nil && w.Span != was {
				t.Fatalf("refused, yet %v became %v", was, w.Span)
			}
		}
	})
}

func TestAssign(t *testing.T) {
	t.Parallel()
	child, who := person.Child{ID: id.NewPerson()}, id.NewPerson()
	w, err := child.Assign(who, span("2026-01-01", "2026-02-01"))
	refused(t, err, "", "")
	if w.Child != child.ID || w.Person != who || w.ID.IsZero() || w.Span != span("2026-01-01", "2026-02-01") {
		t.Errorf("got %+v", w)
	}
	_, err = child.Assign(id.Person{}, span("2026-01-01", ""))
	refused(t, err, "invalid-value", "/personId")
	_, err = child.Assign(who, span("2026-01-01", "2025-12-31"))
	refused(t, err, "dates-out-of-order", "/validTo")
}

func TestR16Assess(t *testing.T) {
	t.Parallel()
	child := person.Child{ID: id.NewPerson(), BirthDate: civil.MustParse("2014-05-06")}
	whole := person.MaturityDraft{Outcome: person.Outcomes.Must("child-alone"), AssessedOn: today, Reason: person.NewText("samtal")}
	for name, c := range map[string]struct {
		change        func(*person.MaturityDraft)
		code, pointer string
	}{
		"whole":           {func(*person.MaturityDraft) {}, "", ""},
		"at birth":        {func(d *person.MaturityDraft) { d.AssessedOn = child.BirthDate }, "", ""}, // no age is written in
		"before birth":    {func(d *person.MaturityDraft) { d.AssessedOn = child.BirthDate.AddDays(-1) }, "dates-out-of-order", "/assessedOn"},
		"tomorrow":        {func(d *person.MaturityDraft) { d.AssessedOn = today.AddDays(1) }, "dates-out-of-order", "/assessedOn"},
		"without a day":   {func(d *person.MaturityDraft) { d.AssessedOn = civil.Date{} }, "invalid-value", "/assessedOn"},
		"without outcome": {func(d *person.MaturityDraft) { d.Outcome = person.Outcome{} }, "invalid-value", "/outcome"},
		"without reason":  {func(d *person.MaturityDraft) { d.Reason = person.Text{} }, "reason-required", "/reason"},
	} {
		t.Log(name)
		d := whole
		c.change(&d)
		by := id.NewPerson()
		m, err := child.Assess(d, by, today, time.Now())
		refused(t, err, c.code, c.pointer)
		if err == nil && (m.ID.IsZero() || m.Child != child.ID || m.By != by || m.Outcome != d.Outcome) {
			t.Errorf("%s: got %+v", name, m)
		}
	}
}
