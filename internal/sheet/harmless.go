package sheet

import (
	"strings"
	"unicode/utf8"
)

// dangers begin a formula in one spreadsheet or another: the four signs, also in their wide form, and what some programs pass
// over to find one.
const dangers = "=+-@\t\r\n＝＋－＠"

// isDangerous tells whether a spreadsheet could run a cell. Apostrophes and spaces before a sign count as nothing, so that a
// cell which is already harmless is made so once more, and comes back as it was.
func isDangerous(cell string) bool {
	first, size := utf8.DecodeRuneInString(strings.TrimLeft(cell, "' \u00a0"))
	return size > 0 && strings.ContainsRune(dangers, first)
}

// Harmless gives a cell that no spreadsheet runs.
func Harmless(cell string) string {
	if isDangerous(cell) {
		return "'" + cell
	}
	return cell
}

// Meant gives the cell that was made harmless, as it was.
func Meant(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && isDangerous(rest) {
		return rest
	}
	return cell
}
