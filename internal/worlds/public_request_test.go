package worlds

import "maps"

func init() { maps.Copy(table, ofPublicRequests) }

// ofPublicRequests are the rows of the table about public-document requests.
var ofPublicRequests = map[string]operation{
	"RegisterPublicRequest":    post(writes, "/public-requests", none, body(object{"text": "a", "receivedOn": "2020-01-01"})),
	"ListPublicRequests":       list("/public-requests", "?limit=1&page=2"),
	"GetPublicRequest":         get("/public-requests/{}", publicRequests),
	"GetPublicRequestDocument": documentsOf("/public-requests/{}/document", publicRequests),
	"GetPublicRequestExport":   get("/public-requests/{}/export", publicRequests),
	"IncludeInPublicRequest":   post(writes, "/public-requests/{}/items", publicRequests, meantItem(0), meantItem(1), meantItem(2), meantItem(5)),
	"AssessPublicItem":         post(writes, "/public-requests/{}/assessments", publicRequests, testedItem(0), testedItem(1), testedItem(2), testedItem(5)),
	"ExtendDataExtract":        post(writes, "/public-requests/{}/extensions", publicRequests, body(object{"reason": "a"})),
	"DecidePublicRequest":      post(writes, "/public-requests/{}/decisions", publicRequests, body(object{}), body(object{"refusal": object{"paragraph": "a", "reason": "b"}})),
}

func publicRequests(q *asking) []ID { return q.publicRequests }

// meantItem names one of the items that are asked with, visible or hidden.
func meantItem(n int) func(*asking) object {
	return func(q *asking) object { return object{"itemId": q.items[n%len(q.items)]} }
}

func testedItem(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"itemId": q.items[n%len(q.items)], "outcome": "out"}
	}
}

// ofPublicRequests: who has a request reads those of its items that he may read anyway, and whatever has left.
func (k *known) ofPublicRequests() {
	for _, v := range k.PublicRequests {
		if !k.SeesPublicRequest(k.Reader, v) {
			continue
		}
		all := v.Meant
		v.Meant = nil
		k.add("public request", v)
		if v.isExtract() && v.Decided.IsZero() {
			k.add("told", notice("extract-waits", v.ID, v.Received), notice("extract-overdue", v.ID, v.AnswerBy().AddDays(1)))
		}
		for n, i := range all {
			of := k.Item(i.Item)
			if i.Given != "" {
				k.add("given", v.ID, n, i.Item, i.Given)
			}
			if k.SeesItem(k.Reader, of) && of.Unit == k.Unit {
				k.add("meant", v.ID, n, i, len(of.Subjects) > 0, len(of.Withheld) > 0, k.Human(k.Plan(of.Plan).Child).Protection)
			}
		}
	}
}

// inPublicRequests are mutants of them.
var inPublicRequests = []func(*maker){
	(*maker).publicRequest, (*maker).dataExtract,
	func(m *maker) { remove(m.dice, &m.PublicRequests) },
	func(m *maker) { alter(m.dice, m.PublicRequests, (*PublicRequest).alter) },
	func(m *maker) {
		alter(m.dice, m.PublicRequests, func(v *PublicRequest) { alter(m.dice, v.Meant, func(i *Meant) { i.Reason += " ändrat" }) })
	},
}
