//go:build !release

package county_test

import (
	"net/http"
	"testing"

	"samplan/internal/demo"
)

// What the services wrote in Lo's plan: for the family, for the parties, and for themselves alone.
const (
	schoolFamily, socialFamily, supportFamily, bupFamily = "Anpassad studiegång", "Familjebehandling", "Korttidsvistelse", "Samtalskontakt"
	socialParties, supportParties, bupParties            = "Utredning av familjens situation", "Behov av stöd i vardagen", "Medicinsk bedömning"
	socialNote, supportNote                              = "Mamma vill bli ringd", "Beslutet omprövas i maj"
	ownWords                                             = "någon att vara med på rasten"
)

// TestStory1Hisingen is story 1: the wall that came with a reorganisation.
func TestStory1Hisingen(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	var plan string
	l.on("2020-12-31", func(c client) {
		plan = "/v1/plans/" + c.get("karin", "/v1/plans").want(200).id("plans", "childName", "Lo Haddad")
		c.beforeTheWall(plan)
	})
	l.on("2021-01-01", func(c client) {
		c.behindTheWall(plan)
		c.oneWayThrough(plan)
	})
	l.on("2021-01-02", func(c client) {
		c.get("karin", plan).want(200).hides(supportParties, supportFamily, supportNote)
		c.get("amir", "/v1/my"+plan[len("/v1"):]).want(200).shows(socialFamily, supportFamily, schoolFamily, bupFamily)
	})
}

// beforeTheWall: one authority; colleagues with need read across, nobody else.
func (c client) beforeTheWall(plan string) {
	c.t.Helper()
	c.get("karin", plan).want(200).shows(socialFamily, socialParties, socialNote, supportFamily, supportParties, supportNote)
	c.get("bo", plan).want(200).shows(socialFamily, socialNote, supportFamily, supportNote)
	c.get("lena", plan).want(200).shows(schoolFamily, socialFamily, supportFamily, bupFamily, ownWords).
		hides(socialParties, supportParties, bupParties, socialNote, supportNote)
	c.get("bea", plan).want(200).shows(bupParties, socialFamily).hides(socialNote, supportNote, supportParties)
	absent := c.get("karin", "/v1/plans/0190163d-8694-739b-aea5-966c26f8ad90").want(404)
	for _, outsider := range []string{"liv", "tove", "siv", "vera", "ulf"} {
		got := c.call(outsider, http.MethodGet, plan, nil, "Samplan-Assignment", demo.Find(outsider).AssignmentID(demo.Find(outsider).Posts[0].Unit).String()).want(404)
		if got.json["title"] != absent.json["title"] || got.json["detail"] != absent.json["detail"] {
			c.t.Errorf("%s can tell a hidden plan from an absent one", outsider)
		}
	}
	for _, blind := range []string{"disa", "sam"} {
		c.get(blind, plan).want(403)
	}
	c.get("agnes", plan).want(200).hides(socialFamily, supportFamily, socialNote, ownWords)
}

// behindTheWall: the reorganisation has moved the walls by itself; the consents named domains that are gone.
func (c client) behindTheWall(plan string) {
	c.t.Helper()
	c.get("karin", plan).want(200).shows(socialFamily, socialParties, socialNote).
		hides(supportFamily, supportParties, supportNote, schoolFamily, bupFamily)
	c.get("bo", plan).want(200).shows(supportFamily, supportParties, supportNote).hides(socialFamily, socialParties, socialNote)
	c.get("lena", plan).want(200).shows(schoolFamily, ownWords).hides(socialFamily, supportFamily, bupFamily)
	my := "/v1/my" + plan[len("/v1"):]
	for _, family := range []string{"amir", "eva", "lo"} {
		c.get(family, my).want(200).shows(schoolFamily, socialFamily, supportFamily, bupFamily, ownWords).
			hides(socialParties, supportParties, bupParties, socialNote, supportNote)
	}
	for _, other := range []string{"samira", "nour", "sten"} {
		c.get(other, my).want(404)
		c.get(other, "/v1/my/plans").want(200).hides("Lo Haddad")
	}
	c.get("amir", plan).want(403) // staff operations are not for the family
}

// oneWayThrough: a consent by both guardians opens one category, one way, until it is withdrawn.
func (c client) oneWayThrough(plan string) {
	c.t.Helper()
	child, _ := c.get("bo", plan).want(200).json["childId"].(string)
	made := c.post("bo", "/v1/children/"+child+"/consents", map[string]any{
		"kind": "share", "purpose": "Barn och unga behöver känna till stödbehoven", "form": "e-identification",
		"validFrom": "2021-01-01", "validTo": "2021-12-31",
		"scopes": []any{map[string]any{"fromBranchId": demo.BranchID("nf-support"), "toBranchId": demo.BranchID("sh-social"), "categories": []string{"support-needs"}}},
	}).want(201)
	id, _ := made.json["id"].(string)
	consent := "/v1/my/consents/" + id
	c.get("karin", plan).want(200).hides(supportParties)
	c.post("amir", consent+"/answers", map[string]any{"answer": "given"}).want(200)
	c.get("karin", plan).want(200).hides(supportParties)
	c.post("samira", consent+"/answers", map[string]any{"answer": "given"}).want(404)
	c.post("eva", consent+"/answers", map[string]any{"answer": "given"}).want(200)
	c.get("karin", plan).want(200).shows(supportParties).hides(supportFamily, supportNote)
	c.get("bo", plan).want(200).hides(socialFamily, socialParties, socialNote)
	c.get("lena", plan).want(200).hides(supportParties)
	c.post("eva", consent+"/withdrawals", map[string]any{"reason": "Vi vill vänta"}).want(200)
	c.get("karin", plan).want(200).shows(socialNote).hides(supportParties)
}
