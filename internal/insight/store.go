package insight

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store keeps reviews and looks into the log. Every method takes the grant that opens it.
type Store interface {
	// ListLogExtract gives a page of the log extract, by service and then from the latest, and how many rows there are in
	// all. A zero child means every child of the family.
	ListLogExtract(ctx context.Context, g access.Grant[access.ReadLogExtract], child id.Person, p Period, t Told, pg page.Page) ([]Entry, int, error)
	// FindReason tells why an item is there for the reader, and the class of the unit that holds it. Fault: not-found.
	FindReason(ctx context.Context, g access.Grant[access.ReadItem], i id.Item) (Reason, access.Class, error)
	// ListFacts gives what the records of a day say of those who could see an item. Fault: not-found when the item is not
	// one of the own principal's.
	ListFacts(ctx context.Context, g access.Grant[access.ExplainAccess], i id.Item, on civil.Date) (Holder, []Fact, error)
	// CreateReview draws the sample of a review and keeps both. hidden names operations that no review tells of. Fault:
	// unknown-unit.
	CreateReview(ctx context.Context, g access.Grant[access.ReviewLog], r Review, hidden []string) error
	// ListReviews gives a page of the reviews in reach, the latest first.
	ListReviews(ctx context.Context, g access.Grant[access.ReviewLog], pg page.Page) ([]Review, int, error)
	// ViewReview gives a review with its entries, without those about the reader. Fault: not-found.
	ViewReview(ctx context.Context, g access.Grant[access.ReviewLog], r id.Review) (Review, error)
	// AddVerdict keeps a verdict on an entry of a review in reach. Fault: not-found, also for an entry about the reviewer.
	AddVerdict(ctx context.Context, g access.Grant[access.ReviewLog], v Verdict) error
	// ListFlags gives a page of the hours of unusually wide use, the latest first.
	ListFlags(ctx context.Context, g access.Grant[access.ReadFlag], p Period, hidden []string, pg page.Page) ([]Flag, int, error)
}
