// Package workday counts working days (arbetsdagar) in Sweden: every day but Saturdays, Sundays, public holidays, and the
// eves on which offices are closed as on Sundays: Midsummer Eve, Christmas Eve and New Year's Eve (lag 1989:253 on public
// holidays, and the collective agreements of municipalities and regions for the eves).
//
// It alone imports github.com/rickar/cal/v2, a maintained calendar of public holidays by country: Easter and what follows
// from it moves, and a list kept by hand would one year be wrong.
package workday
