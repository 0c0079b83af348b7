package care

import (
	"context"
	"sync"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// touched is a store that counts how often it is asked, and has a holder of each class.
type touched struct {
	Store
	times int
}

func (s *touched) AskEmergency(_ context.Context, _ access.Grant[access.AskEmergency], i Inquiry, _ person.Identifier) (Inquiry, error) {
	s.times++
	i.Holders = holders
	return i, nil
}

func (s *touched) OpenEmergency(_ context.Context, _ access.Grant[access.OpenEmergency], of id.EmergencyInquiry, do func(Inquiry) (Access, error)) (Access, error) {
	s.times++
	return do(Inquiry{ID: of, AskedAt: noon, Holders: holders})
}

func (s *touched) ListEmergencyItems(
	_ context.Context, _ access.Grant[access.ReadEmergency], _ id.EmergencyAccess, now time.Time, may func(Access) error, _ page.Page,
) ([]Item, int, error) {
	s.times++
	return nil, 0, may(Access{HolderClass: access.ClassNamed("school"), OpenedAt: now, OpensUntil: now.Add(openFor)})
}

func (s *touched) ListBlocks(context.Context, access.Grant[access.ReadBlock], id.Person, page.Page) ([]Block, int, error) {
	s.times++
	return nil, 0, nil
}

func (s *touched) RecordBlock(context.Context, access.Grant[access.SetBlock], Block) error {
	s.times++
	return nil
}

func (s *touched) LiftBlock(context.Context, access.Grant[access.LiftBlock], id.Block, func(*Block) error) (Block, error) {
	s.times++
	return Block{}, nil
}

// holders hold one unit of each class.
var holders = func() []Holder {
	var all []Holder
	for _, c := range access.Classes {
		all = append(all, Holder{Unit: id.NewUnit(), Class: c})
	}
	return all
}()

var policy = sync.OnceValues(access.Load)

func service(t *testing.T) (*Service, *touched) {
	t.Helper()
	m, err := policy()
	if err != nil {
		t.Fatal(err)
	}
	s := &touched{}
	return NewService(s, m, func() time.Time { return noon }), s
}

func staff(role access.Role, class access.Class) access.Actor {
	post := access.Post{Assignment: id.NewAssignment(), Role: role, Unit: id.NewUnit(), Class: class}
	return access.NewStaff(id.NewPerson(), "Vera", post, civil.Of(noon), id.NewRequest())
}

// everybody gives an actor for each role at each class of unit, and a citizen.
func everybody() []access.Actor {
	all := []access.Actor{access.NewCitizen(id.NewPerson(), civil.Of(noon), id.NewRequest())}
	for _, r := range []access.Role{access.Caseworker, access.UnitManager, access.Admin, access.Leader, access.DPO, access.SystemAdmin} {
		for _, c := range append([]access.Class{{}}, access.Classes...) {
			all = append(all, staff(r, c))
		}
	}
	return all
}

// TestR38OnlyHealthCareOpens: of all roles at all classes of units, caseworkers and managers of health care alone get as
// far as the store; to all others nothing is looked up.
func TestR38OnlyHealthCareOpens(t *testing.T) {
	t.Parallel()
	s, store := service(t)
	q := Question{Danger: Dangers.Must("life"), Reason: reason}
	for _, a := range everybody() {
		may := a.Class().String() == "health" && (a.Role() == access.Caseworker || a.Role() == access.UnitManager)
		for name, try := range map[string]func() error{
			"ask": func() error { _, err := s.Ask(t.Context(), a, q); return err },
			"open": func() error {
				_, err := s.Open(t.Context(), a, id.NewEmergencyInquiry(), id.NewUnit(), reason)
				return err
			},
			"read": func() error {
				_, _, err := s.Items(t.Context(), a, id.NewEmergencyAccess(), page.Default)
				return err
			},
		} {
			store.times = 0
			err := try()
			if isDenied := fault.Has(err, fault.CodeDenied); isDenied == may || (store.times > 0) != may {
				t.Errorf("%s, %s of %s: got %v, the store was asked %d times", name, a.Role(), a.Class(), err, store.times)
			}
		}
	}
}

// TestR38OnlyCareGiversAreOpened: whatever the store says, no other class of unit is named or opened.
func TestR38OnlyCareGiversAreOpened(t *testing.T) {
	t.Parallel()
	s, _ := service(t)
	vera := staff(access.Caseworker, access.ClassNamed("health"))
	i, err := s.Ask(t.Context(), vera, Question{Danger: Dangers.Must("health"), Reason: reason})
	if err != nil || len(i.Holders) != 2 || i.Holders[0].Class.String() != "health" || i.Holders[1].Class.String() != "school-health-medical" {
		t.Errorf("named: %v, %v", i.Holders, err)
	}
	for _, h := range holders {
		_, err := s.Open(t.Context(), vera, i.ID, h.Unit, reason)
		if gives := h.Class.String() == "health" || h.Class.String() == "school-health-medical"; gives != (err == nil) || !gives && !fault.Has(err, fault.CodeNotAUnit) {
			t.Errorf("%s: got %v", h.Class, err)
		}
	}
	if _, _, err := s.Items(t.Context(), vera, id.NewEmergencyAccess(), page.Default); !fault.Is(err, fault.NotFound) {
		t.Errorf("a school's items: %v", err)
	}
}

// TestR39OnlyCareGiversBlock: staff of other services neither see nor record nor lift blocks.
func TestR39OnlyCareGiversBlock(t *testing.T) {
	t.Parallel()
	s, store := service(t)
	for _, a := range everybody() {
		if a.IsCitizen() {
			continue
		}
		gives := a.Class().String() == "health" || a.Class().String() == "school-health-medical"
		may := gives && (a.Role() == access.Caseworker || a.Role() == access.UnitManager)
		for name, try := range map[string]func() error{
			"list":   func() error { _, _, err := s.List(t.Context(), a, id.NewPerson(), page.Default); return err },
			"record": func() error { _, err := s.Record(t.Context(), a, id.NewPerson(), reason); return err },
			"lift":   func() error { _, err := s.Lift(t.Context(), a, id.NewBlock(), reason); return err },
		} {
			store.times = 0
			if err := try(); fault.Has(err, fault.CodeDenied) == may || (store.times > 0) != may {
				t.Errorf("%s, %s of %s: got %v", name, a.Role(), a.Class(), err)
			}
		}
	}
}
