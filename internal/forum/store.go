package forum

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Store is what the slice needs of storage. A group in which the actor has no seat, and a case that is not there for the actor, are
// fault.CodeNotFound, exactly as one that does not exist.
type Store interface {
	// PlanSessions stores sessions of a group that the actor handles; fault.CodeDuplicate for a day on which it meets already.
	PlanSessions(context.Context, access.Grant[access.HandleForum], id.Group, []Session) error
	// ListForumSessions gives a page of a group's sessions, the latest first, without agenda, and how many there are.
	ListForumSessions(context.Context, access.Grant[access.ReadForum], id.Group, page.Page) ([]Session, int, error)
	// FindForumSession gives one with its agenda.
	FindForumSession(context.Context, access.Grant[access.ReadForum], id.ForumSession) (Session, error)
	// CancelSession locks a session of a group that the actor handles, lets do cancel it, and stores that.
	CancelSession(context.Context, access.Grant[access.HandleForum], id.ForumSession, func(*Session) error) error

	// RaiseForumCase finds the terms, lets do raise the case, and stores it. A child must be in reach of the second grant, a consent
	// of the third.
	RaiseForumCase(context.Context, access.Grant[access.RaiseForumCase], access.Grant[access.ReadChild], access.Grant[access.ReadConsent], id.Group, Draft,
		func(Terms) (Case, error)) error
	// FindForumCase gives one with what was said.
	FindForumCase(context.Context, access.Grant[access.ReadForum], id.ForumCase) (Case, error)
	// ListForumCases gives a page of a group's cases, the latest first, and how many there are.
	ListForumCases(context.Context, access.Grant[access.ReadForum], id.Group, page.Page) ([]Case, int, error)
	// WithdrawForumCase locks a case that the actor raised, and removes its texts at once.
	WithdrawForumCase(context.Context, access.Grant[access.RaiseForumCase], id.ForumCase) error
	// Contribute locks a case, lets do say something as the member of whom the draft tells, and stores it. Another member than the
	// actor may be meant by who handles the group alone.
	Contribute(context.Context, access.Grant[access.RaiseForumCase], access.Grant[access.HandleForum], id.ForumCase, id.Member, func(*Case, Contribution) (Contribution, error)) error
	// DecideForumCase locks a case of a group that the actor handles, tells whether somebody sits there, lets do decide, and stores it.
	DecideForumCase(context.Context, access.Grant[access.HandleForum], id.ForumCase, id.Member, func(c *Case, isMember bool) error) error
	// FollowUpForumCase locks a case that the actor follows up, lets do write, and stores it.
	FollowUpForumCase(context.Context, access.Grant[access.FollowUpForumCase], id.ForumCase, func(*Case) error) error
	// OpenForumLink tells which child of the own unit's cases in reach a case is about, and keeps who asked and why.
	OpenForumLink(context.Context, access.Grant[access.OpenForumLink], id.ForumCase, person.Text) (id.Person, error)

	// HasConsented tells whether a consent in reach, to a plan or to sharing, is in force for a child.
	HasConsented(context.Context, access.Grant[access.ReadConsent], id.Person, id.Consent) (bool, error)

	// AddLearning stores what a group of the actor's has learnt.
	AddLearning(context.Context, access.Grant[access.RaiseForumCase], Learning) error
	// WithdrawLearning removes what the actor wrote, or what a group has learnt whose minutes the actor keeps; fault.CodeNotFound for
	// another, with whether the actor sees it.
	WithdrawLearning(context.Context, access.Grant[access.RaiseForumCase], id.Learning) (isSeen bool, err error)
	// ListLearnings gives a page of what a group has learnt, the latest first, and how much there is.
	ListLearnings(context.Context, access.Grant[access.ReadForum], id.Group, page.Page) ([]Learning, int, error)

	// KnownNames and KnownPlaces give what a text is searched for: of the cases that the grants reach.
	KnownNames(context.Context, access.Grant[access.ReadSelf], access.Grant[access.ReadChild], access.Grant[access.ReadRelation]) ([]person.Name, error)
	KnownPlaces(context.Context, access.Grant[access.ReadSelf], access.Grant[access.ReadWhereabouts]) ([]string, error)
	// ReadDirectory gives the units with their names, which are public.
	ReadDirectory(context.Context, access.Grant[access.ReadOrg]) (org.Directory, error)
}

// Plans is what the slice needs of plans.
type Plans interface {
	// NoteRequested opens a plan for a child of the actor's cases, with words as its first note.
	NoteRequested(ctx context.Context, a access.Actor, child id.Person, words person.Text) (id.Plan, error)
}
