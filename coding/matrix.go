// The framework matrix: cases by themes, cells with summaries and the spans behind them.

package coding

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/framework"
)

// A Matrix is cases by themes.
type Matrix struct {
	Cases  []string `json:"cases"`
	Themes []string `json:"themes"`
	// Cells are row by row, one a case and theme.
	Cells [][]Cell `json:"cells"`
}

// A Cell is what was found in a case on a theme.
type Cell struct {
	// Codings are positions in Material.Codings, by document and place; Coders how many people made them.
	Codings []int `json:"codings,omitempty"`
	Coders  int   `json:"coders,omitempty"`
	// Summaries are the memos on this case and theme.
	Summaries []string `json:"summaries,omitempty"`
}

// MatrixOptions say what is crossed; the zero value takes codes as they are, of the content lens.
type MatrixOptions struct {
	// Lens whose codings count.
	Lens Lens
	// Depth makes themes of the codebook's tree: 1 is the top, 0 the codes themselves.
	Depth int
	// As maps a code to its theme, in place of Depth.
	As func(code string) string
	// By names an attribute of cases whose values make the rows, in place of the cases themselves.
	By string
}

// Cross makes the matrix. Rows and themes stand in the order in which the material has them; a theme without codings has a column when the codebook
// has it at that depth. A document without case is its own. Codes that were absorbed count for the code that took them.
func Cross(m *Material, o MatrixOptions) (*Matrix, error) {
	tree, err := m.Codebook.Tree()
	if err != nil {
		return nil, err
	}
	theme := o.theme(tree)
	rowOf, rows := m.rows(o.By)
	x := &Matrix{Cases: rows}
	column := map[string]int{}
	for _, c := range tree.Codes() {
		if t := theme(c.ID); !c.Retired && t != "" {
			if _, ok := column[t]; !ok {
				column[t] = len(x.Themes)
				x.Themes = append(x.Themes, t)
			}
		}
	}
	row := map[string]int{}
	for i, r := range rows {
		row[r] = i
		x.Cells = append(x.Cells, make([]Cell, len(x.Themes)))
	}
	coders := map[[2]int]map[string]bool{}
	type mark struct {
		document, code, coder, memo string
		start, end                  int
		sign                        framework.Pole
	}
	counted := map[mark]bool{} // a code absorbed by another leaves the same coding twice
	for _, i := range m.sorted(o.Lens) {
		c := m.Codings[i]
		at, ok := column[theme(c.Code)]
		code, _ := tree.Code(c.Code)
		same := mark{c.Document, code.ID, c.Coder, c.Memo, c.Start, c.End, c.Sign}
		if !ok || counted[same] {
			continue
		}
		counted[same] = true
		r := row[rowOf[c.Document]]
		x.Cells[r][at].Codings = append(x.Cells[r][at].Codings, i)
		if coders[[2]int{r, at}] == nil {
			coders[[2]int{r, at}] = map[string]bool{}
		}
		coders[[2]int{r, at}][c.Coder] = true
		x.Cells[r][at].Coders = len(coders[[2]int{r, at}])
	}
	for _, memo := range m.Memos {
		at, ok := column[theme(memo.Code)]
		if r, known := row[memo.Case]; known && ok && memo.Case != "" {
			x.Cells[r][at].Summaries = append(x.Cells[r][at].Summaries, memo.Text)
		}
	}
	return x, nil
}

func (o MatrixOptions) theme(tree *Tree) func(string) string {
	return func(code string) string {
		c, ok := tree.Code(code)
		switch {
		case !ok:
			return ""
		case o.As != nil:
			return o.As(c.ID)
		case o.Depth > 0:
			return tree.Theme(c.ID, o.Depth)
		}
		return c.ID
	}
}

// notGiven is the row of cases without the attribute that makes the rows.
const notGiven = "(not given)"

// rows gives the row of each document, and the rows in order: the cases, or the values of one of their attributes.
func (m *Material) rows(by string) (map[string]string, []string) {
	value := map[string]string{}
	var rows []string
	seen := map[string]bool{}
	add := func(row string) string {
		if row == "" {
			row = notGiven
		}
		if !seen[row] {
			seen[row] = true
			rows = append(rows, row)
		}
		return row
	}
	for _, c := range m.Cases {
		value[c.ID] = c.ID
		if by != "" {
			value[c.ID] = c.Attributes[by]
		}
		add(value[c.ID])
	}
	rowOf := map[string]string{}
	for _, d := range m.Documents {
		row := d.ID
		if d.Case != "" || by != "" {
			row = value[d.Case]
		}
		rowOf[d.ID] = add(row)
	}
	return rowOf, rows
}

// WriteCSV writes the matrix with the number of codings in each cell, and its summaries behind it when there are any.
func (x *Matrix) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(append([]string{"case"}, x.Themes...)); err != nil {
		return err
	}
	for i, c := range x.Cases {
		line := []string{c}
		for _, cell := range x.Cells[i] {
			line = append(line, strings.TrimSpace(strconv.Itoa(len(cell.Codings))+" "+strings.Join(cell.Summaries, " | ")))
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// WriteSpans writes one line a coding in a cell: case, theme, document, start, end, code, coder, quotation, memo.
func (x *Matrix) WriteSpans(w io.Writer, m *Material) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"case", "theme", "document", "start", "end", "code", "coder", "quotation", "memo"}); err != nil {
		return err
	}
	quote := m.quotes()
	for i, c := range x.Cases {
		for j, t := range x.Themes {
			for _, k := range x.Cells[i][j].Codings {
				s := m.Codings[k]
				if err := out.Write([]string{c, t, s.Document, strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Code, s.Coder, quote(s), s.Memo}); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

// quotes prepares every text once.
func (m *Material) quotes() func(Coding) string {
	offsets := map[string]*Offsets{}
	for _, d := range m.Documents {
		offsets[d.ID] = NewOffsets(d.Text)
	}
	return func(c Coding) string {
		if c.Start == 0 && c.End == 0 || offsets[c.Document] == nil {
			return ""
		}
		text, _ := offsets[c.Document].Slice(c.Start, c.End, m.Unit)
		return text
	}
}

// Chart is the matrix as a Vega-Lite heat map.
func (x *Matrix) Chart() Chart {
	var values []map[string]any
	for i, c := range x.Cases {
		for j, t := range x.Themes {
			values = append(values, map[string]any{"case": c, "theme": t, "codings": len(x.Cells[i][j].Codings), "coders": x.Cells[i][j].Coders})
		}
	}
	return heatMap(fmt.Sprintf("Codings of %d cases on %d themes", len(x.Cases), len(x.Themes)), values, "theme", "case", "codings", x.Themes, x.Cases)
}
