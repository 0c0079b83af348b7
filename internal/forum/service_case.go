package forum

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Raise raises a case in a group. Who sits there today, whatever the function. Faults: not-found, forum-basis, consent-not-live,
// identifying-text, confirm-warnings, dates-out-of-order, invalid values.
func (s *Service) Raise(ctx context.Context, a access.Actor, in id.Group, d Draft) (Case, error) {
	g, err := access.Allow[access.RaiseForumCase](s.policy, a)
	if err != nil {
		return Case{}, err
	}
	k, err := s.Known(ctx, a)
	if err != nil {
		return Case{}, err
	}
	var made Case
	err = s.store.RaiseForumCase(ctx, g, orNone[access.ReadChild](s, a), orNone[access.ReadConsent](s, a), in, d, func(t Terms) (Case, error) {
		t.Known = k
		c, err := New(d, t, a.Today(), s.now())
		made = c
		return c, err
	})
	if err != nil {
		return Case{}, err
	}
	return s.Find(ctx, a, made.ID)
}

// Find gives a case with what was said. Who sits in the group today; of one that rests on a consent, those whose service it names,
// and the unit that raised it. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, c id.ForumCase) (Case, error) {
	g, err := access.Allow[access.ReadForum](s.policy, a)
	if err != nil {
		return Case{}, err
	}
	return s.store.FindForumCase(ctx, g, c)
}

// List gives a page of a group's cases. Who may find one may list it. Fault: not-found for a group of others.
func (s *Service) List(ctx context.Context, a access.Actor, of id.Group, p page.Page) ([]Case, int, error) {
	g, err := access.Allow[access.ReadForum](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListForumCases(ctx, g, of, p)
}

// Withdraw takes a case back, whose texts are removed at once. Who raised it. Faults: not-found, denied for others who see it.
func (s *Service) Withdraw(ctx context.Context, a access.Actor, c id.ForumCase) error {
	g, err := access.Allow[access.RaiseForumCase](s.policy, a)
	if err != nil {
		return err
	}
	return s.deniedIfSeen(ctx, a, c, s.store.WithdrawForumCase(ctx, g, c))
}

// Speak writes down what a member said. Each for the own unit; chair and secretary for everybody. Faults: not-found, denied,
// identifying-text, confirm-warnings, invalid values.
func (s *Service) Speak(ctx context.Context, a access.Actor, c id.ForumCase, d ContributionDraft) (Case, error) {
	g, err := access.Allow[access.RaiseForumCase](s.policy, a)
	if err != nil {
		return Case{}, err
	}
	k, err := s.Known(ctx, a)
	if err != nil {
		return Case{}, err
	}
	return s.changed(ctx, a, c, s.store.Contribute(ctx, g, orNone[access.HandleForum](s, a), c, d.For, func(v *Case, as Contribution) (Contribution, error) {
		return v.Speak(d, as, k, a.Today(), s.now())
	}))
}

// Decide writes down what a group came to. Its chair and secretary. Faults: not-found, denied for others who see the case,
// illegal-forum-step, identifying-text, confirm-warnings, dates-out-of-order, invalid values.
func (s *Service) Decide(ctx context.Context, a access.Actor, c id.ForumCase, d DecisionDraft) (Case, error) {
	g, err := access.Allow[access.HandleForum](s.policy, a)
	if err != nil {
		return Case{}, err
	}
	k, err := s.Known(ctx, a)
	if err != nil {
		return Case{}, err
	}
	return s.changed(ctx, a, c, s.store.DecideForumCase(ctx, g, c, d.Responsible, func(v *Case, isMember bool) error {
		return v.Decide(d, isMember, k, a.Today())
	}))
}

// FollowUp writes down what had come of a case. Who is responsible for it; chair and secretary. Faults: not-found, denied for others
// who see the case, illegal-forum-step, identifying-text, confirm-warnings.
func (s *Service) FollowUp(ctx context.Context, a access.Actor, c id.ForumCase, text person.Text, confirmed []deidentify.Warning) (Case, error) {
	g, err := access.Allow[access.FollowUpForumCase](s.policy, a)
	if err != nil {
		return Case{}, err
	}
	k, err := s.Known(ctx, a)
	if err != nil {
		return Case{}, err
	}
	return s.changed(ctx, a, c, s.store.FollowUpForumCase(ctx, g, c, func(v *Case) error { return v.FollowUp(text, confirmed, k, a.Today()) }))
}

// Open tells which child of the unit that raised a case it is about (R29). There those who work with the child, and their manager,
// who say why each time. Faults: not-found, denied for others who see the case and where nobody is linked.
func (s *Service) Open(ctx context.Context, a access.Actor, c id.ForumCase, why person.Text) (id.Person, error) {
	g, err := access.Allow[access.OpenForumLink](s.policy, a)
	if err != nil {
		return id.Person{}, err
	}
	child, err := s.store.OpenForumLink(ctx, g, c, why)
	return child, s.deniedIfSeen(ctx, a, c, err)
}

// PlanDraft is what a plan begins with that the unit which raised a case opens for the child.
type PlanDraft struct {
	Consent id.Consent  // of the family
	Words   person.Text // its first note
	Why     person.Text // the link to the child is opened
}

// Begin opens a plan for the child of a case, once the family has consented (R29). It has no link to the case, and nothing about the
// case changes. Who may open the link, and a plan for the child. Faults: as of Open, and consent-not-live.
func (s *Service) Begin(ctx context.Context, a access.Actor, c id.ForumCase, d PlanDraft) (id.Plan, error) {
	g, err := access.Allow[access.ReadConsent](s.policy, a)
	if err != nil {
		return id.Plan{}, err
	}
	child, err := s.Open(ctx, a, c, d.Why)
	if err != nil {
		return id.Plan{}, err
	}
	ok, err := s.store.HasConsented(ctx, g, child, d.Consent)
	if err == nil && !ok {
		err = fault.At(fault.CodeNoLiveConsent, "/consentId", "not-live")
	}
	if err != nil {
		return id.Plan{}, err
	}
	return s.plans.NoteRequested(ctx, a, child, d.Words)
}

// changed gives a case as it stands after a change. One that the actor can see but not change is denied.
func (s *Service) changed(ctx context.Context, a access.Actor, c id.ForumCase, err error) (Case, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Case{}, err
	}
	v, findErr := s.Find(ctx, a, c)
	if findErr == nil && err != nil {
		return Case{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}

// deniedIfSeen says of what was not found that it is not the actor's, when the actor sees the case.
func (s *Service) deniedIfSeen(ctx context.Context, a access.Actor, c id.ForumCase, err error) error {
	if !fault.Is(err, fault.NotFound) {
		return err
	}
	if _, findErr := s.Find(ctx, a, c); findErr == nil {
		return fault.New(fault.CodeDenied)
	}
	return err
}
