// Writing: valid against the published schemas, the same model giving the same bytes.

package refi

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Write writes the codebook as .qdc. A codebook without codes cannot be valid and is refused.
func (c *Codebook) Write(w io.Writer) (*Report, error) {
	report := &Report{}
	if len(c.Codes) == 0 {
		return report, refused("codebook", "CodeBook/Codes", "is empty, which the standard does not allow", "write a codebook once it has a code")
	}
	m := copied(reflect.ValueOf(*c)).Interface().(Codebook)
	dropNotes(m.Codes, report)
	mend(&m, "CodeBook", report)
	return report, writeXML(w, m, xml.Name{Space: codebookSpace + version, Local: "CodeBook"})
}

// dropNotes takes out what a codebook's codes cannot have.
func dropNotes(codes []Code, r *Report) {
	for i := range codes {
		if len(codes[i].NoteRefs) > 0 {
			r.lose("CodeBook/Codes/Code/NoteRef", "notes of codes have no place in a codebook")
			codes[i].NoteRefs = nil
		}
		dropNotes(codes[i].Codes, r)
	}
}

// WriteXML writes the project's XML (.qde) alone.
func (p *Project) WriteXML(w io.Writer) (*Report, error) {
	report := &Report{}
	m := copied(reflect.ValueOf(*p)).Interface().(Project)
	mend(&m, "Project", report)
	if m.Sources != nil && len(m.Sources.List) == 0 {
		m.Sources = nil
	}
	return report, writeXML(w, m, xml.Name{Space: projectSpace + version, Local: "Project"})
}

// Write writes the project as .qdpx.
func (p *Project) Write(w io.Writer) (*Report, error) {
	var b bytes.Buffer
	report, err := p.WriteXML(&b)
	if err != nil {
		return report, err
	}
	seen := map[string]bool{}
	for _, f := range p.Files {
		if f.Name == "" || path.Clean("/"+f.Name) != "/"+f.Name || strings.ContainsAny(f.Name, ":\\\x00") || seen[strings.ToLower(f.Name)] {
			return report, refused("project", fmt.Sprintf("%q", f.Name), "is no plain name of a file, or is given twice", "name it by its GUID and ending")
		}
		seen[strings.ToLower(f.Name)] = true
	}
	if strings.HasPrefix(p.BasePath, "/") || strings.Contains(p.BasePath, ":") {
		report.warn("Project/@basePath", "tells a folder of somebody's machine")
	}
	return report, pack(w, b.Bytes(), p.Files)
}

func writeXML(w io.Writer, model any, root xml.Name) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.EncodeElement(model, xml.StartElement{Name: root}); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// mend makes a model valid, and lists what it changes.
func mend(model any, root string, r *Report) {
	n := 0
	walk(reflect.ValueOf(model), root, func(at string, v reflect.Value) {
		n++
		attribute(v, func(name string, required bool, a reflect.Value) { mendAttribute(at, name, required, n, a, r) })
		for _, field := range v.Fields() {
			switch list := field.Addr().Interface().(type) {
			case *[]Coding:
				*list = mendCodings(at, *list, r)
			case *[]VariableValue:
				mendValues(at, *list, r)
			case *string:
				if clean := strings.Map(allowed, *list); clean != *list || !utf8.ValidString(*list) {
					r.lose(at, "has characters that XML cannot hold")
					*list = strings.ToValidUTF8(clean, "\ufffd")
				}
			case **string:
				if *list != nil {
					if clean := strings.ToValidUTF8(strings.Map(allowed, **list), "\ufffd"); clean != **list {
						r.lose(at, "has characters that XML cannot hold")
						*list = &clean
					}
				}
			}
		}
	})
}

// allowed replaces characters that XML 1.0 does not have.
func allowed(c rune) rune {
	if c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000 {
		return c
	}
	return '\ufffd'
}

func mendAttribute(at, name string, required bool, n int, a reflect.Value, r *Report) {
	at += "/@" + name
	switch x := a.Interface().(type) {
	case GUID:
		if x == "" && !required || x.Valid() {
			return
		}
		made := NewGUID(string(x))
		if x == "" {
			made = NewGUID(fmt.Sprintf("%s %d", at, n))
		}
		r.lose(at, "was no GUID, and got one")
		a.SetString(string(made))
	case Color:
		if x != "" && !x.Valid() {
			a.SetString(string(x.mended()))
			r.lose(at, "was no colour like #rrggbb, and is changed or left out")
		}
	case Flag:
		if x != "true" && x != "false" {
			a.SetString("true")
			r.lose(at, "was neither true nor false, and is written as true")
		}
	case Word:
		if what := badValue(name, a); what != "" {
			a.SetString("")
			if required {
				a.SetString(words[name][0])
			}
			r.lose(at, what+"; it is left out, or the first of them")
		}
	case *Int:
		if x != nil && *x == NoInt {
			a.SetZero()
			r.lose(at, "was no whole number, and is left out")
		}
	case Int:
		if x == NoInt {
			a.SetInt(0)
			r.lose(at, "was no whole number, and is written as 0")
		}
	case Time:
		if x != "" && !x.Valid() {
			a.SetString("")
			r.lose(at, "was no date and time of XML Schema, and is left out")
		}
	}
}

// mendCodings gives each coding one code.
func mendCodings(at string, codings []Coding, r *Report) []Coding {
	if !slices.ContainsFunc(codings, func(c Coding) bool { return len(c.Codes) != 1 }) {
		return codings
	}
	var all []Coding
	for _, c := range codings {
		if len(c.Codes) == 0 {
			r.lose(at+"/Coding", "has no code, and is left out")
		}
		for i, code := range c.Codes {
			one := c
			one.Codes = []Ref{code}
			if i > 0 {
				one.GUID = NewGUID(string(c.GUID) + string(code.Target))
				r.lose(at+"/Coding", "had several codes, and is written as several codings")
			}
			all = append(all, one)
		}
	}
	return all
}

var valueForms = []*regexp.Regexp{
	nil, regexp.MustCompile(`^(true|false|0|1)$`), regexp.MustCompile(`^[+-]?\d+$`), regexp.MustCompile(`^[+-]?(\d+(\.\d*)?|\.\d+)$`),
	regexp.MustCompile(`^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?$`), timePattern,
}

// mendValues keeps one value each, as text when it has not the form of its kind.
func mendValues(at string, values []VariableValue, r *Report) {
	for i := range values {
		v := &values[i]
		found := false
		for k, x := range []**string{&v.Text, &v.Boolean, &v.Integer, &v.Float, &v.Date, &v.DateTime} {
			switch {
			case *x == nil:
			case found:
				*x = nil
				r.lose(at+"/VariableValue", "has more than one value, and keeps the first")
			case valueForms[k] != nil && !valueForms[k].MatchString(strings.TrimSpace(**x)):
				v.Text, *x, found = *x, nil, true
				r.lose(at+"/VariableValue", "has not the form of its kind, and is written as text")
			default:
				found = true
			}
		}
	}
}
