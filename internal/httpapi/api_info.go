package httpapi

import (
	"context"

	openapitypes "github.com/oapi-codegen/runtime/types"

	"samplan/internal/httpapi/wire"
)

// GetApiInfo tells name, version and state of the API (DIGG's profile VER.06 and 07).
func (a *API) GetApiInfo(context.Context, wire.GetApiInfoRequestObject) (wire.GetApiInfoResponseObject, error) {
	return wire.GetApiInfo200JSONResponse{Body: wire.ApiInfo{
		ApiName: "Samplan", ApiVersion: a.Info.Version, ApiReleased: openapitypes.Date{Time: a.Info.Released},
		ApiDocumentation: a.Info.Documentation, ApiStatus: wire.ApiStatus(a.Info.Status),
	}}, nil
}
