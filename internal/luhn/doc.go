// Package luhn is the mod 10 check digit (ISO/IEC 7812-1, annex B) that Swedish person numbers (personnummer) and
// organisation numbers (organisationsnummer) end with. It finds any single mistyped digit and most swapped neighbours.
// It knows nothing of what the digits mean.
package luhn
