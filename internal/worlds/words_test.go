package worlds

func observed(area string) object {
	return object{"text": "a", "sort": "need", "area": area, "category": "goals", "visibility": "parties"}
}
