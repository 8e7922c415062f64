// Walking through a model: every element with its path.

package refi

import (
	"fmt"
	"reflect"
	"strings"
)

// walk calls visit for every struct that is an element, before those in it.
func walk(v reflect.Value, path string, visit func(path string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i+1), visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[File]() {
			return
		}
		if s, ok := v.Addr().Interface().(*Source); ok {
			name, value := s.element()
			walk(reflect.ValueOf(value), strings.Replace(path, "List", name, 1), visit)
			return
		}
		if v.Type() != reflect.TypeFor[Sources]() && v.Type() != reflect.TypeFor[Stamp]() {
			visit(path, v)
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("xml"), ",")
			if name == "" {
				name = f.Name
			}
			if f.Anonymous {
				continue
			}
			walk(v.Field(i), path+"/"+strings.ReplaceAll(name, ">", "/"), visit)
		}
	}
}

// attribute calls f for every attribute of an element, those of its stamp too.
func attribute(v reflect.Value, f func(name string, required bool, v reflect.Value)) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Anonymous {
			attribute(v.Field(i), f)
			continue
		}
		name, options, _ := strings.Cut(field.Tag.Get("xml"), ",")
		if strings.HasPrefix(options, "attr") {
			f(name, !strings.Contains(options, "omitempty") && v.Field(i).Kind() != reflect.Pointer, v.Field(i))
		}
	}
}

// copied is a deep copy; the data of files is shared.
func copied(v reflect.Value) reflect.Value {
	to := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			to.Set(reflect.New(v.Type().Elem()))
			to.Elem().Set(copied(v.Elem()))
		}
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[[]File]() || v.IsNil() {
			return v
		}
		to.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			to.Index(i).Set(copied(v.Index(i)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			to.Field(i).Set(copied(v.Field(i)))
		}
	default:
		to.Set(v)
	}
	return to
}
