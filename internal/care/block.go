package care

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Block closes what a care unit holds about a child to all other units.
type Block struct {
	ID         id.Block
	Child      id.Person
	Unit       id.Unit
	RecordedBy id.Person // the child, or who recorded it for the child
	SetOn      civil.Date
	LiftedOn   civil.Date // the day from which it no longer counts
	CreatedAt  time.Time
	Version    int
	// What the child said, for the blocked unit alone.
	Reason, LiftingReason person.Text
}

// newBlock makes a block that counts from today.
func newBlock(child id.Person, unit id.Unit, by id.Person, today civil.Date, now time.Time) Block {
	return Block{ID: id.NewBlock(), Child: child, Unit: unit, RecordedBy: by, SetOn: today, CreatedAt: now, Version: 1}
}

// lift ends the block; today it counts no longer.
func (b *Block) lift(today civil.Date) error {
	if !b.LiftedOn.IsZero() {
		return fault.New(fault.CodeLifted)
	}
	b.LiftedOn = today
	b.Version++
	return nil
}

// Tag names this version of the block.
func (b Block) Tag() string { return strconv.Itoa(b.Version) }
