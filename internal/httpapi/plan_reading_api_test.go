package httpapi_test

import "testing"

// TestTheFamilyConfirmsThatItHasRead: each for oneself what one has seen; who leads is told, and nobody else.
func TestTheFamilyConfirmsThatItHasRead(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	mine := "/my" + w.plan
	tag := w.amir.Get(mine).ETag()
	w.amir.Put(mine+"/readings", `"0"`, object{}).Refused(412, "stale-version")
	w.amir.Put(mine+"/readings", tag, object{}).Want(200).Shows(`"confirmedOn":"`+after+`"`).Hides("version", "personId")
	w.amir.Put(mine+"/readings", tag, object{}).Want(200) // twice says no more
	if n := len(w.amir.Get(mine + "/readings").Want(200).Rows("readings")); n != 1 {
		t.Errorf("want one confirmation, got %d", n)
	}
	w.eva.Get(mine + "/readings").Want(200).Shows(`"readings":[]`)
	w.lena.Get(w.plan+"/readings").Want(200).Shows("Amir", after, `"version":1`).Hides("Eva")
	w.karin.Get(w.plan + "/readings").Want(200).Shows(`"readings":[]`)
	w.As("samira").Put(mine+"/readings", tag, object{}).Refused(404, "not-found")

	w.lena.Post(w.plan+"/dispatches", object{}).Want(201)
	w.lena.Post(w.plan+"/interventions", object{"title": "Läxhjälp", "visibility": "family"}).Want(201)
	w.amir.Put(mine+"/readings", tag, object{}).Refused(412, "stale-version")
	w.On("2021-01-07")
	w.amir.Put(mine+"/readings", w.amir.Get(mine).ETag(), object{}).Want(200)
	w.lena.Get(w.plan+"/readings").Want(200).Shows(`"version":1`, `"version":2`, "2021-01-07", after)

	// A version that was sent on the same day may say nothing new to him: his own list does not tell that it was.
	w.lena.Post(w.plan+"/dispatches", object{}).Want(201)
	w.amir.Put(mine+"/readings", w.amir.Get(mine).ETag(), object{}).Want(200)
	w.lena.Get(w.plan+"/readings").Want(200).Shows(`"version":3`, `"totalRecords":3`)
	if n := len(w.amir.Get(mine + "/readings").Want(200).Shows(`"totalRecords":2`).Rows("readings")); n != 2 {
		t.Errorf("want two days, got %d", n)
	}
}
