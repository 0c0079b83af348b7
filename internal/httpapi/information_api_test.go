package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

// asking lets lena's school ask child psychiatry about a pupil: everything is there but what a test is about.
func asking(l *life) (body object) {
	sam := l.As("sam")
	form := sam.Post("/questionnaires", coded("vard", asksOf("health"))).Want(201).Text("id")
	sam.Post("/questionnaires/"+form+"/publications", object{}).Want(200)
	return object{"childId": l.child, "toUnitId": demo.UnitID("bup"), "questionnaireId": form, "text": "Hur går samtalen?"}
}

// back lets the guardian consent to what child psychiatry answers.
func (l *life) back() {
	scope := object{"fromBranchId": demo.BranchID("bup"), "toBranchId": demo.BranchID("vh-school"), "categories": []any{"health"}}
	id := l.lena.Post("/children/"+l.child+"/consents", signed("share", scope)).Want(201).Text("id")
	l.sten.Post("/my/consents/"+id+"/answers", object{"answer": "given"}).Want(200)
}

// TestR51NothingIsSentInVain: not to a unit that has no card or an outdated one, and not without a consent or a ground, in words that
// are the same whether or not the receiver knows the child; nor about a child of which the asker has no case.
func TestR51NothingIsSentInVain(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	body := asking(l)
	l.lena.Post("/information-requests", body).Refused(409, "contact-card-missing")
	l.As("bibi").Post("/contact-cards", aCard("bea")).Want(201)
	l.lena.Post("/information-requests", body).Refused(409, "nothing-opens-the-wall")
	l.As("karin").Post("/information-requests", body).Refused(404, "not-found")
	for _, who := range []string{"agnes", "sam", "disa", "sten"} {
		l.As(who).Post("/information-requests", body).Refused(403, "denied")
	}
	body["ground"], body["groundReason"] = "need-of-under-18", "Behovet är stort"
	l.lena.Post("/information-requests", body).Refused(422, "ground-does-not-apply", "/ground")
	delete(body, "ground")
	delete(body, "groundReason")
	l.share("participation")
	l.lena.Post("/information-requests", body).Want(201)
	l.On("2021-02-01")
	l.lena.Post("/information-requests", body).Refused(409, "contact-card-outdated")
}

// TestR51TheAnswerGoesToTheAskerAlone: a manager names the owner of the task, who drafts, answers when it is whole and something opens
// the wall back; until then nothing of it is seen by the asker, and nobody but the two units sees anything.
func TestR51TheAnswerGoesToTheAskerAlone(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	body, bibi := asking(l), l.As("bibi")
	bibi.Post("/contact-cards", aCard("bea")).Want(201)
	l.share("participation")
	id := l.lena.Post("/information-requests", body).Want(201).Shows(`"sent"`, "Hur går samtalen?").Text("id")
	at := "/information-requests/" + id
	for _, who := range []string{"karin", "kim", "siv", "bea"} {
		l.As(who).Get(at).Refused(404, "not-found")
		l.As(who).Get("/information-requests?direction=received").Want(200).Hides(id)
		l.As(who).Post(at+"/refusals", object{"decline": "not-known"}).Refused(404, "not-found")
	}
	l.sten.Get(at).Refused(403, "denied")
	bibi.Get("/notifications").Want(200).Shows("information-waits", id).Hides("samtalen", "Sixten")
	l.lena.Get("/notifications").Want(200).Hides(id)
	l.lena.Post(at+"/assignments", object{"ownerId": demo.Find("bea").PersonID()}).Refused(403, "denied")
	bibi.Put(at, bibi.Get(at).ETag(), answered()).Refused(409, "no-task-owner")
	bibi.Post(at+"/assignments", object{"ownerId": demo.Find("bea").PersonID()}).Want(200).Shows("Bea")
	l.bea.Get("/notifications").Want(200).Shows("information-waits", id)
	bibi.Get("/notifications").Want(200).Hides(id)

	half := object{"note": "Ringt hem", "answers": []any{object{"code": "mood", "values": []any{"good"}}}}
	l.bea.Put(at, `"1-9"`, half).Refused(412, "stale-version")
	l.bea.Put(at, l.bea.Get(at).ETag(), half).Want(200).Shows("Ringt hem", `"draftAnswers"`)
	l.lena.Get(at).Want(200).Hides("Ringt hem", `"draftAnswers"`, `"answers"`, "owner")
	l.lena.Get(at+"/document").Want(200).Shows("Hur går samtalen?", "Väntar på svar").Hides("Ringt hem", `lang="sv">good`)
	l.As("karin").Get(at+"/document").Refused(404, "not-found")
	l.bea.Post(at+"/answers", object{}).Refused(422, "answer-incomplete", "/fields/0")
	l.bea.Put(at, l.bea.Get(at).ETag(), answered()).Want(200)
	l.bea.Post(at+"/answers", object{}).Refused(409, "nothing-opens-the-wall")
	l.back()
	l.bea.Post(at+"/answers", object{}).Want(200).Shows(`"answered"`)
	l.lena.Get(at).Want(200).Shows(`"answered"`, "12,5").Hides(canary+`","note`, `"draftAnswers"`, "owner")
	l.lena.Get(at+"/document?language=en").Want(200).Shows("Answered", "12,5").Hides("Ringt hem", "good<")
	l.lena.Get("/notifications").Want(200).Shows("information-answered", id)
	l.lena.Post(at+"/withdrawals", object{}).Refused(409, "already-answered")
	l.bea.Put(at, l.bea.Get(at).ETag(), half).Refused(409, "already-answered")
}

// TestR51SomebodyStandsIn: while the owner is away the task is the substitute's; it can be handed over, and declined; what is overdue is
// told to the manager, too. That a child is not known is said without a word more (R25).
func TestR51SomebodyStandsIn(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	body, bibi := asking(l), l.As("bibi")
	bibi.Post("/contact-cards", aCard("bea")).Want(201)
	l.share("participation")
	id := l.lena.Post("/information-requests", body).Want(201).Text("id")
	at := "/information-requests/" + id
	other := "/information-requests/" + l.lena.Post("/information-requests", body).Want(201).Text("id")
	task := object{"ownerId": demo.Find("bibi").PersonID(), "substituteId": demo.Find("bea").PersonID(), "awayFrom": "2020-12-16", "awayTo": "2021-01-15"}
	bibi.Post(at+"/assignments", task).Want(200)
	l.bea.Get(at).Refused(404, "not-found")
	l.On("2020-12-16")
	l.bea.Get(at).Want(200).Shows("Bibi", "Bea")
	l.bea.Get("/notifications").Want(200).Shows("information-waits", id)
	l.bea.Post(at+"/assignments", object{"ownerId": demo.Find("bibi").PersonID()}).Want(200)
	l.bea.Get(at).Refused(404, "not-found") // it is another's now
	bibi.Post(at+"/assignments", task).Want(200)
	l.On("2021-01-13")
	bibi.Get("/notifications").Want(200).Shows("information-overdue", id)
	l.bea.Get("/notifications").Want(200).Shows("information-overdue", id)
	l.bea.Post(at+"/refusals", object{"decline": "not-known", "text": "Vet ej"}).Refused(422, "invalid-value", "/text")
	l.bea.Post(at+"/refusals", object{"decline": "not-known"}).Want(200)
	l.lena.Get(at).Want(200).Shows(`"declined"`, `"not-known"`).Hides("owner")
	l.bea.Post(at+"/answers", object{}).Refused(409, "already-answered")
	l.lena.Post(other+"/withdrawals", object{}).Want(200).Shows(`"withdrawn"`)
	bibi.Post(other+"/assignments", object{"ownerId": demo.Find("bea").PersonID()}).Refused(409, "request-withdrawn")
}
