package httpapi_test

import "samplan/internal/demo"

// aCard is a contact card that somebody of the unit owns.
func aCard(owner string) object {
	return object{
		"purpose": canary, "phone": "031-365 00 00", "hours": canary, "languages": []any{"sv", "en"}, "ownerId": demo.Find(owner).PersonID(),
		"validUntil": "2021-01-31",
	}
}

// cards lets two units say how they are reached.
func (w *town) cards(ids map[string]string) {
	ids["contactCardId"] = w.As("kim").Post("/contact-cards", aCard("karin")).Want(201).Text("id")
	w.As("bibi").Post("/contact-cards", aCard("bea")).Want(201)
}

func (w *town) cardSamples(add adder, lo []string) {
	add("karin", "ListContactCards", nil)
	add("karin", "GetContactCard", nil)
	add("karin", "ListUnitContactCards", nil)
	add("karin", "ConfirmContactCard", object{"validUntil": "2021-02-28"})
	add("kim", "PublishContactCard", aCard("kim"))
	add("amir", "ListMyContactCards", nil, lo...)
}

// cardValues are cards that are not to be had.
func cardValues() []value {
	return []value{
		{"PublishContactCard", "ownerId", madeUp, unknownColleague, "/ownerId"},
		{"PublishContactCard", "ownerId", demo.Find("bea").PersonID(), unknownColleague, "/ownerId"},
		{"PublishContactCard", "validUntil", "2020-12-14", dates, "/validUntil"},
		{"PublishContactCard", "validUntil", "2021-06-16", dates, "/validUntil"},
		{"ConfirmContactCard", "validUntil", "2020-12-14", dates, "/validUntil"},
		{"ConfirmContactCard", "validUntil", "2021-06-16", dates, "/validUntil"},
	}
}
