// Tables: CSV with a header, every cell with its place.

package strict

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A Table is a CSV text: a header and rows of as many cells.
type Table struct {
	Header []string
	Rows   []Row
	head   Row
	place  func(offset int) (line, column int)
}

// Problem makes a problem placed at cell i of the header.
func (t *Table) Problem(i int, what, cure string) Problem {
	line, column := t.place(t.head.at[i])
	return Problem{Line: line, Column: column, What: what, Cure: cure}
}

// A Row is one record.
type Row struct {
	Cells []string
	Line  int // of the record's first character
	at    []int
	table *Table
}

// Problem makes a problem placed at cell i of the row.
func (r Row) Problem(i int, what, cure string) Problem {
	line, column := r.table.place(r.at[i])
	return Problem{Path: r.table.Header[i], Line: line, Column: column, What: what, Cure: cure}
}

// ReadTable reads CSV as RFC 4180 has it, a byte order mark allowed. Header cells are trimmed and must be present and distinct;
// a row with more or fewer cells than the header, a bare quote and a control character are problems. Empty lines are skipped.
func ReadTable(input string, data []byte, limits Limits) (*Table, error) {
	limits = limits.orDefault()
	if int64(len(data)) > limits.Bytes {
		_, err := ReadAll(input, bytes.NewReader(data), limits)
		return nil, err
	}
	t, problems := newText(data)
	if problems != nil {
		return nil, Fail(input, problems)
	}
	tr := tableReader{text: t, limits: limits, csv: csv.NewReader(bytes.NewReader(t.data))}
	tr.csv.FieldsPerRecord = -1
	tr.table = &Table{place: t.place}
	for tr.record() {
	}
	if tr.table.Header == nil && len(tr.problems) == 0 {
		tr.problems = append(tr.problems, Problem{Line: 1, Column: 1, What: "is empty", Cure: "give a header line and at least one row"})
	}
	if len(tr.problems) > 0 {
		return nil, Fail(input, tr.problems)
	}
	return tr.table, nil
}

type tableReader struct {
	*text
	limits   Limits
	csv      *csv.Reader
	table    *Table
	cells    int
	problems []Problem
}

func (tr *tableReader) report(line, column int, what, cure string) {
	tr.problems = append(tr.problems, Problem{Line: line, Column: column, What: what, Cure: cure})
}

// record reads one record and reports whether to go on.
func (tr *tableReader) record() bool {
	cells, err := tr.csv.Read()
	if err == io.EOF || len(tr.problems) >= tr.limits.Problems {
		return false
	}
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		line, column := tr.place(tr.lines[parse.Line-1] + max(parse.Column-1, 0))
		tr.report(line, column, parse.Err.Error(), "put the cell in double quotes and double the quotes inside it")
		return true
	}
	if tr.cells += len(cells); tr.cells > tr.limits.Values {
		line, _ := tr.csv.FieldPos(0)
		tr.report(line, 1, fmt.Sprintf("has more than %d cells", tr.limits.Values), "split it, or raise the limit on values")
		return false
	}
	row := Row{Cells: cells, at: make([]int, len(cells)), table: tr.table}
	for i := range cells {
		line, column := tr.csv.FieldPos(i)
		row.at[i] = tr.lines[line-1] + column - 1
		if strings.ContainsFunc(cells[i], Control) {
			l, c := tr.place(row.at[i])
			tr.report(l, c, "has a control character", "remove it")
		}
	}
	row.Line, _ = tr.csv.FieldPos(0)
	if tr.table.Header == nil {
		tr.header(row)
		return true
	}
	if len(cells) != len(tr.table.Header) {
		tr.report(row.Line, 1, fmt.Sprintf("the row has %s, the header %d", counted(len(cells), "cell"), len(tr.table.Header)),
			"add or remove commas, or quote a cell that has one")
		return true
	}
	tr.table.Rows = append(tr.table.Rows, row)
	return true
}

func (tr *tableReader) header(row Row) {
	tr.table.head = row
	if len(row.Cells) == 1 && strings.ContainsAny(row.Cells[0], ";\t") {
		tr.report(row.Line, 1, "the columns are parted by semicolons or tabs", "save it with commas (CSV, comma separated)")
		tr.problems = tr.problems[:1]
		tr.limits.Problems = 1
	}
	for i, cell := range row.Cells {
		name := strings.TrimSpace(cell)
		line, column := tr.place(row.at[i])
		switch {
		case name == "":
			tr.report(line, column, "a column has no name", "name it, or remove it")
		case slices.Contains(tr.table.Header, name):
			tr.report(line, column, fmt.Sprintf("column %q is given twice", name), "keep one")
		}
		tr.table.Header = append(tr.table.Header, name)
	}
}
