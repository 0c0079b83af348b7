package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// ward is lo's plan, in which child psychiatry takes part and the others see what it shares.
type ward struct {
	*testkit.API
	t           *testing.T
	plan, child string
}

const shared, private = "Samtalskontakt", "Medicinsk bedömning" // what child psychiatry shares of lo, and what it does not

func newWard(t *testing.T, day string) *ward {
	t.Helper()
	w := &ward{API: testkit.NewAPI(t, day), t: t}
	w.plan, w.child = planOf(w.As("lena"), "Lo Haddad")
	return w
}

func (w *ward) exec(statement string, args ...any) {
	w.t.Helper()
	if _, err := w.Owner.ExecContext(w.t.Context(), statement, args...); err != nil {
		w.t.Fatal(err)
	}
}

// assign gives somebody one more assignment.
func (w *ward) assign(key, unit, role string) {
	w.t.Helper()
	p := demo.Find(key)
	w.exec(`INSERT INTO assignment (id, person_id, unit_id, role, valid) VALUES ($1, $2, $3, $4, '[2019-01-01,)')`,
		p.AssignmentID(unit), p.PersonID(), demo.UnitID(unit), role)
}

// write lets a unit hold something about lo.
func (w *ward) write(unit, visibility, words string) {
	w.t.Helper()
	w.exec(`INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, body, horizon, author_id, author_kind, created_on)
	  VALUES (gen_random_uuid(), $1, 'goal', $2, 'health', $3, $4, 'short', $5, 'staff', '2020-12-01')`,
		w.plan, demo.UnitID(unit), visibility, words, demo.Find("bea").PersonID())
}

var bup = object{"unitId": demo.UnitID("bup")}

// TestR39TheChildBlocks: the child closes what child psychiatry shares, to all other units and to no other reader, and
// opens it again.
func TestR39TheChildBlocks(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	lo := w.As("lo")
	units := lo.Get("/my/care-units").Want(200).Shows(`"totalRecords":1`, "BUP Hisingen", "Västra Götalandsregionen").Hides("Barn och unga", "Herrgårdsskolan")
	see := func(who string) testkit.Answer { return w.As(who).Get("/plans/" + w.plan).Want(200) }
	for _, who := range []string{"karin", "lena", "bo"} {
		see(who).Shows(shared)
	}
	set := lo.Post("/my/blocks", object{"unitId": first(units, "careUnits", "unitId")}).Want(201).Shows("BUP Hisingen", `"setOn":"2020-12-15"`)
	lo.Post("/my/blocks", bup).Refused(409, "duplicate")
	for _, who := range []string{"karin", "lena", "bo"} {
		see(who).Hides(shared, private)
	}
	see("bea").Shows(shared, private)
	lo.Get("/my/plans/" + w.plan).Want(200).Shows(shared)
	w.As("amir").Get("/my/plans/" + w.plan).Want(200).Shows(shared) // to other units, and not to the family
	lift := "/my/blocks/" + set.Text("id") + "/liftings"
	lo.Post(lift, object{}).Want(200).Shows(`"liftedOn":"2020-12-15"`)
	lo.Post(lift, object{}).Refused(409, "already-lifted")
	for _, who := range []string{"karin", "lena", "bo"} {
		see(who).Shows(shared)
	}
	lo.Post("/my/blocks", bup).Want(201)
	lo.Get("/my/blocks").Want(200).Shows(`"totalRecords":2`)
}

// TestR39NoGuardianBlocks: there is no way for a guardian to set, to have set, to see or to lift a block; what they are
// told is what somebody is told who names what is not there.
func TestR39NoGuardianBlocks(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	amir := w.As("amir")
	amir.Get("/my/care-units").Want(200).Shows(`"totalRecords":0`)
	for _, unit := range []string{"bup", "bvc", "hs"} {
		amir.Post("/my/blocks", object{"unitId": demo.UnitID(unit)}).Refused(422, "unknown-unit", "/unitId")
	}
	amir.Post("/my/blocks", object{"unitId": madeUp}).Refused(422, "unknown-unit", "/unitId")
	amir.Post("/children/"+w.child+"/blocks", object{"saidBy": "child"}).Refused(403, "denied")
	w.As("bea").Post("/children/"+w.child+"/blocks", object{"saidBy": "guardian"}).Refused(400, "malformed-request")
	w.As("karin").Get("/plans/" + w.plan).Want(200).Shows(shared)
	block := w.As("lo").Post("/my/blocks", bup).Want(201).Text("id")
	amir.Get("/my/blocks").Want(200).Shows(`"totalRecords":0`)
	for _, id := range []string{block, madeUp} {
		amir.Post("/my/blocks/"+id+"/liftings", object{}).Refused(404, "not-found")
		amir.Post("/blocks/"+id+"/liftings", object{"saidBy": "child"}).Refused(403, "denied")
	}
	w.As("karin").Get("/plans/" + w.plan).Want(200).Hides(shared)
}

// TestR39StaffRecordTheChildsWord: the blocked unit writes down what the child says, keeps the words to itself, and lifts.
func TestR39StaffRecordTheChildsWord(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	bea, at := w.As("bea"), "/children/"+w.child+"/blocks"
	set := bea.Post(at, object{"saidBy": "child", "reason": canary}).Want(201).Shows(canary, "BUP Hisingen", `"setOn":"2020-12-15"`)
	bea.Post(at, object{"saidBy": "child"}).Refused(409, "duplicate")
	w.As("bibi").Get(at).Want(200).Shows(set.Text("id"), canary)
	w.As("karin").Get("/plans/" + w.plan).Want(200).Hides(shared)
	w.As("lo").Get("/my/blocks").Want(200).Shows(set.Text("id")).Hides(canary)
	bea.Post("/blocks/"+set.Text("id")+"/liftings", object{"saidBy": "child", "reason": "Nu går det bra"}).Want(200).Shows(canary, "Nu går det bra")
	bea.Post("/blocks/"+set.Text("id")+"/liftings", object{"saidBy": "child"}).Refused(409, "already-lifted")
	w.As("karin").Get("/plans/" + w.plan).Want(200).Shows(shared)
}

// TestR39WhoSeesABlock: that it is there is for the unit's own care service, with need, and for the child; what it is about
// for nobody. A block tells that the unit has a case.
func TestR39WhoSeesABlock(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	at := "/children/" + w.child + "/blocks"
	block := w.As("bea").Post(at, object{"saidBy": "child", "reason": canary}).Want(201).Text("id")
	for who, status := range map[string]int{
		"bea": 200, "bibi": 200, "karin": 403, "kim": 403, "agnes": 403, "lena": 403, "bo": 403, "moa": 403, "disa": 403, "sam": 403, "vera": 404, "siv": 404, "ulf": 404,
	} {
		w.As(who).Get(at).Want(status)
		if status == 200 {
			status = 404
		}
		w.As(who).Post("/blocks/"+madeUp+"/liftings", object{"saidBy": "child"}).Want(status)
	}
	for _, who := range []string{"karin", "lena", "bo"} { // who need lo, at units that are no care givers
		w.As(who).Post(at, object{"saidBy": "child"}).Refused(403, "denied")
		w.As(who).Get("/plans/"+w.plan).Want(200).Hides(block, "spärr")
	}
	vera := w.As("vera")
	vera.Post("/children", object{
		"identifierType": "personnummer", "identifier": demo.Find("lo").Number, "givenName": "Lo", "familyName": "Haddad", "birthDate": "2011-05-14", "reason": "besök",
	}).Want(201)
	vera.Get(at).Want(200).Shows(`"totalRecords":0`) // another care service
	vera.Post("/blocks/"+block+"/liftings", object{"saidBy": "child"}).Refused(404, "not-found")
	w.exec("UPDATE unit_place SET branch_id = $1 WHERE unit_id = $2", demo.BranchID("bup"), demo.UnitID("bvc"))
	vera.Get(at).Want(200).Shows(block).Hides(canary) // the same one
	vera.Post("/blocks/"+block+"/liftings", object{"saidBy": "child"}).Refused(403, "denied")
}
