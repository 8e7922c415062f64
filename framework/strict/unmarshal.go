// Unmarshal: nodes into Go values by their json tags, with every mismatch reported.

package strict

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
)

// Unmarshal reads one JSON value from data into v, a pointer. It handles structs (json tags; every key must be known), slices,
// string-keyed maps, pointers, strings, booleans, integers, floats and anything with UnmarshalJSON or UnmarshalText. A null is a problem everywhere: an absent
// value is an absent key. v is untouched unless the error is nil.
//
// The document gives the line and column of paths, for problems found later. It is returned whenever the text has a tree.
func Unmarshal(input string, data []byte, v any, limits Limits) (*Document, error) {
	fresh := reflect.New(reflect.TypeOf(v).Elem())
	doc, err := UnmarshalPartly(input, data, fresh.Interface(), limits)
	if err == nil {
		reflect.ValueOf(v).Elem().Set(fresh.Elem())
	}
	return doc, err
}

// UnmarshalPartly is [Unmarshal], but fills v with all that could be read even when there are problems, so that what was read can be
// checked further and everything reported at once.
func UnmarshalPartly(input string, data []byte, v any, limits Limits) (*Document, error) {
	limits = limits.orDefault()
	if int64(len(data)) > limits.Bytes {
		_, err := ReadAll(input, bytes.NewReader(data), limits)
		return nil, err
	}
	t, problems := newText(data)
	if problems != nil {
		return nil, Fail(input, problems)
	}
	nodes, problems := parse(t, limits)
	if nodes == nil {
		return nil, Fail(input, problems)
	}
	doc := &Document{text: t, nodes: nodes}
	d := decoder{Document: doc, problems: problems, most: limits.Problems}
	d.value(0, reflect.ValueOf(v).Elem(), nil)
	return doc, Fail(input, ByPlace(d.problems))
}

type decoder struct {
	*Document
	problems []Problem
	most     int
}

func (d *decoder) report(at int32, path *trail, what, cure string) {
	if len(d.problems) >= d.most {
		return
	}
	line, column := d.place(int(at))
	d.problems = append(d.problems, Problem{Path: path.String(), Line: line, Column: column, What: what, Cure: cure})
}

func (d *decoder) value(index int32, v reflect.Value, path *trail) {
	n := &d.nodes[index]
	if n.kind == null {
		d.report(n.start, path, "is null", "leave the key out instead")
		return
	}
	switch u := v.Addr().Interface().(type) {
	case json.Unmarshaler:
		if err := u.UnmarshalJSON(d.data[n.start:n.end]); err != nil {
			d.report(n.start, path, err.Error(), "")
		}
		return
	case encoding.TextUnmarshaler:
		d.text(n, u, path)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(index, v.Elem(), path)
	case reflect.Struct:
		if d.is(n, object, path) {
			d.members(n, v, path)
		}
	case reflect.Map:
		if d.is(n, object, path) {
			d.entries(n, v, path)
		}
	case reflect.Slice:
		if d.is(n, array, path) {
			d.elements(n, v, path)
		}
	case reflect.String:
		if d.is(n, str, path) {
			v.SetString(n.text)
		}
	case reflect.Bool:
		if d.is(n, boolean, path) {
			v.SetBool(d.data[n.start] == 't')
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if d.is(n, number, path) {
			d.integer(n, v, path)
		}
	case reflect.Float32, reflect.Float64:
		if d.is(n, number, path) {
			d.float(n, v, path)
		}
	default:
		panic("strict: cannot decode into " + v.Type().String())
	}
}

func (d *decoder) is(n *node, want kind, path *trail) bool {
	if n.kind != want {
		d.report(n.start, path, fmt.Sprintf("is %v", n.kind), fmt.Sprintf("give %v", want))
	}
	return n.kind == want
}

func (d *decoder) text(n *node, u encoding.TextUnmarshaler, path *trail) {
	if !d.is(n, str, path) {
		return
	}
	if err := u.UnmarshalText([]byte(n.text)); err != nil {
		d.report(n.start, path, err.Error(), "")
	}
}

func (d *decoder) integer(n *node, v reflect.Value, path *trail) {
	i, err := strconv.ParseInt(string(d.data[n.start:n.end]), 10, 64)
	if err != nil || v.OverflowInt(i) {
		d.report(n.start, path, fmt.Sprintf("%.40s is no whole number in range", d.data[n.start:n.end]), "give a whole number")
		return
	}
	v.SetInt(i)
}

func (d *decoder) float(n *node, v reflect.Value, path *trail) {
	f, err := strconv.ParseFloat(string(d.data[n.start:n.end]), v.Type().Bits())
	if err != nil {
		d.report(n.start, path, fmt.Sprintf("%.40s is out of range", d.data[n.start:n.end]), "give a smaller number")
		return
	}
	v.SetFloat(f)
}

func (d *decoder) elements(n *node, v reflect.Value, path *trail) {
	count := 0
	for c := n.child; c >= 0; c = d.nodes[c].next {
		count++
	}
	v.Set(reflect.MakeSlice(v.Type(), count, count))
	i := 0
	for c := n.child; c >= 0; c = d.nodes[c].next {
		d.value(c, v.Index(i), &trail{up: path, index: i})
		i++
	}
}

func (d *decoder) entries(n *node, v reflect.Value, path *trail) {
	v.Set(reflect.MakeMap(v.Type()))
	for c := n.child; c >= 0; c = d.nodes[c].next {
		element := reflect.New(v.Type().Elem()).Elem()
		d.value(c, element, &trail{up: path, key: d.nodes[c].key, index: -1})
		key := reflect.New(v.Type().Key()).Elem()
		if u, ok := key.Addr().Interface().(encoding.TextUnmarshaler); ok {
			if err := u.UnmarshalText([]byte(d.nodes[c].key)); err != nil {
				d.report(d.nodes[c].keyAt, path, err.Error(), "")
				continue
			}
		} else {
			key.SetString(d.nodes[c].key)
		}
		v.SetMapIndex(key, element)
	}
}

func (d *decoder) members(n *node, v reflect.Value, path *trail) {
	fields := fieldsOf(v.Type())
	for c := n.child; c >= 0; c = d.nodes[c].next {
		m := &d.nodes[c]
		index, known := fields.byName[m.key]
		if !known {
			d.report(m.keyAt, path, fmt.Sprintf("key %q is not known here", m.key), Nearest(m.key, fields.names))
			continue
		}
		d.value(c, v.FieldByIndex(index), &trail{up: path, key: m.key, index: -1})
	}
}

// A trail is a path from the root, written out only when a problem needs it.
type trail struct {
	up    *trail
	key   string
	index int // of an array, -1 for a key
}

// String gives the path like codings[3].code.
func (t *trail) String() string {
	if t == nil {
		return ""
	}
	path := t.up.String()
	switch {
	case t.index >= 0:
		return path + "[" + strconv.Itoa(t.index) + "]"
	case path == "":
		return t.key
	}
	return path + "." + t.key
}
