package worlds

import (
	"maps"
	"net/http"

	"samplan/internal/demo"
)

func today(field string) func(*asking) object {
	return func(q *asking) object { return object{field: q.day} }
}

func signed(q *asking) object {
	return object{"answer": "refused", "signature": object{
		"issuer": "a", "assurance": "b", "signedAt": q.day + "T00:00:00Z", "reference": "c",
	}}
}

func ending(q *asking) object { return object{"endsOn": q.day, "reason": "a"} }

func step(to string) func(*asking) object {
	return func(q *asking) object { return object{"to": to, "on": q.day} }
}

func callTo(n int) func(*asking) object {
	return func(q *asking) object { return object{"unitId": q.units[n], "mode": "called"} }
}

func newGoal(visibility string) object {
	return object{"text": "a", "horizon": "short", "visibility": visibility}
}

// partOf and serving point at goals, most of which the reader does not see.
func partOf(q *asking) object {
	return object{"text": "a", "horizon": "short", "partOfGoalId": q.hiddenGoal()}
}

func serving(q *asking) object { return object{"title": "a", "goalId": q.hiddenGoal()} }

// comment makes requests to comment on a plan, the second about something that the reader does not see.
func comment(path string, words object) operation {
	about := func(q *asking) object {
		o := maps.Clone(words)
		o["aboutId"] = q.hiddenGoal()
		return o
	}
	return post(writes, path, plans, body(words), about)
}

func (q *asking) hiddenGoal() ID {
	return find(append(q.goals, madeUp), func(i ID) bool {
		for _, v := range q.visibleItems {
			if v == i {
				return false
			}
		}
		return true
	})
}

func changedPlan(q *asking) object {
	return object{
		"noOtherActors": true, "overallResponsibleId": demo.PrincipalID("goteborg"), "childParticipation": "present",
		"nextFollowUpOn": "2030-01-01", "nextFollowUpUnitId": q.units[0],
	}
}

func createPlan(q *asking) []request {
	all := []request{{method: http.MethodPost, path: "/plans", body: `{}`}}
	for _, c := range q.children {
		b := object{"childId": c, "kind": "sip", "goals": []object{newGoal("parties")}}
		all = append(all, request{method: http.MethodPost, path: "/plans", body: text(b)})
	}
	return all
}

func versionsOf(q *asking) []request {
	var all []request
	for _, p := range q.plans {
		for _, number := range []string{"1", "2", "9", "0"} {
			all = append(all, request{method: http.MethodGet, path: "/plans/" + p.String() + "/versions/" + number})
		}
	}
	return all
}

func findChild(q *asking) []request {
	var all []request
	for _, n := range append(q.numbers, "200001019802", "19") {
		all = append(all, request{method: http.MethodPost, path: "/child-searches", body: text(object{"identifierType": "personnummer", "identifier": n})})
	}
	return all
}

func addRelation(q *asking) []request {
	var all []request
	for i, c := range q.children {
		for _, n := range q.numbers[:max(1, len(q.numbers)-i*len(q.numbers))] { // all numbers with the first child
			b := object{
				"identifierType": "personnummer", "identifier": n, "kind": "close-person", "givenName": "a", "familyName": "b", "validFrom": q.day,
			}
			all = append(all, request{method: http.MethodPost, path: "/children/" + c.String() + "/relations", body: text(b)})
		}
	}
	return all
}

func registerChild(q *asking) []request {
	var all []request
	for _, n := range append(q.numbers, "200001019802") {
		b := object{
			"identifierType": "personnummer", "identifier": n, "givenName": "a", "familyName": "b", "birthDate": "2012-01-01", "reason": "a",
		}
		all = append(all, request{method: http.MethodPost, path: "/children", body: text(b)})
	}
	return all
}

func assignTo(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"personId": q.colleagues[n%len(q.colleagues)], "validFrom": q.day}
	}
}

func maturity(q *asking) object {
	return object{"outcome": "together", "assessedOn": q.day, "reason": "a"}
}

func toPlan(q *asking) object {
	return object{"kind": "plan", "purpose": "a", "form": "oral", "validFrom": q.day, "validTo": "2031-01-01", "scopes": []object{}}
}

func toShare(q *asking) object {
	own, _ := demo.PlaceOn(orElse(q.Unit, "bou1"), days[0])
	scope := object{"fromBranchId": demo.BranchID(own), "toBranchId": demo.BranchID("gn-school"), "categories": []string{"goals"}}
	return object{
		"kind": "share", "purpose": "a", "form": "e-identification", "validFrom": q.day, "validTo": "2031-01-01", "scopes": []object{scope},
	}
}

// keepingBack names items, some of which the reader does not see.
func keepingBack(q *asking) object {
	o := toShare(q)
	o["excludedItemIds"] = append(first(1, q.visibleItems), q.hiddenGoal())
	return o
}

func answerOf(n int) func(*asking) object {
	return func(q *asking) object { return object{"personId": q.asked[n%len(q.asked)], "answer": "given"} }
}

// lessShared keeps one category of what toShare asks for.
func lessShared(q *asking) object { return object{"scopes": toShare(q)["scopes"], "reason": "a"} }

func withdrawal(q *asking) object { return object{"by": q.asked[0]} }
