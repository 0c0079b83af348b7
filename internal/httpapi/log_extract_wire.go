package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/insight"

	"samplan/internal/httpapi/wire"
)

func (r reader) myLogEntry(e insight.Entry) wire.MyLogEntry {
	text, title := e.Text(), insight.Title(e.Role)
	return wire.MyLogEntry{
		At: e.At.In(civil.Zone()), ChildId: e.Child.UUID(), ChildName: childName(r.actor, e.ChildName.Given, e.ChildName.Family, e.Protection, e.Child),
		Unit: optional(e.Unit), Authority: optional(e.Authority), Principal: optional(e.Principal), Use: wire.LogUse(e.Kind().String()),
		TextSv: text.Swedish, TextEn: text.English, TitleSv: optional(title.Swedish), TitleEn: optional(title.English),
		StaffName: optional(e.StaffName), Client: optional(e.Client), Own: e.IsOwn,
	}
}
