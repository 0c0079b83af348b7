package testkit

import (
	"context"
	"errors"
	"sync"
	"testing"

	"samplan/internal/document/documenttest"
	"samplan/internal/postgres"
)

// Mould is a county with more in it, which many tests begin with. The first of them fills it; each gets a copy, with a
// server of its own.
type Mould struct {
	once     sync.Once
	template *postgres.Template
	broken   error
}

// NewAPI starts a server that lives on a day, on a copy. fill writes through a server on the mould itself.
func (m *Mould) NewAPI(t testing.TB, day string, fill func(*API)) *API {
	t.Helper()
	m.once.Do(func() {
		m.broken = errors.New("the test that was to fill the mould failed") // unless it gets to the end
		m.template, m.broken = theTemplate(t).Derive(t.Context(), func(_ context.Context, name string) error {
			d := opened(t, name, usual)
			fill(newAPI(t, day, documenttest.Paper{}, d))
			return d.close()
		})
	})
	if m.broken != nil {
		t.Fatalf("fill the mould: %v", m.broken)
	}
	return newAPI(t, day, documenttest.Paper{}, cloned(t, m.template, usual))
}
