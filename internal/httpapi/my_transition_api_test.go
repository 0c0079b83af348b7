package httpapi_test

import "testing"

// TestR20TheFamilyIsToldOfATransition: when the unit so chooses, in the reader's language: what happens, who takes over, what it is asked.
// It is not told why, and who may not know where the child is is told of none (R35).
func TestR20TheFamilyIsToldOfATransition(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at, lo := w.my+"/transitions", w.As("lo")
	made := w.lena.Post(w.plan+"/transitions", going("ka-bof", "2021-01-10")).Want(201)
	one := "/transitions/" + made.Text("id")
	before := w.amir.Get(at).Want(200).Shows(`"totalRecords":0`)
	w.lena.Put(one, made.ETag(), but(changed(going("ka-bof", "2021-01-10")), "forFamily", true)).Want(200)
	for who, wants := range map[string][]string{"": {"Planen ska gå över"}, "?language=sv-simple": {"Barnet flyttar."}, "?language=en": {"You are asked"}, "?language=ar": {"ستنتقل"}} {
		w.amir.Get(at+who).Want(200).Shows(append(wants, `"startsOn":"2021-01-10"`, "Barn och familj, Karlskrona", "Herrgårdsskolan", `"state":"planned"`)...).
			Hides(canary, "Lena", made.Text("id"))
	}
	lo.Get(at).Want(200).Shows("Karlskrona")
	w.eva.Get(at).Want(200).Shows("Karlskrona")
	for outsider, status := range map[string]int{"sixten": 404, "vera": 403, "lena": 403} {
		w.As(outsider).Get(at).Want(status)
	}
	amir := w.lena.Get(w.child+"/relations").Want(200).Row("relations", "givenName", "Amir")["personId"]
	w.lena.Post(w.child+"/whereabouts-blocks", object{"personId": amir, "reason": canary}).Want(201)
	if after := w.amir.Get(at).Want(200); after.Body != before.Body {
		t.Errorf("whoever may not know where the child is reads %s", after.Body)
	}
	w.eva.Get(at).Want(200).Shows("Karlskrona")
	w.lena.Post(one+"/cancellations", object{"reason": canary}).Want(200)
	w.eva.Get(at).Want(200).Shows(`"state":"cancelled"`, "Det är inställt.", `"questions":[]`).Hides(canary)
	grown := but(but(going("bup", "2021-01-10"), "kind", "adult-services"), "forFamily", true)
	w.lena.Post(w.plan+"/transitions", but(grown, "planGoesOn", false)).Want(201)
	lo.Get(at).Want(200).Shows("verksamheter för vuxna", "Ni får frågan om ni vill ha den nya planen.", "Den som fyller 18 år")
}
