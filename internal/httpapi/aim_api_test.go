package httpapi_test

import "testing"

// TestHiddenGoalsAreNotToldByWhatServesThem: whoever reads an intervention and not the goal that it serves learns of no
// goal, in the plan, in its versions and alone; what an own item points at stays while it is hidden.
func TestHiddenGoalsAreNotToldByWhatServesThem(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	l.share("interventions")
	goal := l.lena.Post(l.plan+"/goals", object{"text": canary, "horizon": "long", "visibility": "parties"}).Want(201).Text("id")
	serves := object{"title": "Skolskjuts", "visibility": "parties", "goalId": goal}
	at := "/interventions/" + l.lena.Post(l.plan+"/interventions", serves).Want(201).Shows(goal).Text("id")
	l.lena.Post(l.plan+"/dispatches", object{}).Want(201)
	for _, path := range []string{at, l.plan, l.plan + "/versions/1"} {
		l.bea.Get(path).Want(200).Shows("Skolskjuts").Hides(goal, canary)
		l.lena.Get(path).Want(200).Shows("Skolskjuts", goal)
	}
	l.bea.Post(l.plan+"/interventions", object{"title": "Samtal", "visibility": "parties", "goalId": goal}).Refused(422, "invalid-value", "/goalId").Hides(canary)

	consent := l.share("goals")
	l.bea.Get(at).Want(200).Shows(goal)
	made := l.bea.Post(l.plan+"/interventions", object{"title": "Samtal", "visibility": "parties", "goalId": goal}).Want(201).Shows(goal)
	own, changed := "/interventions/"+made.Text("id"), object{"title": "Samtal igen", "status": "ongoing", "category": "interventions", "visibility": "parties"}
	l.sten.Post("/my/consents/"+consent+"/withdrawals", object{}).Want(200)
	l.bea.Get(own).Want(200).Hides(goal)
	again := l.bea.Put(own, made.ETag(), changed).Want(200).Shows("Samtal igen").Hides(goal)
	changed["goalId"] = goal
	l.bea.Put(own, again.ETag(), changed).Refused(422, "invalid-value", "/goalId")
	l.share("goals")
	l.bea.Get(own).Want(200).Shows("Samtal igen", goal)
	delete(changed, "goalId")
	l.bea.Put(own, again.ETag(), changed).Want(200).Hides(goal)
}
