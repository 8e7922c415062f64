// Codings as a table: one coding a line, for spreadsheets and scripts.

package coding

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// codingColumns are the columns of a table of codings, in the order in which they are written; the first two must be there.
var codingColumns = []string{"document", "code", "start", "end", "coder", "lens", "sign", "counters", "case", "memo", "quotation"}

// ReadCodings reads material from CSV: a header naming at least document and code, and any of start, end, coder, lens, sign, counters, case and memo; other columns become
// attributes of the codings, and of the case when all of its codings have one value. Without a column case each document is its own. A code written "trust > public trust" is the second under the first, and
// another code than "cost > public trust". Documents, cases and codes are made as they are named; the texts are not there, so positions are taken as they are, and a quotation is kept as an attribute. Problems
// come all at once, with their places.
func ReadCodings(r io.Reader) (*Material, error) {
	data, err := strict.ReadAll("codings", r, materialLimits)
	if err != nil {
		return nil, err
	}
	t, err := strict.ReadTable("codings", data, strict.Limits{Bytes: materialLimits.Bytes, Values: 20_000_000})
	if err != nil {
		return nil, err
	}
	x := codingReader{table: t, m: &Material{Format: MaterialFormat}, codes: map[string]bool{}, documents: map[string]string{}, cases: map[string]bool{}}
	for _, name := range codingColumns[:2] {
		if !slices.Contains(t.Header, name) {
			return nil, strict.Fail("codings", []strict.Problem{{Line: 1, Column: 1, What: fmt.Sprintf("there is no column %q", name), Cure: "name the columns document and code, and what else there is"}})
		}
	}
	for _, row := range t.Rows {
		x.row(row)
	}
	x.m.shareAttributes()
	return x.m, strict.Fail("codings", x.problems)
}

type codingReader struct {
	table     *strict.Table
	m         *Material
	codes     map[string]bool
	documents map[string]string // with their case
	cases     map[string]bool
	problems  []strict.Problem
}

func (x *codingReader) row(row strict.Row) {
	c := Coding{Coder: "unknown"}
	of := ""
	withCase := slices.Contains(x.table.Header, "case")
	for i, cell := range row.Cells {
		cell = strings.TrimSpace(cell)
		if cell == "" && x.table.Header[i] != "document" && x.table.Header[i] != "code" {
			continue
		}
		if what := x.cell(&c, &of, x.table.Header[i], cell); what != "" {
			x.problems = append(x.problems, row.Problem(i, what, "correct the cell"))
		}
	}
	if !withCase && c.Document != "" {
		x.cell(&c, &of, "case", c.Document)
	}
	if c.End < c.Start || c.Start < 0 {
		x.problems = append(x.problems, row.Problem(0, fmt.Sprintf("ends at %d, before it starts at %d", c.End, c.Start), "correct the positions"))
	}
	if at, ok := x.documents[c.Document]; !ok {
		x.documents[c.Document] = of
		x.m.Documents = append(x.m.Documents, Document{ID: c.Document, Case: of})
	} else if of != "" && at != of {
		x.problems = append(x.problems, row.Problem(0, fmt.Sprintf("%s is of case %q above and %q here", c.Document, at, of), "give a document one case"))
	}
	x.m.Codings = append(x.m.Codings, c)
}

// cell takes a cell in, and says what is wrong with it.
func (x *codingReader) cell(c *Coding, of *string, column, cell string) string {
	var err error
	switch column {
	case "document":
		c.Document = cell
		if cell == "" {
			return "is empty"
		}
	case "code", "counters":
		id := x.code(cell)
		if id == "" {
			return "is empty"
		}
		if column == "code" {
			c.Code = id
		} else {
			c.Counters = id
		}
	case "start":
		c.Start, err = wholeNumber(cell)
	case "end":
		c.End, err = wholeNumber(cell)
	case "coder":
		c.Coder = cell
	case "lens":
		c.Lens = Lens(cell)
	case "sign":
		c.Sign, err = framework.ParsePole(strings.ToLower(cell))
	case "memo":
		c.Memo = cell
	case "case":
		*of = cell
		if !x.cases[cell] {
			x.cases[cell] = true
			x.m.Cases = append(x.m.Cases, Case{ID: cell})
		}
	default:
		if c.Attributes == nil {
			c.Attributes = map[string]string{}
		}
		c.Attributes[column] = cell
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func wholeNumber(cell string) (int, error) {
	n, err := strconv.Atoi(cell)
	if err != nil {
		return 0, fmt.Errorf("%q is no whole number", cell)
	}
	return n, nil
}

// code makes a code and those above it; its id is its whole path.
func (x *codingReader) code(path string) string {
	parent := ""
	for step := range strings.SplitSeq(path, ">") {
		name := strings.TrimSpace(step)
		if name == "" {
			return ""
		}
		id := name
		if parent != "" {
			id = parent + " > " + name
		}
		if !x.codes[id] {
			x.codes[id] = true
			x.m.Codebook = append(x.m.Codebook, CodeChange{Op: AddCode, ID: id, Name: name, Parent: parent})
		}
		parent = id
	}
	return parent
}

// shareAttributes gives a case the attributes in which all of its codings are alike.
func (m *Material) shareAttributes() {
	caseOf := map[string]string{}
	for _, d := range m.Documents {
		caseOf[d.ID] = d.Case
	}
	values := map[string]map[string]string{}
	for _, c := range m.Codings {
		of := caseOf[c.Document]
		if values[of] == nil {
			values[of] = map[string]string{}
		}
		for a, v := range c.Attributes {
			if was, ok := values[of][a]; ok && was != v {
				v = "" // not alike
			}
			values[of][a] = v
		}
	}
	for i, c := range m.Cases {
		for a, v := range values[c.ID] {
			if v == "" || a == quotation {
				continue
			}
			if m.Cases[i].Attributes == nil {
				m.Cases[i].Attributes = map[string]string{}
			}
			m.Cases[i].Attributes[a] = v
		}
	}
}

// quotation is the column, and the attribute, of coded words.
const quotation = "quotation"

// WriteCodings writes the codings as [ReadCodings] reads them, with the coded text. Texts, memos on documents and the codebook's history have no place there.
func (m *Material) WriteCodings(w io.Writer) error {
	tree, err := m.Codebook.Tree()
	if err != nil {
		return err
	}
	caseOf := map[string]string{}
	for _, d := range m.Documents {
		caseOf[d.ID] = d.Case
	}
	quote := m.quotes()
	var attributes []string
	for _, c := range m.Codings {
		for a := range c.Attributes {
			if a != quotation {
				attributes = append(attributes, a)
			}
		}
	}
	slices.Sort(attributes)
	attributes = slices.Compact(attributes)
	out := csv.NewWriter(w)
	if err := out.Write(slices.Concat(codingColumns, attributes)); err != nil {
		return err
	}
	paths := map[string]string{}
	path := func(id string) string {
		if _, ok := paths[id]; !ok {
			paths[id] = tree.path(id)
		}
		return paths[id]
	}
	for _, c := range m.Codings {
		sign := ""
		if c.Sign != 0 {
			sign = c.Sign.String()
		}
		line := []string{c.Document, path(c.Code), position(c, c.Start), position(c, c.End), c.Coder, string(c.Lens), sign,
			path(c.Counters), caseOf[c.Document], c.Memo, orElse(quote(c), c.Attributes[quotation])}
		for _, a := range attributes {
			line = append(line, c.Attributes[a])
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// position is empty for a whole document.
func position(c Coding, at int) string {
	if c.Start == 0 && c.End == 0 {
		return ""
	}
	return strconv.Itoa(at)
}
