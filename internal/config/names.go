package config

import (
	"fmt"
	"reflect"
	"strings"
	"time"
)

const prefix = "SAMPLAN_"

// forTests begin the names that tests and tools (samplan client) read by themselves.
var forTests = []string{prefix + "WORLDS_", prefix + "TEST_", prefix + "CLIENT_"}

// variables are the known names, by the fields that they fill.
var variables = namesOf(reflect.TypeFor[Config](), prefix)

func namesOf(t reflect.Type, prefix string) map[string]string {
	all := make(map[string]string)
	for i := range t.NumField() {
		f := t.Field(i)
		if inner := f.Tag.Get("envPrefix"); inner != "" {
			for name, field := range namesOf(f.Type, prefix+inner) {
				all[name] = field
			}
			continue
		}
		if tag := f.Tag.Get("env"); tag != "-" {
			all[prefix+tag] = f.Name
		}
	}
	return all
}

// variableOf gives the variable that fills a field.
func variableOf(field string) string {
	for name, f := range variables {
		if f == field {
			return name
		}
	}
	return field
}

func kindOf(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[time.Duration]():
		return "time such as 5s or 2m"
	case t.Kind() == reflect.Float64:
		return "number"
	case t.Kind() == reflect.Bool:
		return "true or false"
	}
	return "whole number"
}

func unknownNames(given map[string]string) []error {
	var faults []error
	for name := range given {
		if !strings.HasPrefix(name, prefix) || variables[name] != "" || isForTests(name) {
			continue
		}
		faults = append(faults, fmt.Errorf("%s: no such setting", name))
	}
	return faults
}

func isForTests(name string) bool {
	for _, p := range forTests {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}
