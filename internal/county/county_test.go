//go:build !release

package county_test

import "testing"

// TestCountyKeepsItsData starts a county, and again on a later day: it does not tell its stories twice.
func TestCountyKeepsItsData(t *testing.T) {
	t.Parallel()
	l := newEmptyLife(t)
	for _, day := range []string{"2020-12-15", "2026-11-22"} {
		l.on(day, func(c client) {
			plans, _ := c.get("karin", "/v1/plans").want(200).json["plans"].([]any)
			if len(plans) != 4 {
				t.Errorf("on %s karin has %d plans, want 4", day, len(plans))
			}
			c.get("karin", "/health/ready").want(200)
			c.get("", "/v1/plans").want(401)
			c.get("", "/v1/api-info").want(200)
			c.get("", "/docs").want(200).shows("GetPlan")
		})
	}
}
