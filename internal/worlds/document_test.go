package worlds

import "net/http"

// documents are asked for as a page and as a PDF, in several languages; staff has none in Arabic.
func documents(path string) operation { return documentsOf(path, plans) }

func documentsOf(path string, ids func(*asking) []ID) operation {
	return operation{reads, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request {
			return []request{
				{method: http.MethodGet, path: at},
				{method: http.MethodGet, path: at + "?language=en&format=pdf"},
				{method: http.MethodGet, path: at + "?language=ar"},
				{method: http.MethodGet, path: at + "?format=wrong"},
			}
		})
	}}
}
