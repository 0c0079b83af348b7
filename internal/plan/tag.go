package plan

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strconv"

	"samplan/internal/objection"
)

// Tag names this view of the plan: it changes when something that this reader sees changes, and only then. What is
// hidden leaves no trace in it (R22).
func (v View) Tag() string {
	h := sha256.New()
	fmt.Fprintf(h, "%s %d", v.ID, v.Version)
	placeless(h, v.Placeless)
	for _, y := range v.Parties {
		fmt.Fprintf(h, " %s %d %t", y.ID, y.Version, y.Confirmed)
	}
	for _, i := range v.Items {
		fmt.Fprintf(h, " %s %s", i.ID, i.Tag())
		placeless(h, i.Placeless)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:15])
}

// Tag names this version of the item, as the reader sees it.
func (i Item) Tag() string {
	return objection.Tag(i.version(), i.Objections)
}

func (i Item) version() string {
	if i.Kept {
		return strconv.Itoa(i.Version) + "-kept"
	}
	return strconv.Itoa(i.Version)
}

// Tag names this view of the version: the version itself never changes, but who may read which of its items does.
func (v Version) Tag() string {
	h := sha256.New()
	fmt.Fprint(h, v.ID)
	for _, f := range v.Items {
		fmt.Fprintf(h, " %s", objection.Tag(f.Item.String(), f.Objections))
		placeless(h, f.Placeless)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:15])
}
