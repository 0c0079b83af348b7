// Package page is one page of a list, as the national REST API profile asks for it (FNS.07–FNS.14).
package page

// Page is a page by number, from 1, and how many rows it holds at most. A page out of range is empty.
type Page struct{ Number, Limit int }

// Default is the first page with 20 rows.
var Default = Page{1, 20}

// Offset is how many rows come before the page; a page number below 1 lies after every row.
func (p Page) Offset() int {
	if p.Number < 1 {
		return 1 << 30
	}
	return (p.Number - 1) * p.Limit
}

// Cut gives the page of rows that are all at hand.
func Cut[T any](p Page, all []T) []T {
	from := min(p.Offset(), len(all))
	return all[from:min(from+p.Limit, len(all))]
}
