package httpapi

import (
	"samplan/internal/group"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func (r reader) group(g group.Group) wire.CollaborationGroup {
	p, _ := r.labels.Principal(g.Principal)
	return wire.CollaborationGroup{
		Id: g.ID.UUID(), Principal: p.Name, Name: g.Name, Level: wire.CollaborationLevel(g.Level.String()), Kind: wire.CollaborationKind(g.Kind.String()), AboveId: optionalID(g.Above),
		KeepTextsDays: g.TextDays, Members: each(g.Members, r.groupMember), Etag: etag(g.Tag()),
	}
}

func (r reader) groupRow(g group.Group) wire.CollaborationGroupRow {
	p, _ := r.labels.Principal(g.Principal)
	return wire.CollaborationGroupRow{
		Id: g.ID.UUID(), Principal: p.Name, Name: g.Name, Level: wire.CollaborationLevel(g.Level.String()), Kind: wire.CollaborationKind(g.Kind.String()), AboveId: optionalID(g.Above),
	}
}

func (r reader) groupMember(m group.Member) wire.GroupMember {
	return wire.GroupMember{
		Id: m.ID.UUID(), Unit: r.unit(m.Unit), PersonId: m.Person.UUID(), Name: m.Name, Function: wire.GroupFunction(m.Function.String()),
		Title: m.Title, ValidFrom: day(m.From), ValidTo: optionalDay(m.To),
	}
}

func groupDraft(b wire.NewCollaborationGroup) (group.Draft, error) {
	var read reading
	d := group.Draft{
		Name: b.Name, Level: word(&read, group.Levels, &b.Level, "/level"), Kind: word(&read, group.Kinds, b.Kind, "/kind"),
		TextDays: given(b.KeepTextsDays), Above: id.GroupOf(given(b.AboveId)),
	}
	return d, read.err()
}

func memberDraft(b wire.NewGroupMember) (group.MemberDraft, error) {
	var read reading
	d := group.MemberDraft{
		Unit: id.UnitOf(b.UnitId), Person: id.PersonOf(b.PersonId), Function: word(&read, group.Functions, &b.Function, "/function"), Title: b.Title,
		From: civilDay(&b.ValidFrom), To: civilDay(b.ValidTo),
	}
	return d, read.err()
}
