package worlds

import "net/http"

// sought are words of visible and hidden items alike, of names, of those who carry something out, and signs that are operators
// of the database.
var sought = []string{
	"kanarie", "bou1", "bup or fs", "kanarie -bou1", "ändrat", "förr", "kontakt", "utförare", "barn", "känd hs", "igen", `"barn 1"`, "eller", "1",
	`" & | ! <-> :* ' \`,
}

// search looks for words and for the ids of plans, whole and in pages.
func search(path string) operation {
	return operation{reads, func(q *asking) []request {
		all := []request{{method: http.MethodPost, path: path, body: `{"words":" "}`}}
		words := sought
		for _, p := range q.plans {
			words = append(words, p.String())
		}
		for _, w := range words {
			all = append(all, request{method: http.MethodPost, path: path, body: text(object{"words": w})})
		}
		for _, query := range []string{"?limit=100", "?limit=1", "?limit=2&page=2", "?page=99"} {
			all = append(all, request{method: http.MethodPost, path: path + query, body: `{"words":"kanarie barn1 or kanarie or barn"}`})
		}
		return all
	}}
}
