package org

import (
	"bytes"
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/sheet"
)

// exportColumns are those of a file of units that is read in, in the order in which it is written.
var exportColumns = []string{
	columnUnit, columnHSA, columnSchool, columnLocal, columnName, columnClass, columnAuthority, columnBranch, columnMunicipality, columnNumber, columnFrom, columnTo,
}

// Export writes the units of the own principal that are open today, or will be, as a file that can be read in again: nothing would
// change then. No cell of it runs in a spreadsheet. System administrators.
func (s *Service) Export(ctx context.Context, a access.Actor, f sheet.Format) ([]byte, error) {
	g, err := access.Allow[access.ReadUnitImport](s.policy, a)
	if err != nil {
		return nil, err
	}
	inventory, err := s.store.ReadInventory(ctx, g)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	err = sheet.Writer{WithMark: true}.Write(&file, f, exportColumns, inventory.rows(a.Today()))
	return file.Bytes(), err
}

// rows gives the cells of each unit that has not ended.
func (v *Inventory) rows(today civil.Date) [][]string {
	branches := map[id.Branch]Branch{}
	for _, b := range v.Branches {
		branches[b.ID] = b
	}
	var rows [][]string
	for _, u := range v.Units {
		if !u.To.IsZero() && u.To.Before(today) {
			continue
		}
		b, last := branches[u.Branch], ""
		if !u.To.IsZero() {
			last = u.To.String()
		}
		rows = append(rows, []string{
			u.Unit.String(), u.Codes.HSA.String(), u.Codes.School.String(), u.Codes.Local, u.Name, u.Class.String(), b.Authority, b.Name,
			u.Codes.Municipality.String(), v.Principal.Number.String(), u.From.String(), last,
		})
	}
	return rows
}
