// Between a project and the material of package coding.

package refi

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/coding"
)

// MaterialOptions of [Project.Material].
type MaterialOptions struct {
	// Reading of positions; nil finds the one that suits each text best.
	Reading *Reading
}

// Material takes over what package coding has a place for: text sources and notes' texts, users, the tree of codes, cases with their values, codings of texts. Texts
// come with one character a line end and without byte order mark, positions in runes. The report lists what stays behind, and how positions were read.
func (p *Project) Material(o MaterialOptions) (*coding.Material, *Report, error) {
	t := transfer{p: p, report: &Report{}, m: &coding.Material{Format: coding.MaterialFormat, Unit: coding.Runes}, codes: map[GUID]bool{}, caseOf: map[GUID]string{}, cases: map[GUID]bool{}, variables: map[GUID]string{}, users: map[GUID]string{}, reading: o.Reading}
	for _, u := range p.Users {
		t.users[u.GUID] = u.Name
	}
	t.addCodes(p.Codes, "")
	t.addCases()
	if p.Sources != nil {
		for i, s := range p.Sources.List {
			if s.Text == nil {
				name, _ := s.element()
				t.report.lose(fmt.Sprintf("Project/Sources[%d]", i+1), name+" has no place in material: texts alone do")
				continue
			}
			t.addText(s.Text, fmt.Sprintf("Project/Sources/TextSource[%d]", i+1))
		}
	}
	for _, x := range []struct {
		what string
		n    int
	}{{"notes", len(p.Notes)}, {"links", len(p.Links)}, {"sets", len(p.Sets)}, {"graphs", len(p.Graphs)}} {
		if x.n > 0 {
			t.report.lose("Project", fmt.Sprintf("%d %s have no place in material", x.n, x.what))
		}
	}
	return t.m, t.report, nil
}

// transfer is one run.
type transfer struct {
	p         *Project
	report    *Report
	m         *coding.Material
	codes     map[GUID]bool
	caseOf    map[GUID]string // of sources
	cases     map[GUID]bool
	variables map[GUID]string
	users     map[GUID]string
	reading   *Reading
}

func (t *transfer) addCodes(codes []Code, parent string) {
	for _, c := range codes {
		if t.codes[c.GUID] || c.GUID == "" {
			t.report.lose("Project/CodeBook", "a code without GUID, or with one that another has")
			continue
		}
		t.codes[c.GUID] = true
		t.m.Codebook = append(t.m.Codebook, coding.CodeChange{Op: coding.AddCode, ID: string(c.GUID), Name: c.Name, Description: c.Description, Parent: parent})
		t.addCodes(c.Codes, string(c.GUID))
	}
}

func (t *transfer) addCases() {
	for _, v := range t.p.Variables {
		t.variables[v.GUID] = v.Name
	}
	for _, c := range t.p.Cases {
		if t.cases[c.GUID] || c.GUID == "" {
			t.report.lose("Project/Cases", "a case without GUID, or with one that another has")
			continue
		}
		t.addCase(c.GUID, c.Name, c.Values)
		if len(c.Selections) > 0 {
			t.report.lose("Project/Cases/Case/SelectionRef", "parts of texts that belong to a case: whole documents alone do")
		}
		for _, s := range c.Sources {
			if t.caseOf[s.Target] == "" {
				t.caseOf[s.Target] = string(c.GUID)
			}
		}
	}
}

func (t *transfer) addCase(id GUID, name string, values []VariableValue) {
	t.cases[id] = true
	one := coding.Case{ID: string(id), Name: name}
	for _, v := range values {
		if one.Attributes == nil {
			one.Attributes = map[string]string{}
		}
		one.Attributes[t.variables[v.Variable.Target]] = v.Value()
	}
	t.m.Cases = append(t.m.Cases, one)
}

// ownCase makes a case of a source that has values of its own and no case: programs store variables at either.
func (t *transfer) ownCase(s *Text, path string) {
	switch {
	case len(s.Values) == 0:
	case t.caseOf[s.GUID] != "":
		t.report.lose(path+"/VariableValue", "values of a source that belongs to a case, which has its own")
	case !t.cases[s.GUID]:
		t.addCase(s.GUID, s.Name, s.Values)
		t.caseOf[s.GUID] = string(s.GUID)
	}
}

func (t *transfer) addText(s *Text, path string) {
	t.ownCase(s, path)
	for _, c := range s.Codings { // NVivo puts a source in a case by coding it with the case
		for _, code := range c.Codes {
			if t.cases[code.Target] && t.caseOf[s.GUID] == "" {
				t.caseOf[s.GUID] = string(code.Target)
			}
		}
	}
	raw, ok := t.p.Raw(s)
	if !ok {
		t.report.lose(path, "has no text in the archive")
	}
	reading := Reading{Unit: coding.Runes}
	if t.reading != nil {
		reading = *t.reading
	} else if len(s.Selections) > 0 {
		fit := Detect(raw, s.Selections)[0]
		reading = fit.Reading
		t.report.warn(path, fmt.Sprintf("positions are read as %s: %d of %d beginnings and ends lie at words", reading, fit.Words, 2*len(s.Selections)))
	}
	if s.RichTextPath != "" {
		t.report.lose(path+"/@richTextPath", "the styled form of a text: material has plain text")
	}
	places := newPlaces(raw, reading)
	t.m.Documents = append(t.m.Documents, coding.Document{ID: string(s.GUID), Name: s.Name, Case: t.caseOf[s.GUID], Text: string(places.plain)})
	for _, c := range s.Codings {
		t.addCoding(c, coding.Coding{Document: string(s.GUID)}, path)
	}
	for _, x := range s.Selections {
		start, ok := places.find(x.Start)
		end, good := places.find(x.End)
		if !ok || !good || start >= end {
			t.report.lose(path+"/PlainTextSelection", "selects nothing, or lies outside the text or inside a character")
			continue
		}
		if len(x.Codings) == 0 {
			t.report.lose(path+"/PlainTextSelection", "a selection without a code")
		}
		for _, c := range x.Codings {
			t.addCoding(c, coding.Coding{Document: string(s.GUID), Start: start, End: end, Memo: x.Description}, path)
		}
	}
}

func (t *transfer) addCoding(c Coding, to coding.Coding, path string) {
	to.Coder = t.users[c.CreatingUser]
	if to.Coder == "" {
		to.Coder = string(c.CreatingUser)
	}
	if to.Coder == "" {
		to.Coder = "unknown"
	}
	for _, code := range c.Codes {
		if t.cases[code.Target] {
			if to.Start != to.End {
				t.report.lose(path, "a coding that puts a part of a text in a case")
			}
			continue
		}
		if !t.codes[code.Target] {
			t.report.lose(path, "a coding whose code is not in the codebook")
			continue
		}
		to.Code = string(code.Target)
		t.m.Codings = append(t.m.Codings, to)
	}
}

// FromMaterial makes a project of material, with GUIDs that follow from its ids. Positions are code points, as the standard says. The report lists what
// has no place in the standard: lenses, signs, what a coding counters, its own attributes, the history of the codebook.
func FromMaterial(name string, m *coding.Material) (*Project, *Report, error) {
	report := &Report{}
	m, err := m.Convert(coding.Runes)
	if err != nil {
		return nil, report, err
	}
	tree, err := m.Codebook.Tree()
	if err != nil {
		return nil, report, err
	}
	p := &Project{Name: name, Origin: "readiness", Sources: &Sources{}}
	for _, coder := range m.Coders() {
		p.Users = append(p.Users, User{GUID: guidOf("user", coder), Name: coder})
	}
	p.Codes = below(tree, "")
	variables := map[string]bool{}
	for _, c := range m.Cases {
		p.Cases = append(p.Cases, caseOf(c, m, p, variables))
	}
	for _, d := range m.Documents {
		text := d.Text
		s := &Text{GUID: guidOf("document", d.ID), Name: d.Name, Content: &text}
		for i, c := range m.Codings {
			if c.Document == d.ID {
				s.add(i, c, tree, report)
			}
		}
		p.Sources.List = append(p.Sources.List, Source{Text: s})
	}
	if len(m.Memos) > 0 {
		report.lose("memos", "memos are not written")
	}
	return p, report, nil
}

func guidOf(kind, id string) GUID {
	if g := normal(id); g.Valid() {
		return g
	}
	return NewGUID(kind + " " + id)
}

// below gives the codes under a parent; absorbed and retired ones are left to the history.
func below(tree *coding.Tree, parent string) []Code {
	var all []Code
	for _, c := range tree.Codes() {
		if c.Parent == parent && !c.Retired {
			all = append(all, Code{GUID: guidOf("code", c.ID), Name: c.Name, IsCodable: "true", Description: c.Description, Codes: below(tree, c.ID)})
		}
	}
	return all
}

func caseOf(c coding.Case, m *coding.Material, p *Project, variables map[string]bool) Case {
	one := Case{GUID: guidOf("case", c.ID), Name: c.Name}
	for _, a := range slices.Sorted(maps.Keys(c.Attributes)) {
		if !variables[a] {
			variables[a] = true
			p.Variables = append(p.Variables, Variable{GUID: guidOf("variable", a), Name: a, Type: "Text"})
		}
		value := c.Attributes[a]
		one.Values = append(one.Values, VariableValue{Variable: Ref{Target: guidOf("variable", a)}, Text: &value})
	}
	for _, d := range m.Documents {
		if d.Case == c.ID {
			one.Sources = append(one.Sources, Ref{Target: guidOf("document", d.ID)})
		}
	}
	return one
}

// add puts a coding on the text.
func (t *Text) add(i int, c coding.Coding, tree *coding.Tree, r *Report) {
	code, ok := tree.Code(c.Code)
	if !ok || code.Retired {
		r.lose("codings", "codings of codes that are retired are not written")
		return
	}
	if c.Sign != 0 || c.Counters != "" || c.Lens != "" || len(c.Attributes) > 0 {
		r.lose("codings", "signs, lenses, what a coding counters and its attributes are not written")
	}
	made := Coding{GUID: NewGUID(fmt.Sprintf("coding %d %s", i, t.GUID)), CreatingUser: guidOf("user", c.Coder), Codes: []Ref{{Target: guidOf("code", code.ID)}}}
	if c.Start == 0 && c.End == 0 {
		t.Codings = append(t.Codings, made)
		if c.Memo != "" {
			r.lose("codings", "memos of codings of whole documents are not written")
		}
		return
	}
	t.Selections = append(t.Selections, TextSelection{GUID: NewGUID(fmt.Sprintf("selection %d %s", i, t.GUID)), Start: Int(c.Start), End: Int(c.End), Description: strings.TrimSpace(c.Memo), Codings: []Coding{made}})
}
