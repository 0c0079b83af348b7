package worlds

import "slices"

func find[T any](all []T, is func(T) bool) (found T) {
	if n := slices.IndexFunc(all, is); n >= 0 {
		found = all[n]
	}
	return found
}

func where[T any](all []T, is func(T) bool) []T {
	var some []T
	for _, v := range all {
		if is(v) {
			some = append(some, v)
		}
	}
	return some
}

// keep leaves in a list that is one's own what is so.
func keep[T any](all []T, is func(T) bool) []T {
	return slices.DeleteFunc(all, func(v T) bool { return !is(v) })
}
