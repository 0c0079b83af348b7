package access

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

const matrixHead = `# What the policy says

Written by ` + "`go test ./internal/access -update`" + ` from roles.csv, walls.csv and classes.csv, after inheritance and after every
deny; never edited. An empty cell is closed. What the words mean stands in README.md.
`

// Markdown writes everything the policy decides as tables, for those who review rules and not programs. The same policy
// gives the same text, byte for byte, so that a change of a rule is a change that review can see.
func (m *Matrix) Markdown() string {
	var b strings.Builder
	b.WriteString(matrixHead)
	m.writeRoles(&b)
	for _, r := range allRoles {
		m.writeRole(&b, r)
	}
	m.writeWalls(&b)
	for _, c := range Classes {
		m.writeGiver(&b, c)
	}
	for _, c := range Classes {
		m.writeDenied(&b, c)
	}
	m.writeClasses(&b)
	return b.String()
}

// writeRow writes one line of a table.
func writeRow(b *strings.Builder, cells ...string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// writeHead writes the first two lines of a table.
func writeHead(b *strings.Builder, title string, cells ...string) {
	fmt.Fprintf(b, "\n%s\n\n", title)
	writeRow(b, cells...)
	b.WriteString("|" + strings.Repeat("---|", len(cells)) + "\n")
}

func namesOf[T fmt.Stringer](all []T) []string {
	names := make([]string, len(all))
	for i, t := range all {
		names[i] = t.String()
	}
	return names
}

func (m *Matrix) writeRoles(b *strings.Builder) {
	writeHead(b, "## How far each role reaches", append([]string{"permission"}, namesOf(allRoles)...)...)
	for _, p := range permissions {
		row := []string{p.rule().String()}
		for _, r := range allRoles {
			row = append(row, strings.Join(namesOf(m.reaches[roleRule{r, p.rule()}]), "<br>"))
		}
		writeRow(b, row...)
	}
}

func (m *Matrix) writeRole(b *strings.Builder, r Role) {
	writeHead(b, "### "+r.name, "permission", "reach", "paragraph")
	for _, p := range permissions {
		key := roleRule{r, p.rule()}
		for _, reach := range m.reaches[key] {
			writeRow(b, p.rule().String(), reach.name, m.laws[lawKey(key, reach)])
		}
	}
}

func (m *Matrix) writeWalls(b *strings.Builder) {
	b.WriteString("\n## Which ground opens which wall\n\nRows give, columns receive.")
	for i, g := range grounds {
		fmt.Fprintf(b, " %d %s", i+1, g.name)
		b.WriteString(map[bool]string{true: ".", false: ","}[i == len(grounds)-1])
	}
	writeHead(b, "", append([]string{"from \\ to"}, namesOf(Classes)...)...)
	for _, giver := range Classes {
		row := []string{giver.name}
		for _, receiver := range Classes {
			var open []string
			for i, g := range grounds {
				if _, ok := m.walls[Wall{giver, receiver, g}]; ok {
					open = append(open, strconv.Itoa(i+1))
				}
			}
			row = append(row, strings.Join(open, " "))
		}
		writeRow(b, row...)
	}
}

// writeGiver writes the paragraphs on which one class may give.
func (m *Matrix) writeGiver(b *strings.Builder, giver Class) {
	writeHead(b, "### From "+giver.name, "ground", "to", "paragraph")
	writeWallsOf(b, giver, m.walls)
}

// writeDenied writes what a line denies one class, and so can never be opened by another line.
func (m *Matrix) writeDenied(b *strings.Builder, giver Class) {
	if !slices.ContainsFunc(slices.Collect(maps.Keys(m.denials)), func(w Wall) bool { return w.Giver == giver }) {
		return
	}
	writeHead(b, "### Never from "+giver.name, "ground", "to", "paragraph")
	writeWallsOf(b, giver, m.denials)
}

// writeWallsOf writes the walls of one giver, with receivers of the same paragraph on one line.
func writeWallsOf(b *strings.Builder, giver Class, walls map[Wall]string) {
	for _, g := range grounds {
		var laws []string
		to := map[string][]string{}
		for _, receiver := range Classes {
			law, ok := walls[Wall{giver, receiver, g}]
			if !ok {
				continue
			}
			if !slices.Contains(laws, law) {
				laws = append(laws, law)
			}
			to[law] = append(to[law], receiver.name)
		}
		for _, law := range laws {
			writeRow(b, g.name, strings.Join(to[law], ", "), law)
		}
	}
}

func (m *Matrix) writeClasses(b *strings.Builder) {
	writeHead(b, "## How each class is bound", "class", "paragraph", "strength", "reads with weaker secrecy what comes from")
	for _, c := range Classes {
		var stronger []string
		for _, owner := range Classes {
			if m.WeakerThan(c, owner) {
				stronger = append(stronger, owner.name)
			}
		}
		writeRow(b, c.name, m.classes[c].Rule, m.classes[c].Strength, strings.Join(stronger, ", "))
	}
}
