package httpapi_test

// caseLines are the samples about who was involved when.
func caseLines(add adder, lo []string) {
	add("karin", "GetCaseLine", nil)
	add("karin", "GetCaseLinePicture", nil)
	add("amir", "GetMyCaseLine", nil, lo...)
	add("amir", "GetMyCaseLinePicture", nil, lo...)
	add("karin", "GetTeachingLine", object{"reason": "Till kursen om samverkan.", "confirmedWarnings": []string{"rare-combination"}})
}
