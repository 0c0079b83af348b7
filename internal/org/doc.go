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
package org
