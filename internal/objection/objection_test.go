package objection

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	today     = civil.MustParse("2026-03-02")
	karin, lo = id.NewPerson(), id.NewPerson()
	words     = person.NewText("we never said no")
	why       = person.NewText("dad gets angry")
)

func TestR60WhoseObjection(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		d       Draft
		by      Author
		want    Speaker
		kept    bool
		pointer string
	}{
		{"a guardian's own", Draft{Text: words}, Author{Person: karin}, Guardian, false, ""},
		{"a guardian who says to be the child", Draft{Text: words, Speaker: Child}, Author{Person: karin}, Guardian, false, ""},
		{"the child's own", Draft{Text: words}, Author{Person: lo, IsChild: true}, Child, false, ""},
		{"the child's, kept", Draft{Text: words, Keep: true, Why: why}, Author{Person: lo, IsChild: true}, Child, true, ""},
		{"a guardian's, taken down", Draft{Text: words, Speaker: Guardian}, Author{Person: karin, IsStaff: true}, Guardian, false, ""},
		{"the child's, taken down and kept", Draft{Text: words, Speaker: Child, Keep: true}, Author{Person: karin, IsStaff: true}, Child, true, ""},
		{"a guardian's, kept", Draft{Text: words, Keep: true}, Author{Person: karin}, Speaker{}, false, "/keepFromGuardians"},
		{"a guardian's, taken down and kept", Draft{Text: words, Speaker: Guardian, Keep: true}, Author{Person: karin, IsStaff: true}, Speaker{}, false, "/keepFromGuardians"},
		{"why without asking", Draft{Text: words, Why: why}, Author{Person: lo, IsChild: true}, Speaker{}, false, "/why"},
	} {
		o, err := New(id.NewItem(), c.d, c.by, today)
		if c.pointer != "" {
			if f := fault.Of(err); f.Code != fault.CodeInvalid || f.Fields[0].Pointer != c.pointer {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		isAsked := o.Keeping.Kept && !o.Keeping.Reason.IsZero()
		if err != nil || o.Speaker != c.want || o.Kept != c.kept || isAsked != c.kept || o.Author != c.by.Person || o.ByStaff != c.by.IsStaff || o.MadeOn != today {
			t.Errorf("%s: %v, %+v", c.name, err, o)
		}
	}
}

func TestR60Decide(t *testing.T) {
	t.Parallel()
	stands := Outcomes.Must("stands")
	for _, c := range []struct {
		name string
		was  Outcome
		d    Decision
		code fault.Code
	}{
		{"corrected", Outcome{}, Decision{Outcome: Corrected, Correction: words, Reason: why}, fault.Code{}},
		{"stands", Outcome{}, Decision{Outcome: stands, Reason: why}, fault.Code{}},
		{"corrected by nothing", Outcome{}, Decision{Outcome: Corrected, Reason: why}, fault.CodeInvalid},
		{"stands, with a correction", Outcome{}, Decision{Outcome: stands, Correction: words, Reason: why}, fault.CodeInvalid},
		{"twice", stands, Decision{Outcome: Corrected, Correction: words, Reason: why}, fault.CodeAnswered},
	} {
		o := Objection{Decision: Decision{Outcome: c.was}}
		before := o.Tag()
		err := o.Decide(c.d)
		if c.code != (fault.Code{}) {
			if fault.Of(err).Code != c.code || o.Outcome != c.was || o.Tag() != before {
				t.Errorf("%s: %v, %+v", c.name, err, o)
			}
			continue
		}
		if err != nil || o.Outcome != c.d.Outcome || !o.Correction.Equal(c.d.Correction) || !o.Decision.Reason.Equal(why) || o.Tag() == before {
			t.Errorf("%s: %v, %+v", c.name, err, o)
		}
	}
}

func TestR60TagsFollowWhatIsSeen(t *testing.T) {
	t.Parallel()
	o := Objection{ID: id.NewObjection()}
	seen := map[string]bool{Tag("1", nil): true, Tag("1", []Objection{o}): true, Tag("2", []Objection{o}): true}
	o.Keep(true, why, karin, today)
	seen[Tag("1", []Objection{o})] = true
	o.Outcome = Corrected
	seen[Tag("1", []Objection{o})] = true
	if len(seen) != 5 || Tag("1", nil) != "1" {
		t.Errorf("%v", seen)
	}
	copied := Carry([]Objection{o}, id.NewItem())[0]
	if copied.ID == o.ID || copied.CopyOf != o.ID || copied.Item == o.Item || copied.Outcome != o.Outcome || copied.Kept != o.Kept {
		t.Errorf("%+v of %+v", copied, o)
	}
}
