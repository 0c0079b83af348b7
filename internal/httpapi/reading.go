package httpapi

import (
	"samplan/internal/enum"
	"samplan/internal/fault"
)

// reading turns words of the wire into values of closed sets and keeps what did not fit, so that one answer tells all.
type reading struct{ fields []fault.Field }

// word finds a value by its name; no name is no value. The contract has checked most names, but some of its sets are
// wider than the domain's: a category of participation is no category of an item.
func word[K any, W ~string](r *reading, set enum.Set[K], name *W, pointer string) enum.Value[K] {
	if name == nil {
		return enum.Value[K]{}
	}
	v, err := set.Parse(string(*name))
	if err != nil {
		r.fields = append(r.fields, fault.Field{Pointer: pointer, Code: "enum"})
	}
	return v
}

// err is the fault that names every field that did not fit.
func (r *reading) err() error {
	if len(r.fields) > 0 {
		return fault.New(fault.CodeInvalid, r.fields...)
	}
	return nil
}

// each maps a list; an empty one stays a list, since the contract promises one.
func each[T, W any](list []T, to func(T) W) []W {
	all := make([]W, 0, len(list))
	for _, v := range list {
		all = append(all, to(v))
	}
	return all
}
