package plan_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// holder is somebody who has a role from a day until another, or until further notice.
func holder(r plan.Role, seat int, from, to civil.Date) plan.RoleHolder {
	return plan.RoleHolder{ID: id.NewRoleHolder(), Role: r, Seat: seat, Unit: id.NewUnit(), From: from, To: to, Version: 1}
}

func TestR48Seat(t *testing.T) {
	t.Parallel()
	ends := today.AddDays(10)
	for name, c := range map[string]struct {
		held    plan.RoleHolders
		role    plan.Role
		from    civil.Date
		seat    int
		pointer string
	}{
		"the first":                                {nil, plan.Coordinator, today, 1, ""},
		"not in the past":                          {nil, plan.Coordinator, today.AddDays(-1), 0, "/startsOn"},
		"follows the one before":                   {plan.RoleHolders{holder(plan.Coordinator, 1, today, civil.Date{})}, plan.Coordinator, today, 1, ""},
		"not before the one before has begun":      {plan.RoleHolders{holder(plan.Coordinator, 1, ends, civil.Date{})}, plan.Coordinator, today, 0, "/startsOn"},
		"not while somebody has it to an end":      {plan.RoleHolders{holder(plan.Coordinator, 1, today, ends)}, plan.Coordinator, ends, 0, "/startsOn"},
		"after that end":                           {plan.RoleHolders{holder(plan.Coordinator, 1, today, ends)}, plan.Coordinator, ends.AddDays(1), 1, ""},
		"a leader beside another":                  {plan.RoleHolders{holder(plan.Leader, 1, today, civil.Date{})}, plan.Leader, today, 2, ""},
		"no third leader":                          {plan.RoleHolders{holder(plan.Leader, 1, today, civil.Date{}), holder(plan.Leader, 2, today, ends)}, plan.Leader, today, 0, "/role"},
		"a leader when one of two has ended":       {plan.RoleHolders{holder(plan.Leader, 1, today, civil.Date{}), holder(plan.Leader, 2, today, ends)}, plan.Leader, ends.AddDays(1), 2, ""},
		"another role does not count":              {plan.RoleHolders{holder(plan.Leader, 1, today, civil.Date{})}, plan.Coordinator, today, 1, ""},
		"who stands in does not keep others away":  {plan.RoleHolders{standIn(today, ends)}, plan.Coordinator, today, 1, ""},
		"one that never took effect does not, too": {plan.RoleHolders{holder(plan.Coordinator, 1, ends, ends.AddDays(-1))}, plan.Coordinator, ends, 1, ""},
	} {
		seat, err := c.held.Seat(c.role, c.from, today)
		if c.pointer != "" {
			if at := fault.Of(err).Fields; len(at) != 1 || at[0].Pointer != c.pointer {
				t.Errorf("%s: got %v", name, err)
			}
			continue
		}
		if err != nil || seat != c.seat {
			t.Errorf("%s: got seat %d, %v", name, seat, err)
		}
	}
}

func standIn(from, to civil.Date) plan.RoleHolder {
	h := holder(plan.Coordinator, 1, from, to)
	h.StandsInFor = id.NewRoleHolder()
	return h
}

func TestR41StandIn(t *testing.T) {
	t.Parallel()
	h := holder(plan.Coordinator, 1, today.AddDays(-9), today.AddDays(20))
	for name, c := range map[string]struct {
		of       plan.RoleHolder
		from, to civil.Date
		pointer  string
	}{
		"within":                  {h, today, today.AddDays(20), ""},
		"without an end":          {h, today, civil.Date{}, "/endsOn"},
		"longer than the holder":  {h, today, today.AddDays(21), "/endsOn"},
		"back in time":            {h, today.AddDays(-1), today, "/startsOn"},
		"ends before it starts":   {h, today.AddDays(1), today, "/endsOn"},
		"before the holder":       {holder(plan.Coordinator, 1, today.AddDays(5), civil.Date{}), today, today.AddDays(9), "/startsOn"},
		"of who stands in itself": {standIn(today, today.AddDays(9)), today, today.AddDays(2), "/standsInForId"},
	} {
		s, err := c.of.StandIn(c.from, c.to, today)
		if c.pointer != "" {
			if at := fault.Of(err).Fields; len(at) != 1 || at[0].Pointer != c.pointer {
				t.Errorf("%s: got %v", name, err)
			}
			continue
		}
		if err != nil || s.StandsInFor != c.of.ID || s.Unit != c.of.Unit || s.From != c.from || s.To != c.to {
			t.Errorf("%s: got %+v, %v", name, s, err)
		}
	}
}

func TestR48EndRole(t *testing.T) {
	t.Parallel()
	leads := holder(plan.Leader, 1, today.AddDays(-9), civil.Date{})
	later := holder(plan.Leader, 1, today.AddDays(5), civil.Date{})
	for name, c := range map[string]struct {
		of   plan.RoleHolder
		on   civil.Date
		last civil.Date
		code fault.Code
	}{
		"today":                 {leads, today, today, fault.Code{}},
		"in advance":            {leads, today.AddDays(3), today.AddDays(3), fault.Code{}},
		"before it has begun":   {later, today, today.AddDays(4), fault.Code{}},
		"back in time":          {leads, today.AddDays(-1), civil.Date{}, fault.CodeDates},
		"a coordinator":         {holder(plan.Coordinator, 1, today, civil.Date{}), today, civil.Date{}, fault.CodeSuccessor},
		"one who has ended":     {holder(plan.Leader, 1, today.AddDays(-9), today.AddDays(-1)), today, civil.Date{}, fault.CodeEnded},
		"longer than was known": {holder(plan.Leader, 1, today, today.AddDays(2)), today.AddDays(3), civil.Date{}, fault.CodeDates},
		"who stands in":         {standIn(today, today.AddDays(9)), today, today, fault.Code{}},
	} {
		h := c.of
		err := h.End(c.on, today)
		if c.code != (fault.Code{}) {
			if fault.Of(err).Code != c.code || h.Version != 1 {
				t.Errorf("%s: got %+v, %v", name, h, err)
			}
			continue
		}
		if err != nil || h.To != c.last || h.Version != 2 {
			t.Errorf("%s: got %+v, %v", name, h, err)
		}
	}
}

func TestR48AnswerRoleOffer(t *testing.T) {
	t.Parallel()
	o := plan.RoleOffer{Role: plan.Coordinator, To: id.NewUnit(), StartsOn: today.AddDays(-3), State: plan.OfferStates.Must("waiting"), Version: 1}
	no := o
	if fault.Of(no.Take(plan.Answer{}, today)).Code != fault.CodeReasonRequired || no.Version != 1 {
		t.Errorf("a no without reason: %+v", no)
	}
	yes := o
	if err := yes.Take(plan.Answer{Accept: true}, today); err != nil || yes.State != plan.OfferAccepted || yes.AnsweredOn != today {
		t.Errorf("got %+v, %v", yes, err)
	}
	if fault.Of(yes.Take(plan.Answer{Reason: person.NewText("ändrat")}, today)).Code != fault.CodeAnswered {
		t.Error("it is answered twice")
	}
	who := id.NewPerson()
	h, err := yes.Begin(plan.RoleHolders{holder(plan.Coordinator, 1, today.AddDays(-9), civil.Date{})}, who, today, time.Time{})
	if err != nil || h.From != today || h.Person != who || h.Unit != o.To { // never back in time, however late the answer
		t.Errorf("got %+v, %v", h, err)
	}
}

// TestR48NeitherGapNorOverlap: however a coordinator is appointed and handed over, once there is one there is exactly one
// on each day.
func TestR48NeitherGapNorOverlap(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var hs plan.RoleHolders
		now := today
		for range rapid.IntRange(1, 12).Draw(t, "acts") {
			now = now.AddDays(rapid.IntRange(0, 4).Draw(t, "pass"))
			from := now.AddDays(rapid.IntRange(-2, 6).Draw(t, "from"))
			seat, err := hs.Seat(plan.Coordinator, from, now)
			if err != nil {
				continue
			}
			for i := range hs { // as the table does when somebody follows
				if hs[i].To.IsZero() {
					hs[i].To = from.AddDays(-1)
				}
			}
			hs = append(hs, holder(plan.Coordinator, seat, from, civil.Date{}))
			last := &hs[rapid.IntRange(0, len(hs)-1).Draw(t, "ends")]
			if last.End(now, now) == nil {
				t.Fatalf("a coordinator ends without a successor: %+v", last)
			}
		}
		if len(hs) == 0 {
			return
		}
		for day := hs[0].From; !day.After(now.AddDays(9)); day = day.AddDays(1) {
			on := 0
			for _, h := range hs {
				if !day.Before(h.From) && (h.To.IsZero() || !day.After(h.To)) {
					on++
				}
			}
			if on != 1 {
				t.Fatalf("%d coordinators on %s: %+v", on, day, hs)
			}
		}
	})
}
