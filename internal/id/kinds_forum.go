package id

import "github.com/google/uuid"

// Forums: their sessions, the cases that are raised there, who spoke, and what was learnt.
type (
	forumSessionKind struct{}
	forumCaseKind    struct{}
	contributionKind struct{}
	learningKind     struct{}

	ForumSession = ID[forumSessionKind]
	ForumCase    = ID[forumCaseKind]
	Contribution = ID[contributionKind]
	Learning     = ID[learningKind]
)

// NewForumSession, and the others below, make and take the ids of what forums have.
func NewForumSession() ForumSession           { return New[forumSessionKind]() }
func NewForumCase() ForumCase                 { return New[forumCaseKind]() }
func NewContribution() Contribution           { return New[contributionKind]() }
func NewLearning() Learning                   { return New[learningKind]() }
func ForumSessionOf(u uuid.UUID) ForumSession { return From[forumSessionKind](u) }
func ForumCaseOf(u uuid.UUID) ForumCase       { return From[forumCaseKind](u) }
func LearningOf(u uuid.UUID) Learning         { return From[learningKind](u) }
