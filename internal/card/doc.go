// Package card is how one reaches a unit (kontaktkort): what one turns to it for, at which telephone number, when and in which
// languages. A wrong number that went out for months is where it comes from (scenario 2), so a card counts until a day only, and
// somebody of the unit owns it and confirms it before then. How long it counts at the most, and from when its owner is reminded,
// is the principal's routine profile's to say.
//
// A card never changes: another one replaces it, and what was said on a day stays to be seen. It is public as the directory of units
// is; who owns it is the unit's own. Nothing is sent to a unit whose card is outdated, or that has none: that rule lies with what
// is sent. The family reads the cards of the units that take part in its plan, where it may know which units do (R31).
package card
