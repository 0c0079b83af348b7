// Package group is the collaboration group (samverkansgrupp): where services that work with the same children meet about how
// they work together, never about a child. A local group covers a part of a municipality or the whole, a county group stands
// above local ones. One principal keeps the group; its members come from all of them.
//
// A seat is held by function, with dates: somebody, under an assignment at a unit, as chair, secretary or member, from a day and
// mostly to one. Whoever changes unit or whose days are over is out the next day; nothing of what a group handles is seen by a
// member of yesterday. A unit belongs to a group as long as somebody holds a seat for it.
//
// Which groups there are and who sits in them is public among staff. What they handle is other slices' own.
package group
