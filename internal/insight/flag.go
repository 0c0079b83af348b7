package insight

import (
	"time"

	"samplan/internal/access"
	"samplan/internal/enum"
	"samplan/internal/id"
)

type reachSet struct{}

// Wide is in which way a use reached unusually far.
type Wide = enum.Value[reachSet]

// WideUses is the closed set: searches for children, lists, different children opened.
var WideUses = enum.Of[reachSet]("searches", "lists", "children")

// Flag is an hour in which one member of staff reached unusually far under one assignment.
type Flag struct {
	Kind      Wide
	Hour      time.Time
	Person    id.Person
	StaffName string
	Role      access.Role
	Unit      id.Unit
	Reached   int
	Threshold int
}

// flagDays is how far back flags are looked for unless somebody says otherwise.
const flagDays = 31
