package access

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	stringadapter "github.com/casbin/casbin/v2/persist/string-adapter"

	"samplan/policy"
)

type roleRule struct {
	role Role
	rule rule
}

// Matrix is everything the policy decides, evaluated once. It never changes, so it may be shared without a lock.
type Matrix struct {
	reaches map[roleRule][]Reach
	laws    map[string]string
	walls   map[Wall]string
	denials map[Wall]string
	classes map[Class]Secrecy
}

// evaluations counts questions put to casbin; a test shows that requests put none (quality goal P13).
var evaluations atomic.Int64

// Evaluations tells how many questions have been put to casbin since the program began.
func Evaluations() int64 { return evaluations.Load() }

// Load gives the policy that the program carries. It is read and evaluated once: that is a tenth of a second's work, and
// the files are part of the program. An error means that they do not parse; the program must not start then.
func Load() (*Matrix, error) { return carried() }

var carried = sync.OnceValues(func() (*Matrix, error) {
	return load(policy.Model, policy.Roles, policy.Walls, policy.Classes)
})

func load(modelText, roles, walls, classes string) (*Matrix, error) {
	if err := checkNames(roles + "\n" + walls); err != nil {
		return nil, err
	}
	m, err := model.NewModelFromString(modelText)
	if err != nil {
		return nil, fmt.Errorf("read policy model: %w", err)
	}
	e, err := casbin.NewEnforcer(m, stringadapter.NewAdapter(roles+"\n"+walls))
	if err != nil {
		return nil, fmt.Errorf("read policy lines: %w", err)
	}
	matrix := &Matrix{map[roleRule][]Reach{}, map[string]string{}, map[Wall]string{}, map[Wall]string{}, map[Class]Secrecy{}}
	if matrix.classes, err = readClasses(classes); err != nil {
		return nil, err
	}
	if err := matrix.evaluateRoles(e); err != nil {
		return nil, err
	}
	if err := matrix.evaluateWalls(e); err != nil {
		return nil, err
	}
	return matrix, nil
}

func (m *Matrix) evaluateRoles(e *casbin.Enforcer) error {
	spokenOf, err := roleQuestions(e)
	if err != nil {
		return err
	}
	put, done := narrowed(e, "p", "res")
	defer done()
	for _, p := range permissions {
		put(p.rule().resource)
		for _, role := range allRoles {
			if err := m.evaluate(e, spokenOf, roleRule{role, p.rule()}); err != nil {
				return err
			}
		}
	}
	return nil
}

// evaluate asks how far a role's permission reaches.
func (m *Matrix) evaluate(e *casbin.Enforcer, spokenOf map[[4]string]bool, key roleRule) error {
	role, resource, action := key.role.name, key.rule.resource, key.rule.action
	for _, reach := range Reaches {
		if !spokenOf[[4]string{role, resource, action, reach.name}] {
			continue
		}
		evaluations.Add(1)
		ok, why, err := e.EnforceEx(role, resource, action, reach.name)
		if err != nil {
			return fmt.Errorf("evaluate policy: %w", err)
		}
		if ok {
			m.reaches[key] = append(m.reaches[key], reach)
			m.laws[lawKey(key, reach)] = why[len(why)-1]
		}
	}
	return nil
}

func lawKey(k roleRule, r Reach) string { return k.role.name + " " + k.rule.String() + " " + r.name }
