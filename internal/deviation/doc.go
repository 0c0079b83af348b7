// Package deviation is the deviation in collaboration (avvikelse i samverkan; R52, R53): a party did not do its part of what has
// been agreed. It is about how services work together and never about a child. Anybody of the staff enters one in a minute.
//
// Who sees it. At the unit that enters it the one who did, and the manager. After it is filed, the members of the collaboration
// group that has it, and nobody else: not who entered it, and never which child made somebody write. Texts that point somebody out
// are refused (package deidentify), by number for all, by name as far as the writer's own cases go. The link to a child stays
// inside the unit, in a row of its own, for those who work with the child there.
//
// The way. What was only observed stays with the unit until somebody files it; the group learns how many there are. Before the group
// may take one up the managers of both units have spoken, and say when and what they found to be the cause; without that the
// group can only return it. What a group has is a case of the group's own, with a state of its own: the same deviation is
// another case in another group.
//
// Levels. A local group that cannot solve it lifts it to the county's group above, which has a case of its own; there it can be found
// to be a fault of the whole system. One that concerns a unit of another municipality is told to a local group there when it is
// taken up. Each case has its own clock, by the routine of the principal that keeps the group; who sent it sees where it stands, and
// the answer. What is decided is a measure of a unit, whose manager sees the measure alone.
package deviation
