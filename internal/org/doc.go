// Package org holds how organisations are known: the organisation number (organisationsnummer) of a principal, the
// HSA-id of a unit in health care and social services, the municipality code (kommunkod) with its county (län), and the
// school unit code (skolenhetskod). R58: each is checked by its own type, and leading zeros are kept, so all are texts.
//
// None of them is personal data, so they print as they are. Preschools have no school unit code; the zero value stands
// for none and is stored as NULL.
//
// It is also the slice of the dated organisation: principal (huvudman), authority (myndighet), branch (självständig
// verksamhetsgren: a secrecy domain), unit (enhet), and a person's assignments (medarbetaruppdrag). The directory is
// public; Labels keeps it in memory, so that naming a unit in an answer costs no statement.
//
// A reorganisation (omorganisation) is a dated event: units move to another secrecy domain, merge, are divided or close. A
// system administrator drafts it for units of the own principal, sees in numbers what it would change, and decides; where
// another principal is concerned, that one decides too. Deciding writes the new places as dated rows, so the walls move by
// themselves (R17, R23). Records do not: what does not go along is handed to its keeper on the day, before anybody is let
// in (migrations/00012). Whatever a unit holds about one child goes or stays as a whole. No hand-over opens anything:
// consents and decisions from before do not reach what was handed over, named items stay with those named, and what a
// consent kept back from people who are now colleagues is, in the own domain, for those who worked with it (R22). Nothing
// that names the old assignment outlives it (R41).
//
// A unit is divided (delning) into new units, and goes on beside them or closes. Who drafts that sees neither its cases nor
// its staff. So its manager says who goes to which part, before anybody decides, and a case follows those who work with it;
// where they part, or there are none, it stays with what goes on of the unit. A part is a new unit in its domain: as for a
// unit that moves, consents and decisions from before its first day do not reach it, also where the domain is the old one.
// Managers of other units are not told beforehand where its cases go, since that hangs on who works with them.
//
// A principal reads files of units in, as HSA and the register of school units (skolenhetsregistret) hand them out (import.go). A
// file is first tried: each row is held against the organisation and comes to something, and nothing is written. Applying it makes
// exactly that so, in one transaction, unless the organisation has changed since. What would move a wall (another secrecy domain or
// class, the end of a unit that holds something) is at fault in a file: it is for a reorganisation, which can be previewed.
package org
