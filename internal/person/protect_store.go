package person

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// ProtectStore is what the slice needs of storage about protected children. As for the rest of Store, a child out of the
// grant's reach is fault.CodeNotFound; so is one whose whereabouts the caller is not named for, whether or not there are
// any.
type ProtectStore interface {
	// RecordProtection stores the record that do makes; the level that counts follows at once.
	RecordProtection(context.Context, access.Grant[access.RecordProtection], id.Person, func(Child) (ProtectionRecord, error)) (ProtectionRecord, error)
	// ListProtections gives a page of what the own unit has recorded, the latest first.
	ListProtections(context.Context, access.Grant[access.ReadProtection], id.Person, page.Page) ([]ProtectionRecord, int, error)

	// AddWhereabouts stores the word that do makes.
	AddWhereabouts(context.Context, access.Grant[access.EditWhereabouts], id.Person, func(Child) (Whereabouts, error)) (Whereabouts, error)
	// ListWhereabouts gives a page of where the child is, the latest first.
	ListWhereabouts(context.Context, access.Grant[access.ReadWhereabouts], id.Person, page.Page) ([]Whereabouts, int, error)
	// EndWhereabouts locks a word, lets do end it, and stores it.
	EndWhereabouts(context.Context, access.Grant[access.EditWhereabouts], id.Whereabouts, func(*Whereabouts) error) (Whereabouts, error)

	// NameReader stores the naming that do makes.
	NameReader(context.Context, access.Grant[access.NameReader], id.Person, func(Child) (WhereaboutsReader, error)) (WhereaboutsReader, error)
	// ListReaders gives a page of those who are or were named, the latest first.
	ListReaders(context.Context, access.Grant[access.NameReader], id.Person, page.Page) ([]WhereaboutsReader, int, error)
	// EndReader locks a naming, lets do end it, and stores it.
	EndReader(context.Context, access.Grant[access.NameReader], id.WhereaboutsReader, func(*WhereaboutsReader) error) (WhereaboutsReader, error)

	// AddBlock stores the block that do makes, against somebody whom the own unit knows to be close to the child;
	// fault.CodeInvalid when it knows of no such person.
	AddBlock(context.Context, access.Grant[access.BlockWhereabouts], id.Person, func(Child) (WhereaboutsBlock, error)) (WhereaboutsBlock, error)
	// ListWhereaboutsBlocks gives a page of the own unit's blocks, the latest first.
	ListWhereaboutsBlocks(context.Context, access.Grant[access.BlockWhereabouts], id.Person, page.Page) ([]WhereaboutsBlock, int, error)
	// EndBlock locks a block, lets do end it, and stores it.
	EndBlock(context.Context, access.Grant[access.BlockWhereabouts], id.WhereaboutsBlock, func(*WhereaboutsBlock) error) (WhereaboutsBlock, error)
}
