// Fields: the json names of a struct type, found once a type.

package strict

import (
	"reflect"
	"strings"
	"sync"
)

type fields struct {
	names  []string
	byName map[string][]int
}

var known sync.Map // reflect.Type -> *fields

func fieldsOf(t reflect.Type) *fields {
	if f, ok := known.Load(t); ok {
		return f.(*fields)
	}
	f := &fields{byName: map[string][]int{}}
	for _, field := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "" || name == "-" || !field.IsExported() {
			continue
		}
		f.names = append(f.names, name)
		f.byName[name] = field.Index
	}
	known.Store(t, f)
	return f
}
