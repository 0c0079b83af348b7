// Package disclosure is what one unit lets another see without consent (utlämnande): a single item, to a single party, on
// a legal ground (sekretessbrytande grund), for a time, with a reason and somebody who decided (R24). A ground is never a
// path by itself: which one opens between two secrecy classes is policy (policy/walls.csv), and a pair for which it is not
// there is refused with the paragraph that closes it. Consent should be tried first; what came of that is recorded.
//
// Whether a disclosure opens today is one rule in the database (view disclosed), computed at each reading: it closes when
// it is ended or expires, when giver or receiver leaves the plan, and when a reorganisation moves either.
package disclosure
