// Package person holds what Samplan knows of people as such: their identifiers, their names and how far they are
// protected (R31, R58).
//
// An Identifier is a person number (personnummer), a coordination number (samordningsnummer), a national reserve id
// (nationellt reserv-id, NRID) or a region's own reserve id (lokalt reserv-id). It is parsed into its type at the edge
// and trusted inside. Its canonical form has 12 characters and no separator. The birth date in it is a proposal and
// not a fact: numbers of a day run out, and then a neighbouring day is used.
//
// Identifiers and names mask themselves. However one prints or marshals them, alone or inside other values, they give
// [masked]; Reveal alone gives the true text, so that every place that shows it can be found by searching for one word.
// The text is kept behind a handle, since package fmt prints the unexported fields of a struct without asking their
// methods; the handle shows as an address there.
//
// Protection is the protection level: confidentiality marking (sekretessmarkering), protected registration (skyddad
// folkbokföring) and assumed identity (fingerade personuppgifter). Each unit records its own; the strictest counts, at
// once and for old versions too (R31, R34). Of an assumed identity the database keeps one number and refuses a second;
// two people are never made one; no column holds a former identity (R32).
//
// Whereabouts are where a child is (R31): a compartment of the unit that wrote them down, which no plan, case or list
// shows. Of a protected child they are open to those alone whom a manager has named. A WhereaboutsBlock keeps from one
// guardian what could show where the child is (OSL 26:2, R35).
package person
