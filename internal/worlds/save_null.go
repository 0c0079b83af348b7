package worlds

import (
	"github.com/google/uuid"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

func principalOrNull(key string) any {
	if key == "" {
		return nil
	}
	return demo.PrincipalID(key)
}

func unitOrNull(key string) any {
	if key == "" {
		return nil
	}
	return unitID(key)
}

func orNull(d civil.Date) any {
	if d.IsZero() {
		return nil
	}
	return d
}

func idOrNull(id ID) any {
	if id == uuid.Nil {
		return nil
	}
	return id
}
