// Inspection: what in a model is not as the standard has it.

package refi

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// words are the closed lists.
var words = map[string][]string{
	"direction":      {"Associative", "OneWay", "Bidirectional"},
	"typeOfVariable": {"Text", "Boolean", "Integer", "Float", "Date", "DateTime"},
	"shape":          {"Person", "Oval", "Rectangle", "RoundedRectangle", "Star", "LeftTriangle", "RightTriangle", "UpTriangle", "DownTriangle", "Note"},
	"lineStyle":      {"dotted", "dashed", "solid"},
}

// inspect warns of what is understood but not valid, and of references that point nowhere.
func inspect(model any, root string, r *Report) {
	defined, used := map[GUID]bool{}, []struct {
		path string
		guid GUID
	}{}
	walk(reflect.ValueOf(model), root, func(path string, v reflect.Value) {
		attribute(v, func(name string, required bool, a reflect.Value) {
			at := path + "/@" + name
			switch x := a.Interface().(type) {
			case GUID:
				switch {
				case x == "" && required:
					r.warn(at, "is missing")
				case x != "" && !x.Valid():
					r.warn(at, "is no GUID")
				}
				_, points := v.Addr().Interface().(*MemberCode)
				if name == "guid" && !points {
					if defined[x] && x != "" {
						r.warn(at, "names two things")
					}
					defined[x] = true
				} else if x != "" {
					used = append(used, struct {
						path string
						guid GUID
					}{at, x})
				}
			default:
				if what := badValue(name, a); what != "" {
					r.warn(at, what)
				}
			}
		})
		if s, ok := v.Addr().Interface().(*TextSelection); ok {
			s.inspect(path, r)
		}
		if c, ok := v.Addr().Interface().(*Coding); ok && len(c.Codes) != 1 {
			r.warn(path, fmt.Sprintf("has %d codes, not one", len(c.Codes)))
		}
	})
	for _, u := range used {
		if !defined[u.guid] {
			name := u.path[strings.LastIndex(u.path, "@"):]
			r.warn(u.path, "points at nothing in the file: "+name)
		}
	}
}

// badValue says what is wrong with an attribute that is no GUID; empty when nothing is.
func badValue(name string, a reflect.Value) string {
	switch x := a.Interface().(type) {
	case Time:
		if x != "" && !x.Valid() {
			return "is no date and time of XML Schema"
		}
	case Color:
		if x != "" && !x.Valid() {
			return "is no colour like #rrggbb"
		}
	case Word:
		if x != "" && !slices.Contains(words[name], string(x)) || x == "" && name == "typeOfVariable" {
			return fmt.Sprintf("is %q, which is none of %s", x, strings.Join(words[name], ", "))
		}
	case Int:
		if x == NoInt {
			return "is no whole number"
		}
	case *Int:
		if x != nil && *x == NoInt {
			return "is no whole number"
		}
	case Flag:
		if x != "true" && x != "false" {
			return "is neither true nor false"
		}
	}
	return ""
}

func (s *TextSelection) inspect(path string, r *Report) {
	switch {
	case s.Start == NoInt || s.End == NoInt:
	case s.Start == s.End:
		r.warn(path, "selects nothing")
	case s.Start > s.End || s.Start < 0:
		r.warn(path, "ends before it starts, or starts before the text")
	}
}
