package httpapi

import (
	"samplan/internal/care"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func (r reader) block(b care.Block) wire.Block {
	return wire.Block{
		Id: b.ID.UUID(), ChildId: b.Child.UUID(), Unit: r.unit(b.Unit), SetOn: day(b.SetOn), LiftedOn: optionalDay(b.LiftedOn),
		Reason: reveal(b.Reason), LiftingReason: reveal(b.LiftingReason),
	}
}

// myBlock shows a block to the child. What the child said to the unit stays there.
func (r reader) myBlock(b care.Block) wire.MyBlock {
	u := r.unit(b.Unit)
	return wire.MyBlock{Id: b.ID.UUID(), Unit: u.Name, Principal: u.Principal, SetOn: day(b.SetOn), LiftedOn: optionalDay(b.LiftedOn)}
}

func (r reader) myCareUnit(v id.Unit) wire.MyCareUnit {
	u := r.unit(v)
	return wire.MyCareUnit{UnitId: u.Id, Unit: u.Name, Principal: u.Principal}
}
