package worlds

import (
	"maps"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofCalls) }

// ofCalls are the rows of the table about calls to meetings.
var ofCalls = map[string]operation{
	"ListCalls":         listOf("/plans/{}/calls", plans),
	"GetCall":           get("/calls/{}", sentCalls),
	"ListReceivedCalls": list("/received-calls", "?overdue=true", "?overdue=true&limit=1&page=2"),
	"GetReceivedCall":   get("/received-calls/{}", receivedCalls),
	"DraftCall":         post(writes, "/plans/{}/calls", plans, summons("digital", "bup", "hs"), summons("place", "sos")),
	"ChangeCall":        put("/calls/{}", sentCalls, summons("both", "bou1", "fs")),
	"SendCall":          post(writes, "/calls/{}/dispatches", sentCalls, body(object{})),
	"SeeCall":           post(writes, "/received-calls/{}/receipts", receivedCalls, body(object{})),
	"PassCallOn":        post(writes, "/received-calls/{}/forwardings", receivedCalls, passTo("bou2"), passTo("bup"), passTo("solrosen")),
	"AnswerCall": post(gains, "/received-calls/{}/answers", receivedCalls, body(object{"answer": "declined", "reason": "a"}),
		body(object{"answer": "accepted"})),
}

func sentCalls(q *asking) []ID     { return q.sentCalls }
func receivedCalls(q *asking) []ID { return q.receivedCalls }

// summons is a draft that calls two units.
func summons(way string, units ...string) func(*asking) object {
	return func(*asking) object {
		var all []object
		for _, u := range units {
			all = append(all, object{"unitId": demo.UnitID(u), "mode": "called", "contribution": "a"})
		}
		return object{"purpose": "a", "questions": []string{"b"}, "longTermGoal": "c", "meetingMode": way, "toUnits": all}
	}
}

func passTo(unit string) func(*asking) object {
	return func(*asking) object { return object{"unitId": demo.UnitID(unit), "reason": "a"} }
}

// pickCalls chooses calls and addressees to ask with.
func (q *asking) pickCalls(a, b *World, pick func(one, two []ID) []ID) {
	calls := func(w *World) []ID { return idsFor(w.Calls, func(c Call) ID { return c.ID }) }
	addressees := func(w *World) []ID {
		var all []ID
		for i := range w.Calls {
			all = append(all, idsFor(w.Calls[i].Addressees, func(a Addressee) ID { return a.ID })...)
		}
		return all
	}
	q.sentCalls, q.receivedCalls = pick(calls(a), calls(b)), pick(addressees(a), addressees(b))
}
