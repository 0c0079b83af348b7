package statistics

// Parse reads indicators from a file.
var Parse = parse

// TellPlainly leaves out what is of few and nothing else, as it must not be done.
func TellPlainly(all []Indicator, counts []Count) []Row {
	return tell(all, counts, func(parts []Tally, _ int, isEnough func(Tally) bool) ([]bool, Tally) {
		told := make([]bool, len(parts))
		for n, p := range parts {
			told[n] = isEnough(p)
		}
		return told, nil
	})
}

// TellWithout is Tell without care that what is told together is enough.
func TellWithout(all []Indicator, counts []Count) []Row {
	return tell(all, counts, func(parts []Tally, _ int, isEnough func(Tally) bool) ([]bool, Tally) {
		told, rest := make([]bool, len(parts)), Tally(nil)
		for n, p := range parts {
			if told[n] = isEnough(p); !told[n] {
				rest = rest.plus(p)
			}
		}
		return told, rest
	})
}
