package httpapi_test

import (
	"testing"

	"samplan/internal/testkit"
)

// The tests in *_api_test.go ask the whole server, on a Postgres of their own, as people of the demonstration county.
func TestMain(m *testing.M) { testkit.Main(m, testkit.LoadCounty) }

// Days in the county: before the reorganisation of 2021-01-01, and after it.
const (
	before = "2020-12-15"
	after  = "2021-01-04"
)

// canary is in every text that tests write, to be found where it must not be.
const canary = "KANARIE"

// madeUp is an id that nothing has.
const madeUp = "0190163d-8694-739b-aea5-966c26f8ad90"

// object is a body in writing.
type object = map[string]any

// planOf finds the plan of a child in somebody's list.
func planOf(c testkit.Client, name string) (plan, child string) {
	row := c.Get("/plans?limit=100").Want(200).Row("plans", "childName", name)
	plan, _ = row["id"].(string)
	child, _ = row["childId"].(string)
	return plan, child
}
