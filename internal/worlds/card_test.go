package worlds

import (
	"maps"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofCards) }

// ofCards are the rows of the table about contact cards.
var ofCards = map[string]operation{
	"ListContactCards":     list("/contact-cards"),
	"GetContactCard":       get("/contact-cards/{}", contactCards),
	"ListUnitContactCards": listOf("/units/{}/contact-cards", unitsOf),
	"ListMyContactCards":   listOf("/my/plans/{}/contact-cards", plans),
	"PublishContactCard":   post(writes, "/contact-cards", none, ownedBy(0), ownedBy(1), ownedBy(2)),
	"ConfirmContactCard":   post(writes, "/contact-cards/{}/confirmations", contactCards, body(object{}), today("validUntil")),
}

func contactCards(q *asking) []ID { return q.cards }

func ownedBy(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"purpose": "a", "phone": "112", "hours": "b", "languages": []string{"sv"}, "ownerId": q.colleagues[n%len(q.colleagues)]}
	}
}

// newest is what worlds have had since, as in the maker.
func (k *known) newest() {
	k.ofLeads()
	k.ofCards()
	k.ofQuestionnaires()
	k.ofReadings()
	k.ofInformations()
	k.ofObjections()
	k.ofDisposals()
	k.ofForums()
	k.ofPublicRequests()
	k.ofExtracts()
	k.ofAbsences()
	k.ofTransitions()
}

// ofCards: staff know all cards, and who owns those of the own unit; whoever keeps a card is told when it ends.
func (k *known) ofCards() {
	for _, c := range k.Cards {
		if !k.SeesCard(k.Reader, c) {
			continue
		}
		isOwn := c.Unit == k.Unit && !k.IsCitizen()
		owner := c.Owner
		if !isOwn {
			c.Owner = ID{}
		}
		c.By = ID{}
		if k.IsCitizen() { // it reads no ids, and is told of none that were before
			k.add("card", demo.UnitID(c.Unit), c.Words, c.Confirmed, c.Until)
			continue
		}
		k.add("card", c, k.counts(c))
		if isOwn && (k.Role == "unit-manager" || k.Role == "administrator" || k.onDuty(c.Unit, owner) == k.Person) {
			k.add("told", notice("contact-card-due", c.ID, c.Remind), notice("contact-card-outdated", c.ID, c.Until.AddDays(1)))
		}
	}
}

// inCards are mutants of contact cards.
var inCards = []func(*maker){
	func(m *maker) { m.card(oneOf(m.dice, units...)) },
	func(m *maker) { remove(m.dice, &m.Cards) },
	func(m *maker) {
		alter(m.dice, m.Cards, func(c *Card) { c.Words, c.Version = c.Words+" ändrat", c.Version+1 })
	},
	func(m *maker) {
		alter(m.dice, m.Cards, func(c *Card) { c.Owner = oneOf(m.dice, StaffOf(c.Unit)...).Person })
	},
	func(m *maker) {
		alter(m.dice, m.Cards, func(c *Card) { c.By = oneOf(m.dice, StaffOf(c.Unit)...).Person })
	},
}
