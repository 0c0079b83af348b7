package store

import "samplan/internal/access"

// unitImportScope says which imports of units a grant reaches (alias i).
func unitImportScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.OwnPrincipal {
			return "i.principal_id = app_principal()"
		}
		return "false"
	})
}
