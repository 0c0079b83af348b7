package worlds

import (
	"maps"
	"net/http"
	"testing"
)

func init() { maps.Copy(table, ofClients) }

// ofClients are the rows of the table about registered clients.
var ofClients = map[string]operation{
	"ListClients":           list("/clients"),
	"GetClient":             get("/clients/{}", clients),
	"RegisterClient":        post(writes, "/clients", none, body(registration)),
	"ChangeClient":          put("/clients/{}", clients, body(registration)),
	"EndClient":             post(writes, "/clients/{}/endings", clients, body(object{})),
	"ListWebhooks":          list("/system/webhooks"),
	"AddWebhook":            post(writes, "/system/webhooks", none, body(object{"address": "https://a.example/"})),
	"GetWebhook":            get("/system/webhooks/{}", nowhere),
	"ChangeWebhook":         put("/system/webhooks/{}", nowhere, body(object{"address": "https://a.example/"})),
	"EndWebhook":            post(writes, "/system/webhooks/{}/endings", nowhere, body(object{})),
	"RotateWebhookSecret":   post(writes, "/system/webhooks/{}/secrets", nowhere, body(object{})),
	"PingWebhook":           post(writes, "/system/webhooks/{}/pings", nowhere, body(object{})),
	"ListWebhookDeliveries": listOf("/system/webhooks/{}/deliveries", nowhere),
	"ReplayWebhook":         post(writes, "/system/webhooks/{}/replays", nowhere, body(object{"since": "2020-01-01T00:00:00Z"})),
	"FollowEvents":          {reads, feed},
	"GetOwnClient":          get("/system/client", none),
	"AddOwnClientKey":       post(writes, "/system/client/keys", none, body(publicKey("y")), body(publicKey("a"))),
	"RemoveOwnClientKey":    post(writes, "/system/client/keys/{}/removals", clientKeys, body(object{})),
}

var registration = object{
	"name": "a", "contact": "b", "scopes": []string{"my-plans"}, "rateClass": "small", "validFrom": "2020-01-01", "keys": []any{publicKey("z")},
}

// feed asks for events from the beginning, a few and many at a time, and with cursors that nobody gave out.
func feed(*asking) []request {
	return []request{
		{method: http.MethodGet, path: "/events?limit=3"},
		{method: http.MethodGet, path: "/events?limit=100"},
		{method: http.MethodGet, path: "/events?cursor=" + madeUp.String()},
		{method: http.MethodGet, path: "/events?cursor=a"},
	}
}

// nowhere is no client's webhook.
func nowhere(*asking) []ID { return []ID{madeUp} }

func publicKey(kid string) object {
	return object{"kid": kid, "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
}

// clients are all but those through which readers ask: what ends is let in no longer.
func clients(*asking) []ID {
	return []ID{named("client", "vgr"), named("client", "uph"), named("client", "another of vgr"), madeUp}
}

func clientKeys(*asking) []ID {
	return []ID{named("key of client", named("client", "vgr").String()), named("key of client", portal.String()), madeUp}
}

func (k *known) ofClients() {
	k.ofUnitImports()
	k.ofRegisterImports()
	for _, c := range k.Clients {
		if k.SeesClient(k.Reader, c) {
			k.add("client", c)
		}
	}
}

// through lets some seeds ask through a client, without a draw: so the rest of a seed's world stays what it was.
func through(r Reader, seed uint64) Reader {
	if seed%2 == 0 {
		return r.Through(portal)
	}
	return r
}

// TestClientsInTwoWorlds: a client that acts for nobody, and one that is no longer let in, whomever it acts for, learn nothing
// of any world.
func TestClientsInTwoWorlds(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	for n, r := range []Reader{
		{Key: "a client alone", Client: portal}, {Key: "a client that has ended", Client: gone}, StaffOf("bou1")[0].Through(gone),
	} {
		seed := uint64(n + 1)
		a := New(Seed(seed), "clients")
		b := New(Seed(seed+100), "clients")
		b.Day = a.Day
		b.otherClients(r)
		if found, at := p.differs(t, failing{a, b, r, requestsOf(newAsking(a, b, r, Seed(seed))), nil}); at >= 0 {
			t.Errorf("%s: %s %s %s\none answer: %s\nthe other: %s", r.Key, found.operation, found.path, found.body, found.inA, found.inB)
		}
	}
}
