package disposal

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. What is out of the grant's reach is fault.CodeNotFound, exactly as what does not exist.
type Store interface {
	// ListDisposalSettings gives a page of what the own domain has decided, by class and the latest first.
	ListDisposalSettings(context.Context, access.Grant[access.ReadDisposal], page.Page) ([]Setting, int, error)
	// SetDisposal tells do the number of the last setting of a class, and stores the one that it makes.
	SetDisposal(ctx context.Context, g access.Grant[access.SetDisposal], class string, do func(last int) (Setting, error)) error
	// ListMarks gives a page of the marks on a child's case in reach, open or not, the latest first.
	ListMarks(context.Context, access.Grant[access.ReadRetention], id.Person, page.Page) ([]Mark, int, error)
	// SetMark stores a mark on a case in reach.
	SetMark(context.Context, access.Grant[access.MarkRetention], Mark) error
	// EndMark locks a mark in reach, lets do end it, and stores that.
	EndMark(context.Context, access.Grant[access.MarkRetention], id.RetentionMark, func(*Mark) error) (Mark, error)
	// DrawUpDisposal tells do of the classes of the own domain's units, of its settings, and of the cases in which nothing is open or
	// held and that are on no list, and stores the list that it makes.
	DrawUpDisposal(ctx context.Context, g access.Grant[access.DrawUpDisposal], do func(classes []string, settings []Setting, all []Candidate) (Run, []Case, error)) error
	// ListDisposals gives a page of the own domain's lists, the latest first.
	ListDisposals(context.Context, access.Grant[access.ReadDisposal], page.Page) ([]Run, int, error)
	// FindDisposal gives one.
	FindDisposal(context.Context, access.Grant[access.ReadDisposal], id.Disposal) (Run, error)
	// ListDisposalCases gives a page of the cases on a list, by when they were due.
	ListDisposalCases(context.Context, access.Grant[access.ReadDisposal], id.Disposal, page.Page) ([]Case, int, error)
	// DecideDisposal locks a list in reach, tells do what the own domain has decided and how the cases stand that are on it, lets it decide,
	// and stores that without the cases that it takes off.
	DecideDisposal(ctx context.Context, g access.Grant[access.DecideDisposal], r id.Disposal,
		do func(*Run, []Setting, []Fact) (map[id.DisposalCase]Cause, error)) error
	// ChangeDisposal locks a list in reach, lets do cancel it, and stores that.
	ChangeDisposal(context.Context, access.Grant[access.DecideDisposal], id.Disposal, func(*Run) error) error
}
