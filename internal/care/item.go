package care

import (
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/objection"
	"samplan/internal/person"
)

// Item is a piece of content that an emergency shows. Its kind, category, visibility, horizon, status and form are the
// words of the plan's slice; here they are shown and nothing is decided on them.
type Item struct {
	ID                         id.Item
	Owner                      id.Unit
	Kind, Category, Visibility string
	Title, Body                person.Text
	Horizon, Status, Form      string
	OutsideActor, ContactName  person.Text
	StartsOn, EndsOn           civil.Date
	CreatedOn                  civil.Date
	Objections                 []objection.Objection
}
