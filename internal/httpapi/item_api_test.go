package httpapi_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"samplan/internal/testkit"
)

// TestItemsByKind: an item is found under its own noun and no other, by those who may read it.
func TestItemsByKind(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	ids := w.sample("GetGoal").ids
	kinds := map[string]string{
		"/goals/": "goalId", "/interventions/": "interventionId", "/notes/": "noteId", "/child-views/": "childViewId", "/disagreements/": "disagreementId",
	}
	for path, own := range kinds {
		for _, kind := range kinds {
			for who, may := range map[string]bool{"karin": true, "kim": true, "agnes": false, "liv": false, "bibi": false, "disa": false} {
				a := w.As(who).Get(path + ids[kind])
				switch {
				case may && kind == own:
					a.Want(200).Shows(ids[own])
				case may || a.Status == 404:
					a.Refused(404, "not-found").Hides(ids[kind], canary)
				default:
					a.Refused(403, "denied").Hides(ids[kind], canary)
				}
			}
		}
	}
}

// TestOnlyTheHolderChanges: whoever reads another unit's item may not change it, nor the child's words or a disagreement.
func TestOnlyTheHolderChanges(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	l.share("goals", "interventions")
	made := l.lena.Post(l.plan+"/interventions", object{"title": "Skolskjuts", "visibility": "parties"}).Want(201)
	path := "/interventions/" + made.Text("id")
	change := object{"title": canary, "status": "done", "category": "interventions", "visibility": "family"}
	l.bea.Get(path).Want(200).Shows("Skolskjuts", `"own":false`)
	l.bea.Put(path, made.ETag(), change).Refused(403, "denied").Hides(canary)
	l.As("siv").Put(path, made.ETag(), change).Refused(404, "not-found").Hides(canary)
	l.sten.Put(path, made.ETag(), change).Refused(403, "denied").Hides(canary)
	l.lena.Get(path).Want(200).Hides(canary)
	l.As("rolf").Put(path, made.ETag(), change).Want(200).Shows(canary)
	l.lena.Put("/notes/"+made.Text("id"), made.ETag(), object{"text": "x", "category": "health"}).Refused(404, "not-found")
}

// TestR8TheChildsWords: only the child, or a named recorder, writes them; the family's own notes reach the leading unit.
func TestR8TheChildsWords(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	words := object{"text": "Jag vill sova längre", "form": "written"}
	l.As("sixten").Post(l.my+"/child-views", words).Want(201).Shows(`"own":true`)
	l.sten.Post(l.my+"/child-views", object{"text": canary, "form": "written"}).Refused(403, "denied").Hides(canary)
	l.As("lo").Post(l.my+"/child-views", words).Refused(404, "not-found")
	l.As("sixten").Post(l.plan+"/child-views", words).Refused(403, "denied")
	l.lena.Get(l.plan).Want(200).Shows("sova längre", `"recordedBy":"barnet"`)
	l.lena.Post(l.plan+"/child-views", object{"text": "Hen sa det", "form": "said", "visibility": "family"}).Want(201).Shows("Lena Björk")
	l.sten.Get(l.my).Want(200).Shows("sova längre", "Hen sa det").Hides("Lena Björk")
	l.sten.Post(l.my+"/disagreements", object{"text": "Jag håller inte med"}).Want(201) // R9
	l.lena.Get(l.plan).Want(200).Shows("håller inte med")
}

// TestNoReadAfterAWithdrawal: no read that begins after the withdrawal was answered shows the item, however many are
// under way (F10).
func TestNoReadAfterAWithdrawal(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	consent := l.share("goals")
	const secret = "kommer till skolan"
	l.bea.Get(l.plan).Want(200).Shows(secret)
	var readers sync.WaitGroup
	var lock sync.Mutex
	var shown time.Time // when the last read began that showed it
	stop := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for begun := time.Now(); ; begun = time.Now() {
				select {
				case <-stop:
					return
				default:
				}
				if a := l.bea.Get(l.plan); a.Status != 200 {
					t.Errorf("got %d", a.Status)
				} else if strings.Contains(a.Body, secret) {
					lock.Lock()
					if begun.After(shown) {
						shown = begun
					}
					lock.Unlock()
				}
			}
		})
	}
	time.Sleep(50 * time.Millisecond)
	l.sten.Post("/my/consents/"+consent+"/withdrawals", object{}).Want(200)
	withdrawn := time.Now()
	time.Sleep(150 * time.Millisecond)
	close(stop)
	readers.Wait()
	if shown.IsZero() || shown.After(withdrawn) {
		t.Errorf("withdrawn at %v, shown to a read that began at %v", withdrawn, shown)
	}
	wantHidden(t, l, secret)
}

func wantHidden(t *testing.T, l *life, secret string) {
	t.Helper()
	for _, c := range []testkit.Client{l.bea, l.As("bibi")} {
		c.Get(l.plan).Want(200).Hides(secret)
	}
}
