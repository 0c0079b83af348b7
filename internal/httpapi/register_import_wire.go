package httpapi

import (
	"samplan/internal/fault"
	"samplan/internal/register"
	"samplan/internal/sheet"

	"samplan/internal/httpapi/wire"
)

func registerImportWire(i register.Import) wire.RegisterImport {
	w := wire.RegisterImport{
		Id: i.ID.UUID(), Format: wire.FileFormat(i.Format.String()), Encoding: wire.FileEncoding(i.Encoding.String()), Status: wire.ImportStatus(i.Status.String()),
		CreatedAt: i.CreatedAt, CheckedAt: i.CheckedAt, AppliedAt: i.AppliedAt, Checksum: optional(i.Checksum),
		UnknownColumns: each(i.Unknown, func(n int) int { return n }),
	}
	if i.CheckedAt != nil {
		c := i.Counts // in the order of the outcomes
		w.Report = &wire.RegisterImportReport{
			Added: c[0], Ended: c[1], Protected: c[2], Unchanged: c[3], Repeated: c[4], NotOurs: c[5], ByHand: c[6], Faulty: c[7],
		}
	}
	return w
}

// registerRowWire leaves out whom a message names: the relation tells, to those who may see it.
func registerRowWire(r register.Row) wire.RegisterImportRow {
	return wire.RegisterImportRow{
		Row: r.Number, Outcome: wire.RegisterOutcome(r.Outcome.String()), Column: optional(r.Column), Rule: optional(r.Rule), MessageId: optional(r.Message.ID),
		ChildId: optionalID(r.Child), Kind: optional(wire.RegisterMessageKind(r.Kind.String())), EffectiveOn: optionalDay(r.On),
		Custody: optional(wire.RelationKind(r.Custody.String())), Protection: optional(wire.Protection(r.Level.String())), RelationId: optionalID(r.Relation),
		ValidTo: optionalDay(r.Last),
	}
}

// sourceFrom reads how a file is kept; UTF-8 when nothing is said.
func sourceFrom(f wire.FileFormat, e *wire.FileEncoding) (s sheet.Source, err error) {
	if s.Format, err = sheet.Formats.Parse(string(f)); err != nil {
		return s, fault.At(fault.CodeInvalid, "/format", "unknown")
	}
	encoding := "utf-8"
	if e != nil {
		encoding = string(*e)
	}
	if s.Encoding, err = sheet.Encodings.Parse(encoding); err != nil {
		return s, fault.At(fault.CodeInvalid, "/encoding", "unknown")
	}
	return s, nil
}

func registerOutcome(o *wire.RegisterOutcome) (register.Outcome, error) {
	if o == nil {
		return register.Outcome{}, nil
	}
	v, err := register.Outcomes.Parse(string(*o))
	if err != nil {
		return v, fault.At(fault.CodeMalformed, "outcome", "enum")
	}
	return v, nil
}
