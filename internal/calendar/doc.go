// Package calendar writes a meeting as a file that calendars take in (RFC 5545, RFC 5546): an invitation, a change with a
// higher sequence under the same identity, or a cancellation. Calendars are read on other screens, by other people and other
// companies, so a file says when, and a reference by which one finds the rest in Samplan: no child, no unit, no person, no
// place, no link (R33).
//
// It is written with golang-ical, since folding, escaping and line ends are easily almost right; the tests read it with
// another library.
package calendar
