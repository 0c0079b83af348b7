package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// TestR22NamedReaders: what is for named persons is there for them, in their own domain, and for nobody else, until its
// visibility is changed again.
func TestR22NamedReaders(t *testing.T) {
	t.Parallel()
	g := newGrounds(t)
	item := g.item(g.karin, ofSocial)
	at, readers := "/interventions/"+item[len("/items/"):], item+"/named-readers"
	for _, who := range []string{"karin", "kim", "bo", "bea", "lena"} {
		g.As(who).Get(at).Want(200)
		g.As(who).Get(readers).Want(200).Shows(`"namedReaders":[]`)
	}
	named := g.name(g.karin, readers, "karin").Want(200).Shows("Karin Lund", `"totalRecords":1`)
	if named.ETag() == "" || named.ETag() != g.karin.Get(at).ETag() {
		t.Errorf("the list has tag %s, the item %s", named.ETag(), g.karin.Get(at).ETag())
	}
	g.karin.Get(at).Want(200).Shows(`"visibility":"named"`)
	for _, who := range []string{"kim", "bo", "bea", "lena"} {
		g.As(who).Get(at).Refused(404, "not-found")
		g.As(who).Get(readers).Refused(404, "not-found")
		g.As(who).Get(g.plan).Want(200).Hides(ofSocial)
	}
	for _, who := range []string{"amir", "lo"} {
		g.As(who).Get("/my" + g.plan).Want(200).Hides(ofSocial)
	}
	g.lena.Get(g.plan + "/versions/1").Want(200).Hides(ofSocial)

	g.name(g.karin, readers, "karin", "bo").Want(200).Shows("Bo Ström")
	g.As("bo").Get(at).Want(200)
	g.As("bo").Get(readers).Want(200).Shows("Karin Lund")
	g.name(g.As("bo"), readers, "bo").Refused(403, "denied") // reads it, and does not hold it
	g.karin.Put(readers, `"1"`, object{"personIds": []any{demo.Find("karin").PersonID()}}).Refused(412, "stale-version")

	// Back to the family: the list is gone, and does not come back with the next one.
	g.karin.Put(at, g.karin.Get(at).ETag(), object{"title": ofSocial, "status": "ongoing", "category": "interventions", "visibility": "family"}).Want(200)
	g.bea.Get(at).Want(200)
	g.karin.Get(readers).Want(200).Shows(`"namedReaders":[]`)
	g.name(g.As("kim"), readers, "kim").Want(200)
	for _, who := range []string{"karin", "bo"} {
		g.As(who).Get(at).Refused(404, "not-found")
	}
	var left int
	if err := g.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM item_named").Scan(&left); err != nil || left != 1 {
		t.Errorf("%d readers are left: %v", left, err)
	}
}

// name names readers by their keys, for the version that the caller reads first.
func (g *grounds) name(c testkit.Client, readers string, keys ...string) testkit.Answer {
	var people []any
	for _, k := range keys {
		people = append(people, demo.Find(k).PersonID())
	}
	tag := c.Get(readers).ETag()
	if tag == "" {
		tag = `"1"`
	}
	return c.Put(readers, tag, object{"personIds": people})
}

// TestR22AReorganisationDoesNotCarryNames: whoever is named and then belongs to another domain no longer reads.
func TestR22AReorganisationDoesNotCarryNames(t *testing.T) {
	t.Parallel()
	g := newGrounds(t)
	item := g.item(g.karin, ofSocial)
	g.name(g.karin, item+"/named-readers", "karin", "bo").Want(200)
	at := "/interventions/" + item[len("/items/"):]
	g.As("bo").Get(at).Want(200)
	g.On("2021-01-01")
	g.As("bo").Get(at).Refused(404, "not-found")
	g.karin.Get(at).Want(200)
	g.name(g.karin, item+"/named-readers", "karin", "bo").Refused(422, "unknown-colleague", "/personIds/1")
}

// TestNotesGoalsAndInterventionsAreNamed: the child's words and a disagreement stay as they were meant (R8, R9).
func TestNotesGoalsAndInterventionsAreNamed(t *testing.T) {
	t.Parallel()
	g := newGrounds(t)
	for path, c := range map[string]struct {
		body   object
		status int
	}{
		"/notes":         {object{"text": canary, "category": "health"}, 200},
		"/goals":         {object{"text": canary, "horizon": "short", "visibility": "parties"}, 200},
		"/interventions": {object{"title": canary, "visibility": "family"}, 200},
		"/child-views":   {object{"text": canary, "form": "said", "visibility": "family"}, 403},
		"/disagreements": {object{"text": canary, "visibility": "family"}, 403},
	} {
		id := g.karin.Post(g.plan+path, c.body).Want(201).Text("id")
		g.name(g.karin, "/items/"+id+"/named-readers", "karin").Want(c.status)
		g.As("kim").Get(path + "/" + id).Want(map[int]int{200: 404, 403: 200}[c.status])
	}
}

// TestR22KeptApartIsNotWidened: what was kept apart when domains merged is for those named then. They may make it narrower,
// never wider, and it does not fall open when its visibility is changed.
func TestR22KeptApartIsNotWidened(t *testing.T) {
	t.Parallel()
	g := newGrounds(t)
	item := g.item(g.karin, ofSocial)
	id := item[len("/items/"):]
	at, readers := "/interventions/"+id, item+"/named-readers"
	g.As("bo").Get(at).Want(200)
	for _, do := range []string{
		"UPDATE item SET kept_apart_on = '2020-12-01' WHERE id = '" + id + "'",
		"INSERT INTO item_named SELECT '" + id + "', unnest(ARRAY['" + demo.Find("karin").PersonID().String() + "', '" + demo.Find("kim").PersonID().String() + "']::uuid[])",
	} {
		if _, err := g.Owner.ExecContext(t.Context(), do); err != nil {
			t.Fatal(err)
		}
	}
	g.As("bo").Get(at).Refused(404, "not-found")
	g.As("kim").Get(readers).Want(200).Shows("Karin Lund", "Kim Berg")
	g.name(g.karin, readers, "karin", "bo").Refused(422, "unknown-colleague", "/personIds/1")
	g.name(g.karin, readers, "karin", "kim").Want(200)
	g.karin.Put(at, g.karin.Get(at).ETag(), object{"title": ofSocial, "status": "ongoing", "category": "interventions", "visibility": "parties"}).Want(200)
	g.As("bo").Get(at).Refused(404, "not-found")
	g.As("kim").Get(at).Want(200)
	g.name(g.karin, readers, "karin").Want(200)
	g.As("kim").Get(at).Refused(404, "not-found")
}
