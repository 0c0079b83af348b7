package httpapi

import (
	"strings"
	"testing"
	"time"

	"samplan/internal/event"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAWebhook(t *testing.T) {
	t.Parallel()
	f := filler{}
	w := filled[event.Webhook](&f)
	w.Kinds, w.IsPaused = []event.Kind{event.Kinds.Must("plan-ended")}, true
	v := withSecret(w, event.Secret{1})
	wantWhole(t, v, nil)
	if v.Address != w.Address || v.Kinds[0] != "plan-ended" || !strings.HasPrefix(*v.Secret, "whsec_") || v.Etag != etag(w.Tag()) {
		t.Errorf("%+v of %+v", v, w)
	}
	b := filled[wire.NewWebhook](&f)
	yes := true
	b.Kinds, b.IsPaused = []wire.EventKind{"plan-ended"}, &yes
	d, err := webhookDraft(b)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, d, nil)
	hours := 3
	if got := overlapOf(wire.NewWebhookSecret{OverlapHours: &hours}); *got != 3*time.Hour || overlapOf(wire.NewWebhookSecret{}) != nil {
		t.Errorf("%s", got)
	}
	tried := filled[event.Delivery](&f)
	tried.State, tried.Attempts = event.DeliveryStates.Must("waiting"), []event.Attempt{{At: time.Now(), Outcome: "503"}}
	got := delivery(tried)
	wantWhole(t, got, nil)
	if late := attempt(event.Attempt{Outcome: "timeout"}); *got.Attempts[0].Status != 503 || late.Status != nil || late.Outcome != "timeout" {
		t.Errorf("%+v of %+v", got, tried)
	}
	kept, err := withoutSecret([]byte(`{"address":"a","secret":"whsec_b"}`))
	if err != nil || strings.Contains(string(kept), "whsec") || !strings.Contains(string(kept), `"address":"a"`) {
		t.Errorf("kept %s: %v", kept, err)
	}
}
