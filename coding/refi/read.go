// Reading the XML: first what it may hold, then its content.

package refi

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/hasteslowly/readiness/framework/strict"
)

const (
	projectSpace  = "urn:QDA-XML:project:"
	codebookSpace = "urn:QDA-XML:codebook:"
	version       = "1.0"
)

// ReadCodebook reads a codebook (.qdc). A project's XML is taken for its codes, with a warning.
func ReadCodebook(r io.Reader, l Limits) (*Codebook, *Report, error) {
	report := &Report{}
	data, err := readAll("codebook", r, l)
	if err != nil {
		return nil, report, err
	}
	root, err := scan("codebook", data, l, report)
	if err != nil {
		return nil, report, err
	}
	var c Codebook
	if root == "Project" {
		report.warn("Project", "is a project, of which the codes are read")
		var p Project
		if err := decode("codebook", data, &p); err != nil {
			return nil, report, err
		}
		c.Origin, c.Codes = p.Origin, p.Codes
	} else if err := decode("codebook", data, &c); err != nil {
		return nil, report, err
	}
	c.XMLName = xml.Name{}
	settleRefs(&c, "CodeBook", report)
	inspect(&c, "CodeBook", report)
	if l.Strict {
		return &c, report, report.refuse("codebook")
	}
	return &c, report, nil
}

// ReadProjectXML reads a project's XML (.qde) without its files.
func ReadProjectXML(r io.Reader, l Limits) (*Project, *Report, error) {
	report := &Report{}
	data, err := readAll("project", r, l)
	if err != nil {
		return nil, report, err
	}
	p, err := readProject(data, l, report)
	if err == nil && l.Strict {
		err = report.refuse("project")
	}
	return p, report, err
}

func readProject(data []byte, l Limits, report *Report) (*Project, error) {
	root, err := scan("project", data, l, report)
	if err != nil {
		return nil, err
	}
	if root != "Project" {
		return nil, refused("project", root, "is the root, and Project is wanted", "read it as a codebook")
	}
	var p Project
	if err := decode("project", data, &p); err != nil {
		return nil, err
	}
	p.XMLName = xml.Name{}
	settleRefs(&p, "Project", report)
	inspect(&p, "Project", report)
	return &p, nil
}

// settleRefs moves what a reference points at to where the standard has it: codebooks and projects differ in this, and programs take one for the other.
func settleRefs(model any, root string, r *Report) {
	walk(reflect.ValueOf(model), root, func(path string, v reflect.Value) {
		switch x := v.Addr().Interface().(type) {
		case *Ref:
			if x.Target == "" && x.GUID != "" {
				r.warn(path, "says guid where a project says targetGUID")
				x.Target = x.GUID
			}
			x.GUID = ""
		case *MemberCode:
			if x.GUID == "" && x.Target != "" {
				r.warn(path, "says targetGUID where a codebook says guid")
				x.GUID = x.Target
			}
			x.Target = ""
		}
	})
}

func readAll(input string, r io.Reader, l Limits) ([]byte, error) {
	return strict.ReadAll(input, r, strict.Limits{Bytes: l.settled().XMLBytes})
}

// scan walks through the tokens once: limits, what is refused, what is not known. It gives the root's name.
func scan(input string, data []byte, l Limits, report *Report) (root string, err error) {
	l = l.settled()
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return "", refused(input, "", "is not UTF-8", "convert it to UTF-8")
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	s := scanner{input: input, limits: l, report: report}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", syntax(input, err)
		}
		if err := s.token(t, d); err != nil {
			return "", err
		}
	}
	if s.root == "" {
		return "", refused(input, "", "has no root element", "write a Project or a CodeBook")
	}
	return s.root, nil
}

func syntax(input string, err error) error {
	line := 0
	var s *xml.SyntaxError
	if errors.As(err, &s) {
		line = s.Line
		err = errors.New(s.Msg)
	}
	return strict.Fail(input, []strict.Problem{{Line: line, Column: 1, What: err.Error(), Cure: "write well-formed XML in UTF-8"}})
}

// scanner keeps where the walk is.
type scanner struct {
	input    string
	limits   Limits
	report   *Report
	root     string
	path     []string
	shapes   []*shape // nil inside what is not known
	elements int
}

func (s *scanner) token(t xml.Token, d *xml.Decoder) error {
	switch t := t.(type) {
	case xml.Directive:
		line, _ := d.InputPos()
		return strict.Fail(s.input, []strict.Problem{{Line: line, Column: 1, What: "has a document type declaration", Cure: "take it out: entities are not expanded here"}})
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		s.path, s.shapes = s.path[:len(s.path)-1], s.shapes[:len(s.shapes)-1]
	case xml.CharData:
		if n := len(s.shapes); n > 0 && s.shapes[n-1] != nil && !s.shapes[n-1].text && len(bytes.TrimSpace(t)) > 0 {
			s.report.lose(strings.Join(s.path, "/"), "has text between its elements")
		}
	}
	return nil
}

func (s *scanner) start(t xml.StartElement) error {
	s.elements++
	if s.elements > s.limits.Elements || len(s.path) >= s.limits.Depth {
		return refused(s.input, strings.Join(s.path[:min(5, len(s.path))], "/"), fmt.Sprintf("has more than %d elements, or more than %d within each other", s.limits.Elements, s.limits.Depth), "raise the limit if you trust the file")
	}
	if len(s.path) == 0 {
		return s.first(t)
	}
	var inside *shape
	up := s.shapes[len(s.shapes)-1]
	s.path = append(s.path, t.Name.Local)
	if up != nil {
		if inside = up.children[t.Name.Local]; inside == nil {
			s.report.lose(strings.Join(s.path, "/"), "is not of the standard: "+t.Name.Local)
		} else {
			s.known(t, inside)
		}
	}
	s.shapes = append(s.shapes, inside)
	return nil
}

// first meets the root.
func (s *scanner) first(t xml.StartElement) error {
	space, other, of := projectSpace, codebookSpace, reflect.TypeFor[Project]()
	switch t.Name.Local {
	case "Project":
	case "CodeBook":
		space, other, of = codebookSpace, projectSpace, reflect.TypeFor[Codebook]()
	default:
		return refused(s.input, t.Name.Local, "is the root, and Project or CodeBook is wanted", "give a REFI-QDA file")
	}
	if s.root != "" {
		return refused(s.input, t.Name.Local, "is a second root", "give one")
	}
	s.root = t.Name.Local
	switch {
	case t.Name.Space == space+version:
	case strings.HasPrefix(t.Name.Space, space), strings.HasPrefix(t.Name.Space, other):
		s.report.warn(s.root, fmt.Sprintf("is of namespace %s, read as %s", t.Name.Space, space+version))
	default:
		s.report.warn(s.root, fmt.Sprintf("is of namespace %q, which is not of the standard", t.Name.Space))
	}
	shape := shapes(of, map[reflect.Type]*shape{})
	s.path = append(s.path, t.Name.Local)
	s.shapes = append(s.shapes, shape)
	s.known(t, shape)
	return nil
}

// known reports attributes that do not belong to an element.
func (s *scanner) known(t xml.StartElement, inside *shape) {
	for _, a := range t.Attr {
		if a.Name.Space != "" || a.Name.Local == "xmlns" || inside.attributes[a.Name.Local] {
			continue
		}
		s.report.lose(strings.Join(s.path, "/"), "has an attribute that is not of the standard: "+a.Name.Local)
	}
}

func decode(input string, data []byte, to any) error {
	if err := xml.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), to); err != nil {
		return syntax(input, err)
	}
	return nil
}
