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
// folkbokföring) and assumed identity (fingerade personuppgifter).
package person
