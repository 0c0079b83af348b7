package httpapi_test

import "testing"

// TestTheFamilyComments: the family says something about the plan or a part of it, the leading unit is told and answers; what is
// said is in no version and takes nobody's confirmation back. Who does not see what it is about is not told of that.
func TestTheFamilyComments(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	const said, answered = "Tisdagar passar inte oss", "Då byter vi dag"
	ride := l.lena.Post(l.plan+"/interventions", object{"title": "Skolskjuts", "visibility": "family"}).Want(201).Text("id")
	note := l.lena.Post(l.plan+"/notes", object{"text": "x", "category": "health"}).Want(201).Text("id")
	l.lena.Post(l.plan+"/confirmations", object{}).Want(201)

	made := l.sten.Post(l.my+"/comments", object{"text": said, "aboutId": ride}).Want(201).Shows(ride, `"own":true`)
	l.sten.Post(l.my+"/comments", object{"text": said, "aboutId": note}).Refused(422, "invalid-value", "/aboutId")
	l.sten.Post(l.my+"/comments", object{"text": "  "}).Refused(400, "malformed-request", "/text")
	l.sten.Get(l.my).Want(200).Shows(said, `"aboutId":"`+ride)
	l.As("amir").Post(l.my+"/comments", object{"text": canary}).Refused(404, "not-found").Hides(canary)
	l.sten.Post(l.plan+"/comments", object{"text": canary, "visibility": "family"}).Refused(403, "denied")

	at := "/comments/" + made.Text("id")
	l.lena.Get(at).Want(200).Shows(said, `"from":"vårdnadshavare"`, ride)
	l.lena.Get("/notifications").Want(200).Shows("comment-written", made.Text("id"))
	l.bea.Get(at).Refused(404, "not-found").Hides(said) // its wall is closed
	l.bea.Get("/notifications").Want(200).Hides("comment-written")
	l.share("views")
	l.bea.Get(at).Want(200).Shows(said).Hides(ride)
	l.lena.Post(l.plan+"/comments", object{"text": answered, "visibility": "family"}).Want(201)
	l.lena.Post(l.plan+"/comments", object{"text": canary, "visibility": "unit"}).Refused(400, "malformed-request", "/visibility").Hides(canary)
	l.sten.Get(l.my).Want(200).Shows(answered)

	l.lena.Get(l.plan).Want(200).Shows(`"confirmed":true`)
	l.lena.Post(l.plan+"/dispatches", object{}).Want(201)
	l.lena.Get(l.plan+"/versions/1").Want(200).Shows("Skolskjuts").Hides(said, answered)
}
