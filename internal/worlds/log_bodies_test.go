package worlds

import (
	"net/http"

	"samplan/internal/civil"
)

func logExtracts(q *asking) []request {
	all := list("/my/log-extract", "?from="+q.day, "?to="+q.day, "?to=2019-01-01", "?limit=3&page=2").requests(q)
	for _, c := range q.children {
		all = append(all, request{method: http.MethodGet, path: "/my/log-extract?childId=" + c.String()})
	}
	return all
}

// logPages are asked in both languages.
func logPages(q *asking) []request {
	all := []request{{method: http.MethodGet, path: "/my/log-extract/page?language=en&format=pdf&from=" + q.day}}
	for _, c := range q.children {
		all = append(all, request{method: http.MethodGet, path: "/my/log-extract/page?childId=" + c.String()})
	}
	return all
}

func accessExplanations(q *asking) []request {
	return each("/items/{}/access-explanations", q.items, func(at string, _ ID) []request {
		all := []request{
			{method: http.MethodGet, path: at},
			{method: http.MethodGet, path: at + "?on=" + q.day},
			{method: http.MethodGet, path: at + "?on=2030-01-01"},
		}
		for _, c := range append(first(2, q.colleagues), madeUp) {
			all = append(all, request{method: http.MethodGet, path: at + "?personId=" + c.String()})
		}
		return all
	})
}

// review samples more than any world holds, so that chance leaves nothing out.
func review(rule string) func(*asking) object {
	return func(q *asking) object {
		return object{"from": civil.MustParse(q.day).AddDays(-90), "to": q.day, "rule": rule, "sampleSize": 100}
	}
}
