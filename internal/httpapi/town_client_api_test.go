package httpapi_test

import "samplan/internal/demo"

// aKid is a public key that nobody has the other half of.
func aKid(kid string) object {
	return object{"kid": kid, "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
}

func aClient() object {
	return object{
		"name": canary, "contact": canary, "scopes": []any{"my-plans"}, "signInIds": []any{canary}, "rateClass": "small", "validFrom": day, "validTo": "2021-12-31", "keys": []any{aKid("a")},
		"eventUnitIds": []any{demo.UnitID("bou1")},
	}
}

func aWebhook() object {
	return object{"address": "https://mottagare.example/samplan", "kinds": []any{"plan-established", "plan-ended"}, "isPaused": true}
}

// clients lets sam register a client, and the e-service add a key.
func (w *town) clients(ids map[string]string) {
	ids["clientId"] = w.As("sam").Post("/clients", aClient()).Want(201).Text("id")
	ids["webhookId"] = w.As("case-system").Post("/system/webhooks", aWebhook()).Want(201).Text("id")
	ids["clientKeyId"] = w.As("portal").Post("/system/client/keys", aKid("portal-2")).Want(200).ID("keys", "kid", "portal-2")
}

func (w *town) clientSamples(add adder) {
	add("sam", "ListClients", nil)
	add("sam", "GetClient", nil)
	add("sam", "RegisterClient", aClient())
	changed := aClient()
	changed["keys"] = []any{aKid("a"), object{
		"kid": "b", "kty": "EC", "crv": "P-256", "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
	}}
	add("sam", "ChangeClient", changed)
	add("sam", "EndClient", object{})
	add("portal", "GetOwnClient", nil)
	add("portal", "AddOwnClientKey", aKid("portal-3"))
	add("portal", "RemoveOwnClientKey", object{})
	add("case-system", "FollowEvents", nil)
	add("case-system", "ListWebhooks", nil)
	add("case-system", "GetWebhook", nil)
	add("case-system", "ListWebhookDeliveries", nil)
	add("case-system", "PingWebhook", object{})
	add("case-system", "ReplayWebhook", object{"since": "2020-12-15T09:00:00Z"})
	add("case-system", "AddWebhook", aWebhook()) // after one that shows no secret, which is another each time
	add("case-system", "RotateWebhookSecret", object{"overlapHours": 24})
	add("case-system", "ChangeWebhook", aWebhook())
	add("case-system", "EndWebhook", object{})
}

// clientValues are registrations that are not to be had.
func clientValues() []value {
	return []value{
		{"RegisterClient", "validTo", "2020-12-14", dates, "/validTo"},
		{"RegisterClient", "eventUnitIds", []any{demo.UnitID("bup")}, "unknown-unit", "/eventUnitIds"},
		{"ChangeClient", "eventUnitIds", []any{demo.UnitID("bou1"), demo.PrincipalID("goteborg")}, "unknown-unit", "/eventUnitIds"},
		{"AddWebhook", "address", "https://127.0.0.1.example.:8443/", invalid, "/address"},
		{"ChangeWebhook", "address", "ftp://mottagare.example/", invalid, "/address"},
		{"ReplayWebhook", "eventId", madeUp, invalid, "/eventId"},
		{"RegisterClient", "keys", []any{aKid("a"), aKid("a")}, invalid, "/keys/1/kid"},
		{"RegisterClient", "keys", []any{object{"kid": "a", "kty": "OKP", "crv": "Ed25519", "x": "AAAA"}}, "unusable-key", "/keys/0"},
		{"RegisterClient", "keys", []any{object{"kid": "a", "kty": "RSA", "n": "AQAB", "e": "AQAB"}}, "unusable-key", "/keys/0"},
		{"RegisterClient", "keys", []any{object{"kid": "a", "kty": "OKP", "crv": "Ed25519", "alg": "RS256", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}, "unusable-key", "/keys/0"},
		{"ChangeClient", "keys", []any{object{"kid": "a", "kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}}, "unusable-key", "/keys/0"},
	}
}

// isClient tells whether somebody of the samples is no person.
func isClient(who string) bool {
	_, is := demo.FindClient(who)
	return is
}
