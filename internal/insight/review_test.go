package insight

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"testing/iotest"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	today = civil.MustParse("2021-03-01")
	kim   = access.NewStaff(id.NewPerson(), "Kim Berg", access.Post{Assignment: id.NewAssignment(), Role: access.UnitManager, Unit: id.NewUnit()}, today, id.Request{})
)

func zeros() io.Reader { return bytes.NewReader(make([]byte, seedBytes)) }

func draft(from, to string) ReviewDraft {
	return ReviewDraft{Period: Period{civil.MustParse(from), civil.MustParse(to)}, Rule: SampleRules.Must("random"), SampleSize: 5}
}

func TestR40Draw(t *testing.T) {
	t.Parallel()
	d := draft("2021-02-01", "2021-02-28")
	own, err := d.draw(kim, true, time.Unix(1, 0), zeros())
	if err != nil || own.Unit != kim.Unit() || len(own.Seed) != seedBytes || own.By != kim.Person() {
		t.Errorf("a manager's review is of the own unit: %+v, %v", own, err)
	}
	all, err := d.draw(kim, false, time.Unix(1, 0), zeros())
	if err != nil || !all.Unit.IsZero() {
		t.Errorf("an officer's review is of every unit: %+v, %v", all, err)
	}
	d.Unit = id.NewUnit()
	if _, err := d.draw(kim, true, time.Now(), zeros()); !fault.Has(err, fault.CodeNotAUnit) {
		t.Errorf("another unit: %v", err)
	}
	if r, err := d.draw(kim, false, time.Now(), zeros()); err != nil || r.Unit != d.Unit {
		t.Errorf("a unit of the principal: %v", err)
	}
	broken := errors.New("no chance")
	if _, err := draft("2021-02-01", "2021-02-28").draw(kim, true, time.Now(), iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("without chance: %v", err)
	}
}

func TestDrawChecksDays(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		from, to string
		isWrong  bool
	}{
		"a day":               {"2021-03-01", "2021-03-01", false},
		"a quarter":           {"2020-11-29", "2021-03-01", false},
		"more than a quarter": {"2020-11-28", "2021-03-01", true},
		"back in time":        {"2021-02-02", "2021-02-01", true},
		"tomorrow":            {"2021-03-01", "2021-03-02", true},
	} {
		_, err := draft(c.from, c.to).draw(kim, true, time.Now(), zeros())
		if fault.Has(err, fault.CodeDates) != c.isWrong {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestR40Judge(t *testing.T) {
	t.Parallel()
	for _, f := range Findings.Values() {
		_, err := judge(Verdict{Finding: f}, kim, time.Now())
		if (err == nil) != (f == Justified) {
			t.Errorf("%s without words: %v", f, err)
		}
		v, err := judge(Verdict{Finding: f, Note: person.NewText("sjuk kollega")}, kim, time.Now())
		if err != nil || v.By != kim.Person() || v.ID.IsZero() {
			t.Errorf("%s: %+v, %v", f, v, err)
		}
	}
}

func TestPeriodBounds(t *testing.T) {
	t.Parallel()
	day := civil.MustParse("2021-06-01")
	from, to := Period{day, day}.Bounds()
	if to.Sub(from) != 24*time.Hour || civil.Of(from) != day || civil.Of(to.Add(-time.Nanosecond)) != day {
		t.Errorf("a day is from %s to %s", from, to)
	}
	if from, to := (Period{}).Bounds(); from != begin || to != end {
		t.Errorf("no days are from %s to %s", from, to)
	}
}
