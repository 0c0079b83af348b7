package httpapi

import (
	"testing"

	"samplan/internal/org"
	"samplan/internal/sheet"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAUnitImport(t *testing.T) {
	t.Parallel()
	f := filler{}
	i := filled[org.Import](&f)
	i.Format, i.Encoding = sheet.CSV, sheet.Encodings.Must("windows-1252")
	w := unitImportWire(i)
	wantWhole(t, w, nil)
	if w.Report.Added != i.Counts.Added || w.Report.Ended != i.Counts.Ended || len(w.UnknownColumns) != len(i.Unknown) {
		t.Errorf("%+v of %+v", w, i)
	}
	r := filled[org.ImportRow](&f)
	r.Outcome = org.ImportOutcomes.Must("changed")
	wantWhole(t, unitImportRowWire(r), nil)
	b := filled[wire.NewUnitImport](&f)
	b.Format, *b.Encoding, *b.SecrecyClass = "json-lines", "windows-1252", "health"
	d, err := unitImportDraft(b)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, d, nil)
}
