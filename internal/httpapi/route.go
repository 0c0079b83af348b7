package httpapi

import (
	"maps"
	"slices"
	"sync"

	"github.com/labstack/echo/v4"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
)

// register gives every operation of the contract its route and its steps.
func (s *Server) register(handlers wire.StrictServerInterface) {
	steps := make(map[string][]echo.MiddlewareFunc)
	for name, op := range s.contract.operations {
		steps[name] = []echo.MiddlewareFunc{once(s.chain(op))}
	}
	for _, name := range s.contract.ids {
		if steps[name] == nil {
			steps[name] = []echo.MiddlewareFunc{absentOperation}
		}
	}
	strict := wire.NewStrictHandler(handlers, []wire.StrictMiddlewareFunc{confirmOperation})
	wire.RegisterHandlersWithOptions(s.echo, strict, wire.RegisterHandlersOptions{
		BaseURL: s.contract.prefix, OperationMiddlewares: steps,
	})
}

// chain is the order of the steps inside the frame. A public operation concerns nobody: no token, no door, no record.
func (s *Server) chain(op *operation) []echo.MiddlewareFunc {
	named := func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			k := caller(c)
			k.operation = op
			maps.Copy(k.Response().Header(), op.fading)
			defer k.release() // after the last step that looks at the body: refusals
			return next(k)
		}
	}
	if op.public {
		return []echo.MiddlewareFunc{named, s.overload, s.body, s.validate}
	}
	return []echo.MiddlewareFunc{named, s.overload, s.refusals, s.token, s.rate, s.body, s.validate, s.file, s.session}
}

// once puts the steps together at the first request; Echo would do it at each.
func once(steps []echo.MiddlewareFunc) echo.MiddlewareFunc {
	var lock sync.Once
	var whole echo.HandlerFunc
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		lock.Do(func() {
			whole = next // the route's handler, always the same
			for _, step := range slices.Backward(steps) {
				whole = step(whole)
			}
		})
		return whole
	}
}

// absentOperation hides an operation that access does not know.
func absentOperation(echo.HandlerFunc) echo.HandlerFunc {
	return func(echo.Context) error { return fault.New(fault.CodeNotFound) }
}

// confirmOperation is the last look before a handler: the generated route, the contract and access must mean the same operation.
func confirmOperation(next wire.StrictHandlerFunc, name string) wire.StrictHandlerFunc {
	return func(c echo.Context, request any) (any, error) {
		k := caller(c)
		if _, ok := access.Operations[name]; !ok || k.operation == nil || k.operation.id != name {
			return nil, fault.New(fault.CodeNotFound)
		}
		return next(c, request)
	}
}
