// Package persontest makes person numbers for tests and for the demonstration county. Their birth numbers are 980 to
// 999, which are kept for tests, so they name no real person.
package persontest
