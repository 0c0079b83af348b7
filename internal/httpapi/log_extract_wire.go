package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/insight"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

func (r reader) myLogEntry(e insight.Entry) wire.MyLogEntry {
	title := insight.Title(e.Role)
	return wire.MyLogEntry{
		At: e.At.In(civil.Zone()), ChildId: e.Child.UUID(), ChildName: childName(r.actor, e.ChildName.Given, e.ChildName.Family, e.Protection, e.Child),
		Unit: optional(e.Unit), Authority: optional(e.Authority), Principal: optional(e.Principal), Use: wire.LogUse(e.Kind().String()),
		TextSv: logText(phrase.Swedish, e.Text(), e.Client), TextEn: logText(phrase.English, e.Text(), e.Client),
		TitleSv: optional(phrase.Swedish.Say(title)), TitleEn: optional(phrase.English.Say(title)),
		StaffName: optional(e.StaffName), Client: optional(e.Client), Own: e.IsOwn,
	}
}

// logText says what was done, and through which client.
func logText(l phrase.Language, what phrase.Key, client string) string {
	if client == "" {
		return l.Say(what)
	}
	return l.Say("log.through", "{what}", l.Say(what), "{client}", client)
}
