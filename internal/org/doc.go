// Package org holds how organisations are known: the organisation number (organisationsnummer) of a principal, the
// HSA-id of a unit in health care and social services, the municipality code (kommunkod) with its county (län), and the
// school unit code (skolenhetskod). R58: each is checked by its own type, and leading zeros are kept, so all are texts.
//
// None of them is personal data, so they print as they are. Preschools have no school unit code; the zero value stands
// for none and is stored as NULL.
package org
