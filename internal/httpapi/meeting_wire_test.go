package httpapi

import (
	"testing"

	"samplan/internal/httpapi/wire"
	"samplan/internal/meeting"
	"samplan/internal/plan"
)

func TestNothingIsLostOfACall(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	c, v := filled[meeting.Call](&s.filler), filled[meeting.Received](&s.filler)
	c.Addressees[0].Unit, v.From, v.PassedTo = s.view.LeadUnit, s.view.LeadUnit, s.view.LeadUnit
	c.Addressees[0].Summons, c.Addressees[0].State, c.Way = meeting.Summonses.Must("called"), meeting.Accepted, meeting.Ways.Must("both")
	wantWhole(t, s.karin.call(c), map[string]string{"Call.ToUnits.Overdue": "it is answered", "Call.OpenDuties": "it is taken up"})
	wantWhole(t, s.karin.receivedCall(v), map[string]string{"ReceivedCall.Overdue": "it is answered", "ReceivedCall.Duty": "the own principal owes itself nothing"})
	d, err := newCall(wire.ChangeCall{MeetingMode: "place", Purpose: "a", LongTermGoal: "b", Questions: []string{"c"}, ToUnits: []wire.NewCallAddressee{
		{Mode: "invited", Contribution: "d", UnitId: s.view.LeadUnit.UUID()},
	}})
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, d, nil)
	wantWhole(t, callAnswer(filled[wire.NewCallAnswer](&s.filler)), nil)
}

func TestNothingIsLostOfAReading(t *testing.T) {
	t.Parallel()
	v := filled[plan.Reading](&filler{})
	wantWhole(t, familyReading(v), nil)
	wantWhole(t, myReading(v), nil)
}
