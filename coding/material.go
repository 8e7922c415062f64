// Material: documents, cases and what coders said of them, under lenses that stand side by side.

package coding

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// A Document is a text, or a source of which only what was found in it is here.
type Document struct {
	ID   string `json:"id"`
	Name string `json:"name,omitempty"`
	// Case is the id of the case it belongs to, if any.
	Case string `json:"case,omitempty"`
	Text string `json:"text,omitempty"`
}

// A Case is what is compared: a person, a site, a project, a study.
type Case struct {
	ID         string            `json:"id"`
	Name       string            `json:"name,omitempty"`
	Attributes map[string]string `json:"attributes,omitempty"`
}

// A Coding is one code on one span by one coder under one lens. Many may lie on a span; they are never forced to agree.
type Coding struct {
	Document string `json:"document"`
	// Start and End count the unit of the material, End not in the span. Both 0 is the whole document.
	Start int    `json:"start,omitempty"`
	End   int    `json:"end,omitempty"`
	Code  string `json:"code"`
	Coder string `json:"coder"`
	// Lens is the reading under which it was made; empty is content.
	Lens Lens `json:"lens,omitempty"`
	// Sign is how the factor was felt here, where that was coded.
	Sign framework.Pole `json:"sign,omitzero"`
	// Counters is the code that the source says this one counteracts, if it says so.
	Counters string `json:"counters,omitempty"`
	// Attributes say what holds here and not for the whole case: context, goal, perspective.
	Attributes map[string]string `json:"attributes,omitempty"`
	Memo       string            `json:"memo,omitempty"`
}

// A Memo is a note on a document, a code or a case, or the summary of a cell of the framework matrix when it names both a case and a code.
type Memo struct {
	Document string `json:"document,omitempty"`
	Case     string `json:"case,omitempty"`
	Code     string `json:"code,omitempty"`
	Who      string `json:"who,omitempty"`
	When     string `json:"when,omitempty"`
	Text     string `json:"text"`
}

// Material is everything that was read and coded.
type Material struct {
	Format string `json:"format"` // readiness-material/1
	// Unit is what positions count: runes when unset.
	Unit      Unit       `json:"unit"`
	Documents []Document `json:"documents"`
	Cases     []Case     `json:"cases,omitempty"`
	Codebook  Codebook   `json:"codebook"`
	Codings   []Coding   `json:"codings"`
	Memos     []Memo     `json:"memos,omitempty"`
}

// MaterialFormat is the format that [ReadMaterial] reads.
const MaterialFormat = "readiness-material/1"

// ReadMaterial reads material as JSON, and checks it. All problems come at once as a [*strict.Error].
func ReadMaterial(r io.Reader) (*Material, error) {
	data, err := strict.ReadAll("material", r, materialLimits)
	if err != nil {
		return nil, err
	}
	var m Material
	doc, err := strict.Unmarshal("material", data, &m, materialLimits)
	if err != nil {
		return nil, err
	}
	return &m, strict.Fail("material", doc.Locate(m.Check()))
}

var materialLimits = strict.Limits{Bytes: 512 << 20, Depth: 12}

// Check lists everything that does not fit: ids given twice, codings of unknown documents or codes, spans outside their text or inside a character.
func (m *Material) Check() []strict.Problem {
	var problems []strict.Problem
	report := func(path, what, cure string) {
		problems = append(problems, strict.Problem{Path: path, What: what, Cure: cure})
	}
	if m.Format != MaterialFormat {
		report("format", fmt.Sprintf("is %q", m.Format), "write "+MaterialFormat)
	}
	tree, err := m.Codebook.Tree()
	problems = append(problems, strict.Problems(err)...)
	cases := map[string]bool{}
	for i, c := range m.Cases {
		if c.ID == "" || cases[c.ID] {
			report(fmt.Sprintf("cases[%d].id", i), "is missing or given twice", "give each case its own id")
		}
		cases[c.ID] = true
	}
	offsets := map[string]*Offsets{}
	for i, d := range m.Documents {
		if d.ID == "" || offsets[d.ID] != nil {
			report(fmt.Sprintf("documents[%d].id", i), "is missing or given twice", "give each document its own id")
		}
		if d.Case != "" && !cases[d.Case] {
			report(fmt.Sprintf("documents[%d].case", i), fmt.Sprintf("there is no case %q", d.Case), "add the case, or correct its id")
		}
		if !utf8.ValidString(d.Text) {
			report(fmt.Sprintf("documents[%d].text", i), "is not UTF-8", "convert it")
		}
		offsets[d.ID] = NewOffsets(d.Text)
	}
	for i, c := range m.Codings {
		m.checkCoding(c, fmt.Sprintf("codings[%d]", i), offsets[c.Document], tree, report)
	}
	return problems
}

func (m *Material) checkCoding(c Coding, path string, o *Offsets, tree *Tree, report func(path, what, cure string)) {
	if o == nil {
		report(path+".document", fmt.Sprintf("there is no document %q", c.Document), "add the document, or correct its id")
	} else if c.Start < 0 || c.End < c.Start {
		report(path, "ends before it starts, or starts before the text", "correct the span")
	} else if o.Len(Bytes) > 0 { // positions in a text that is not here cannot be checked
		for _, at := range []int{c.Start, c.End} {
			if _, err := o.Convert(at, m.Unit, Bytes); err != nil {
				report(path, err.Error(), "correct the span, or the unit of the material")
			}
		}
	}
	for _, code := range []string{c.Code, c.Counters} {
		if _, ok := tree.Code(code); !ok && (code != "" || code == c.Code) {
			report(path+".code", fmt.Sprintf("there is no code %q", code), "add it to the codebook, or correct its id")
		}
	}
	if c.Coder == "" {
		report(path+".coder", "is missing", "say who coded it")
	}
}

// Convert gives the material with positions that count another unit. It must have been checked.
func (m *Material) Convert(to Unit) (*Material, error) {
	offsets := map[string]*Offsets{}
	for _, d := range m.Documents {
		offsets[d.ID] = NewOffsets(d.Text)
	}
	n := *m
	n.Unit, n.Codings = to, slices.Clone(m.Codings)
	for i, c := range n.Codings {
		if c.Start == 0 && c.End == 0 || offsets[c.Document].Len(Bytes) == 0 {
			continue
		}
		for _, at := range []*int{&n.Codings[i].Start, &n.Codings[i].End} {
			converted, err := offsets[c.Document].Convert(*at, m.Unit, to)
			if err != nil {
				return nil, fmt.Errorf("coding %d: %w", i+1, err)
			}
			*at = converted
		}
	}
	return &n, nil
}

// Coders lists who coded, sorted.
func (m *Material) Coders() []string {
	var all []string
	for _, c := range m.Codings {
		all = append(all, c.Coder)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// reading maps the code of a coding to the one that counts now, which absorbed it if one did, and that through as, which may be nil.
func (m *Material) reading(as func(code string) string) func(code string) string {
	tree, err := m.Codebook.Tree()
	if as == nil {
		as = func(code string) string { return code }
	}
	if err != nil {
		return as
	}
	return func(code string) string {
		if c, ok := tree.Code(code); ok {
			code = c.ID
		}
		return as(code)
	}
}

// Quote gives the coded text of a coding; empty for a whole document.
func (m *Material) Quote(c Coding) string {
	for _, d := range m.Documents {
		if d.ID == c.Document && (c.Start != 0 || c.End != 0) {
			text, _ := NewOffsets(d.Text).Slice(c.Start, c.End, m.Unit)
			return text
		}
	}
	return ""
}

// sorted gives the positions of codings under a lens by document, start and end.
func (m *Material) sorted(lens Lens) []int {
	var all []int
	for i, c := range m.Codings {
		if c.Lens == lens {
			all = append(all, i)
		}
	}
	place := map[string]int{}
	for i, d := range m.Documents {
		place[d.ID] = i
	}
	slices.SortStableFunc(all, func(i, j int) int {
		a, b := m.Codings[i], m.Codings[j]
		return cmp.Or(cmp.Compare(place[a.Document], place[b.Document]), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return all
}
