// Package deidentify tells whether a text points somebody out that it should not: by a personnummer, a samordningsnummer or a
// reserve id, however it is written, or by one of the names that are given. It is for texts that leave the case they came from,
// as deviations in collaboration do (avidentifiering; R52).
//
// Check is for texts about how services work, Gate for texts that tell of a case and must not tell of whom (R29): there telephone
// numbers, addresses and the places of the writer's own cases are refused as well, and what is rare together is warned of.
//
// What it cannot do. A text without numbers and names can still point out somebody, by rare facts together. The check stops the
// slip of the pen; whoever writes answers for the rest.
//
// What it may not tell. Which names are looked for is the caller's to say, and no more may be given than the writer may know of:
// that a name is refused tells that it is known. A fault names the field and the rule, and never what was found.
package deidentify
