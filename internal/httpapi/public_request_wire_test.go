package httpapi

import (
	"testing"

	"samplan/internal/plan"
	"samplan/internal/publicrequest"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAPublicRequest(t *testing.T) {
	t.Parallel()
	q := filled[publicrequest.Request](&filler{})
	q.State = publicrequest.Decided
	w := publicRequest(q)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	wantWhole(t, publicRequestRow(q), nil)
	apart := "read where it lies"
	wantWhole(t, reader{}.myDataExtractRow(q), map[string]string{"MyDataExtractRow.Unit": apart, "MyDataExtractRow.Principal": apart})
	extract := myDataExtract(q)
	extract.Holder = filled[wire.MyDataHolder](&filler{})
	wantWhole(t, extract, map[string]string{"MyDataExtract.Plans": apart, "MyDataExtract.Consents": apart})
	given := filled[wire.NewMyDataExtract](&filler{})
	wantWhole(t, newDataExtract(given), nil)
	b := filled[wire.NewPublicItemAssessment](&filler{})
	b.Outcome = "masked"
	a, err := publicAssessment(b)
	if err != nil {
		t.Fatal(err)
	}
	later := "said by the service"
	wantWhole(t, a, map[string]string{"Assessment.Of": later, "Assessment.By": later, "Assessment.On": later})
	wantWhole(t, publicRefusal(&wire.NewPublicRequestRefusal{Paragraph: "a", Reason: "b"}), nil)
}

// TestR59EveryKindAndTextHasWords: no item leaves without saying what it is.
func TestR59EveryKindAndTextHasWords(t *testing.T) {
	t.Parallel()
	for _, k := range plan.ItemKinds.Values() {
		if publicKinds[k.String()] == "" {
			t.Errorf("%s has no words", k)
		}
	}
}
