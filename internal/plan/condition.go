package plan

import "samplan/internal/fault"

// Facts is what the conditions of a step ask, as the leading unit sees it under the plan's lock.
type Facts struct {
	ConsentInForce bool          // a consent to making the plan counts today (SoL 10:8)
	CallSent       bool          // the parties have been called to a meeting (R43)
	MeetingHeld    bool          // one has been held and closed (R47)
	Missing        []fault.Field // what the law still asks (check.go)
	Confirmed      bool          // every other party that takes part has confirmed the plan as it is
	FollowedUp     bool          // a follow-up is recorded
	Unfinished     []fault.Field // what a closing still lacks
}

// condition is something that a step presupposes, or the fault that says it does not hold.
type condition func(Facts) error

func consentInForce(f Facts) error { return unless(f.ConsentInForce, fault.CodeConsentNeeded) }
func callSent(f Facts) error       { return unless(f.CallSent, fault.CodeCallNeeded) }
func meetingHeld(f Facts) error    { return unless(f.MeetingHeld, fault.CodeMeetingNeeded) }
func confirmed(f Facts) error      { return unless(f.Confirmed, fault.CodeNotConfirmed) }
func followedUp(f Facts) error     { return unless(f.FollowedUp, fault.CodeNotFollowedUp) }

func statutoryParts(f Facts) error {
	return unless(len(f.Missing) == 0, fault.CodePlanIncomplete, f.Missing...)
}

func closingParts(f Facts) error {
	return unless(len(f.Unfinished) == 0, fault.CodePlanUnfinished, f.Unfinished...)
}

func unless(holds bool, c fault.Code, fields ...fault.Field) error {
	if holds {
		return nil
	}
	return fault.New(c, fields...)
}
