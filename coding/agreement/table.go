// The table: units by coders, one category a cell or none.

package agreement

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/framework/strict"
)

// MaxCategories is how many categories a table can have; a cell takes two bytes.
const MaxCategories = math.MaxUint16

// A Table holds what coders said of units. It does not change once made.
type Table struct {
	cells      []uint16 // row by row; 0 is missing, k+1 is category k
	bytes      []byte   // the same by coder, where they fit lanes, otherwise nil
	coders     int
	pairable   int // units with two ratings or more
	names      []string
	categories []string
	values     []float64 // of the categories, nil when they are not numbers
	ordered    bool      // the order of categories was given
	repair     []string  // what a reader should know about how the table was made
}

// A Format says how cells are to be read. Its zero value takes the categories from the data.
type Format struct {
	// Categories names the categories on offer, in their order; a cell with another is an error. Without it they are those in the
	// data, by size when all are numbers, otherwise by spelling, which is no order of meaning.
	Categories []string
	// Missing lists spellings of a missing cell besides the empty one.
	Missing []string
	// Header says whether the first line of a CSV names the coders; unset, [Read] decides and says so in Warnings.
	Header Header
}

// New makes a table of rows, one unit each; rows shorter than the longest are missing at their end. coders may be nil, or names them.
func New(rows [][]string, coders []string, f Format) (*Table, error) {
	t := &Table{coders: len(coders), names: slices.Clone(coders)}
	for _, row := range rows {
		t.coders = max(t.coders, len(row))
	}
	for i := len(t.names); i < t.coders; i++ {
		t.names = append(t.names, "coder "+strconv.Itoa(i+1))
	}
	cells := make([]string, 0, len(rows)*t.coders)
	for _, row := range rows {
		for i := range t.coders {
			cell := ""
			if i < len(row) {
				cell = strings.TrimSpace(row[i])
			}
			if slices.Contains(f.Missing, cell) {
				cell = ""
			}
			cells = append(cells, cell)
		}
	}
	return t, t.encode(cells, f)
}

// encode numbers the categories and turns cells into numbers.
func (t *Table) encode(cells []string, f Format) error {
	number := map[string]uint16{}
	if f.Categories != nil {
		t.categories, t.ordered = slices.Clone(f.Categories), true
	} else {
		t.categories = categoriesOf(cells)
	}
	if len(t.categories) > MaxCategories {
		return tooMany(len(t.categories))
	}
	t.values = numbers(t.categories)
	for i, c := range t.categories {
		number[canonical(c)] = uint16(i + 1)
	}
	t.cells = make([]uint16, len(cells))
	var problems []strict.Problem
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		n := number[canonical(cell)]
		if n == 0 {
			problems = append(problems, strict.Problem{Path: fmt.Sprintf("unit %d, %s", i/t.coders+1, t.names[i%t.coders]),
				What: fmt.Sprintf("%q is not among the categories", cell), Cure: "correct the cell, or name the category"})
		}
		t.cells[i] = n
	}
	t.settle()
	return strict.Fail("table", problems)
}

// settle keeps what follows from the cells.
func (t *Table) settle() {
	t.bytes = columns(t.cells, t.coders, len(t.categories))
	t.pairable = 0
	for i := 0; i < len(t.cells); i += t.coders {
		if rated, _ := unanimous(t.cells[i : i+t.coders]); rated > 1 {
			t.pairable++
		}
	}
}

func tooMany(n int) error {
	return strict.Fail("table", []strict.Problem{{Path: "categories", What: fmt.Sprintf("there are %d", n), Cure: fmt.Sprintf("use at most %d", MaxCategories)}})
}

// canonical makes one spelling of a number: 1, 1.0 and 01 are one category.
func canonical(cell string) string {
	if v, ok := number(cell); ok {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return cell
}

func number(cell string) (float64, bool) {
	if cell == "" || strings.ContainsAny(cell, "nNxX_") { // NaN and Inf are words here, and hexadecimal is no rating
		return 0, false
	}
	v, err := strconv.ParseFloat(cell, 64)
	return v + 0, err == nil && !math.IsInf(v, 0)
}

func categoriesOf(cells []string) []string {
	seen := map[string]bool{}
	var all []string
	for _, cell := range cells {
		if c := canonical(cell); cell != "" && !seen[c] {
			seen[c] = true
			all = append(all, c)
		}
	}
	slices.Sort(all)
	if values := numbers(all); values != nil {
		slices.SortFunc(all, func(a, b string) int {
			x, _ := number(a)
			y, _ := number(b)
			return cmp.Compare(x, y)
		})
	}
	return all
}

// numbers gives the values of categories, or nil when one is no number.
func numbers(categories []string) []float64 {
	values := make([]float64, len(categories))
	for i, c := range categories {
		v, ok := number(c)
		if !ok {
			return nil
		}
		values[i] = v
	}
	return values
}

// FromCounts makes the table of two coders from their contingency table: counts[i][j] units that the first put in category i and
// the second in j. labels may be nil, which numbers the categories from 1.
func FromCounts(counts [][]int, labels []string) (*Table, error) {
	t := &Table{coders: 2, names: []string{"coder 1", "coder 2"}, categories: slices.Clone(labels)}
	if len(counts) > MaxCategories {
		return nil, tooMany(len(counts))
	}
	for i := len(t.categories); i < len(counts); i++ {
		t.categories = append(t.categories, strconv.Itoa(i+1))
	}
	t.values = numbers(t.categories)
	var problems []strict.Problem
	for i, row := range counts {
		for j, n := range row {
			if n < 0 || len(row) != len(counts) || n > 1<<28 {
				problems = append(problems, strict.Problem{Path: fmt.Sprintf("row %d, column %d", i+1, j+1), What: "the table is not square, or the count is below 0 or above 2^28", Cure: "give whole counts, as many rows as columns"})
				continue
			}
			for range n {
				t.cells = append(t.cells, uint16(i+1), uint16(j+1))
			}
		}
	}
	t.settle()
	return t, strict.Fail("counts", problems)
}

// Units is the number of rows, Coders of columns.
func (t *Table) Units() int {
	if t.coders == 0 {
		return 0
	}
	return len(t.cells) / t.coders
}

// Coders is the number of coders.
func (t *Table) Coders() int { return t.coders }

// Names names the coders.
func (t *Table) Names() []string { return slices.Clone(t.names) }

// Categories lists the categories in their order.
func (t *Table) Categories() []string { return slices.Clone(t.categories) }

// Cell gives the category of a unit by a coder, counted from 0, and false when it is missing.
func (t *Table) Cell(unit, coder int) (string, bool) {
	c := t.cells[unit*t.coders+coder]
	if c == 0 {
		return "", false
	}
	return t.categories[c-1], true
}

// Pair is the table of two of the coders.
func (t *Table) Pair(a, b int) *Table {
	p := *t
	p.coders, p.names, p.cells = 2, []string{t.names[a], t.names[b]}, make([]uint16, 0, 2*t.Units())
	for i := 0; i < len(t.cells); i += t.coders {
		p.cells = append(p.cells, t.cells[i+a], t.cells[i+b])
	}
	p.settle()
	return &p
}

// Warnings says what a reader should know of how the table was read.
func (t *Table) Warnings() []string { return slices.Clone(t.repair) }
