package forum

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	plans  Plans
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, p Plans, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, p, m, now}
}

// orNone gives a grant, or the zero grant that opens nothing.
func orNone[P access.Permission](s *Service, a access.Actor) access.Grant[P] {
	g, err := access.Allow[P](s.policy, a)
	if err != nil {
		return access.Grant[P]{}
	}
	return g
}

// Known gives what a text of the actor's is searched for: in the cases that the actor may see and in what is public, and nothing
// else, so that a refusal tells nothing that the actor does not know.
func (s *Service) Known(ctx context.Context, a access.Actor) (deidentify.Known, error) {
	self, err := access.Allow[access.ReadSelf](s.policy, a)
	if err != nil {
		return deidentify.Known{}, err
	}
	names, err := s.store.KnownNames(ctx, self, orNone[access.ReadChild](s, a), orNone[access.ReadRelation](s, a))
	if err != nil {
		return deidentify.Known{}, err
	}
	where, err := s.store.KnownPlaces(ctx, self, orNone[access.ReadWhereabouts](s, a))
	if err != nil {
		return deidentify.Known{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return deidentify.Known{}, err
	}
	d, err := s.store.ReadDirectory(ctx, o)
	return deidentify.Known{Names: names, Places: append(where, d.PlacesOfChildren()...)}, err
}

// Plan plans sessions of a group. Its chair and secretary. Faults: not-found, denied for others who sit there, duplicate,
// dates-out-of-order.
func (s *Service) Plan(ctx context.Context, a access.Actor, of id.Group, d Series) ([]Session, error) {
	g, err := access.Allow[access.HandleForum](s.policy, a)
	if err != nil {
		return nil, err
	}
	all, err := d.Sessions(of, a.Today())
	if err != nil {
		return nil, err
	}
	if err = s.store.PlanSessions(ctx, g, of, all); fault.Is(err, fault.NotFound) {
		if _, _, findErr := s.Sessions(ctx, a, of, page.Page{Number: 1, Limit: 1}); findErr == nil {
			err = fault.New(fault.CodeDenied)
		}
	}
	return all, err
}

// Sessions gives a page of a group's sessions. Who sits there today. Fault: not-found.
func (s *Service) Sessions(ctx context.Context, a access.Actor, of id.Group, p page.Page) ([]Session, int, error) {
	g, err := access.Allow[access.ReadForum](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListForumSessions(ctx, g, of, p)
}

// Session gives one with its agenda, as far as the actor may know of it. Who sits there today. Fault: not-found.
func (s *Service) Session(ctx context.Context, a access.Actor, of id.ForumSession) (Session, error) {
	g, err := access.Allow[access.ReadForum](s.policy, a)
	if err != nil {
		return Session{}, err
	}
	return s.store.FindForumSession(ctx, g, of)
}

// Cancel cancels a session. The group's chair and secretary. Faults: not-found, denied for others who sit there, already-ended.
func (s *Service) Cancel(ctx context.Context, a access.Actor, of id.ForumSession, why person.Text) (Session, error) {
	g, err := access.Allow[access.HandleForum](s.policy, a)
	if err != nil {
		return Session{}, err
	}
	err = s.store.CancelSession(ctx, g, of, func(v *Session) error { return v.Cancel(why, a.Today()) })
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Session{}, err
	}
	v, findErr := s.Session(ctx, a, of)
	if findErr == nil && err != nil {
		return Session{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}

// Learn writes down what a group has learnt. Who sits there today. Faults: not-found, identifying-text, confirm-warnings.
func (s *Service) Learn(ctx context.Context, a access.Actor, of id.Group, text person.Text, confirmed []deidentify.Warning) (Learning, error) {
	g, err := access.Allow[access.RaiseForumCase](s.policy, a)
	if err != nil {
		return Learning{}, err
	}
	k, err := s.Known(ctx, a)
	if err != nil {
		return Learning{}, err
	}
	v, err := Learn(of, text, confirmed, k, a.Today(), s.now())
	if err != nil {
		return Learning{}, err
	}
	return v, s.store.AddLearning(ctx, g, v)
}

// Unlearn takes back what a group has learnt, which is gone then. Who wrote it, and the group's chair and secretary. Faults: not-found,
// denied for others who sit there.
func (s *Service) Unlearn(ctx context.Context, a access.Actor, of id.Learning) error {
	g, err := access.Allow[access.RaiseForumCase](s.policy, a)
	if err != nil {
		return err
	}
	isSeen, err := s.store.WithdrawLearning(ctx, g, of)
	if fault.Is(err, fault.NotFound) && isSeen {
		return fault.New(fault.CodeDenied)
	}
	return err
}

// Learnings gives a page of what a group has learnt. Who sits there today. Fault: not-found.
func (s *Service) Learnings(ctx context.Context, a access.Actor, of id.Group, p page.Page) ([]Learning, int, error) {
	g, err := access.Allow[access.ReadForum](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListLearnings(ctx, g, of, p)
}
