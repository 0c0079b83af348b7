package worlds

import (
	"maps"
	"net/http"
)

func init() { maps.Copy(table, ofCaseLines) }

// ofCaseLines are the rows of the table about who was involved when. Of what they show nothing is known beside: each mark is of a
// row that another operation shows the same reader.
var ofCaseLines = map[string]operation{
	"GetCaseLine":          pictures("/plans/{}/case-line"),
	"GetCaseLinePicture":   pictures("/plans/{}/case-line/picture"),
	"GetMyCaseLine":        pictures("/my/plans/{}/case-line"),
	"GetMyCaseLinePicture": pictures("/my/plans/{}/case-line/picture"),
	"GetTeachingLine": post(reads, "/plans/{}/teaching-line-searches", plans,
		body(object{"reason": "a"}), body(object{"reason": "a", "confirmedWarnings": []string{"rare-combination"}}), body(object{"reason": "Ring 19900101-9802"})),
}

func pictures(path string) operation {
	return operation{reads, func(q *asking) []request {
		return each(path, plans(q), func(at string, _ ID) []request {
			return []request{{method: http.MethodGet, path: at}, {method: http.MethodGet, path: at + "?language=en"}, {method: http.MethodGet, path: at + "?language=ar"}}
		})
	}}
}
