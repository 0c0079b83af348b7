// Package care holds what the Patient Data Act (patientdatalagen, PDL) adds for care givers (vårdgivare).
//
// A block (spärr, PDL 4:4, R39) is the child's own: it closes what one care unit holds to every other unit. The child sets
// and lifts it, or says so to the blocked unit, which records it. No guardian can. That a block is there may be seen, by
// the unit's own care service and by the child; what lies behind it is not.
//
// Emergency access (nödöppning, PDL 4:5, SVOD 3:5-6, R38) is for danger to a child's life or health, and for health care
// alone; which classes of units give and receive, policy/walls.csv says. It has two steps: an inquiry tells which care
// givers hold something about the child; an opening shows one person what one of them holds, for 15 minutes, through a
// block too. It opens nothing else: no other operation shows or allows more meanwhile. The holder is told, and somebody
// else than the one who opened reviews it within the working days of the holder's routine profile.
package care
