//go:build !release

package bench

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"samplan/internal/demo"
)

// itemsPerPlan and plansPerWorker are the measure of the standard data (quality 1).
const (
	itemsPerPlan   = 30
	plansPerWorker = 50
)

// leads are the units that lead plans, each with the two parties it calls. The three lie in three secrecy domains.
var leads = [][3]string{
	{"bou1", "bup", "hs"},
	{"bou2", "hs", "bup"},
	{"fs", "bup", "hs"},
	{"bup", "bou1", "hs"},
	{"hs", "bou2", "emi"},
	{"uph", "fs", "hs"},
	{"bvc", "rf", "solrosen"},
	{"rf", "bup", "hs"},
}

// workersFor tells how many caseworkers share so many plans.
func workersFor(plans int) int { return max(1, plans/plansPerWorker) }

// load fills the county with plans. It goes past triggers and foreign keys, since what it writes is made to fit.
func load(ctx context.Context, owner *sql.DB, issuer string, plans int) error {
	conn, err := owner.Conn(ctx)
	if err != nil {
		return fmt.Errorf("load plans: %w", err)
	}
	defer func() { _ = conn.Close() }() // nothing is left to lose
	for _, s := range statements(plans, workersFor(plans)) {
		if _, err := conn.ExecContext(ctx, s, s2args(s, issuer)...); err != nil {
			return fmt.Errorf("load plans: %w\n%s", err, s)
		}
	}
	if _, err := owner.ExecContext(ctx, "VACUUM ANALYZE"); err != nil {
		return fmt.Errorf("count what is loaded: %w", err)
	}
	_, err = owner.ExecContext(ctx, "CHECKPOINT")
	return err
}

// s2args gives the address of the issuer to the one statement that asks for it.
func s2args(statement, issuer string) []any {
	if strings.Contains(statement, "$1") {
		return []any{issuer}
	}
	return nil
}

func statements(plans, workers int) []string {
	numbers := strings.NewReplacer("{plans}", fmt.Sprint(plans), "{workers}", fmt.Sprint(workers), "{leads}", fmt.Sprint(len(leads)),
		"{items}", fmt.Sprint(itemsPerPlan), "{triads}", triads())
	all := make([]string, 0, len(loading))
	for _, s := range loading {
		all = append(all, numbers.Replace(s))
	}
	return all
}

func triads() string {
	rows := make([]string, len(leads))
	for n, t := range leads {
		rows[n] = fmt.Sprintf("(%d, '%s'::uuid, '%s'::uuid, '%s'::uuid)", n, demo.UnitID(t[0]), demo.UnitID(t[1]), demo.UnitID(t[2]))
	}
	return strings.Join(rows, ", ")
}
