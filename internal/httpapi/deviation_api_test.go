package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// TestR52ADeviationGoesThroughItsGroup: entered in a minute, seen by who entered it and the manager; filed with the local group it
// is returned until the managers have spoken, and taken up then. The group sees neither who entered it nor the child.
func TestR52ADeviationGoesThroughItsGroup(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	karin, kim, moa, rolf := w.As("karin"), w.As("kim"), w.As("moa"), w.As("rolf")
	_, child := planOf(karin, "Milo Ros")
	entered := deviates("observed", "Överlämningen från stödet blev inte gjord.")
	entered["childId"] = child
	made := karin.Post("/deviations", entered).Want(201).Shows(`"state":"observed"`, child, "Karin Lund", `"categorySv"`)
	id := made.Text("id")
	at := "/deviations/" + id
	kim.Get("/deviations").Want(200).Shows(id)
	kim.Get(at).Want(200).Shows(child)
	for _, who := range []string{"agnes", "liv", "fia", "moa", "rolf", "bibi"} {
		w.As(who).Get("/deviations").Want(200).Hides(id)
		w.As(who).Get(at).Refused(404, "not-found")
	}
	hisingen := object{"groupId": demo.GroupID("hisingen")}
	karin.Post(at+"/submissions", hisingen).Want(200).Shows(`"state":"submitted"`, `"kind":"reported"`, `"dueOn":"2021-02-15"`)
	karin.Post(at+"/submissions", hisingen).Refused(409, "illegal-deviation-step")
	karin.Post(at+"/withdrawals", object{}).Refused(409, "illegal-deviation-step")

	group := first(moa.Get("/deviation-cases"), "deviationCases", "id")
	has := "/deviation-cases/" + group
	for _, c := range []testkit.Client{kim, moa, rolf, w.As("bea")} {
		c.Get(has).Want(200).Shows("Överlämningen från stödet", "Barn och unga 1").Hides(child, "Karin", id)
	}
	for _, who := range []string{"karin", "bibi", "kent", "fia"} {
		w.As(who).Get(has).Refused(404, "not-found")
		w.As(who).Get("/deviation-cases").Want(200).Hides(group)
	}
	moa.Get("/notifications").Want(200).Shows("deviation-waits", group)
	rolf.Get("/notifications").Want(200).Hides("deviation-waits")
	rolf.Post(has+"/intakes", object{"outcome": "accepted"}).Refused(403, "denied")
	moa.Post(has+"/intakes", object{"outcome": "accepted"}).Refused(409, "no-manager-contact")
	moa.Post(has+"/intakes", object{"outcome": "returned", "reason": "Cheferna behöver talas vid först."}).Want(200).Shows(`"state":"returned"`)
	karin.Get(at).Want(200).Shows(`"state":"returned"`, "Cheferna behöver")
	karin.Get("/notifications").Want(200).Shows("deviation-returned", id)
	kim.Get("/notifications").Want(200).Shows("deviation-returned", id)

	met := object{"contactedOn": day, "otherManager": "Fia Hed", "cause": "Ingen hade fått uppgiften."}
	karin.Post(at+"/manager-contacts", met).Refused(403, "denied")
	kim.Post(at+"/manager-contacts", met).Want(200).Shows("Kim Berg", "Fia Hed", "Ingen hade fått")
	kim.Post(at+"/submissions", hisingen).Want(200).Shows(`"state":"submitted"`).Hides("Cheferna behöver")
	kim.Post(has+"/intakes", object{"outcome": "accepted"}).Want(200).Shows(`"state":"accepted"`, "Ingen hade fått", "Fia Hed")
	kim.Post(at+"/manager-contacts", met).Refused(409, "illegal-deviation-step")
	karin.Get(at).Want(200).Shows(`"state":"accepted"`, `"acceptedOn":"2020-12-15"`)
	karin.Get("/notifications").Want(200).Hides("deviation-returned")
	moa.Get("/notifications").Want(200).Hides("deviation-waits")
}

// TestR52NamesAreThoseOfOwnCases: what a writer may not know is not looked for, so that a refusal tells nothing.
func TestR52NamesAreThoseOfOwnCases(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	enter := func(who, text string) testkit.Answer {
		return w.As(who).Post("/deviations", deviates("reported", text))
	}
	for _, text := range []string{"Milo fick vänta", "Familjen Ros fick vänta", "MILO fick vänta", "mias samtal gick fram, Mia väntade"} {
		enter("karin", text).Refused(422, "identifying-text", "/text").Hides("Milo", "Ros", "Mia")
	}
	for _, who := range []string{"vera", "kent"} { // milo is no case of theirs
		enter(who, "Milo Ros fick vänta").Want(201)
	}
	enter("agnes", "En familj fick vänta").Want(201)
	enter("disa", "En familj fick vänta").Refused(403, "denied")
	w.As("amir").Post("/deviations", deviates("reported", "a")).Refused(403, "denied")
}

// TestR52SeatsEndWithTheirDays: a member sees what the group has until the last day, under the assignment of the seat alone.
func TestR52SeatsEndWithTheirDays(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	karin, sam, vera := w.As("karin"), w.As("sam"), w.As("vera")
	at := "/deviations/" + karin.Post("/deviations", deviates("reported", "En kallelse kom inte.")).Want(201).Text("id")
	karin.Post(at+"/submissions", object{"groupId": demo.GroupID("hisingen")}).Want(200)
	id := first(vera.Get("/deviation-cases"), "deviationCases", "id")
	w.On("2021-01-01")
	vera.Get("/deviation-cases/"+id).Refused(404, "not-found")
	group := "/collaboration-groups/" + demo.GroupID("hisingen").String()
	karin.Get(group).Want(200).Shows("Kim Berg", "Moa Falk", `"function":"secretary"`).Hides("Vera")
	seat := object{"unitId": demo.UnitID("bou1"), "personId": demo.Find("karin").PersonID(), "function": "secretary", "title": "Handläggarna", "validFrom": "2021-01-01"}
	w.As("kim").Post(group+"/members", seat).Refused(403, "denied")
	w.As("rut").Post(group+"/members", seat).Refused(403, "denied") // of another principal
	karin.Get("/deviation-cases/"+id).Refused(404, "not-found")
	sam.Post(group+"/members", seat).Want(200).Shows("Karin Lund")
	sam.Post(group+"/members", seat).Refused(409, "duplicate")
	karin.Post("/deviation-cases/"+id+"/intakes", object{"outcome": "returned", "reason": "Inte vår."}).Want(200)
}
