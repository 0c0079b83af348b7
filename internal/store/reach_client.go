package store

import "samplan/internal/access"

// clientScope says which clients a grant reaches (alias c).
func clientScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnPrincipal:
			return "c.principal_id = app_principal()"
		case access.Self:
			return "c.id = app_system()"
		}
		return "false"
	})
}
