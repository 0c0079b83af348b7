package httpapi_test

import (
	"strings"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"
)

const messageHeader = "messageId;kind;childIdentifier;effectiveOn;guardianIdentifier;guardianGivenName;guardianFamilyName;custody;protection\n"

// aGuardian is somebody whom nobody knows.
func aGuardian() string { return persontest.TestNumber(civil.MustParse("1956-05-05"), 8) }

// messages are a file of the population register: one about Milo, one about nobody that the unit knows, one at fault.
func messages() string {
	milo := demo.Find("milo").Number
	return messageHeader + "A1;guardian-added;" + milo + ";2020-12-01;" + aGuardian() + ";Ada;Test;appointed-custodian;\n" +
		"A2;guardian-added;" + persontest.TestNumber(civil.MustParse("2016-06-06"), 9) + ";2020-12-01;" + aGuardian() + ";Ada;Test;;\n" +
		"A3;moved;" + milo + ";2020-12-01;;;;;\n"
}

// startMessages starts an import of messages, and tries a file if there is one.
func startMessages(c testkit.Client, file string) string {
	i := c.Post("/register-imports", object{"format": "csv"}).Want(201).Text("id")
	if file != "" {
		sendFile(c, "/register-imports/"+i, file).Want(200)
	}
	return i
}

// registers are an import of messages that awaits its file, and one that has been tried.
func (w *town) registers(ids map[string]string) {
	ids["registerImportId"] = startMessages(w.As("ola"), "")
	ids["triedMessages"] = startMessages(w.As("ola"), messages())
}

func (w *town) registerSamples(add adder) {
	add("ola", "ListRegisterImports", nil)
	add("ola", "GetRegisterImport", nil, "registerImportId", "triedMessages")
	add("ola", "ListRegisterImportRows", nil, "registerImportId", "triedMessages")
	add("ola", "StartRegisterImport", object{"format": "csv", "encoding": "utf-8"})
	add("ola", "PutRegisterImportContent", nil)
	add("ola", "ApplyRegisterImport", object{"left": 1}, "registerImportId", "triedMessages")
}

func registerValues() []value {
	return []value{{"ApplyRegisterImport", "left", 0, "import-not-confirmed", "/left"}}
}

// file is that of a sample whose body is one.
func (s sample) file() string {
	switch {
	case strings.HasPrefix(s.path(), "/unit-imports/"):
		return unitFile
	case strings.HasPrefix(s.path(), "/register-imports/"):
		return messages()
	}
	return "en fil"
}
