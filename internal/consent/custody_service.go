package consent

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// CustodyStore is what decisions under FB 6:13 a need of storage. Everything is the own unit's; what is out of the grant's
// reach is fault.CodeNotFound, exactly as what does not exist.
type CustodyStore interface {
	// RegisterCustody finds a child of the own unit's cases in reach, lets do make the decision, and stores it.
	RegisterCustody(context.Context, access.Grant[access.EditCustodyDecision], id.Person, func() (CustodyDecision, error)) (CustodyDecision, error)
	// ListCustody gives a page of the own unit's decisions about a child in reach, latest first, and how many there are.
	ListCustody(context.Context, access.Grant[access.ReadCustodyDecision], id.Person, page.Page) ([]CustodyDecision, int, error)
	// EndCustody locks a decision about a child in reach, lets do end it, and stores that.
	EndCustody(context.Context, access.Grant[access.EditCustodyDecision], id.Custody, func(*CustodyDecision) error) (CustodyDecision, error)
}

// socialBoard is the class of units that register for the board which decides under FB 6:13 a.
var socialBoard = access.ClassNamed("ifo")

// RegisterCustody registers a decision under FB 6:13 a (R15). Staff of individual and family care who work with the child's
// case, and their manager. Faults: denied for units of other classes, not-found, dates, reason-required, invalid values.
func (s *Service) RegisterCustody(ctx context.Context, a access.Actor, child id.Person, d CustodyDraft) (CustodyDecision, error) {
	g, err := access.Allow[access.EditCustodyDecision](s.policy, a)
	if err != nil {
		return CustodyDecision{}, err
	}
	if a.Class() != socialBoard {
		return CustodyDecision{}, fault.New(fault.CodeDenied)
	}
	return s.store.RegisterCustody(ctx, g, child, func() (CustodyDecision, error) { return Decide(child, d, a.Today(), s.now()) })
}

// CustodyDecisions gives a page of the own unit's decisions about a child. Staff who work with the case, and their manager.
func (s *Service) CustodyDecisions(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]CustodyDecision, int, error) {
	g, err := access.Allow[access.ReadCustodyDecision](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListCustody(ctx, g, child, p)
}

// EndCustody ends a decision that the own unit registered. Who may register one may end it. Faults: not-found,
// already-answered for one that has ended, dates, reason-required.
func (s *Service) EndCustody(ctx context.Context, a access.Actor, d id.Custody, last civil.Date, reason person.Text) (CustodyDecision, error) {
	g, err := access.Allow[access.EditCustodyDecision](s.policy, a)
	if err != nil {
		return CustodyDecision{}, err
	}
	return s.store.EndCustody(ctx, g, d, func(v *CustodyDecision) error { return v.End(last, reason) })
}
