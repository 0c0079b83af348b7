package httpapi

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/client"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAClient(t *testing.T) {
	t.Parallel()
	f := filler{}
	c := filled[client.Client](&f)
	c.Scopes, _ = access.ScopesNamed([]string{"my-plans", "my-log"})
	c.Rate = client.Rates.Must("standard")
	w := clientWire(c)
	wantWhole(t, w, nil)
	if len(w.Scopes) != 2 || w.Etag != etag(c.Tag()) || w.Keys[0].Kid != c.Keys[0].Kid || w.SignInIds[0] != c.SignIn[0] || w.EventUnitIds[0] != c.EventUnits[0].UUID() {
		t.Errorf("%+v of %+v", w, c)
	}
	b := filled[wire.NewClient](&f)
	b.Scopes, b.RateClass = []wire.ClientScope{"my-plans"}, "small"
	d, err := clientDraft(b)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, d, nil)
	wantWhole(t, publicKey(filled[wire.NewClientKey](&f)), nil)
}
