package httpapi

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/statistics"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfFormulations(t *testing.T) {
	t.Parallel()
	f := filled[statistics.Formulation](&filler{})
	f.Kind = statistics.FormulationKinds.Must("intervention")
	w := formulationSample(civil.MustParse("2020-01-01"), []statistics.Formulation{f})
	wantWhole(t, w, nil)
	wantWhole(t, formulationMark(filled[wire.FormulationMark](&filler{})), nil)
	r := formulationRound(filled[statistics.FormulationRound](&filler{}))
	wantWhole(t, r, nil)
	wantDistinct(t, r)
}
