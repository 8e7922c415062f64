// The schema, as the model's fields give it: which elements and attributes belong where.

package refi

import (
	"encoding/xml"
	"reflect"
	"strings"
)

// A shape is what an element can hold.
type shape struct {
	attributes map[string]bool
	children   map[string]*shape
	text       bool
}

// shapes gives the shape of a type; a type that holds itself is looked up.
func shapes(t reflect.Type, known map[reflect.Type]*shape) *shape {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if s := known[t]; s != nil {
		return s
	}
	s := &shape{attributes: map[string]bool{}, children: map[string]*shape{}}
	if t.Kind() != reflect.Struct {
		s.text = true
		return s
	}
	known[t] = s
	if t == reflect.TypeFor[Sources]() {
		for _, name := range []string{"TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource"} {
			s.children[name] = shapes(reflect.TypeOf(new(Source).field(name)), known)
		}
		return s
	}
	s.fields(t, known)
	return s
}

func (s *shape) fields(t reflect.Type, known map[reflect.Type]*shape) {
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("xml"), ",")
		switch {
		case f.Anonymous:
			s.fields(f.Type, known)
		case f.Type == reflect.TypeFor[xml.Name]() || name == "-" || name == "":
		case strings.HasPrefix(options, "attr"):
			s.attributes[name] = true
		default:
			at := s
			path := strings.Split(name, ">")
			for _, step := range path[:len(path)-1] {
				if at.children[step] == nil {
					at.children[step] = &shape{attributes: map[string]bool{}, children: map[string]*shape{}}
				}
				at = at.children[step]
			}
			at.children[path[len(path)-1]] = shapes(f.Type, known)
		}
	}
}
