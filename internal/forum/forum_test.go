package forum_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/forum"
	"samplan/internal/group"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/workday"
)

var (
	today = civil.MustParse("2023-01-12")
	known = deidentify.Known{Names: []person.Name{person.NewName("Lo", "Ek")}}
)

func said(t *testing.T, err error, code fault.Code, pointer string) {
	t.Helper()
	f := fault.Of(err)
	if code == (fault.Code{}) {
		if err != nil {
			t.Errorf("refused: %v", err)
		}
		return
	}
	if f == nil || f.Code != code || pointer != "" && (len(f.Fields) != 1 || f.Fields[0].Pointer != pointer) {
		t.Errorf("want %s at %s, got %v %+v", code, pointer, err, f)
	}
}

func terms(k group.Kind) forum.Terms {
	return forum.Terms{Group: id.NewGroup(), Kind: k, TextDays: 100, Unit: id.NewUnit(), Known: known, IsConsentLive: true}
}

func draft(b forum.Basis, text string) forum.Draft {
	d := forum.Draft{Basis: b, Question: person.NewText("Vem tar första steget?"), Text: person.NewText(text)}
	if b == forum.ByConsent {
		d.Child, d.Consent, d.Category = id.NewPerson(), id.NewConsent(), forum.Categories.Must("schooling")
	}
	return d
}

// TestR29ACaseHasNoNames: in groups of each kind a case is told as the kind allows; without names it holds none, by consent it needs
// one that holds, of a child that is not protected.
func TestR29ACaseHasNoNames(t *testing.T) {
	t.Parallel()
	protected, refused := terms(group.SSPF), terms(group.SSPF)
	protected.IsProtected, refused.IsConsentLive = true, false
	lacking := func(do func(*forum.Draft)) forum.Draft {
		d := draft(forum.ByConsent, "Lo Ek")
		do(&d)
		return d
	}
	for name, c := range map[string]struct {
		draft   forum.Draft
		terms   forum.Terms
		code    fault.Code
		pointer string
	}{
		"without names":              {draft(forum.Anonymised, "En elev"), terms(group.Fossam), fault.Code{}, ""},
		"with a name":                {draft(forum.Anonymised, "Lo kommer inte"), terms(group.Fossam), fault.CodeIdentifying, "/text"},
		"that may point out":         {draft(forum.Anonymised, "En elev som heter Pelle"), terms(group.AsLocal), fault.CodeConfirmWarnings, "/text"},
		"by consent, with a name":    {draft(forum.ByConsent, "Lo Ek kommer inte"), terms(group.SSPF), fault.Code{}, ""},
		"by consent, with a number":  {draft(forum.ByConsent, "Lo Ek, 070-174 06 05"), terms(group.Fossam), fault.CodeIdentifying, "/text"},
		"by consent in a local one":  {draft(forum.ByConsent, "Lo"), terms(group.AsLocal), fault.CodeForumBasis, "/basis"},
		"by consent in steering":     {draft(forum.ByConsent, "Lo"), terms(group.Steering), fault.CodeForumBasis, "/basis"},
		"without consent in SSPF":    {draft(forum.Anonymised, "En elev"), terms(group.SSPF), fault.CodeForumBasis, "/basis"},
		"of a protected child":       {draft(forum.ByConsent, "Lo"), protected, fault.CodeForumBasis, "/basis"},
		"by a consent that is over":  {draft(forum.ByConsent, "Lo"), refused, fault.CodeNoLiveConsent, "/consentId"},
		"by consent, no child":       {lacking(func(d *forum.Draft) { d.Child = id.Person{} }), terms(group.SSPF), fault.CodeInvalid, "/childId"},
		"by consent, none":           {lacking(func(d *forum.Draft) { d.Consent = id.Consent{} }), terms(group.SSPF), fault.CodeInvalid, "/consentId"},
		"by consent, no category":    {lacking(func(d *forum.Draft) { d.Category = forum.Category{} }), terms(group.SSPF), fault.CodeInvalid, "/category"},
		"without names by a consent": {lacking(func(d *forum.Draft) { d.Basis = forum.Anonymised }), terms(group.Fossam), fault.CodeInvalid, "/consentId"},
		"for yesterday":              {lacking(func(d *forum.Draft) { d.For = today.AddDays(-1) }), terms(group.SSPF), fault.CodeDates, "/takeUpFrom"},
	} {
		_, err := forum.New(c.draft, c.terms, today, time.Time{})
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			said(t, err, c.code, c.pointer)
		})
	}
}

// TestR29TextsAreKeptAfterTheLastStep: each step lets them be kept for the group's days, and none shortens that.
func TestR29TextsAreKeptAfterTheLastStep(t *testing.T) {
	t.Parallel()
	c, err := forum.New(draft(forum.Anonymised, "En elev"), terms(group.Fossam), today, time.Time{})
	if err != nil || c.ExpiresOn != today.AddDays(100) {
		t.Fatalf("%v, until %s", err, c.ExpiresOn)
	}
	said(t, c.FollowUp(person.NewText("a"), nil, known, today), fault.CodeForumStep, "")
	d := forum.DecisionDraft{Outcome: forum.Outcomes.Must("sip"), Text: person.NewText("En plan"), FollowUpOn: today.AddDays(40), Responsible: id.NewMember()}
	said(t, c.Decide(d, false, known, today), fault.CodeInvalid, "/responsibleId")
	d.Text = person.NewText("Lo får en plan")
	said(t, c.Decide(d, true, known, today), fault.CodeIdentifying, "/text")
	d.Text = person.NewText("En plan")
	said(t, c.Decide(d, true, known, today.AddDays(10)), fault.Code{}, "")
	said(t, c.Decide(d, true, known, today.AddDays(12)), fault.Code{}, "")
	if c.ExpiresOn != today.AddDays(140) {
		t.Errorf("kept until %s", c.ExpiresOn)
	}
	said(t, c.FollowUp(person.NewText("Lo går"), nil, known, today.AddDays(45)), fault.CodeIdentifying, "/text")
	said(t, c.FollowUp(person.NewText("Det går bra"), nil, known, today.AddDays(45)), fault.Code{}, "")
	said(t, c.FollowUp(person.NewText("igen"), nil, known, today.AddDays(46)), fault.CodeForumStep, "")
	said(t, c.Decide(d, true, known, today.AddDays(46)), fault.CodeForumStep, "")
	if c.ExpiresOn != today.AddDays(145) || c.Version != 4 {
		t.Errorf("kept until %s, version %d", c.ExpiresOn, c.Version)
	}
}

// TestSessionsLieOnWorkingDays: a series has one a week, on the weekday of its first, and none on a holiday.
func TestSessionsLieOnWorkingDays(t *testing.T) {
	t.Parallel()
	s := forum.Series{First: civil.MustParse("2023-03-30"), Last: civil.MustParse("2023-06-15"), Starts: "13:00", Ends: "15:00"}
	all, err := s.Sessions(id.NewGroup(), today)
	if err != nil || len(all) != 11 { // twelve Thursdays, of which Ascension Day is one
		t.Errorf("%d sessions: %v", len(all), err)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := forum.Series{First: today.AddDays(rapid.IntRange(0, 400).Draw(t, "from")), Starts: "13:00", Ends: "13:01"}
		s.Last = s.First.AddDays(rapid.IntRange(0, 371).Draw(t, "days"))
		all, err := s.Sessions(id.NewGroup(), today)
		if err == nil != workday.Is(s.First) {
			t.Fatalf("%s to %s: %v", s.First, s.Last, err)
		}
		for n, one := range all {
			if !workday.Is(one.On) || one.On.After(s.Last) || n > 0 && !one.On.After(all[n-1].On) {
				t.Fatalf("%s to %s has %s", s.First, s.Last, one.On)
			}
		}
	})
}

// TestASessionIsCancelledOnce, and not after its day.
func TestASessionIsCancelledOnce(t *testing.T) {
	t.Parallel()
	s := forum.Session{On: today, Version: 1}
	said(t, s.Cancel(person.NewText("sjuka"), today.AddDays(1)), fault.CodeEnded, "")
	said(t, s.Cancel(person.NewText("sjuka"), today), fault.Code{}, "")
	said(t, s.Cancel(person.NewText("sjuka"), today), fault.CodeEnded, "")
	if s.Version != 2 || s.CancelledOn != today {
		t.Errorf("%+v", s)
	}
}
