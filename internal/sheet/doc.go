// Package sheet reads and writes files with rows and named columns, as people keep them in a spreadsheet and registers hand
// them out: CSV, and JSON Lines (one object a line). It knows no column by itself, and says of what it refuses where it
// stands and which rule it breaks, never what it was: a file that is sent to the wrong place may hold anything.
//
// CSV is UTF-8, with or without a byte order mark, or Windows-1252 when that is said; its cells are parted by semicolons,
// commas or tabs, as the first row shows; lines end in LF or CRLF; a cell in quotes may hold any of these (RFC 4180). Columns
// may come in any order. In JSON Lines every value is a text or null: a number would lose the zero that a code begins with.
//
// A spreadsheet runs a cell that begins like a formula. So Writer puts an apostrophe before it, and reading takes exactly that
// one away again: what was written comes back as it was, also when it began with an apostrophe itself.
package sheet
