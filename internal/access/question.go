package access

import (
	"fmt"
	"slices"

	"github.com/casbin/casbin/v2"
)

// What no line of the policy speaks of is closed, so casbin is asked about the rest alone: it reads every line for every
// question, and most questions that could be put are about nothing. For the same reason it is given only the lines that
// have the question's own word in a field where the model asks for the same word (narrowed): others say nothing of it.

// roleQuestions are role, resource, action and reach that a line speaks of, for the role itself or for one that it includes.
func roleQuestions(e *casbin.Enforcer) (map[[4]string]bool, error) {
	lines, err := e.GetPolicy()
	if err != nil {
		return nil, fmt.Errorf("read policy lines: %w", err)
	}
	questions := map[[4]string]bool{}
	for _, role := range allRoles {
		included, err := e.GetNamedImplicitRolesForUser("g", role.name)
		if err != nil {
			return nil, fmt.Errorf("read roles: %w", err)
		}
		for _, l := range lines {
			if l[0] == role.name || slices.Contains(included, l[0]) {
				questions[[4]string{role.name, l[1], l[2], l[3]}] = true
			}
		}
	}
	return questions, nil
}

// wallQuestions are giver, receiver and ground that a line speaks of, for the classes themselves or for groups of them.
func wallQuestions(e *casbin.Enforcer) (map[[3]string]bool, error) {
	lines, err := e.GetNamedPolicy("p2")
	if err != nil {
		return nil, fmt.Errorf("read walls: %w", err)
	}
	classes := map[string][]string{}
	for _, c := range Classes {
		groups, err := e.GetNamedImplicitRolesForUser("g2", c.name)
		if err != nil {
			return nil, fmt.Errorf("read classes: %w", err)
		}
		for _, name := range append(groups, c.name) {
			classes[name] = append(classes[name], c.name)
		}
	}
	questions := map[[3]string]bool{}
	for _, l := range lines {
		for _, giver := range classes[l[0]] {
			for _, receiver := range classes[l[1]] {
				questions[[3]string{giver, receiver, l[2]}] = true
			}
		}
	}
	return questions, nil
}

// narrowed gives a way to leave the enforcer only the lines of a policy that have a word in a field, and one to give back all.
func narrowed(e *casbin.Enforcer, policy, field string) (put func(word string), done func()) {
	kept := e.GetModel()["p"][policy]
	all, at := kept.Policy, slices.Index(kept.Tokens, policy+"_"+field)
	lines := map[string][][]string{}
	for _, l := range all {
		lines[l[at]] = append(lines[l[at]], l)
	}
	return func(word string) { kept.Policy = lines[word] }, func() { kept.Policy = all }
}
