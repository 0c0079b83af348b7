package httpapi

import (
	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"

	"samplan/internal/httpapi/wire"
)

func unitImportWire(i org.Import) wire.UnitImport {
	w := wire.UnitImport{
		Id: i.ID.UUID(), Format: wire.FileFormat(i.Format.String()), Encoding: wire.FileEncoding(i.Encoding.String()), CountsFrom: day(i.From),
		ClosesMissing: i.ClosesMissing, BranchId: optionalID(i.Branch), SecrecyClass: optional(wire.SecrecyClass(i.Class.String())),
		Status: wire.ImportStatus(i.Status.String()), CreatedAt: i.CreatedAt, CheckedAt: i.CheckedAt, AppliedAt: i.AppliedAt,
		Checksum: optional(i.Checksum), UnknownColumns: each(i.Unknown, func(n int) int { return n }),
	}
	if i.CheckedAt != nil {
		w.Report = &wire.UnitImportReport{
			Rows: i.Counts.Rows, Added: i.Counts.Added, Changed: i.Counts.Changed, Unchanged: i.Counts.Unchanged, Ended: i.Counts.Ended, Faulty: i.Counts.Faulty,
		}
	}
	return w
}

func unitImportRowWire(r org.ImportRow) wire.UnitImportRow {
	return wire.UnitImportRow{
		Row: optional(r.Number), Outcome: wire.ImportOutcome(r.Outcome.String()), Column: optional(r.Column), Rule: optional(r.Rule), UnitId: optionalID(r.Unit),
		Name: optional(r.Name), SecrecyClass: optional(wire.SecrecyClass(r.Class.String())), BranchId: optionalID(r.Branch), HsaId: optional(r.Codes.HSA.String()),
		SchoolUnitCode: optional(r.Codes.School.String()), LocalId: optional(r.Codes.Local), MunicipalityCode: optional(r.Codes.Municipality.String()),
		ValidFrom: optionalDay(r.From), ValidTo: optionalDay(r.To),
	}
}

func unitImportDraft(b wire.NewUnitImport) (org.ImportDraft, error) {
	d := org.ImportDraft{From: civilDay(b.CountsFrom), ClosesMissing: given(b.ClosesMissing), Branch: id.BranchOf(given(b.BranchId)), Class: access.ClassNamed(string(given(b.SecrecyClass)))}
	var err error
	if d.Source, err = sourceFrom(b.Format, b.Encoding); err != nil {
		return d, err
	}
	if b.SecrecyClass != nil && d.Class == (access.Class{}) {
		return d, fault.At(fault.CodeInvalid, "/secrecyClass", "unknown")
	}
	return d, nil
}

func importOutcome(o *wire.ImportOutcome) (org.ImportOutcome, error) {
	if o == nil {
		return org.ImportOutcome{}, nil
	}
	v, err := org.ImportOutcomes.Parse(string(*o))
	if err != nil {
		return v, fault.At(fault.CodeMalformed, "outcome", "enum")
	}
	return v, nil
}
