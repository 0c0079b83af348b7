package worlds

import (
	"maps"
	"net/http"
	"slices"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofExtracts) }

// ofExtracts are the rows of the table about what somebody asks of what is kept about himself, or a child of his.
var ofExtracts = map[string]operation{
	"ListMyDataHolders":        list("/my/data-holders", "?limit=1&page=2"),
	"ListMyDataExtracts":       list("/my/data-extracts", "?limit=1&page=2"),
	"GetMyDataExtract":         get("/my/data-extracts/{}", publicRequests),
	"GetMyDataExtractDocument": documentsOf("/my/data-extracts/{}/page", publicRequests),
	"AskMyDataExtract":         {writes, askForExtracts},
}

// askForExtracts asks units for oneself, and about everybody, whoever knows them.
func askForExtracts(q *asking) []request {
	var all []request
	for _, unit := range []string{"bou1", "bup", "solrosen"} {
		all = append(all, request{method: http.MethodPost, path: "/my/data-extracts", body: text(object{"unitId": demo.UnitID(unit)})})
		for _, child := range append(slices.Clone(q.children), madeUp) {
			all = append(all, request{method: http.MethodPost, path: "/my/data-extracts", body: text(object{"unitId": demo.UnitID(unit), "childId": child, "text": "a"})})
		}
	}
	return all
}

// ofExtracts: who asked knows what he wrote, by when it is answered, whether it is, and what has left; not that anything is listed. For how
// long health care keeps what it holds everybody may know who may ask.
func (k *known) ofExtracts() {
	if !k.IsCitizen() {
		return
	}
	for _, v := range k.PublicRequests {
		if !k.SeesExtract(k.Reader, v) {
			continue
		}
		k.add("extract", v.ID, v.Child, v.Unit, v.Words, v.Received, v.Decided, v.Order, v.Extended, v.Because)
		k.add("told", notice("extract-answered", v.ID, v.Decided), notice("extract-extended", v.ID, v.Extended))
		for _, i := range v.Meant {
			if i.Given != "" {
				k.add("extract given", v.ID, i.Item, i.Given, k.Item(i.Item).Kind)
			}
		}
	}
	if slices.ContainsFunc(k.Disposals, func(d Disposal) bool { return d.Unit == "bup" }) {
		k.add("kept for ten years", "bup")
	}
}
