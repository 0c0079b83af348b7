package worlds

import (
	"fmt"
	"maps"
	"net/http"
	"strings"
)

func init() { maps.Copy(table, ofRegisterImports) }

// ofRegisterImports are the rows of the table about messages of the population register.
var ofRegisterImports = map[string]operation{
	"ListRegisterImports": list("/register-imports"),
	"GetRegisterImport":   get("/register-imports/{}", messagesOf),
	"ListRegisterImportRows": {reads, func(q *asking) []request {
		return append(listOf("/register-imports/{}/rows", messagesOf).requests(q), get("/register-imports/{}/rows?outcome=not-ours", messagesOf).requests(q)...)
	}},
	"StartRegisterImport":      post(writes, "/register-imports", none, body(object{"format": "csv"}), body(object{"format": "json-lines", "encoding": "windows-1252"})),
	"PutRegisterImportContent": {writes, putMessages},
	"ApplyRegisterImport": {gains, func(q *asking) []request {
		all := post(gains, "/register-imports/{}/applications", messagesOf, body(object{"left": 0}), body(object{"left": 1}), body(object{"left": 2})).requests(q)
		rows := listOf("/register-imports/{}/rows", messagesOf).requests(q)
		return append(all, append(rows, listOf("/children/{}/relations", children).requests(q)...)...)
	}},
}

// putMessages tells of everybody's number that a guardian was added and removed and that a level was set: what comes of it hangs on
// whom the own unit has a case about, and on nothing else.
func putMessages(q *asking) []request {
	var file strings.Builder
	file.WriteString("messageId;kind;childIdentifier;effectiveOn;guardianIdentifier;guardianGivenName;guardianFamilyName;protection\n")
	for n, child := range q.numbers {
		guardian := q.numbers[(n+1)%len(q.numbers)]
		fmt.Fprintf(&file, "a%d;guardian-added;%s;%s;%s;KANARIE;a;\n", n, child, q.day, guardian)
		fmt.Fprintf(&file, "r%d;guardian-removed;%s;%s;%s;;;\n", n, child, q.day, q.numbers[0])
		fmt.Fprintf(&file, "p%d;protection-set;%s;2019-06-01;;;;protected-registration\n", n, child)
	}
	return each("/register-imports/{}", messagesOf(q), func(at string, _ ID) []request {
		var all []request
		for _, f := range []string{"x", file.String()} {
			all = append(all, request{method: http.MethodPut, path: at + "/content", body: f, isFile: true, tag: "@" + at})
		}
		return all
	})
}

func messagesOf(*asking) []ID {
	all := []ID{madeUp}
	for _, i := range registerImports() {
		all = append(all, i.ID, named("another beside", i.ID.String()))
	}
	return all
}

func (k *known) ofRegisterImports() {
	for _, i := range k.Messages {
		if k.SeesRegisterImport(k.Reader, i) {
			k.add("messages", i)
		}
	}
}
